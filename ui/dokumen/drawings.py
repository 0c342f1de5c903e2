"""The documents of one state of the forum, each drawn once and only when it is wanted, in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.services.penggambar import Penggambar
from ui.background import Background, JobControl
from ui.dokumen.drawn import Drawn, draw
from ui.say import Say


def _tr(text: str) -> str:
    return QCoreApplication.translate("DokumenPage", text)


class Drawings:
    """``made`` holds what is drawn as the facts stand; nothing of an older state is ever in it."""

    def __init__(self, background: Background, say: Say, again: Callable[[], object]) -> None:
        self._background, self._say, self._again = background, say, again
        self._penggambar: Penggambar | None = None
        self.made: dict[str, Drawn] = {}

    def forget(self) -> None:
        """There is no forum."""
        self._penggambar = None

    def renew(self, penggambar: Penggambar) -> bool:
        """Take the facts as they stand; True when they differ, and everything is to be drawn again."""
        if penggambar == self._penggambar:
            return False
        self._penggambar, self.made = penggambar, {}
        return True

    def with_drawn(self, kinds: Sequence[str], then: Callable[[], object]) -> None:
        """Do ``then`` once these documents are drawn as the facts stand; drawn again if they change meanwhile."""
        penggambar = self._penggambar
        if penggambar is None:
            return
        missing = [jenis for jenis in kinds if jenis not in self.made]
        if not missing:
            then()
            return

        def job(control: JobControl) -> list[Drawn]:
            made = []
            for done, jenis in enumerate(missing):
                control.check()
                control.report(done, len(missing), _tr("Menyusun {dokumen}").format(dokumen=JENIS[jenis]))
                made.append(draw(jenis, penggambar))
            return made

        def keep(made: list[Drawn]) -> None:
            if penggambar is self._penggambar:
                self.made.update({drawn.jenis: drawn for drawn in made})
            self.with_drawn(kinds, then)

        self._background.run(job, keep, self._explain, label=_tr("Menyusun dokumen"))

    def with_marked(self, jenis: str, ulang: int, then: Callable[[Drawn], object]) -> None:
        """Do ``then`` with a document that is marked as this reprint; the same as ever for 0."""
        penggambar = self._penggambar
        if not ulang or penggambar is None:
            self.with_drawn([jenis], lambda: then(self.made[jenis]))
            return
        label = _tr("Menyusun {dokumen}").format(dokumen=JENIS[jenis])
        self._background.run(lambda _control: draw(jenis, penggambar, ulang), then, self._explain, label=label)

    @property
    def penggambar(self) -> Penggambar | None:
        """Draws the facts as they stand; None while there is no forum."""
        return self._penggambar

    def _explain(self, problem: Exception) -> None:
        from musrenbang_desktop.reference.profile import ProfileInvalid

        if isinstance(problem, ProfileInvalid):
            self._say.error(str(problem))
        else:
            self._say.trouble(problem, retry=self._again)
