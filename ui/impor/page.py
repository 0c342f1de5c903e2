"""Taking usulan from a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from musrenbang_desktop.db.whole_file import write_whole
from musrenbang_desktop.domain.tema import SUMBER_USULAN
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background, JobControl
from ui.dialect import said
from ui.fields import ChoiceBox, EmptyState
from ui.icons import icon
from ui.impor.columns import columns
from ui.impor.mapping import LABELS
from ui.impor.model import rows
from ui.impor.preview_page import Look, PreviewPage
from ui.impor.words import CLIPBOARD
from ui.say import Say
from ui.table import Column

if TYPE_CHECKING:
    from musrenbang_desktop.exchange.usulan_import import Pratinjau


class ImporPage(PreviewPage):
    """A list of usulan in Excel or CSV."""

    preview: Pratinjau | None

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        self._pasted = ""
        super().__init__(services, say, background, LABELS, "judul")
        self.paste_button = QPushButton(icon("tempel"), self.tr("Tempel"))
        self.paste_button.setToolTip(self.tr("Tempel baris dari Excel atau WhatsApp (Ctrl+V)"))
        self.paste_button.clicked.connect(self.paste)
        self.tools.add(self.paste_button)
        self.lewat = ChoiceBox(self.tr("Daftar ini datang lewat"))
        self.lewat.set_items(
            [("", self.tr("Datang lewat: menurut daftar")), *((key, said(text)) for key, text in SUMBER_USULAN.items())]
        )
        self.lewat.fill("")
        self.lewat.setToolTip(self.tr("Bila seluruh daftar datang dari satu jalan, misalnya survei"))
        self.tools.add(self.lewat, letters=30)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def title(self) -> str:
        return self.tr("Ambil dari berkas")

    def help_text(self) -> str:
        return self.tr(
            "<p>Pilih daftar usulan dalam bentuk <b>Excel atau CSV</b>. Kolomnya dikenali dari judulnya; yang keliru "
            "dapat diubah lewat <b>Cocokkan kolom</b>.</p><p>Setiap baris mendapat keterangan: <b>siap</b>, "
            "<b>diperbaiki</b> (ditulis apa yang diubah dan di sel mana), atau <b>ditolak</b> dengan sebabnya.</p>"
            "<p>Seluruh daftar datang dari <b>survei</b> atau satu musyawarah? Pilih di <b>Datang lewat</b>: jalannya, "
            "nama berkas, dan nomor barisnya ikut tercatat pada setiap usulan.</p>"
            "<p>Tidak ada yang tercatat sebelum tombol <b>Terapkan</b> ditekan, dan sesudahnya semua dapat diurungkan "
            "sekaligus.</p><p><b>Ctrl+V</b> menempel baris yang disalin dari Excel, atau pesan WhatsApp yang berisi "
            "daftar bernomor. Jam dan nomor telepon di depan pesan dibuang.</p>"
            "<p><b>Simpan templat Excel</b> membuat lembar dengan pilihan dusun, satuan, dan bidang, untuk diisi di "
            "dusun lalu diambil lagi di sini.</p>"
        )

    def begin(self) -> EmptyState:
        return EmptyState(
            "impor",
            self.tr("Ambil usulan dari Excel atau CSV"),
            self.tr("Setiap baris diperiksa dan diperlihatkan dulu. Tidak ada yang tercatat sebelum Anda setuju."),
            (
                (self.tr("Pilih berkas"), self.choose_file),
                (self.tr("Tempel dari Excel atau WhatsApp"), self.paste),
                (self.tr("Simpan templat Excel"), self.save_template),
            ),
        )

    def show_record(self, record: str) -> None:
        """A path, or the clipboard."""
        if record == CLIPBOARD:
            self.paste()
        else:
            super().show_record(record)

    def paste(self) -> None:
        """Look at what was copied; nothing is written."""
        self._pasted = QGuiApplication.clipboard().text()
        self._look_at_pasted()

    def save_template(self) -> None:
        """An Excel sheet with drop-down lists, to be filled elsewhere and read back here."""
        forum = self.services.forum.aktif()
        if forum is None:
            return
        path = self.say.choose_save_file(
            self.tr("Simpan templat Excel"), self.tr("Excel (*.xlsx)"), f"Templat usulan {forum.desa}.xlsx"
        )
        if path is None:
            return
        make = self.services.impor.templat(forum)
        self.background.run(
            lambda _control: write_whole(path, make()),
            lambda _done: self.say.success(
                self.tr("Templat tersimpan: {nama}. Setelah diisi, pilih berkas itu di sini.").format(nama=path.name)
            ),
            label=self.tr("Menulis templat"),
        )

    def _look_at_pasted(self, mapping: dict[str, int] | None = None) -> None:
        text, dusun = self._pasted, self.services.usulan.pilihan("dusun")

        def job(_control: JobControl) -> Pratinjau:
            from musrenbang_desktop.exchange.pasted import periksa_tempelan

            return periksa_tempelan(text, mapping=mapping, dusun=dusun)

        self.look(job)

    def open_file(self, path: Path, mapping: dict[str, int] | None = None, sheet: str | None = None) -> None:
        self._pasted = ""
        super().open_file(path, mapping, sheet)

    def again(self, *, mapping: dict[str, int] | None = None, sheet: str | None = None) -> None:
        if self._pasted:
            self._look_at_pasted(mapping)
        else:
            super().again(mapping=mapping, sheet=sheet)

    def forgotten(self) -> None:
        self._pasted = ""

    def columns(self) -> list[Column[Any]]:
        return columns()

    def look_at(self, path: Path, mapping: dict[str, int] | None, sheet: str | None) -> Look:
        forum = self.services.forum.aktif()
        jenis = forum.jenis if forum else None
        years = (forum.tahun_pelaksanaan, forum.tahun_rencana) if forum else ()

        def job(control: JobControl) -> Pratinjau:
            from musrenbang_desktop.exchange.usulan_import import periksa  # opens spreadsheets: not before it is needed

            return periksa(
                path,
                mapping=mapping,
                sheet=sheet,
                progress=control.report,
                cancelled=lambda: control.cancelled,
                jenis=jenis,
                tahun=years,
            )

        return job

    def rows_of(self, preview: Pratinjau, only: str) -> Sequence[Any]:
        return rows(preview, only)

    def ready(self) -> int:
        return self.preview.siap if self.preview else 0

    def ready_text(self, n: int) -> str:
        return self.tr("Terapkan {n} usulan").format(n=n)

    def record(self) -> tuple[int, str]:
        if self.preview is None:
            return 0, "usulan"
        lewat = str(self.lewat.value() or "")
        return self.services.impor.terapkan(self.preview, self.preview.berkas, lewat), "usulan"

    def recorded_text(self, n: int, berkas: str) -> str:
        return self.tr("{n} usulan dari {berkas} sudah tercatat.").format(n=n, berkas=berkas)
