"""Inviting people from a file: the village's own list, or OpenSID's population sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background, JobControl
from ui.buttons import push
from ui.fields import EmptyState, SearchBox
from ui.impor.preview_page import Look, PreviewPage
from ui.say import Say
from ui.table import Column
from ui.theme import quiet
from ui.undangan.import_rows import LABELS, columns, rows

if TYPE_CHECKING:
    from musrenbang_desktop.exchange.peserta_import import PratinjauPeserta


class ImporPesertaPage(PreviewPage):
    """Rows are chosen with the space bar; of a population sheet nobody is chosen beforehand."""

    preview: PratinjauPeserta | None

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        self.chosen: set[int] = set()
        super().__init__(services, say, background, LABELS, "nama")
        self.search = SearchBox(self.tr("Cari di berkas ini"))
        self.search.searched.connect(lambda _text: self.model.reload())
        self.search.left_down.connect(self.table.setFocus)
        self.all_button = quiet(
            push(self.tr("Pilih semua yang tampak"), self.choose_all, tip=self.tr("Pilih atau lepas semua baris ini"))
        )
        self.tools.add(self.search, 1, 18)
        self.tools.add(self.all_button)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.toggle)

    def title(self) -> str:
        return self.tr("Undang dari berkas")

    def help_text(self) -> str:
        return self.tr(
            "<p>Pilih daftar orang dalam bentuk <b>Excel atau CSV</b>, atau berkas penduduk dari <b>OpenSID</b>.</p>"
            "<p><b>Spasi</b> memilih atau melepas baris. Dari berkas penduduk, orangnya dipilih dulu; cari lewat "
            "<b>Ctrl+F</b>.</p><p>Yang diambil hanya nama, L/P, usia, unsur, jabatan, dusun, RT, dan RW. NIK, KK, "
            "tanggal lahir, dan nomor telepon tidak disimpan.</p>"
            "<p>Tidak ada yang tercatat sebelum <b>Terapkan</b>; sesudahnya semua dapat diurungkan sekaligus.</p>"
        )

    def focus_filter(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def save_and_new(self) -> None:
        self.apply()

    def escape(self) -> bool:
        if self.preview is None:
            return False
        self._forget()
        self.on_shown()
        return True

    def toggle(self) -> None:
        """Choose the marked rows, or let go of them when the first is chosen already."""
        marked = [self.model.row(index.row()) for index in self.table.selectionModel().selectedRows()]
        able = {baris.row for baris in marked if baris.dapat}
        if able:
            self.chosen = self.chosen - able if min(able) in self.chosen else self.chosen | able
            self._show_choice()

    def choose_all(self) -> None:
        """Choose every row on screen, or let go of them when all are chosen."""
        able = {baris.row for baris in self.model.rows() if baris.dapat}
        self.chosen = self.chosen - able if able <= self.chosen else self.chosen | able
        self._show_choice()

    def _show_choice(self) -> None:
        self.model.reload()
        self.show_ready()

    def begin(self) -> EmptyState:
        return EmptyState(
            "impor",
            self.tr("Undang orang dari Excel atau OpenSID"),
            self.tr(
                "Setiap baris diperiksa dan diperlihatkan dulu. NIK dan nomor KK tidak disimpan. "
                "Tidak ada yang tercatat sebelum Anda setuju."
            ),
            ((self.tr("Pilih berkas"), self.choose_file), (self.tr("Kembali"), lambda: self.go("undangan"))),
        )

    def columns(self) -> list[Column[Any]]:
        return columns(lambda: self.chosen)

    def look_at(self, path: Path, mapping: dict[str, int] | None, sheet: str | None) -> Look:
        forum = self.services.forum.aktif()
        day = forum.tanggal if forum else ""
        known = self.services.peserta.daftar()

        def job(control: JobControl) -> PratinjauPeserta:
            from musrenbang_desktop.exchange.peserta_import import periksa  # opens spreadsheets: only when needed

            return periksa(
                path,
                tanggal=day,
                sudah=known,
                mapping=mapping,
                sheet=sheet,
                progress=control.report,
                cancelled=lambda: control.cancelled,
            )

        return job

    def arrived(self, preview: PratinjauPeserta) -> None:
        self.chosen = set(preview.terpilih)

    def rows_of(self, preview: PratinjauPeserta, only: str) -> list[Any]:
        return rows(preview, only, self.search.text())

    def ready(self) -> int:
        return len(self.chosen)

    def ready_text(self, n: int) -> str:
        return self.tr("Terapkan {n} orang").format(n=n)

    def record(self) -> tuple[int, str]:
        if self.preview is None:
            return 0, "undangan"
        return self.services.impor.undang(self.preview, self.chosen), "undangan"

    def recorded_text(self, n: int, berkas: str) -> str:
        return self.tr("{n} orang dari {berkas} sudah diundang.").format(n=n, berkas=berkas)

    def forgotten(self) -> None:
        self.chosen = set()
        self.search.clear()
