"""The keys of a copy as a tree with a search above it, and the editor of the chosen one below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTreeView, QVBoxLayout, QWidget

from ui.fields import SearchBox
from ui.profil.editor import KeyEditor
from ui.profil.keys import PATH, KeysFilter, KeysModel, list_of

if TYPE_CHECKING:
    from musrenbang_desktop.reference.profile_copy import Isian, ProfileCopy

_TREE_ROWS = 9
_NAME_LETTERS = 16


class KeysPanel(QWidget):
    """Shows one copy; what is typed goes out by the signals of its editor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copy: ProfileCopy | None = None
        self.search = SearchBox(self.tr("Cari bagian"))
        self.model = KeysModel(self)
        self.filter = KeysFilter(self.model)
        self.tree = QTreeView()
        self.editor = KeyEditor()
        self.tree.setModel(self.filter)
        self.tree.setAccessibleName(self.tr("Bagian bentuk formulir"))
        self.tree.setAlternatingRowColors(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setMinimumHeight(self.fontMetrics().height() * _TREE_ROWS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.search, self.tree, self.editor):
            column.addWidget(widget, int(widget is self.tree))
        self.search.searched.connect(self.look_for)
        self.search.left_down.connect(self.tree.setFocus)
        self.tree.selectionModel().currentChanged.connect(self._show_key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tree.setColumnWidth(0, self.fontMetrics().averageCharWidth() * _NAME_LETTERS)

    def show_copy(self, copy: ProfileCopy) -> None:
        """This copy from now on; the chosen key stays chosen where the copy has it."""
        chosen, self._copy = self.editor.path, copy
        self.model.show_copy(copy)
        if chosen and not self.tree.currentIndex().isValid():
            self.choose(chosen)
        self._show_key()

    def choose(self, path: str) -> None:
        """Show one key or branch."""
        self.editor.commit()
        place = self.filter.mapFromSource(self.model.place(path))
        if place.isValid():
            self.tree.setCurrentIndex(place)
            self.tree.scrollTo(place)

    def _show_key(self, *_moved: QModelIndex) -> None:
        path = str(self.tree.currentIndex().siblingAtColumn(0).data(PATH) or "")
        copy = self._copy
        self.editor.setVisible(bool(path) and copy is not None)
        if not path or copy is None:
            return
        in_list = bool(list_of(path, copy.whole)[0])
        entry = _entry(copy, path)
        if entry is None:
            self.editor.show_branch(path, in_list=in_list)
        else:
            self.editor.show_entry(entry, in_list=in_list)
        QTimer.singleShot(0, self.tree, lambda: self.tree.scrollTo(self.tree.currentIndex()))  # the editor took room

    def look_for(self, text: str) -> None:
        """Leave only the keys that hold the words."""
        self.filter.search(text)
        if text:
            self.tree.expandAll()


def _entry(copy: ProfileCopy, path: str) -> Isian | None:
    return next((one for one in copy.isian() if one.jalur == path), None)
