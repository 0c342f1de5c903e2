"""What neighbours and public pages will see of the usulan in whose words a name was found; F2 writes it differently."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from musrenbang_desktop.domain.publik import BarisPublik
from musrenbang_desktop.services.layanan import Layanan
from ui.after_paint import AfterPaint
from ui.fields import DetailLine, EmptyState, TableView
from ui.plain_label import plain_label
from ui.say import Say
from ui.table import Column, RowsModel

_SAID = QT_TRANSLATE_NOOP(
    "PublicPart",
    "Nama warga pada judul dan tempat tidak tampil di halaman umum kabupaten dan di desa lain. Usulannya sendiri tidak "
    "berubah. F2 mengubah yang tampil; dikosongkan berarti kembali ke usul program.",
)


class PublicPart(QWidget):
    """The list, or a sentence where no name was found. ``counted`` says how many stand in it."""

    counted = Signal(int)

    def __init__(self, services: Layanan, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._rows: Sequence[BarisPublik] = ()
        self.note = plain_label("redup", parent=self)
        self.note.setText(self.tr(_SAID))
        self.table = TableView(self.tr("Yang tampil untuk umum"))
        self._model = RowsModel(self._columns(), lambda _sort, _descending: self._rows, parent=self)
        self._model.refused.connect(say.trouble)
        self.table.set_model(self._model, stretch="umum", folds=("tempat", "lokasi"), least=14)
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
        self._rows = self._services.publik.daftar() if forum is not None and not forum.latihan else ()
        self._model.reload()
        self._show()
        self.counted.emit(len(self._rows))
        return True

    def fit(self) -> None:
        """Whatever stands above: the table shows some rows at once."""
        self.table.setMinimumHeight(self.fontMetrics().height() * 9)

    def _show(self) -> None:
        for widget in (self.note, self.table, self.whole):
            widget.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)

    def _columns(self) -> list[Column[BarisPublik]]:
        def title(row: BarisPublik, text: object) -> None:
            self._services.publik.ubah(row.id, judul=str(text))

        def place(row: BarisPublik, text: object) -> None:
            self._services.publik.ubah(row.id, lokasi=str(text))

        return [
            Column(key="label", title=self.tr("No."), value=lambda row: row.usulan.label),
            Column(
                key="judul",
                title=self.tr("Usulan"),
                value=lambda row: row.usulan.judul,
                tooltip=lambda row: row.usulan.judul,
            ),
            Column(
                key="umum",
                title=self.tr("Tampil untuk umum"),
                value=lambda row: row.publik.judul,
                tooltip=lambda row: row.publik.judul,
                write=title,
                bold=True,
            ),
            Column(key="tempat", title=self.tr("Tempat"), value=lambda row: row.usulan.lokasi),
            Column(
                key="lokasi",
                title=self.tr("Tempat untuk umum"),
                value=lambda row: row.publik.lokasi,
                write=place,
            ),
        ]
