"""The ready ways of setting priorities: a list, one sentence for each, and its example worked out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.templat import Templat
from ui.fields import FlowLayout
from ui.prioritas.example import worked
from ui.theme import look, primary, quiet

ROWS_SHOWN = 6


class TemplatePicker(QFrame):
    """Nothing is recorded before *Pakai cara ini*."""

    picked = Signal(object)
    """Templat"""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._every: tuple[Templat, ...] = ()
        self._templates: tuple[Templat, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Daftar cara menentukan prioritas"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sentence, self.origin, self.example = QLabel(), QLabel(), QLabel()
        for label in (self.sentence, self.origin, self.example):
            label.setWordWrap(True)
        look(self.origin, "redup")
        self.use_button = primary(QPushButton(self.tr("Pakai cara ini")))
        self.close_button = quiet(QPushButton(self.tr("Tidak jadi")))
        self.use_button.clicked.connect(self._use)
        self.close_button.clicked.connect(self.closed)
        self.list.itemActivated.connect(lambda _item: self.use_button.setFocus())
        self.list.currentRowChanged.connect(self._show)
        heading = QLabel(self.tr("Pilih cara menentukan prioritas"))
        look(heading, "anak-judul")
        buttons = FlowLayout(gap=8)
        buttons.add(self.use_button)
        buttons.add(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        for widget in (heading, self.list, self.sentence, self.example, self.origin):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        look(self, "kartu")

    def open(self, templat: str, jenis: str = "") -> None:
        """Show the ways for this kind of Musrenbang, or all of them, with the present one in front.

        A way that speaks of plans of a desa is no way of a kelurahan, unless it is the present one.
        """
        if not self._every:
            from musrenbang_desktop.reference.templat_aturan import every

            self._every = every()
        offered = tuple(
            one for one in self._every if not jenis or not one.hanya or one.hanya == jenis or one.id == templat
        )
        if offered != self._templates:
            self.list.clear()
            self._templates = offered
            self.list.addItems([one.nama for one in offered])
        ids = [one.id for one in self._templates]
        self.list.setCurrentRow(ids.index(templat) if templat in ids else 0)
        line = self.list.sizeHintForRow(0)
        self.list.setMinimumHeight(line * ROWS_SHOWN + 2 * self.list.frameWidth())
        self.show()
        self.list.setFocus()

    def current(self) -> Templat:
        """The template in front."""
        return self._templates[self.list.currentRow()]

    def _show(self, row: int) -> None:
        if row < 0:
            return
        templat = self._templates[row]
        self.sentence.setText(templat.kalimat)
        self.example.setText(self.tr("Contoh:") + "\n" + worked(templat))
        self.origin.setText(" ".join(filter(None, (templat.sumber, templat.periksa))))

    def _use(self) -> None:
        self.picked.emit(self.current())
