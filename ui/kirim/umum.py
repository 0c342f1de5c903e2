"""What neighbours and public pages will see of the usulan in whose words a name was found; F2 writes it differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from musrenbang_desktop.domain.publik import BarisPublik
from musrenbang_desktop.services.layanan import Layanan
from ui.after_paint import AfterPaint
from ui.fields import DetailLine, EmptyState, TableView
from ui.plain_label import plain_label
from ui.say import Say
from ui.table import Column, RowsModel


class Tulisan(NamedTuple):
    """One text of an usulan: its ``judul`` or its ``lokasi``."""

    baris: BarisPublik
    nama: str

    @property
    def usulan(self) -> str:
        """The id of the usulan."""
        return self.baris.id

    @property
    def id(self) -> str:
        """What the row is known by."""
        return f"{self.baris.id}.{self.nama}"


class PublicPart(QWidget):
    """The list, or a sentence where no name was found. ``counted`` says how many stand in it."""

    counted = Signal(int)

    def __init__(self, services: Layanan, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._rows: Sequence[Tulisan] = ()
        self.note = plain_label("redup", parent=self)
        self.note.setText(
            self.tr(
                "Nama warga pada judul dan tempat tidak tampil di halaman umum kabupaten dan di desa lain. Usulannya "
                "sendiri tidak berubah. F2 mengubah yang tampil; dikosongkan berarti kembali ke usul program."
            )
        )
        self.table = TableView(self.tr("Yang tampil untuk umum"))
        self._model = RowsModel(self._columns(), lambda _sort, _descending: self._rows, parent=self)
        self._model.refused.connect(say.trouble)
        self.table.set_model(self._model, stretch="umum", folds=("tertulis",), least=30)
        self.whole = DetailLine(self.table)
        self.empty = EmptyState(
            "hadir",
            self.tr("Tidak ada nama warga yang ditemukan"),
            self.tr("Judul dan tempat usulan tampil untuk umum seperti tertulis."),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.note, self.table, self.whole, self.empty):
            layout.addWidget(widget, 1 if widget in (self.table, self.empty) else 0)
        self._show()

    def read_after(self, page: QWidget) -> AfterPaint:
        """Read the list once ``page`` has been painted: every word of every usulan is looked at."""
        return AfterPaint(page, self.read)

    def read(self) -> bool:
        """Read anew what others see of the forum on the desk."""
        forum = self._services.forum.aktif()
        self._rows = _texts(self._services.publik.daftar()) if forum is not None and not forum.latihan else ()
        self._model.reload()
        self._show()
        if self._rows and self.table.current() is None:
            self.table.setCurrentIndex(self._model.index(0, len(self._columns()) - 1))  # F2 writes at once
        self.counted.emit(len({row.usulan for row in self._rows}))
        return True

    def fit(self) -> None:
        """Whatever stands above: the table shows some rows at once."""
        self.table.setMinimumHeight(self.fontMetrics().height() * 9)

    def _show(self) -> None:
        for widget in (self.note, self.table, self.whole):
            widget.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)

    def _columns(self) -> list[Column[Tulisan]]:
        def write(row: Tulisan, text: str) -> None:
            self._services.publik.ubah(row.usulan, **{row.nama: text})

        return [
            Column(key="label", title=self.tr("No."), value=lambda row: row.baris.usulan.label),
            Column(key="tertulis", title=self.tr("Tertulis"), value=_said, tooltip=_said),
            Column(
                key="umum", title=self.tr("Tampil untuk umum"), value=_shown, tooltip=_shown, write=write, bold=True
            ),
        ]


def _said(row: Tulisan) -> str:
    return str(getattr(row.baris.usulan, row.nama))


def _shown(row: Tulisan) -> str:
    return str(getattr(row.baris.publik, row.nama))


def _texts(rows: Sequence[BarisPublik]) -> list[Tulisan]:
    """The titles and places that others see differently; both of an usulan that the operator wrote differently."""
    texts = (Tulisan(row, nama) for row in rows for nama in ("judul", "lokasi"))
    return [one for one in texts if _said(one) and (_said(one) != _shown(one) or one.baris.diubah)]
