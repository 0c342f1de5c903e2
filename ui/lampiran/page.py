"""W10 Foto & lampiran: the files of the forum itself, and what must be found again before the village is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from musrenbang_desktop.domain.lampiran import JENIS_LAMPIRAN, Lampiran
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.lampiran import Cacat
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.berkas.note import FilesNote
from ui.fields import FlowLayout
from ui.forum_page import ForumPage
from ui.lampiran.files import LampiranFiles
from ui.lampiran.rows import size_text
from ui.lampiran.signed import SignedPages
from ui.plain_label import plain_label
from ui.say import Say
from ui.theme import look

if TYPE_CHECKING:
    from musrenbang_desktop.exchange.listing import Daftar


class LampiranPage(ForumPage):
    """Photos of the hall and of the signed paper; the files of usulan are in the record of each usulan."""

    kinds = frozenset({"lampiran", "forum", "usulan", "peserta", "kehadiran", "kesepakatan"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.signed = SignedPages(self, services)
        self.files = LampiranFiles(self, services)
        self.count = plain_label("")
        self.missing = plain_label("awas")
        self.asked = FilesNote(self)
        self.asked.wanted.connect(lambda: self.go("berkas"))
        self.check = QPushButton(self.tr("Periksa semua berkas"))
        self.check.clicked.connect(self._check)
        self._lay_out()

    def title(self) -> str:
        return self.tr("Foto & lampiran")

    def help_text(self) -> str:
        return self.tr(
            "<p>Di sini disimpan foto suasana, foto halaman yang sudah ditandatangani, dan surat milik forum. Foto dan "
            "surat sebuah usulan ada di rincian usulan itu, pada halaman Usulan.</p>"
            "<p><b>Ctrl+O</b> memilih foto; foto juga dapat diseret dari folder. Foto dikecilkan dan catatan di "
            "dalamnya, termasuk tempat, dibuang.</p>"
            "<p><b>Bukti musyawarah</b>: masukkan foto atau hasil pindai semua halaman yang sudah ditandatangani "
            "(<b>Ctrl+Shift+O</b>), boleh dari folder HP. Tempatnya dikenali dari kode kecil di kaki halaman; halaman "
            "musrenbang lain ditolak, dan halaman yang belum ada disebut. Yang kodenya tidak terbaca ditempatkan "
            "dengan tangan.</p>"
            "<p><b>Simpan arsip</b> menulis satu folder berisi semua dokumen, daftar, halaman, dan catatan musrenbang "
            "ini, yang dapat dibuka kapan pun tanpa program ini.</p>"
            "<p>Halaman bertanda tangan boleh ditambah sesudah hasil ditutup. Berkas tidak pernah dihapus; "
            "yang salah dilepas, dan dapat dipakai lagi. <b>Ctrl+Shift+S</b> menyimpan daftarnya, juga milik usulan, "
            "sebagai Excel atau CSV.</p>"
            "<p><b>Periksa semua berkas</b> membaca setiap berkas dan menyebut yang hilang atau berubah.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        self.signed.show_evidence()
        self.asked.show_missing(self.services)
        self.files.show_files()
        every = self.services.lampiran.semua()
        of_usulan = [one for one in every if one.usulan]
        self.count.setText(
            self.tr("{n} berkas forum, {u} berkas usulan").format(n=len(every) - len(of_usulan), u=len(of_usulan))
        )
        if changes is None or "lampiran" in changes.kinds:
            self._name([Cacat(one, "hilang") for one in self.services.lampiran.hilang()])

    def new_item(self) -> None:
        if self.has_forum:
            self.files.choose("foto")

    def on_shown(self) -> None:
        if self.has_forum:  # near the top: what is asked for stays in sight
            self.signed.add.setFocus()
        else:
            super().on_shown()

    def record_of(self, _row: object) -> str:
        """The file with the cursor."""
        rows = [*self.files.rows, *self.signed.evidence.rows]
        return next((place[0] for one in rows if (place := one.cursor_at())), "")

    def listing(self) -> Daftar:
        """Every file of the forum and of its usulan, with what is missing on this laptop."""
        from musrenbang_desktop.exchange.listing import Daftar, Kolom  # only when somebody saves the list

        tr, files = self.tr, self.services.lampiran
        every = files.semua()
        lost = {one.id for one in files.hilang()}
        return Daftar(
            self.title(),
            (Kolom(tr("Berkas")), Kolom(tr("Jenis")), Kolom(tr("Milik")), Kolom(tr("Ukuran")), Kolom(tr("Keadaan"))),
            [
                (
                    one.nama,
                    JENIS_LAMPIRAN.get(one.jenis, tr("Halaman bertanda tangan")),
                    self._owner(one),
                    size_text(one.ukuran),
                    tr("tidak ada di laptop ini") if one.id in lost else tr("ada"),
                )
                for one in every
            ],
        )

    def _check(self) -> None:
        files, every = self.services.lampiran, self.services.lampiran.semua()
        self.background.run(
            lambda _control: files.periksa_berkas(every), self._report, label=self.tr("Memeriksa lampiran")
        )

    def _report(self, found: list[Cacat]) -> None:
        self._name(found)
        if not found:
            self.say.success(self.tr("Semua berkas lampiran ada dan utuh."))

    def _name(self, found: list[Cacat]) -> None:
        lines = [self._line(one) for one in found]
        if lines:
            lines.insert(0, self.tr("Cari lagi berkas ini sebelum data dikirim, lalu lampirkan sekali lagi:"))
        self.missing.setText("\n".join(lines))
        self.missing.setVisible(bool(lines))

    def _line(self, cacat: Cacat) -> str:
        words = {"hilang": self.tr("tidak ada di laptop ini"), "berubah": self.tr("isinya berubah")}
        return f"{cacat.lampiran.nama} ({self._owner(cacat.lampiran)}): {words[cacat.keadaan]}"

    def _owner(self, lampiran: Lampiran) -> str:
        usulan = self.services.usulan.satu(lampiran.usulan) if lampiran.usulan else None
        return f"{usulan.label} {usulan.judul}" if usulan else self.tr("milik forum")

    def _lay_out(self) -> None:
        row = FlowLayout(gap=8)
        row.add(self.count, 1, 20)
        row.add(self.check)
        card = QFrame()
        look(card, "kartu")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.addWidget(self.files)
        self.column.addWidget(self.heading(self.title(), self.tr("Foto suasana, halaman bertanda tangan, surat.")))
        self.column.addLayout(row)
        self.column.addWidget(self.missing)
        self.column.addWidget(self.asked)
        self.column.addWidget(self.signed)
        self.column.addWidget(card)
        self.column.addStretch(1)
