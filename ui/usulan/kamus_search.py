"""What matches the letters of a field, offered below it while somebody types: entries of the kamus, goals of a plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QWidget

from musrenbang_desktop.domain.kamus import ButirKamus
from musrenbang_desktop.domain.rupiah import format_rupiah

T = TypeVar("T")

LEAST_LETTERS = 2
"""Fewer letters match nearly everything."""
WIDTH_LETTERS = 66
MOST_ROWS = 8

_UP_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PICK = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Suggestions(QObject, Generic[T]):
    """A list that stands over the window below a field and never takes the cursor.

    Down and Up choose, Enter takes the chosen one, Esc closes; without a choice every key means what it always means,
    so that nobody who types past the list takes something by accident. ``pick`` is called with what was taken.
    """

    def __init__(
        self,
        line: QLineEdit,
        search: Callable[[str], Sequence[T]],
        show: Callable[[T], str],
        pick: Callable[[T], object],
        *,
        name: str,
    ) -> None:
        super().__init__(line)
        self._line, self._search, self._show, self._pick = line, search, show, pick
        self._name = name
        self._found: Sequence[T] = ()
        self.list: QListWidget | None = None
        line.textEdited.connect(self._on_typed)
        line.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether something is offered now."""
        return self.list is not None and not self.list.isHidden()

    def close(self) -> None:
        """Offer nothing."""
        if self.list is not None:
            self.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._line or not self.is_open:
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()  # Esc closes the list, not what stands around it
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(Qt.Key(event.key()))
        return False

    def _on_key(self, key: Qt.Key) -> bool:
        if self.list is None:
            return False
        place = self.list.currentRow()
        if key in _UP_DOWN:
            place = max(-1, min(place + _UP_DOWN[key], len(self._found) - 1))
            self.list.setCurrentRow(place)
            self._line.setAccessibleDescription(self._show(self._found[place]) if place >= 0 else "")
            return True
        if key in _PICK and place >= 0:
            self._take(place)
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        return False

    def _on_typed(self, text: str) -> None:
        self._found = self._search(text) if len(text.strip()) >= LEAST_LETTERS else ()
        if not self._found:
            self.close()
            return
        shown = self.list or self._make()
        shown.clear()
        shown.addItems([self._show(one) for one in self._found])
        shown.setCurrentRow(-1)
        self._place(shown)

    def _make(self) -> QListWidget:
        made = QListWidget(self._line.window())
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAccessibleName(self._name)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.itemClicked.connect(lambda item: self._take(made.row(item)))
        self._line.destroyed.connect(made.deleteLater)
        self.list = made
        return made

    def _place(self, shown: QListWidget) -> None:
        """Below the field where there is room, else above it; never wider than the window."""
        window: QWidget = self._line.window()
        if shown.parentWidget() is not window:
            shown.setParent(window)
        margin = 8
        wide = max(self._line.width(), WIDTH_LETTERS * self._line.fontMetrics().averageCharWidth())
        wide = min(wide, window.width() - 2 * margin)
        high = shown.sizeHintForRow(0) * min(shown.count(), MOST_ROWS) + 2 * shown.frameWidth()
        corner = self._line.mapTo(window, QPoint(0, self._line.height()))
        x = max(margin, min(corner.x(), window.width() - wide - margin))
        y = corner.y() if corner.y() + high <= window.height() else max(0, corner.y() - self._line.height() - high)
        shown.setGeometry(x, y, wide, high)
        shown.raise_()
        shown.show()

    def _take(self, place: int) -> None:
        found = self._found[place]
        self.close()
        self._pick(found)


def kamus_line(butir: ButirKamus) -> str:
    """``Rabat beton jalan lingkungan · Rp250.000 per m2 · Dinas Pekerjaan Umum · JLN-01``."""
    price = f"{format_rupiah(butir.harga_satuan)} per {butir.satuan or '-'}" if butir.harga_satuan else butir.satuan
    return " · ".join(part for part in (butir.judul, price, butir.perangkat_daerah, butir.kode) if part)
