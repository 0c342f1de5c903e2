"""The words of the place in every text of the window: in a nagari the column *Dusun* is called *Jorong*.

It sits before the catalogues and changes only what the program says, never what somebody typed. With the usual words of
a desa it is not installed at all.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.sebutan import DESA, Istilah


def said(text: str) -> str:
    """A text of ours that no window holds (a choice, the name of a paper), in the words of the place."""
    return QCoreApplication.translate("Dialect", text)


class Dialect(QTranslator):
    """Follows the forum on the desk."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = DESA
        self._said: dict[str, str] = {}

    def follow(self, forum: Forum | None) -> bool:
        """Speak as the forum does; True when that changed, so that what stands on screen is said in old words."""
        words = forum.istilah if forum else DESA
        if words == self._words:
            return False
        QCoreApplication.removeTranslator(self)
        self._words, self._said = words, {}
        if words != DESA:
            QCoreApplication.installTranslator(self)
        return True

    def be_quiet(self) -> None:
        """The window closes."""
        self.follow(None)

    @property
    def words(self) -> Istilah:
        """The words in use."""
        return self._words

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The text in local words; nothing when it says nothing of places, so that the catalogues are asked."""
        del context, disambiguation, n
        if source not in self._said:
            self._said[source] = self._words.dalam(source)
        said = self._said[source]
        return said if said != source else None
