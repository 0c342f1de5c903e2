"""What every page of the window is."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Self

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.services.changes import Changes
from ui.background import Background
from ui.say import Say
from ui.theme import look

if TYPE_CHECKING:
    from musrenbang_desktop.exchange.listing import Daftar
    from musrenbang_desktop.services.layanan import Layanan
    from ui.fields.waiting import WaitingWords


class GoTo(NamedTuple):
    """A wish to see another page, perhaps at one record."""

    page: str
    record: str = ""


class Page(QWidget):
    """One page. Built cheaply and without reading; the shell calls ``refresh(None)`` when it is first shown.

    Later changes arrive through ``refresh(changes)`` while the page is visible, or when it is shown again.
    """

    #: The kinds of record whose change concerns this page; empty means all.
    kinds: ClassVar[frozenset[str]] = frozenset()

    #: Where the page stands from the beginning; :meth:`born_in` says so.
    cradle: QWidget | None = None

    #: Whether it stays as it is when the words of the place change: it owns more than what is in this window.
    lasting: ClassVar[bool] = False

    wants_page = Signal(object)
    """GoTo"""
    wants_history = Signal(str)
    """the id of a record whose history should be shown"""

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(self.cradle)
        self.services = services
        self.say = say
        self.background = background
        look(self, "halaman")

    @classmethod
    def born_in(cls, place: QWidget, services: Layanan, say: Say, background: Background) -> Self:
        """A page built where it will stand: Qt dresses every widget of a page again when the page is moved."""
        page = cls.__new__(cls)
        page.cradle = place
        cls.__init__(page, services, say, background)
        return page

    def title(self) -> str:
        """The name of the page for the operator."""
        raise NotImplementedError

    def help_text(self) -> str:
        """F1: one screen of simple rich text."""
        raise NotImplementedError

    def refresh(self, changes: Changes | None) -> None:
        """Read again what the changes touch; None means everything."""

    def build_more(self) -> None:
        """Nobody waits: build, without reading, what the first :meth:`refresh` would build else."""

    def first_picture(self) -> None:
        """The very first picture of the window: show at once what is known without much reading."""
        self.refresh(None)
        self.on_shown()

    def after_first_picture(self) -> None:
        """The window is on screen: show the rest of what :meth:`first_picture` left out."""

    def on_shown(self) -> None:
        """The page came to the front: put the cursor where work begins (its first field or button)."""
        self.setFocus()
        self.focusNextChild()

    def focus_filter(self) -> None:
        """Ctrl+F: the page's own filter; without one, words are looked for in the list in front."""
        from ui.fields.find_line import find_in_list  # only when somebody looks for something

        if not find_in_list(self):
            self.say.info(QCoreApplication.translate("Page", "Di halaman ini tidak ada daftar untuk disaring."))

    def record_of(self, row: object) -> str:
        """The id of the record that one row of a list shows, for its history; nothing when a row is no record.

        ``row`` is None where no row is chosen: a page may have a record in front all the same.
        """
        return str(getattr(row, "id", "") or "")

    def listing(self) -> Daftar | None:
        """What the page lists without a table, as it is shown, for Ctrl+Shift+S; None where there is no such list."""
        return None

    def new_item(self) -> None:
        """Ctrl+N."""

    def save_and_new(self) -> None:
        """Ctrl+Enter."""

    def print_document(self) -> None:
        """Ctrl+P."""

    def escape(self) -> bool:
        """Esc: go back one level inside the page without losing text. True when there was one."""
        return False

    def undo(self) -> bool:
        """Ctrl+Z on a page that keeps its own past; False where the last act of the forum is meant."""
        return False

    def redo(self) -> bool:
        """Ctrl+Y, like :meth:`undo`."""
        return False

    @functools.cached_property
    def waiting_words(self) -> WaitingWords:
        """What was typed into fields of this page and stands in no record."""
        from ui.fields.waiting import WaitingWords  # with the first field

        return WaitingWords(self, self.services)

    def settle(self) -> bool:
        """The window is about to close: False when words stand here that the records do not hold."""
        return not any(getattr(widget, "unrecorded", False) for widget in self.findChildren(QWidget))

    def words_wait(self) -> bool:
        """Whether a field shows words that stand in no record: they are kept, but for this field and its name."""
        fields = (getattr(widget, "waiting", None) for widget in self.findChildren(QWidget))
        return any(waiting is not None and waiting.words is not None for waiting in fields)

    def show_record(self, record: str) -> None:
        """Bring one record into view."""

    def go(self, page: str, record: str = "") -> None:
        """Ask the shell for another page."""
        self.wants_page.emit(GoTo(page, record))

    def heading(self, text: str, below: str = "") -> QWidget:
        """The large title of a page with one quiet line below it."""
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for words, name in ((text, "judul"), (below, "redup")):
            if words:
                label = QLabel(words, box)
                label.setWordWrap(name == "redup")
                label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.NoTextInteraction)
                look(label, name)
                layout.addWidget(label)
        return box
