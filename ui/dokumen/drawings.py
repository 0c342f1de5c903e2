"""The documents of one state of the forum, each drawn once and only when it is wanted, in the background."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.services.dokumen import DIHITUNG
from musrenbang_desktop.services.penggambar import Penggambar
from ui.background import Background, JobControl
from ui.dialect import said
from ui.dokumen.drawn import Drawn, draw
from ui.dokumen.newest import Newest
from ui.say import Say


def _tr(text: str) -> str:
    return QCoreApplication.translate("DokumenPage", text)


class _Wish(NamedTuple):
    """What is done with which documents of which forum, and what once they cannot be had any more."""

    kinds: tuple[str, ...]
    forum: str
    then: Callable[[], object]
    given_up: Callable[[], object]


def _nothing() -> None:
    """Nobody waits for it."""


class Drawings:
    """``made`` holds what is drawn as the facts stand; nothing of an older state is ever in it."""

    def __init__(
        self,
        background: Background,
        say: Say,
        again: Callable[[], object],
        whole: Callable[[Penggambar], Penggambar],
        catch_up: Callable[[], object],
    ) -> None:
        """``whole`` reads the worksheet to known facts, which takes its time; ``again`` tries once more.

        ``catch_up`` reads what changed, if that was put off: nothing older is ever saved or printed.
        """
        self._background, self._say, self._again, self._read_whole = background, say, again, whole
        self._catch_up = catch_up
        self._penggambar: Penggambar | None = None
        self._whole: Penggambar | None = None
        self._newest = Newest(background, lambda: self._penggambar)
        self.made: dict[str, Drawn] = {}

    def forget(self) -> None:
        """There is no forum, or another one."""
        self._penggambar, self._whole, self.made = None, None, {}

    def renew(self, penggambar: Penggambar) -> bool:
        """Take the facts as they stand; True when they differ, and everything is to be drawn again."""
        if penggambar == self._penggambar:
            return False
        self._penggambar, self._whole, self.made = penggambar, None, {}
        return True

    def with_drawn(
        self, kinds: Sequence[str], then: Callable[[], object], given_up: Callable[[], object] = _nothing
    ) -> None:
        """Do ``then`` once these documents are drawn as the facts stand; drawn again if they change meanwhile.

        ``given_up`` is done instead when another forum is on the desk by then: its papers were not asked for.
        """
        if self.newest() is not None:
            self._draw(_Wish(tuple(kinds), self.forum_id, then, given_up))

    def _draw(self, wish: _Wish) -> None:
        self._catch_up()
        missing = [jenis for jenis in wish.kinds if jenis not in self.made]
        drawing = self.drawing(missing) if self.forum_id == wish.forum else None
        if drawing is None:
            wish.given_up()
            return
        if not missing:
            wish.then()
            return

        def job(control: JobControl) -> list[Drawn]:
            made = []
            for done, jenis in enumerate(missing):
                control.check()
                control.report(done, len(missing), _tr("Menyusun {dokumen}").format(dokumen=said(JENIS[jenis])))
                made.append(draw(jenis, drawing))
            return made

        def again() -> None:
            self._draw(wish)

        def keep(made: list[Drawn]) -> None:
            self.made.update({drawn.jenis: drawn for drawn in made})
            again()

        self._newest.run(job, keep, self._explain, again=again, label=_tr("Menyusun dokumen"))

    def with_marked(self, jenis: str, ulang: int, then: Callable[[Drawn], object]) -> None:
        """Do ``then`` with a document that is marked as this reprint; the same as ever for 0."""
        drawing = self.drawing([jenis]) if ulang else None
        if drawing is None:
            self.with_drawn([jenis], lambda: then(self.made[jenis]))
            return
        label = _tr("Menyusun {dokumen}").format(dokumen=said(JENIS[jenis]))
        self._background.run(lambda _control: draw(jenis, drawing, ulang), then, self._explain, label=label)

    @property
    def penggambar(self) -> Penggambar | None:
        """Draws the facts as they were read last; None while there is no forum."""
        return self._penggambar

    def newest(self) -> Penggambar | None:
        """Draws the facts as they stand, read again if that was put off."""
        self._catch_up()
        return self._penggambar

    @property
    def forum_id(self) -> str:
        """The forum that is drawn; the desk may have another one already."""
        return self._penggambar.isi.forum.id if self._penggambar else ""

    def drawing(self, kinds: Collection[str]) -> Penggambar | None:
        """Draws these documents as the facts stand; the worksheet is counted for those that need it."""
        known = self.newest()
        if known is None or not DIHITUNG.intersection(kinds):
            return known
        if self._whole is None:
            self._whole = self._read_whole(known)
        return self._whole

    def _explain(self, problem: Exception) -> None:
        from musrenbang_desktop.reference.profile import ProfileInvalid

        if isinstance(problem, ProfileInvalid):
            self._say.error(str(problem))
        else:
            self._say.trouble(problem, retry=self._again)
