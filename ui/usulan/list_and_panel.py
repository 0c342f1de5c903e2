"""The list of usulan beside its panel, and who gets the width and the height of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QWidget

from ui.closed_note import allow
from ui.fields import TableView
from ui.forum_page import ForumPage
from ui.usulan.filters import FilterRow
from ui.usulan.last_year_hint import LastYearHint
from ui.usulan.quick_line import QuickLine

BESIDE_LETTERS = 85
"""With fewer letters in a line of the page, the panel takes the place of the grid."""
SHORT_LINES = 22
"""With fewer lines of text in the height of the page, the quick line and the filters fold, so that rows show."""


class ListAndPanel(QSplitter):
    """``above`` are the parts of the page above both; they give way where height is short. The panel comes later."""

    def __init__(self, page: ForumPage, above: tuple[QuickLine, FilterRow, LastYearHint]) -> None:
        super().__init__(Qt.Orientation.Horizontal, page.body)
        self._page = page
        self.places = QStackedWidget(self)
        """the list, or what stands in its place"""
        self._panel: QWidget | None = None
        self._quick, self._filters, self._last_year = above
        self.setChildrenCollapsible(False)
        self.addWidget(self.places)
        self.setStretchFactor(0, 1)

    def put_panel(self, panel: QWidget) -> None:
        """What is beside the list when one usulan is opened; hidden until then."""
        panel.hide()
        self._panel = panel
        self.addWidget(panel)

    def take_nothing(self, grid: TableView, *, closed: bool) -> None:
        """Where the forum is ``closed`` no cell opens, and nothing is brought in."""
        triggers = QAbstractItemView.EditTrigger
        usual = triggers.EditKeyPressed | triggers.DoubleClicked
        grid.setEditTriggers(triggers.NoEditTriggers if closed else usual)
        for button in (self._filters.paste_button, self._filters.import_button):
            allow(button, allowed=not closed)

    def share_room(self) -> None:
        """The panel beside the grid, or in its place; where height is short, the rows above the grid give way."""
        metrics = self._page.fontMetrics()
        beside = self._page.width() / max(1, metrics.averageCharWidth()) >= BESIDE_LETTERS
        alone = self._panel is None or self._panel.isHidden()
        short = not alone or self._page_height() < SHORT_LINES * metrics.lineSpacing()
        self._quick.set_short(short=short)
        self._filters.set_short(short=short)
        self._last_year.set_room(room=not short)
        for widget in (self._quick, self._filters, self.places):
            widget.setVisible(beside or alone)
        self.places.setMinimumWidth(0 if alone else 1)  # what an empty list would say must not squeeze the panel
        if beside and not alone:
            wide = self.width()
            self.setSizes([round(wide * 0.58), round(wide * 0.42)])

    def _page_height(self) -> int:
        """The height in sight, in pixels: of the scroll area around the page, not of what it holds."""
        around = self._page.parentWidget()
        return around.height() if around is not None else self._page.height()
