"""What stands in the way of closing, each one a button that goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.fields import FlowLayout
from ui.theme import look, quiet

MOST = 8
"""buttons of one kind; the rest is counted"""


@dataclass(frozen=True, slots=True)
class Way:
    """A button that leads to one thing that is missing."""

    text: str
    name: str
    """what a screen reader says, and the tooltip"""
    go: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Missing:
    """One kind of thing that is missing: a sentence, and the ways there."""

    words: str
    ways: tuple[Way, ...] = ()
    wajib: bool = True
    """whether the closing waits for it; else it is only asked"""


class MissingList(QFrame):
    """Hidden while nothing is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self.buttons: list[QPushButton] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 8, 14, 8)
        self._column.setSpacing(4)

    def words(self) -> str:
        """All sentences of the list."""
        return " ".join(label.text() for row in self._rows for label in row.findChildren(QLabel))

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Write the list anew."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.buttons = []
        self._rows = [self._row(one) for one in missing]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(missing))

    def _row(self, missing: Missing) -> QWidget:
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = QLabel(missing.words, row)
        words.setWordWrap(True)
        look(words, "awas" if missing.wajib else "redup")
        column.addWidget(words)
        flow = FlowLayout(gap=4)
        for way in missing.ways[:MOST]:
            flow.add(self._button(way, row))
        if len(missing.ways) > MOST:
            rest = QLabel(self.tr("dan {n} lagi").format(n=len(missing.ways) - MOST), row)
            look(rest, "redup")
            flow.add(rest)
        column.addLayout(flow)
        return row

    def _button(self, way: Way, parent: QWidget) -> QPushButton:
        button = quiet(QPushButton(way.text, parent))
        button.setAccessibleName(way.name)
        button.setToolTip(way.name)
        button.clicked.connect(lambda _checked=False: way.go())
        self.buttons.append(button)
        return button
