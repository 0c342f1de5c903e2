"""*Buka cadangan dari flashdisk*: find the copies, ask which one, bring it here, and open the window again on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.db.queries.pemulihan import Ikhtisar
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.pemulihan import Bawaan
from ui.background import Background
from ui.reopening import close_to_reopen
from ui.say import Say

if TYPE_CHECKING:
    from musrenbang_desktop.services.pemulihan import Lapor
    from ui.background import JobControl


class BringCopy(QObject):
    """One try. It lives as long as ``window``."""

    def __init__(self, services: Layanan, say: Say, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._say, self._background, self._window = services, say, background, window

    def begin(self) -> None:
        """Choose the flash disk, then read what is on it."""
        place = self._say.choose_folder(self.tr("Pilih flashdisk yang berisi cadangan"))
        if place is None:
            return
        find = self._services.pemulihan.cari
        self._background.run(
            lambda control: find(place, _told(control)), self._choose, label=self.tr("Membaca cadangan di flashdisk")
        )

    def _choose(self, found: list[Bawaan]) -> None:
        chosen = next((one for one in found if self._is_wanted(one, more=one is not found[-1])), None)
        if chosen:
            self._bring(chosen)

    def _is_wanted(self, one: Bawaan, *, more: bool) -> bool:
        here = self._services.pemulihan.isi_laptop()
        details = self.tr("Tidak ada yang dihapus dari flashdisk.")
        if here.forum:
            details = self.tr(
                "Isi laptop ini ({isi}) tidak dihapus: semuanya disimpan di folder tersendiri, tetapi tidak tampak "
                "lagi di jendela ini."
            ).format(isi=self._words(here))
        return self._say.ask(
            self.tr("Buka cadangan {isi}, dibuat {jam}?").format(
                isi=self._words(one.ikhtisar), jam=f"{one.jam:%d-%m-%Y} pukul {one.jam:%H.%M}"
            ),
            yes=self.tr("Buka cadangan ini"),
            no=self.tr("Bukan yang ini") if more else self.tr("Batal"),
            details=details,
        )

    def _words(self, told: Ikhtisar) -> str:
        if not told.forum:
            return self.tr("tanpa musyawarah")
        return self.tr("{desa}: {forum} musyawarah, {usulan} usulan, {peserta} peserta").format(
            desa=told.desa, forum=told.forum, usulan=told.usulan, peserta=told.peserta
        )

    def _bring(self, one: Bawaan) -> None:
        bring = self._services.pemulihan.bawa
        self._background.run(
            lambda control: bring(one, _told(control)),
            lambda _done: self._open(),
            label=self.tr("Menyalin cadangan ke laptop ini"),
        )

    def _open(self) -> None:
        """Nothing is taken behind the back of who goes on working in this window."""
        if not close_to_reopen(self._window):
            self._services.pemulihan.lepas()
            self._say.warning(
                self.tr(
                    "Cadangan belum dibuka, karena jendela ini tidak jadi ditutup. Selesaikan dulu pekerjaannya, lalu "
                    "buka cadangan sekali lagi."
                )
            )


def _told(control: JobControl) -> Lapor:
    def told(done: int, many: int, name: str) -> None:
        control.check()
        control.report(done, many, name)

    return told
