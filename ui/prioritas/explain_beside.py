"""The places of the page, and beside them the explanation of an order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from musrenbang_desktop.services.penjelasan import PenjelasanService
from ui.forum_page import enter_presses
from ui.prioritas.explain_panel import ExplainPanel

BESIDE_LETTERS = 85
"""A narrower window shows the explanation in the stead of what it explains."""


class ExplainBeside(QSplitter):
    """The panel is made when somebody first asks."""

    closed = Signal()
    worksheet_wanted = Signal()

    def __init__(self, penjelasan: PenjelasanService, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._penjelasan = penjelasan
        self._panel: ExplainPanel | None = None
        self.setChildrenCollapsible(False)

    @property
    def panel(self) -> ExplainPanel:
        """Kenapa urutan ini?"""
        if self._panel is None:
            panel = self._panel = ExplainPanel(self._penjelasan, self)
            panel.closed.connect(self.closed)
            panel.worksheet_wanted.connect(self.worksheet_wanted)
            panel.hide()
            self.addWidget(panel)
            enter_presses(panel)
        return self._panel

    @property
    def made(self) -> ExplainPanel | None:
        """The panel, when somebody has asked for it already."""
        return self._panel

    @property
    def explaining(self) -> bool:
        """Whether the explanation is on screen."""
        return self._panel is not None and not self._panel.isHidden()

    def explain(self, *, shown: bool) -> None:
        """Show the explanation, or put it away."""
        if shown:
            self.panel.show()
        elif self._panel is not None:
            self._panel.put_away()
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        places = self.widget(0)
        if places is None:
            return
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        places.setVisible(letters >= BESIDE_LETTERS or not self.explaining)
        if self.explaining:
            wide = self.width()
            self.setSizes([round(wide * 0.62), round(wide * 0.38)])
