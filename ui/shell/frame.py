"""Where the parts of the window stand, and how they share a small screen."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.message_bar import MessageBar
from ui.shell.help import HelpPanel
from ui.shell.navigation import Navigation
from ui.shell.page_stack import PageStack
from ui.shell.status import StatusBar
from ui.shell.strip import TopStrip

HELP_BESIDE_LETTERS = 95
"""With fewer letters in the width of the window, help stands in for the page."""


class Frame(QWidget):
    """Strip above; navigation, page and help beside each other; status below."""

    def __init__(
        self,
        strip: TopStrip,
        navigation: Navigation,
        messages: MessageBar,
        stack: PageStack,
        help_panel: HelpPanel,
        status: StatusBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._strip, self._navigation, self._help, self._status = strip, navigation, help_panel, status
        self._middle = QWidget(self)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(messages)
        column.addWidget(stack, 1)
        messages.float_over(self._middle)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(navigation)
        body.addWidget(self._middle, 1)
        body.addWidget(help_panel)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(strip)
        rows.addLayout(body, 1)
        rows.addWidget(status)
        for widget in (self._middle, strip, status):
            widget.setMinimumWidth(1)  # the window may always be as small as the smallest screen

    @property
    def page_hidden(self) -> bool:
        """Whether help has the place of the page."""
        return not self._middle.isVisible()

    def fit(self, width: int, height: int) -> None:
        """Share out a window of this size."""
        self._strip.fit()
        bars = self._strip.sizeHint().height() + self._status.sizeHint().height()
        self._navigation.fit(width, height - bars)
        covers = self.help_covers(width)
        self._middle.setVisible(not (covers and self._help.isVisible()))
        self._help.fit(width, covers=covers)

    def help_covers(self, width: int) -> bool:
        """Whether there is no room for a page beside its help."""
        return width < self.fontMetrics().averageCharWidth() * HELP_BESIDE_LETTERS
