"""Half-typed words of a form, kept beside the records so that a power cut takes at most two seconds of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.services.layanan import Layanan
from ui.fields.committing import Pause
from ui.fields.waiting import keep_apart
from ui.page import Page


class FormDraft(QObject):
    """One form of one page. ``words`` tells what stands in it now; nothing but empty words is forgotten."""

    def __init__(
        self,
        owner: QObject,
        services: Layanan,
        halaman: str,
        words: Callable[[], Mapping[str, str]],
        *,
        whole: bool = True,
    ) -> None:
        """``whole``: all fields in ``owner`` are this form's, so that none keeps words of its own."""
        super().__init__(owner)
        self._services, self._page, self._words = services, halaman, words
        self._key = ""
        self._kept = False
        self._pause = Pause(self, self.keep)
        owner.installEventFilter(self)
        if whole and not isinstance(owner, Page):
            keep_apart(owner)

    def found(self, kunci: str) -> dict[str, str]:
        """What was left of the form of ``kunci`` (a forum), to be shown again; typing goes on under that key."""
        self._key = kunci
        found = {name: str(text) for name, text in self._services.draf.ambil(self._page).get(kunci, {}).items()}
        self._kept = bool(found)
        return found

    @property
    def key(self) -> str:
        """Whose form stands here; empty before :meth:`found`."""
        return self._key

    @property
    def kept(self) -> bool:
        """Whether what stands in the form is on the disk."""
        return self._kept and not self._pause.waiting

    def touch(self, *_what: object) -> None:
        """Somebody typed."""
        self._pause.restart()

    def flush(self) -> None:
        """Keep what still waits; called when the form goes out of sight."""
        if self._pause.waiting:
            self.keep()

    def keep(self) -> None:
        """Now; a full disk is said when the form itself is recorded."""
        self._pause.stop()
        self._write(dict(self._words()))

    def forget(self) -> None:
        """The form was recorded or given up. Costs nothing where nothing was kept."""
        self._pause.stop()
        if self._kept:
            self._write({})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.flush()
        return super().eventFilter(watched, event)

    def _write(self, words: dict[str, str]) -> None:
        if not self._key:
            return
        told = words if any(map(str.strip, words.values())) else {}
        try:
            self._services.draf.simpan(self._page, self._key, told)
            self._kept = bool(told)
        except Trouble:
            self._pause.restart()
