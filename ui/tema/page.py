"""Nasib tema: what became of the usulan of women, children, old people, the disabled and the young."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from musrenbang_desktop.domain.tema import TEMA
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.nasib import Nasib
from ui.background import Background
from ui.fields import ChoiceBox, DetailLine, EmptyState, EmptyWords, FieldRow, TableView, with_detail
from ui.forum_page import ForumPage
from ui.kept_filters import KeptFilters
from ui.say import Say
from ui.table import Column, RowsModel
from ui.theme import look


def tr(text: str) -> str:
    """Translate a text of this table."""
    return QCoreApplication.translate("Tema", text)


class TemaPage(ForumPage):
    """One line for each usulan with a tema, its way below the list, and how each tema fared above it."""

    kinds = frozenset({"usulan", "kesepakatan", "jawaban", "forum"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self._rows: list[Nasib] = []
        self.sums = QLabel(self)
        self.sums.setWordWrap(True)
        self.sums.setTextFormat(Qt.TextFormat.PlainText)
        self.theme = ChoiceBox(self.tr("Tema"))
        self.theme.set_items([("", self.tr("Semua tema")), *TEMA.items()])
        self.theme.fill("")
        self.kept = KeptFilters(self, services, "tema", {"tema": self.theme})
        self.grid = TableView(self.tr("Nasib usulan menurut tema"))
        self.model: RowsModel[Nasib] = RowsModel(columns(), self._fetch, parent=self)
        self.way = QLabel(self)
        self.way.setWordWrap(True)
        self.way.setTextFormat(Qt.TextFormat.PlainText)
        self.way.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        look(self.way, "gema")
        self._lay_out()
        self.theme.committed.connect(lambda _value: self._show())
        self.grid.current_changed.connect(self._show_way)
        self.grid.opened.connect(lambda row: self.go("usulan", row.id))

    def title(self) -> str:
        return self.tr("Tema")

    def help_text(self) -> str:
        return self.tr(
            "<p>Usulan yang diberi <b>tema</b> (perempuan, disabilitas, anak, lansia, pemuda) diikuti dari musyawarah "
            "dusun sampai jawaban kabupaten, juga bila diajukan lagi tahun berikutnya.</p>"
            "<p>Di bawah daftar terbaca seluruh perjalanan usulan yang dipilih. <b>Enter</b> membukanya di Usulan, "
            "<b>Ctrl+Shift+S</b> menyimpan daftarnya.</p>"
        )

    def read(self, _changes: Changes | None) -> None:
        self.kept.restore(self.services.desk.forum_id)
        self._rows = self.services.nasib.daftar()
        self.sums.setText("\n".join(one.teks for one in self.services.nasib.ringkasan(self._rows)))
        self._show()

    def on_shown(self) -> None:
        if self.has_forum and self.model.rowCount():
            self.grid.setFocus()

    def focus_filter(self) -> None:
        self.theme.setFocus()

    def show_record(self, record: str) -> None:
        """A tema by its key, or an usulan."""
        if record in TEMA:
            self.theme.fill(record)
            self._show()
        else:
            self.grid.select_record(record)

    def _fetch(self, _sort: str, _descending: bool) -> Sequence[Nasib]:
        return [one for one in self._rows if one.punya(self.theme.value() or "")]

    def _show(self) -> None:
        self.model.reload()
        self.places.setCurrentIndex(0 if self._rows else 1)
        if self.model.rowCount() and self.grid.current() is None:
            self.grid.setCurrentIndex(self.model.index(0, 0))
        self._show_way(self.grid.current())

    def _show_way(self, row: Nasib | None) -> None:
        steps = " \u2192 ".join(row.langkah) if row else ""
        self.way.setText(f"{row.usulan.label} {row.usulan.judul}: {steps}." if row else "")

    def _lay_out(self) -> None:
        self.grid.set_model(self.model, stretch="judul", folds=("akhir", "tema"), least=14)
        EmptyWords(self.grid, self.tr("Tidak ada usulan bertema ini."))
        found = QWidget(self)
        layout = QVBoxLayout(found)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.sums)
        layout.addWidget(FieldRow(self.tr("Tema"), self.theme))
        layout.addWidget(with_detail(self.grid, DetailLine(self.grid)), 1)
        layout.addWidget(self.way)
        nothing = EmptyState(
            "usulan",
            self.tr("Belum ada usulan yang bertema"),
            self.tr("Pilih tema di rincian usulan: suara siapa usulan itu, dan untuk siapa manfaatnya."),
            ((self.tr("Buka Usulan"), lambda: self.go("usulan")),),
        )
        self.places = QStackedWidget(self)
        self.places.addWidget(found)
        self.places.addWidget(nothing)
        self.column.addWidget(self.places, 1)


def columns() -> list[Column[Nasib]]:
    """Number, title, tema, where it stands, and the last thing that happened."""
    return [
        Column(key="label", title=tr("No."), value=lambda row: row.usulan.nomor, text=lambda row: row.usulan.label),
        Column(key="judul", title=tr("Usulan"), value=lambda row: row.usulan.judul, bold=True),
        Column(key="tema", title=tr("Tema"), value=lambda row: row.tema),
        Column(key="keadaan", title=tr("Keadaan"), value=lambda row: row.kata),
        Column(key="akhir", title=tr("Terakhir"), value=lambda row: row.akhir, tooltip=lambda row: row.akhir),
    ]
