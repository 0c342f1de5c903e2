"""The list of the invited: the table, the line below it, and what is said where it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from musrenbang_desktop.domain.peserta import Peserta
from ui.fields import DetailLine
from ui.table import RowsModel
from ui.theme import look
from ui.undangan.columns import Write, letter_column, number_column, person_columns
from ui.undangan.table import GIVING_WAY, PeopleTable

#: Folded in a narrow window, the least needed first.
FOLDS = ("rt_rw", "dusun", "jabatan", "unsur", "undangan", "nomor")


class PeopleList:
    """The parts stand apart, so that a page may put something between ``nothing`` and ``table``."""

    def __init__(self, page: QWidget, write: Write, fetch: Callable[[str, bool], Sequence[Peserta]]) -> None:
        number, letter, (name, sex, *rest) = number_column(), letter_column(), person_columns(write)
        self.model: RowsModel[Peserta] = RowsModel([number, name, sex, letter, *rest], fetch)
        self.table = PeopleTable(_tr("Daftar undangan"), page)
        self.table.set_model(self.model, stretch="nama", gives_way=GIVING_WAY, folds=FOLDS)
        self.table.setMinimumHeight(self.table.fontMetrics().height() * 8)
        self.detail = DetailLine(self.table, page)
        self.nothing = QLabel(page)
        self.nothing.setWordWrap(True)
        look(self.nothing, "redup")

    def chosen(self) -> list[Peserta]:
        """The people of the marked rows, in the order of the list."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.row(place) for place in places]

    def reload(self, *, filtered: bool, covered: bool) -> None:
        """Read again; ``filtered``: somebody may be hidden, ``covered``: the place of the table is taken."""
        self.model.reload()
        self.nothing.setVisible(self.model.rowCount() == 0)
        self.nothing.setText(
            _tr("Tidak ada undangan yang cocok dengan saringan ini.")
            if filtered
            else _tr("Belum ada undangan. Tulis orang pertama di baris atas, cukup namanya.")
        )
        self.cover(covered=covered)

    def cover(self, *, covered: bool) -> None:
        """Leave the place of the table to something else, or show it where there is somebody."""
        self.table.setVisible(not covered and self.model.rowCount() > 0)


def _tr(text: str) -> str:
    return QCoreApplication.translate("UndanganPage", text)
