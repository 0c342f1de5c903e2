"""What neighbours and public pages will see of the usulan in whose words a name was found; F2 writes it differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from musrenbang_desktop.domain.publik import BarisPublik
from musrenbang_desktop.services.layanan import Layanan
from ui.after_paint import AfterPaint
from ui.fields import DetailLine, EmptyState, TableView
from ui.plain_label import plain_label
from ui.say import Say
from ui.table import Column, RowsModel

AT_ONCE = 300
"""Of so many usulan the words are looked at in one turn: no village has more, and keys wait no longer than 30 ms."""


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


class PublicList(QWidget):
    """The list, or a sentence where no name was found."""

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
        self._fit()

    def show_rows(self, rows: Sequence[Tulisan]) -> None:
        """Show these texts."""
        self._rows = rows
        self._model.reload()
        for widget in (self.note, self.table, self.whole):
            widget.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows and self.table.current() is None:
            self.table.setCurrentIndex(self._model.index(0, len(self._columns()) - 1))  # F2 writes at once

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Whatever stands above: the table shows some rows at once."""
        self.table.setMinimumHeight(self.fontMetrics().height() * 9)

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


class PublicPart(QWidget):
    """What is read for the list; the list itself is made when somebody looks at it. ``counted`` says of how many
    usulan others see something else.
    """

    counted = Signal(int)

    def __init__(self, services: Layanan, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._say = services, say
        self._rows: Sequence[Tulisan] = ()
        self._made: PublicList | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self.read)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def view(self) -> PublicList:
        """The list, made now where it was not."""
        if self._made is None:
            self._made = PublicList(self._services, self._say, self)
            self._column.addWidget(self._made)
            self._made.show_rows(self._rows)
        return self._made

    def showEvent(self, event: QShowEvent) -> None:
        if self._next.isActive():
            self._next.stop()
            self._read_all()
        self.view.show()
        super().showEvent(event)

    def read_after(self, page: QWidget) -> AfterPaint:
        """Read the list once ``page`` has been painted: every word of every usulan is looked at."""
        return AfterPaint(page, self.read)

    def read(self) -> bool:
        """Read anew what others see of the forum on the desk; of very many usulan some in each turn of the window."""
        if self._is_told and not self._services.publik.lihat(AT_ONCE):
            self._next.start()
            return False
        return self._read_all()

    @property
    def _is_told(self) -> bool:
        """Whether others see anything of the forum on the desk."""
        forum = self._services.forum.aktif()
        return forum is not None and not forum.latihan

    def _read_all(self) -> bool:
        self._rows = _texts(self._services.publik.daftar()) if self._is_told else ()
        if self._made is not None:
            self._made.show_rows(self._rows)
        self.counted.emit(len({row.usulan for row in self._rows}))
        return True


def _said(row: Tulisan) -> str:
    return str(getattr(row.baris.usulan, row.nama))


def _shown(row: Tulisan) -> str:
    return str(getattr(row.baris.publik, row.nama))


def _texts(rows: Sequence[BarisPublik]) -> Sequence[Tulisan]:
    """The titles and places that others see differently; both of an usulan that the operator wrote differently."""
    texts = (Tulisan(row, nama) for row in rows for nama in ("judul", "lokasi"))
    return [one for one in texts if _said(one) and (_said(one) != _shown(one) or one.baris.diubah)]
