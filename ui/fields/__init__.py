"""The fields that all pages share. Each is loaded with the page that first names it, to keep the start short."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.fields.choice import ChoiceBox
    from ui.fields.detail_line import DetailLine, with_detail
    from ui.fields.empty import EmptyState
    from ui.fields.empty_words import EmptyWords
    from ui.fields.flow import FlowLayout
    from ui.fields.line import LineField, NumberEdit, RtRwEdit, RupiahEdit, SearchBox
    from ui.fields.row import FieldRow
    from ui.fields.table_view import TableView
    from ui.fields.text import TextField
else:
    _HOMES = {
        "ChoiceBox": "choice",
        "DetailLine": "detail_line",
        "EmptyState": "empty",
        "EmptyWords": "empty_words",
        "FieldRow": "row",
        "FlowLayout": "flow",
        "LineField": "line",
        "NumberEdit": "line",
        "RtRwEdit": "line",
        "RupiahEdit": "line",
        "SearchBox": "line",
        "TableView": "table_view",
        "TextField": "text",
        "with_detail": "detail_line",
    }

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return found


__all__ = [
    "ChoiceBox",
    "DetailLine",
    "EmptyState",
    "EmptyWords",
    "FieldRow",
    "FlowLayout",
    "LineField",
    "NumberEdit",
    "RtRwEdit",
    "RupiahEdit",
    "SearchBox",
    "TableView",
    "TextField",
    "with_detail",
]
