"""The keys of a profile as a tree: tables and lists as branches, one leaf a value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel

from musrenbang_desktop.reference import profile_skema
from musrenbang_desktop.reference.profile_copy import Isian, ProfileCopy

PATH = Qt.ItemDataRole.UserRole + 1
_ROW = re.compile(r"(.+)\[(\d+)\]")


class KeysModel(QStandardItemModel):
    """Two columns: the name of the key, and what it holds. PATH is the path of a leaf or of a branch."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, QStandardItem] = {}
        self.setHorizontalHeaderLabels([_tr("Bagian"), _tr("Isi")])

    def show_copy(self, copy: ProfileCopy) -> None:
        """Show what the copy holds; the rows stay the same ones while its keys do."""
        entries = {one.jalur: one for one in copy.isian()}
        if entries.keys() != self._values.keys():
            self._build(list(entries.values()))
        for path, entry in entries.items():
            self._write(self._values[path], entry)

    def place(self, path: str) -> QModelIndex:
        """Where a leaf or a branch stands; invalid where there is none."""
        found = self.match(self.index(0, 0), PATH, path, 1, _EXACTLY) if self.rowCount() else []
        return found[0] if found else QModelIndex()

    def _build(self, entries: Sequence[Isian]) -> None:
        self.removeRows(0, self.rowCount())
        self._values = {}
        branches: dict[str, QStandardItem] = {}
        for entry in entries:
            above, _, key = entry.jalur.rpartition(".")
            name, value = _cells(key, entry.jalur)
            name.setToolTip(profile_skema.keterangan(entry.jalur))
            self._branch(above, branches).appendRow([name, value])
            self._values[entry.jalur] = value

    def _branch(self, path: str, branches: dict[str, QStandardItem]) -> QStandardItem:
        if not path:
            return self.invisibleRootItem()
        if path not in branches:
            row = _ROW.fullmatch(path)
            if row:
                above, words = row[1], str(int(row[2]) + 1)
            else:
                above, _, words = path.rpartition(".")
            cells = _cells(words, path)
            self._branch(above, branches).appendRow(cells)
            branches[path] = cells[0]
        return branches[path]

    @staticmethod
    def _write(item: QStandardItem, entry: Isian) -> None:
        text = short(entry.nilai)
        if item.text() != text:
            item.setText(text)
        if item.font().bold() != entry.sendiri:
            font = QFont()
            font.setBold(entry.sendiri)
            item.setFont(font)
            item.setToolTip(_tr("Diubah di salinan ini") if entry.sendiri else "")


class KeysFilter(QSortFilterProxyModel):
    """Keeps the leaves in which every word stands, with the branches above them."""

    def __init__(self, model: KeysModel) -> None:
        super().__init__(model)
        self._words: list[str] = []
        self.setSourceModel(model)
        self.setRecursiveFilteringEnabled(True)

    def search(self, text: str) -> None:
        """Look for these words in names, values and explanations."""
        self._words = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, above: QModelIndex | QPersistentModelIndex) -> bool:
        if not self._words:
            return True
        model = self.sourceModel()
        index = model.index(row, 0, above)
        path = str(index.data(PATH))
        text = f"{path} {index.siblingAtColumn(1).data()} {profile_skema.keterangan(path)}".casefold()
        return all(word in text for word in self._words)


def short(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, bool):
        return _tr("ya") if value else _tr("tidak")
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return " ".join(str(value).split())


def label(path: str) -> str:
    """A path in words: ``undangan, daftar, kolom 2, judul``."""
    spaced = re.sub(r"\[(\d+)\]", lambda found: f" {int(found[1]) + 1}", path)
    return spaced.replace("_", " ").replace(".", ", ")


def list_of(path: str, whole: Mapping[str, Any]) -> tuple[str, int]:
    """The nearest list of tables that a path lies in, and which of its rows; -1 when the path is the list itself."""
    found = re.match(r"(.+)\[(\d+)\](?!.*\[)", path)
    if found:
        return found[1], int(found[2])
    value: Any = whole
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    is_list = isinstance(value, list) and any(isinstance(row, dict) for row in value)
    return (path, -1) if is_list else ("", -1)


def _cells(words: str, path: str) -> list[QStandardItem]:
    name, value = QStandardItem(words.replace("_", " ")), QStandardItem()
    for item in (name, value):
        item.setData(path, PATH)
        item.setEditable(False)
    return [name, value]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProfilPage", text)


_EXACTLY = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchCaseSensitive
