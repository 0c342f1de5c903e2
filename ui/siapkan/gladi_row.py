"""One line of the rehearsal: its mark, what is known, and the button; below it the tick that only a hand can set."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.services.gladi import Catatan
from ui.buttons import Badge, push
from ui.fields import FlowLayout
from ui.panels import SideBySide
from ui.theme import look

LETTERS = 70
"""Below this many letters the button goes under the words."""


class GladiRow(QWidget):
    """Shows one item; it knows none of the facts."""

    said = Signal(str, bool)
    """what the operator says, and whether it is so"""

    def __init__(
        self,
        number: int,
        title: str,
        button: str,
        run: Callable[[], object],
        hands: Mapping[Catatan, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._number, self._hands = number, hands
        self._note: Catatan | None = None
        self.done = False
        self._title, self._detail = QLabel(title, self), QLabel(self)
        look(self._title, "label")
        look(self._detail, "redup")
        self._detail.setWordWrap(True)
        self.button = push(button, run, parent=self)
        self.tick = QCheckBox(self)
        self.tick.clicked.connect(self._on_tick)
        self._mark: Badge | None = None
        self._lay_out()

    def show_item(self, done: bool, detail: str, hand: Catatan | None, *, ticked: bool) -> None:
        """``hand`` is what only the operator can say now; ``ticked`` whether it was said."""
        self.done, self._note = done, hand
        self._detail.setText(detail)
        words = self.tr("siap") if done else self.tr("belum")
        self.button.setAccessibleDescription(f"{self._title.text()}, {words}. {detail}")
        self.tick.setVisible(hand is not None)
        self.tick.setChecked(ticked)
        self.tick.setText(self._hands[hand] if hand else "")
        self.tick.setAccessibleName(self.tick.text())
        self._show_mark(done)

    def _show_mark(self, done: bool) -> None:
        before, self._mark = self._mark, Badge(self._number, done=done, active=not done, parent=self)
        if before is not None:
            self._line.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._line.insertWidget(0, self._mark, 0, Qt.AlignmentFlag.AlignTop)

    def _on_tick(self, checked: bool) -> None:
        if self._note:
            self.said.emit(self._note, checked)

    def _lay_out(self) -> None:
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addStretch(1)
        acts = QWidget(self)
        flow = FlowLayout(acts, gap=10)
        flow.add(self.button)
        flow.add(self.tick)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)
        self._line.addWidget(SideBySide(words, acts, least=LETTERS, shares=(1, 1)), 1)
