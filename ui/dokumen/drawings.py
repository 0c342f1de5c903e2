"""The documents of one state of the forum, each drawn once and only when it is wanted, in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.services.dokumen import DIHITUNG
from musrenbang_desktop.services.penggambar import Penggambar
from ui.background import Background, JobControl
from ui.dokumen.drawn import Drawn, draw
from ui.dokumen.newest import Newest
from ui.say import Say


def _tr(text: str) -> str:
    return QCoreApplication.translate("DokumenPage", text)


class Drawings:
    """``made`` holds what is drawn as the facts stand; nothing of an older state is ever in it."""

    def __init__(
        self,
        background: Background,
        say: Say,
        again: Callable[[], object],
        whole: Callable[[], Penggambar],
        catch_up: Callable[[], object],
    ) -> None:
        """``whole`` reads the facts with the worksheet, which takes its time; ``again`` tries once more.

        ``catch_up`` reads what changed, if that was put off: nothing older is ever saved or printed.
        """
        self._background, self._say, self._again, self._read_whole = background, say, again, whole
        self._catch_up = catch_up
        self._penggambar: Penggambar | None = None
        self._whole: Penggambar | None = None
        self._newest = Newest(background, lambda: self._penggambar)
        self.made: dict[str, Drawn] = {}

    def forget(self) -> None:
        """There is no forum."""
        self._penggambar = self._whole = None

    def renew(self, penggambar: Penggambar) -> bool:
        """Take the facts as they stand; True when they differ, and everything is to be drawn again."""
        if penggambar == self._penggambar:
            return False
        self._penggambar, self._whole, self.made = penggambar, None, {}
        return True

    def with_drawn(self, kinds: Sequence[str], then: Callable[[], object]) -> None:
        """Do ``then`` once these documents are drawn as the facts stand; drawn again if they change meanwhile."""
        self._catch_up()
        penggambar = self._penggambar
        if penggambar is None:
            return
        missing = [jenis for jenis in kinds if jenis not in self.made]
        if not missing:
            then()
            return
        drawing = self._for(missing)

        def job(control: JobControl) -> list[Drawn]:
            made = []
            for done, jenis in enumerate(missing):
                control.check()
                control.report(done, len(missing), _tr("Menyusun {dokumen}").format(dokumen=JENIS[jenis]))
                made.append(draw(jenis, drawing))
            return made

        def again() -> None:
            self.with_drawn(kinds, then)

        def keep(made: list[Drawn]) -> None:
            self.made.update({drawn.jenis: drawn for drawn in made})
            again()

        self._newest.run(job, keep, self._explain, again=again, label=_tr("Menyusun dokumen"))

    def with_marked(self, jenis: str, ulang: int, then: Callable[[Drawn], object]) -> None:
        """Do ``then`` with a document that is marked as this reprint; the same as ever for 0."""
        self._catch_up()
        penggambar = self._penggambar
        if not ulang or penggambar is None:
            self.with_drawn([jenis], lambda: then(self.made[jenis]))
            return
        label = _tr("Menyusun {dokumen}").format(dokumen=JENIS[jenis])
        drawing = self._for([jenis])
        self._background.run(lambda _control: draw(jenis, drawing, ulang), then, self._explain, label=label)

    @property
    def penggambar(self) -> Penggambar | None:
        """Draws the facts as they stand; None while there is no forum."""
        return self._penggambar

    @property
    def forum_id(self) -> str:
        """The forum that is drawn; the desk may have another one already."""
        return self._penggambar.isi.forum.id if self._penggambar else ""

    def whole(self) -> Penggambar:
        """Draws the facts as they stand, the worksheet too."""
        if self._whole is None:
            self._whole = self._read_whole()
        return self._whole

    def _for(self, kinds: Sequence[str]) -> Penggambar:
        return self.whole() if self._penggambar is None or DIHITUNG.intersection(kinds) else self._penggambar

    def _explain(self, problem: Exception) -> None:
        from musrenbang_desktop.reference.profile import ProfileInvalid

        if isinstance(problem, ProfileInvalid):
            self._say.error(str(problem))
        else:
            self._say.trouble(problem, retry=self._again)
