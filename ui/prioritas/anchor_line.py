"""What each score of the criterion under the cursor means."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from musrenbang_desktop.domain.penilaian import Kriteria
from ui.prioritas.notes import anchors
from ui.theme import look


class AnchorLine(QLabel):
    """Hidden where the criterion has no written classes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "redup")
        self.setWordWrap(True)

    def show_criterion(self, kriteria: Kriteria | None) -> None:
        """Say the classes of this criterion; None: the cursor stands on none."""
        text = anchors(kriteria) if kriteria else ""
        self.setText(text)
        self.setVisible(bool(text))
