"""The score grid: a digit fills a cell and moves on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Kriteria
from ui.colours import colours
from ui.fields import TableView
from ui.prioritas.columns import FIRST_SCORE

STRETCH = "judul"
"""The column that takes the width that is left."""

#: The widest that can stand in a column; a criterion holds its largest score.
_WIDEST = {"nomor": "U-0000", "nilai": "1.250,50", "peringkat": "888 SERI"}

_CLEAR = (Qt.Key.Key_Period, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScoreView(TableView):
    """Digits fill, arrows move, ``.`` clears. Nothing else changes a score: no wheel, no default."""

    scored = Signal(str, int, object)
    """usulan, place of the criterion, score or None"""
    refused = Signal(object)
    """RuleBroken: a digit outside the range"""
    cell_changed = Signal()
    """the cursor came to another cell"""
    commit_wanted = Signal()
    """the window is about to undo, save or close"""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(accessible_name, parent)
        self.criteria: tuple[Kriteria, ...] = ()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._cells = ScoreDelegate(self)
        self._typed = ""

    def use_criteria(self, criteria: tuple[Kriteria, ...]) -> None:
        """The columns that take scores."""
        for place in range(self.rows().columnCount()):
            scores = FIRST_SCORE <= place < FIRST_SCORE + len(criteria)
            self.setItemDelegateForColumn(place, self._cells if scores else self.itemDelegate())
        self.criteria = criteria
        self._fix_widths()

    def go_to(self, record: str, place: int) -> None:
        """Put the cursor into one cell."""
        row = self.rows().place_of(record)
        if row >= 0:
            index = self.rows().index(row, FIRST_SCORE + place)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def commit(self) -> bool:
        """As every field: record now what is typed."""
        self.commit_wanted.emit()
        return True

    def criterion(self) -> int:
        """The place of the criterion under the cursor, or -1."""
        place = self.currentIndex().column() - FIRST_SCORE
        return place if 0 <= place < len(self.criteria) else -1

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._fix_widths()

    def _fix_widths(self) -> None:
        """Widths by the widest that can come, so that no key makes the table measure all its rows again."""
        header = self.horizontalHeader()
        for place, column in enumerate(self.rows().columns):
            if column.key != STRETCH:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(place, self.natural_width(place))
        self.widths.spread()

    def natural_width(self, place: int) -> int:
        letters = self.fontMetrics()
        key = self.rows().columns[place].key
        widest = next((str(item.terbesar) for item in self.criteria if item.id == key and item.terbesar > 10), "10")
        words = letters.horizontalAdvance(_WIDEST.get(key, widest))
        return max(words + 2 * letters.height(), self.heading_width(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = self.criterion()
        if plain and place >= 0 and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
            self._digit(place, event.key() - Qt.Key.Key_0)
        elif plain and place >= 0 and event.key() in _CLEAR:
            self._typed = ""
            self.scored.emit(self.current().id, place, None)
        elif event.key() in _ON:
            self._move_on()
        else:
            super().keyPressEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        self._typed = ""
        super().currentChanged(current, previous)
        self.cell_changed.emit()

    def _digit(self, place: int, digit: int) -> None:
        """A score of one key moves on at once; longer numbers grow key by key until they are full."""
        kriteria = self.criteria[place]
        if kriteria.terbesar < 10 or (kriteria.terbesar == 10 and kriteria.terkecil > 0):
            self._fill(place, 10 if digit == 0 and kriteria.terbesar == 10 else digit)
            return
        text = f"{self._typed}{digit}"
        nilai = int(text)
        if nilai > kriteria.terbesar:
            self.refused.emit(RuleBroken("nilai", "di_luar_batas", f"{kriteria.terkecil}-{kriteria.terbesar}"))
            return
        self._typed = text
        if nilai >= kriteria.terkecil:
            self.scored.emit(self.current().id, place, nilai)
        if len(text) == len(str(kriteria.terbesar)):
            self._move_on()

    def _fill(self, place: int, nilai: int) -> None:
        kriteria = self.criteria[place]
        if not kriteria.terkecil <= nilai <= kriteria.terbesar:
            self.refused.emit(RuleBroken("nilai", "di_luar_batas", f"{kriteria.terkecil}-{kriteria.terbesar}"))
            return
        self.scored.emit(self.current().id, place, nilai)
        self._move_on()

    def _move_on(self) -> None:
        """The next cell of the row, else the first cell of the next row."""
        index = self.currentIndex()
        row, place = index.row(), max(0, index.column() - FIRST_SCORE + 1)
        if place >= len(self.criteria):
            row, place = row + 1, 0
        if row < self.rows().rowCount():
            self.setCurrentIndex(self.rows().index(row, FIRST_SCORE + place))


class ScoreDelegate(QStyledItemDelegate):
    """A score in the middle of its cell; an empty one is plain to see; the cursor has a frame."""

    def __init__(self, view: ScoreView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        now, nilai = colours(), index.data(Qt.ItemDataRole.UserRole)
        here = index == self._view.currentIndex()
        painter.save()
        rect = option.rect
        painter.fillRect(rect, QColor(now.surface))
        painter.setPen(QColor(now.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = QRectF(rect).adjusted(3, 3, -3, -4)
        painter.setBrush(QColor(now.accent_soft if here else now.surface if nilai is not None else now.warning_soft))
        focused = here and self._view.hasFocus()
        painter.setPen(QPen(QColor(now.focus), 2) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(cell, 5, 5)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(now.text if nilai is not None else now.warning))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, "\u00b7" if nilai is None else str(nilai))
        painter.restore()
