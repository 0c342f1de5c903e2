"""Ctrl+K: find any page, command, person or usulan by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.fields.line import SearchBox
from ui.icons import icon
from ui.theme import look


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that can be opened."""

    text: str
    kind: str
    picture: str
    open: Callable[[], object]


Source = Callable[[str], Sequence[Found]]


class CommandPalette(QDialog):
    """Type, arrow, Enter."""

    def __init__(self, sources: Sequence[Source], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setAccessibleName(self.tr("Cari"))
        self._sources = sources
        self._found: list[Found] = []
        frame = QFrame(self)
        look(frame, "palet")
        self.box = SearchBox(self.tr("Cari halaman, orang, atau usulan"), parent=frame)
        self.list = QListWidget(frame)
        self.list.setAccessibleName(self.tr("Hasil pencarian"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.none = QLabel(self.tr("Tidak ditemukan. Coba kata yang lebih pendek."), frame)
        look(self.none, "redup")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(14, 14, 14, 14)
        for widget in (self.box, self.list, self.none):
            inner.addWidget(widget)
        self.box.searched.connect(self.search)
        self.box.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self.activate())
        self.list.itemClicked.connect(lambda _item: self.activate())
        self._place(parent)
        self.search("")

    def search(self, text: str) -> None:
        """Ask every source."""
        self._found = [found for source in self._sources for found in source(text)]
        self.list.clear()
        side = self.fontMetrics().height()
        self.list.setIconSize(QSize(side, side))
        for found in self._found:
            item = QListWidgetItem(icon(found.picture), f"{found.text}   ·   {found.kind}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{found.text}, {found.kind}")
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self._found else -1)
        self.none.setVisible(not self._found)

    def activate(self) -> None:
        """Open what is marked."""
        place = self.list.currentRow()
        if 0 <= place < len(self._found):
            found = self._found[place]
            self.accept()
            found.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the cursor stays in the box."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key == Qt.Key.Key_Down else -1
                self.box.flush()
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.box.flush()
                self.activate()
                return True
        return super().eventFilter(watched, event)

    def _place(self, window: QWidget) -> None:
        letters = self.fontMetrics().averageCharWidth()
        width = min(letters * 76, window.width() - 40)
        height = min(self.fontMetrics().height() * 20, window.height() - 60)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + min(60, (window.height() - height) // 2))
