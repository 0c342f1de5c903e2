"""Berkas yang belum ada: usulan by usulan, what must still be asked for before the village is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from musrenbang_desktop.domain.berkas_kurang import DIMINTA, BarisKurang
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.buttons import push
from ui.fields import ChoiceBox, DetailLine, EmptyState, FlowLayout, SearchBox, TableView, with_detail
from ui.forum_page import ForumPage
from ui.kept_filters import KeptFilters
from ui.paper import save_paper
from ui.plain_label import plain_label
from ui.say import Say
from ui.table import Column, RowsModel

LOST = "hilang"


def tr(text: str) -> str:
    """Translate a text of this table."""
    return QCoreApplication.translate("Berkas", text)


class BerkasPage(ForumPage):
    """A list to ask by; nothing waits for it."""

    kinds = frozenset({"usulan", "lampiran", "kesepakatan", "forum"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self._rows: list[BarisKurang] = []
        self.sums = plain_label("awas")
        self.search = SearchBox(self.tr("Cari usulan atau pengusul"))
        self.only = ChoiceBox(self.tr("Yang ditampilkan"))
        self.only.set_items([("", self.tr("Semua berkas")), *DIMINTA.items(), (LOST, self.tr("Hilang dari laptop"))])
        self.only.fill("")
        self.print = push(self.tr("Simpan PDF daftar ini"), self.print_document, "dokumen", self.tr("Ctrl+P"))
        self.grid = TableView(self.tr("Berkas yang belum ada"))
        self.model: RowsModel[BarisKurang] = RowsModel(columns(), self._fetch, sort="nomor", parent=self)
        self.places = QStackedWidget(self)
        self._lay_out()
        self.kept = KeptFilters(self, services, "berkas", {"cari": self.search, "hanya": self.only}, self.grid)
        self.search.searched.connect(lambda _text: self.model.reload())
        self.search.left_down.connect(self.grid.setFocus)
        self.only.committed.connect(lambda _value: self.model.reload())
        self.grid.opened.connect(self._open)

    def title(self) -> str:
        return self.tr("Berkas yang belum ada")

    def help_text(self) -> str:
        return self.tr(
            "<p>Sebelum hadirin pulang, mintalah berkas dalam daftar ini kepada pengusulnya. Daftar ini tidak "
            "menahan apa pun: dokumen tetap dapat dicetak dan usulan tetap dapat dikirim.</p>"
            "<p><b>RAB</b> dan <b>surat pengantar</b> diminta untuk usulan ke tingkat atas; <b>RAB</b>, <b>surat "
            "tanah</b>, dan <b>foto lokasi</b> untuk pekerjaan fisik; dan semua yang dijawab dalam daftar kesiapan "
            "usulan itu. Sesudah kesepakatan ditutup, yang tidak disepakati tidak diminta lagi.</p>"
            "<p><b>Enter</b> membuka usulannya pada bagian Foto dan surat. <b>Ctrl+P</b> menyimpan daftar ini sebagai "
            "PDF, <b>Ctrl+Shift+S</b> sebagai Excel atau CSV.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        if changes is None:
            self.kept.restore(self.services.desk.forum_id)
        self._rows = self.services.berkas_kurang.daftar()
        self.sums.setText(self.services.berkas_kurang.jumlah(self._rows).kalimat)
        self.places.setCurrentIndex(0 if self._rows else 1)
        self.model.reload()

    def on_shown(self) -> None:
        if self.has_forum and self._rows:
            self.grid.setFocus()
            if not self.grid.currentIndex().isValid():
                self.grid.setCurrentIndex(self.model.index(0, 0))
        else:
            super().on_shown()

    def focus_filter(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def show_record(self, record: str) -> None:
        self.grid.select_record(record)

    def print_document(self) -> None:
        """Ctrl+P: the list as it is shown, on paper."""
        rows = list(self.model.rows())
        if self.has_forum:
            save_paper(self, lambda: self.services.berkas_kurang.cetakan(rows))

    def _open(self, row: BarisKurang) -> None:
        if row.usulan:
            self.go("usulan", f"{row.id}.lampiran")
        else:
            self.go("lampiran")

    def _fetch(self, urut: str, turun: bool) -> Sequence[BarisKurang]:
        wanted, said = self.only.value() or "", self.search.text().casefold().split()
        rows = [row for row in self._rows if _passes(row, wanted) and all(word in _searched(row) for word in said)]
        return sorted(rows, key=_ORDERS[urut], reverse=turun)

    def _lay_out(self) -> None:
        self.grid.set_model(self.model, stretch="judul", gives_way={"berkas": (16, 40)}, folds=("sebab", "pengusul"))
        tools = FlowLayout(gap=8)
        tools.add(self.search, 1, 18)
        tools.add(self.only, 0, 20)
        tools.add(self.print)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sums)
        column.addLayout(tools)
        column.addWidget(with_detail(self.grid, DetailLine(self.grid)), 1)
        nothing = EmptyState(
            "centang",
            self.tr("Tidak ada berkas yang masih diminta"),
            self.tr("RAB, surat tanah, surat pengantar, dan foto sudah ada pada setiap usulan yang memerlukannya."),
            ((self.tr("Buka Foto & lampiran"), lambda: self.go("lampiran")),),
        )
        self.places.addWidget(listed)
        self.places.addWidget(nothing)
        self.column.addWidget(self.heading(self.title()))
        self.column.addWidget(self.places, 1)


def columns() -> list[Column[BarisKurang]]:
    """Number, title, whom to ask, for what, and why."""
    return [
        Column(key="nomor", title=tr("No."), value=lambda row: row.usulan.label if row.usulan else "-", sort="nomor"),
        Column(key="judul", title=tr("Usulan"), value=_title, bold=True, sort="judul", tooltip=_title),
        Column(key="pengusul", title=tr("Pengusul"), value=_proposer, sort="pengusul", tooltip=_proposer),
        Column(key="berkas", title=tr("Belum ada"), value=lambda row: row.berkas, tooltip=lambda row: row.berkas),
        Column(key="sebab", title=tr("Keterangan"), value=lambda row: row.sebab, tooltip=lambda row: row.sebab),
    ]


def _title(row: BarisKurang) -> str:
    return row.usulan.judul if row.usulan else tr("Milik forum")


def _proposer(row: BarisKurang) -> str:
    return row.usulan.pengusul if row.usulan else ""


def _number(row: BarisKurang) -> int:
    return row.usulan.nomor if row.usulan else 0


_ORDERS: Mapping[str, Callable[[BarisKurang], tuple[str, int]]] = {
    "nomor": lambda row: ("", _number(row)),
    "judul": lambda row: (_title(row).casefold(), _number(row)),
    "pengusul": lambda row: (_proposer(row).casefold(), _number(row)),
}


def _passes(row: BarisKurang, wanted: str) -> bool:
    return not wanted or (bool(row.hilang) if wanted == LOST else wanted in row.belum)


def _searched(row: BarisKurang) -> str:
    return " ".join((row.usulan.label if row.usulan else "", _title(row), _proposer(row), row.berkas)).casefold()
