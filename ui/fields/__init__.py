"""The fields that all pages share."""

from ui.fields.choice import ChoiceBox
from ui.fields.detail_line import DetailLine, with_detail
from ui.fields.empty import EmptyState
from ui.fields.flow import FlowLayout
from ui.fields.line import LineField, NumberEdit, RtRwEdit, RupiahEdit, SearchBox
from ui.fields.row import FieldRow
from ui.fields.table_view import TableView
from ui.fields.text import TextField

__all__ = [
    "ChoiceBox",
    "DetailLine",
    "EmptyState",
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
