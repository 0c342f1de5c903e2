"""The section Gladi bersih: six things that are tried out before the day, each with the one button that does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from musrenbang_desktop.services.gladi import Butir, Catatan, Kunci
from ui.latihan import open_practice_room
from ui.page import Page
from ui.siapkan.gladi_row import GladiRow
from ui.siapkan.gladi_words import days_left, told
from ui.siapkan.section import Section
from ui.theme import look

if TYPE_CHECKING:
    from musrenbang_desktop.services.cadangan import TitikSimpan
    from musrenbang_desktop.services.flashdisk import Tersalin
    from ui.background import JobControl

_BY_HAND: dict[tuple[Kunci, str], Catatan] = {
    ("lembar_uji", "belum"): "cetak_di_luar",
    ("lembar_uji", "di_luar"): "cetak_di_luar",
    ("lembar_uji", "ukur"): "penggaris",
    ("lembar_uji", "beres"): "penggaris",
    ("layar", "belum"): "tanpa_layar",
    ("layar", "tanpa"): "tanpa_layar",
}
"""(item, its fact) -> what only the operator can say of it then"""


class GladiSection(Section):
    """Reads the facts; a tick by hand stands only where no fact can be known."""

    kinds: ClassVar[frozenset[str]] = frozenset({"forum", "peserta", "dokumen", "gladi"})

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        tr = self.tr
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        look(self.state, "anak-judul")
        hands: dict[Catatan, str] = {
            "penggaris": tr("Ukuran di kertas sudah benar"),
            "cetak_di_luar": tr("Mencetak di tempat lain"),
            "tanpa_layar": tr("Tanpa proyektor"),
        }
        acts: tuple[tuple[Kunci, str, str, Callable[[], object]], ...] = (
            ("latihan", tr("Berlatih"), tr("Buka ruang latihan"), self.practise),
            ("lembar_uji", tr("Printer"), tr("Buka lembar uji"), lambda: page.go("dokumen", "lembar_uji")),
            ("layar", tr("Proyektor"), tr("Buka layar"), lambda: page.go("layar", "buka")),
            ("titik_simpan", tr("Titik simpan"), tr("Buat titik simpan"), self.make_copy),
            ("flashdisk", tr("Cadangan di flashdisk"), tr("Salin cadangan…"), self.carry_away),
            ("kertas", tr("Undangan dan kertas"), tr("Buka undangan"), lambda: page.go("undangan")),
        )
        self.rows: dict[Kunci, GladiRow] = {}
        self.column.setSpacing(6)
        self.column.addWidget(self.state)
        for number, (key, title, button, run) in enumerate(acts, 1):
            row = self.rows[key] = GladiRow(number, title, button, run, hands, self)
            row.said.connect(self._say_so)
            self.column.addWidget(row)
        self.column.addStretch(1)

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Gladi bersih</b>: enam hal yang dicoba sehari dua hari sebelum musyawarah. Tanda hijau datang "
            "sendiri begitu hal itu terjadi di laptop ini; hanya yang tidak dapat diketahui laptop yang dicentang "
            "tangan.</p><p><b>Salin cadangan</b> menulis cadangan ke flashdisk, membacanya kembali, lalu mengatakan "
            "kapan flashdisk aman dicabut. Simpan flashdisk itu di tempat lain dari laptopnya.</p>"
        )

    def read(self) -> None:
        if self.services.forum.aktif() is None:
            return
        items, days = self.services.gladi.daftar(), self.services.gladi.hari()
        done = sum(one.beres for one in items)
        text = self.tr("{n} dari {semua} siap. {hari}").format(n=done, semua=len(items), hari=days_left(days))
        self.state.setText(text)
        for one in items:
            self._show(one)

    def on_shown(self) -> None:
        """The cursor goes to the first thing that is not done. Copies and practice change without being told."""
        self.read()
        open_rows = [row for row in self.rows.values() if not row.done]
        (open_rows or list(self.rows.values()))[0].button.setFocus()

    def show_part(self, part: str) -> None:
        if row := next((row for key, row in self.rows.items() if key == part), None):
            row.button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """The operator comes back from the window of the practice room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self.read()

    def practise(self) -> None:
        """The window of the practice room."""
        open_practice_room(self.services, self.say)

    def make_copy(self) -> None:
        """A titik simpan now."""
        self.background.run(
            lambda _control: self.services.cadangan.buat(), self._copied, label=self.tr("Membuat titik simpan")
        )

    def carry_away(self) -> None:
        """Salin cadangan: choose the flash disk, write, read back, and say when it may be pulled."""
        label = self.tr("Menyalin cadangan ke flashdisk")
        if self.background.label == label:
            return
        place = self.say.choose_folder(self.tr("Pilih flashdisk untuk cadangan"))
        flashdisk = self.services.flashdisk
        if place is None or not self.attempt(lambda: flashdisk.periksa(place)):
            return
        name, forum = flashdisk.nama(), self.services.desk.forum_id

        def write(control: JobControl) -> Tersalin:
            def told_so_far(done: int, total: int, text: str) -> None:
                control.check()
                control.report(done, total, text)

            return flashdisk.salin(place, name, told_so_far)

        self.background.run(write, lambda made: self._carried(made, forum), self._failed, label=label)

    def _carried(self, made: Tersalin, forum: str) -> None:
        if forum == self.services.desk.forum_id:
            self.attempt(lambda: self.services.gladi.catat("flashdisk"))
        self._tell_missing(made.tanpa)
        self.say.success(
            self.tr("{n} berkas di {folder} terbaca kembali dan sama. Flashdisk aman dicabut.").format(
                n=made.berkas, folder=made.folder.name
            )
        )
        self.read()

    def _failed(self, problem: Exception) -> None:
        self.say.trouble(problem, retry=self.carry_away)

    def _copied(self, copy: TitikSimpan) -> None:
        self._tell_missing(copy.tanpa)
        self.read()

    def _tell_missing(self, names: tuple[str, ...]) -> None:
        if names:
            from ui.copies import without_files

            self.say.warning(without_files(names))

    def _show(self, one: Butir) -> None:
        hand = _BY_HAND.get((one.kunci, one.fakta))
        ticked = one.fakta in ("di_luar", "tanpa", "beres")
        self.rows[one.kunci].show_item(one.beres, told(one), hand, ticked=ticked)

    def _say_so(self, note: Catatan, yes: bool) -> None:
        gladi = self.services.gladi
        self.attempt(lambda: gladi.catat(note) if yes else gladi.lupakan(note))
        self.read()
