"""What every section of the page Siapkan is."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.attempt import attempt
from ui.fields import FieldRow
from ui.page import Page


class Section(QWidget):
    """One section. Built cheaply when it is first shown; ``read()`` follows at once.

    ``read()`` is called again after a change of its ``kinds`` while it is in front, or when it comes to the front.
    A forum is on the desk whenever a section is shown, unless its line in the table says ``at_start``.
    """

    #: The kinds of record whose change concerns this section; empty means all.
    kinds: ClassVar[frozenset[str]] = frozenset({"forum"})

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.page = page
        self.services: Layanan = page.services
        self.say = page.say
        self.background = page.background
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)

    def help_text(self) -> str:
        """F1: simple rich text, shown after what is said of the page."""
        return ""

    def read(self) -> None:
        """Show what is recorded; never records anything, and what is being typed stays."""

    def on_shown(self) -> None:
        """The section came to the front: put the cursor where work begins."""
        self.setFocus()
        self.focusNextChild()

    def show_part(self, part: str) -> None:
        """Bring one part of the section into view and put the cursor there."""

    def part_of(self, _row: object) -> str:
        """The part of the forum that a row of this section is, as ``#agenda#3``; nothing for a record of its own."""
        return ""

    def escape(self) -> bool:
        """Esc: go back one level inside the section without losing text. True when there was one."""
        return False

    def attempt(self, act: Callable[[], object], row: FieldRow | None = None) -> bool:
        """Do something that a service may refuse; the refusal is said at ``row``, or in the message bar."""
        return attempt(self.page, act, row)
