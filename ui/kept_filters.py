"""What an operator chose to see stays chosen: on other pages, and after the laptop was off."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.drafts import FormDraft
from ui.fields import ChoiceBox, SearchBox, TableView

Filter = SearchBox | ChoiceBox | QAbstractButton

#: The property of a filter, or of a list with an order, that is kept: under which name.
KEPT = "disimpan"

_YES = "ya"
_ORDER, _DOWN = "urut", "turun"


class KeptFilters:
    """The filters of one page and the order of its list, kept for each forum beside its half-typed forms."""

    def __init__(
        self, page: QWidget, services: Layanan, name: str, filters: Mapping[str, Filter], table: TableView | None = None
    ) -> None:
        self._filters, self._table = dict(filters), table
        self._forum = ""
        self._draft = FormDraft(page, services, f"saringan {name}", self._words, whole=False)
        for widget in self._filters.values():
            widget.setProperty(KEPT, name)
            if isinstance(widget, SearchBox):
                widget.searched.connect(self._draft.touch)
            elif isinstance(widget, ChoiceBox):
                widget.committed.connect(self._draft.touch)
            else:
                widget.toggled.connect(self._draft.touch)
        if table is not None:
            table.setProperty(KEPT, name)
            table.horizontalHeader().sortIndicatorChanged.connect(self._draft.touch)

    def restore(self, forum: str) -> None:
        """Show what was chosen in this forum; call it when the choices are offered and before the list is read."""
        if forum == self._forum:
            return
        if self._forum:
            self._draft.keep()
        self._forum = forum
        words = self._draft.found(forum)
        for name, widget in self._filters.items():
            with QSignalBlocker(widget):
                _fill(widget, words.get(name, ""))
        if self._table is not None and words.get(_ORDER):
            self._table.order_by(words[_ORDER], down=words.get(_DOWN) == _YES)

    def _words(self) -> dict[str, str]:
        words = {name: _text(widget) for name, widget in self._filters.items()}
        if self._table is None:
            return words
        model = self._table.rows()
        down = model.sort_order == Qt.SortOrder.DescendingOrder
        usual = model.sort_column <= 0 and not down
        return words | ({} if usual else {_ORDER: model.columns[model.sort_column].key, _DOWN: _YES if down else ""})


def _text(widget: Filter) -> str:
    if isinstance(widget, SearchBox):
        return widget.text().strip()
    if isinstance(widget, ChoiceBox):
        return str(widget.value() or "")
    return _YES if widget.isChecked() else ""


def _fill(widget: Filter, text: str) -> None:
    if isinstance(widget, SearchBox):
        widget.setText(text)
    elif isinstance(widget, ChoiceBox):
        widget.fill(text if widget.findData(text) >= 0 else "")
    else:
        widget.setChecked(text == _YES)
