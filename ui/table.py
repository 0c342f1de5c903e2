"""Tables as data: a page lists its columns and says how to fetch rows; nothing else is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from musrenbang_desktop.domain.errors import RuleBroken

if TYPE_CHECKING:
    from musrenbang_desktop.exchange.listing import Daftar, Isi

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Align = Literal["kiri", "kanan", "tengah"]

_ALIGN = {
    "kiri": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "kanan": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "tengah": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[T]):
    """One column.

    ``value`` is the fact behind the cell, ``text`` how it is shown (``str`` of the value when absent), ``sort`` the
    name that the service sorts by (empty: not sortable), ``write`` records what the operator typed and may raise
    RuleBroken; without it the column is read only. ``edit_text`` is what the editor starts with.
    ``money`` writes its numbers as rupiah in a spreadsheet; ``private`` keeps it out of every copy (contacts).
    """

    key: str
    title: str
    value: Callable[[T], Any]
    text: Callable[[T], str] | None = None
    align: Align = "kiri"
    sort: str = ""
    write: Callable[[T, str], object] | None = None
    tooltip: Callable[[T], str] | None = None
    icon: Callable[[T], QIcon | None] | None = None
    colour: Callable[[T], str] | None = None
    bold: bool = False
    edit_text: Callable[[T], str] | None = None
    money: bool = False
    private: bool = False


class RowsModel(QAbstractTableModel, Generic[T]):
    """Shows what ``fetch(sort name, descending)`` answers. Only ``reload`` reads, and filling never writes."""

    refused = Signal(object)
    """RuleBroken, when a typed cell was not accepted"""
    reloaded = Signal(int)
    """the number of rows"""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        fetch: Callable[[str, bool], Sequence[T]],
        *,
        id_of: Callable[[T], str] = lambda row: str(getattr(row, "id", "")),
        sort: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._readers = [_readers(column) for column in self.columns] or [{}]
        self._fetch, self._id_of = fetch, id_of
        self._rows: Sequence[T] = ()
        self._ids: list[str] = []
        self._sort = sort or next((column.sort for column in self.columns if column.sort), "")
        self._descending = False

    @property
    def sortable(self) -> bool:
        """Whether a click on a heading means something."""
        return any(column.sort for column in self.columns)

    @property
    def sort_column(self) -> int:
        """The column that orders the rows now, or -1."""
        return next(
            (place for place, column in enumerate(self.columns) if column.sort and column.sort == self._sort), -1
        )

    @property
    def sort_order(self) -> Qt.SortOrder:
        """The direction of that order."""
        return Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder

    def reload(self) -> None:
        """Fetch again. The same records in the same order keep selection, scroll and an open editor."""
        rows = self._fetch(self._sort, self._descending)
        known: list[str] | None = getattr(rows, "ids", None)  # rows that are made when they are looked at know theirs
        ids = known if known is not None else [self._id_of(row) for row in rows]
        if ids and ids == self._ids:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self._rows, self._ids = rows, ids
            self.endResetModel()
        self.reloaded.emit(len(rows))

    def rows(self) -> Sequence[T]:
        """All records on screen, in their order."""
        return self._rows

    def row(self, place: int) -> T:
        """The record of one row."""
        return self._rows[place]

    def id_of_row(self, place: int) -> str:
        """The id of one row."""
        return self._ids[place]

    def place_of(self, record: str) -> int:
        """The row of a record, -1 when it is not shown."""
        return self._ids.index(record) if record in self._ids else -1

    def listing(self, name: str, places: Sequence[int] | None = None) -> Daftar:
        """The rows on screen, or only those at ``places``, for a spreadsheet: what is shown, in the order shown."""
        from musrenbang_desktop.exchange.listing import Daftar, Kolom  # only when somebody copies

        columns = [column for column in self.columns if not column.private]
        rows = self._rows if places is None else [self._rows[place] for place in places]
        return Daftar(
            name,
            tuple(Kolom(column.title, "rupiah" if column.money else "") for column in columns),
            [[_fact(column, row) for column in columns] for row in rows],
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].write:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self.columns[section].title
        if role == Role.TextAlignmentRole:
            return _ALIGN[self.columns[section].align]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Qt asks seven times for a cell that it draws: what a column does not answer costs no look at its row."""
        reader = self._readers[index.column()].get(role)
        if reader is None or not index.isValid():
            return None
        return reader(self._rows[index.row()])

    def looks_of(self, place: int, column: int) -> tuple[str, bool]:
        """The words of one cell, and whether a picture stands before them."""
        row, readers = self._rows[place], self._readers[column]
        picture = readers.get(Role.DecorationRole)
        return str(readers[Role.DisplayRole](row)), picture is not None and picture(row) is not None

    def font_of(self, column: int) -> QFont | None:
        """The letters of a column that has its own."""
        return _bold(None) if self.columns[column].bold else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        column = self.columns[index.column()]
        if role != Role.EditRole or not column.write or value == _edit_text(column, self._rows[index.row()]):
            return False
        try:
            column.write(self._rows[index.row()], str(value))
        except RuleBroken as broken:
            self.refused.emit(broken)
            return False
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Hand the wish to the service; a heading without a sort name changes nothing."""
        if not 0 <= column < len(self.columns) or not self.columns[column].sort:
            return
        name, descending = self.columns[column].sort, order == Qt.SortOrder.DescendingOrder
        if (name, descending) != (self._sort, self._descending):
            self._sort, self._descending = name, descending
            self.reload()


def _fact(column: Column[Any], row: Any) -> Isi:
    """A number where the cell shows a number, else the words of the cell; dots and ticks by their meaning."""
    value = column.value(row)
    if isinstance(value, bool) or value is None:
        return _text(column, row)
    if isinstance(value, Fraction) or (isinstance(value, int) and column.align == "kanan"):
        return value
    shown = _text(column, row)
    return value if isinstance(value, str) and not any(letter.isalnum() for letter in shown) else shown


def _text(column: Column[Any], row: Any) -> str:
    if column.text:
        return column.text(row)
    value = column.value(row)
    return "" if value is None else str(value)


def _edit_text(column: Column[Any], row: Any) -> str:
    return column.edit_text(row) if column.edit_text else _text(column, row)


def _readers(column: Column[T]) -> dict[int, Callable[[T], Any]]:
    """What is asked for a cell of this column -> who answers it from the row."""
    alignment = _ALIGN[column.align]
    found: dict[int, Callable[[T], Any]] = {
        Role.DisplayRole: lambda row: _text(column, row),
        Role.EditRole: lambda row: _edit_text(column, row),
        Role.TextAlignmentRole: lambda _row: alignment,
        Role.AccessibleTextRole: lambda row: f"{column.title}: {_text(column, row)}",
        Role.UserRole: column.value,
    }
    if column.text:
        found[Role.DisplayRole] = column.text
    if column.tooltip:
        found[Role.ToolTipRole] = column.tooltip
    if column.icon:
        found[Role.DecorationRole] = column.icon
    if column.colour:
        found[Role.ForegroundRole] = _colour_by(column.colour)
    if column.bold:
        found[Role.FontRole] = _bold
    return found


def _bold(_row: object) -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _colour_by(name: Callable[[T], str]) -> Callable[[T], QColor | None]:
    def colour(row: T) -> QColor | None:
        found = name(row)
        return QColor(found) if found else None

    return colour
