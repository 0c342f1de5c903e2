"""The table of every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTableView, QWidget

from ui.fields.cell_words import CellWords
from ui.fields.column_widths import ColumnWidths
from ui.table import RowsModel

TITLE_LETTERS = 20
"""What the wide column keeps, however narrow the table is."""
MEASURED_ROWS = 12
"""From the first in sight on; what is wider further down is cut short."""


class TableView(QTableView):
    """Rows as high as the letters need, Enter opens, F2 edits, Ctrl+C copies, a reload keeps the place."""

    opened = Signal(object)
    """the row's record, on Enter or double click where nothing can be edited"""
    current_changed = Signal(object)
    """the row's record or None"""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.widths = ColumnWidths(self, self)
        self._hints: dict[int, int] = {}
        self._headings: dict[int, int] = {}
        self._stale = False
        self._kept: tuple[str, int] = ("", 0)
        self.cell_words = CellWords(self)
        self.doubleClicked.connect(self._on_double_click)
        self._fit_rows()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        self._forget_widths()
        if model is not None:  # before Qt connects the heading, which measures at once
            for changed in (model.dataChanged, model.modelReset, model.layoutChanged, model.rowsInserted):
                changed.connect(self._forget_widths)
        super().setModel(model)

    def set_model(
        self,
        model: RowsModel[Any],
        stretch: str = "",
        gives_way: Mapping[str, tuple[int, int]] | None = None,
        folds: Sequence[str] = (),
        least: int = TITLE_LETTERS,
    ) -> None:
        """Show ``model``; the column ``stretch`` takes the width that is left, ``least`` letters in any case.

        ``gives_way``: columns that are cut short with "…" before anything is pushed out of sight, the least needed
        first, with the fewest and the most letters that they get. ``folds``: columns that are taken out of sight when
        even that is not enough, the least needed first.
        """
        self.setModel(model)
        keys = [column.key for column in model.columns]
        self.widths.use(
            keys.index(stretch) if stretch else -1,
            least,
            {keys.index(key): letters for key, letters in (gives_way or {}).items()},
            [keys.index(key) for key in folds],
        )
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._return)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        if model.sortable:
            self.horizontalHeader().setSortIndicator(model.sort_column, model.sort_order)
            self.setSortingEnabled(True)
        self.widths.spread()

    def order_by(self, key: str, *, down: bool) -> None:
        """Put the rows in the order of a column, as a click on its heading does; an unknown column changes nothing."""
        keys = [column.key for column in self.rows().columns]
        if key in keys:
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            self.sortByColumn(keys.index(key), order)

    def rows(self) -> RowsModel[Any]:
        """The model, typed."""
        model = self.model()
        if not isinstance(model, RowsModel):
            raise TypeError("set_model was not called")
        return model

    def current(self) -> Any:
        """The record of the current row, or None."""
        index = self.currentIndex()
        return self.rows().row(index.row()) if index.isValid() else None

    def select_record(self, record: str) -> bool:
        """Go to the row with this id."""
        place = self.rows().place_of(record)
        if place < 0:
            return False
        index = self.rows().index(place, max(0, self.currentIndex().column()))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._can_open():
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def edit(self, index: Any, *how: Any) -> Any:
        """Open a cell; its words are safe from the first pause."""
        opened = super().edit(index, *how)
        if self.state() == QAbstractItemView.State.EditingState:
            self.cell_words.begun(index)
        return opened

    def selected_text(self) -> str:
        """What is selected as a spreadsheet takes it: whole rows with all their columns and headings, else only the
        cells; tabs between cells, one line a row.
        """
        places = sorted({index.row() for index in self.selectedIndexes()})
        if self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows:
            return self.text_of(places)
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column())):
            cell = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            lines.setdefault(index.row(), []).append(" ".join(cell.split()))
        return "\n".join("\t".join(cells) for cells in lines.values())

    def text_of(self, places: Sequence[int] | None = None) -> str:
        """These rows, or all, with their headings, as a spreadsheet takes them."""
        from musrenbang_desktop.exchange.listing_text import as_lines  # only when somebody copies

        return as_lines(self.rows().listing(self.accessibleName(), places))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key, Shift+F10 or the right button: what can be done with the list."""
        from ui.fields.table_menu import table_menu  # only when somebody asks for it

        if isinstance(self.model(), RowsModel):
            table_menu(self).popup(event.globalPos())

    def sizeHint(self) -> QSize:
        """Modest: a heading and three rows; the layout gives what is left."""
        rows = self.horizontalHeader().sizeHint().height() + 3 * self.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), rows + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def sizeHintForColumn(self, column: int) -> int:
        """Every cell that is measured is asked for its text, font and icon: once is enough until something changes.

        A hidden table is measured when it comes back.
        """
        if self._stale and self.isVisible():
            self._hints.clear()
            self._headings.clear()
            self._stale = False
        if column not in self._hints:
            self._hints[column] = self._measure(column)
        return self._hints[column]

    def _measure(self, column: int) -> int:
        """What Qt answers, who asks every cell for all that it is drawn with; here only the widest are asked."""
        model, first = self.model(), max(0, self.rowAt(0))
        own = self.itemDelegateForColumn(column) is not None or self.state() == QAbstractItemView.State.EditingState
        if own or not isinstance(model, RowsModel):
            return super().sizeHintForColumn(column)
        letters = QFontMetricsF(model.font_of(column) or self.font())
        widest: dict[bool, tuple[float, int]] = {}
        for row in range(first, min(model.rowCount(), first + MEASURED_ROWS)):
            words, pictured = model.looks_of(row, column)
            widest[pictured] = max(widest.get(pictured, (-1.0, 0)), (letters.horizontalAdvance(words), row))
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        cells = [model.index(row, column) for _, row in widest.values()]
        return max((self.itemDelegate().sizeHint(option, cell).width() for cell in cells), default=0)

    def natural_width(self, place: int) -> int:
        """How wide a column is with room for its heading and for all that is in it, in pixels."""
        return max(self.sizeHintForColumn(place), self.heading_width(place))

    def heading_width(self, place: int) -> int:
        """What a heading needs; Qt does not measure one that is out of sight, so it counts as a little wider."""
        header = self.horizontalHeader()
        if not header.isSectionHidden(place):
            if place not in self._headings:
                self._headings[place] = header.sectionSizeHint(place)
            return self._headings[place]
        letters = header.fontMetrics()
        return round(letters.horizontalAdvance(self.rows().columns[place].title) * 1.1) + 2 * letters.height()

    def is_cut(self, row: int, place: int) -> bool:
        """Whether a cell is out of sight or ends in "…"."""
        if self.isColumnHidden(place):
            return True
        index = self.rows().index(row, place)
        font = index.data(Qt.ItemDataRole.FontRole) or self.font()
        picture = self.iconSize().width() if index.data(Qt.ItemDataRole.DecorationRole) else 0
        words = QFontMetrics(font).horizontalAdvance(str(index.data() or ""))
        return self.columnWidth(place) < words + picture + self.fontMetrics().averageCharWidth()

    def changeEvent(self, event: QEvent) -> None:
        dressed = event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if dressed:
            self._forget_widths()
        super().changeEvent(event)
        if dressed:
            self._fit_rows()
            self.widths.spread()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.widths.spread()
        self.cell_words.look_again()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.widths.spread()

    def _can_open(self) -> bool:
        return self.currentIndex().isValid() and self.state() != QAbstractItemView.State.EditingState

    def _on_double_click(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(self.current())

    def _forget_widths(self, *_what: object) -> None:
        self._stale = True

    def _fit_rows(self) -> None:
        height = round(self.fontMetrics().height() * 1.9)
        if height == self.verticalHeader().defaultSectionSize():
            return
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        side = round(self.fontMetrics().height() * 0.85)
        self.setIconSize(QSize(side, side))

    def _remember(self) -> None:
        index = self.currentIndex()
        self._kept = (self.rows().id_of_row(index.row()), index.column()) if index.isValid() else ("", 0)

    def _return(self) -> None:
        record, column = self._kept
        place = self.rows().place_of(record) if record else -1
        if place >= 0:
            self.setCurrentIndex(self.rows().index(place, column))
        self.widths.spread()
        self.cell_words.look_again()

    def _tell_current(self, *_places: QModelIndex) -> None:
        self.current_changed.emit(self.current())
