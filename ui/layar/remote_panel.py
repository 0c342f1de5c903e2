"""The remote control: which scene, which page, frozen or live, and what the hall sees now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.fields import FlowLayout
from ui.layar.preview import Preview
from ui.layar.projector import Projector
from ui.layar.scenes import DIGITS
from ui.theme import look, primary


class RemotePanel(QWidget):
    """Everything by one key: digits for scenes, PageUp and PageDown, F5 and F8 of the shell."""

    open_wanted = Signal()
    freeze_wanted = Signal()

    def __init__(self, projector: Projector, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projector = projector
        self._group = QButtonGroup(self)
        self.scenes: dict[str, QPushButton] = {}
        self.open = primary(QPushButton())
        self.freeze = QPushButton()
        self.back = QPushButton(self.tr("Sebelumnya"))
        self.on = QPushButton(self.tr("Berikutnya"))
        self.itself = QCheckBox(self.tr("Berganti sendiri"))
        self.itself.setToolTip(self.tr("Halaman berikutnya tampil sendiri setelah beberapa detik"))
        self.back.setAccessibleName(self.tr("Halaman sebelumnya"))
        self.on.setAccessibleName(self.tr("Halaman berikutnya"))
        self.state = QLabel()
        self.page = QLabel()
        self.seen = Preview(self.tr("Yang dilihat hadirin"))
        self.prepared = Preview(self.tr("Yang disiapkan"))
        self.seen_title = QLabel(self.tr("Yang dilihat hadirin"))
        self.prepared_title = QLabel(self.tr("Yang disiapkan, belum tampak"))
        self._lay_out()
        self._connect()
        self.show_state()

    def show_state(self) -> None:
        """Follow the projector."""
        projector = self._projector
        self.scenes[projector.scene.key].setChecked(True)
        self.open.setText(self.tr("Tutup layar") if projector.open else self.tr("Buka layar (F5)"))
        self.freeze.setText(self.tr("Lanjutkan (F8)") if projector.frozen else self.tr("Bekukan (F8)"))
        self.freeze.setEnabled(projector.open)
        self.freeze.setToolTip("" if projector.open else self.tr("Buka layar dulu"))
        many = projector.pages > 1
        for button, key in ((self.back, "PageUp"), (self.on, "PageDown")):
            button.setEnabled(many)
            button.setToolTip(key if many else self.tr("Gambar ini hanya satu halaman"))
        self.page.setText(
            self.tr("Halaman {n} dari {semua}").format(n=projector.page + 1, semua=projector.pages) if many else ""
        )
        words, role = self._where()
        if self.state.text() != words:
            self.state.setText(words)
            look(self.state, role)
        self.seen.show_frame(projector.shown)
        self.prepared.show_frame(projector.prepared)
        frozen = projector.frozen and projector.open
        self.prepared.setVisible(frozen)
        self.prepared_title.setVisible(frozen)

    def _where(self) -> tuple[str, str]:
        projector = self._projector
        if not projector.open:
            return self.tr("Layar belum dibuka"), "redup"
        if projector.waiting:
            return self.tr("Layar kedua terputus, menunggu tersambung lagi"), "awas"
        if projector.frozen:
            return self.tr("Dibekukan: hadirin melihat gambar tetap"), "awas"
        if projector.on_hall:
            return self.tr("Tampil di layar kedua"), "baik"
        return self.tr("Tampil di jendela sendiri, geser ke proyektor"), "baik"

    def _lay_out(self) -> None:
        look(self.page, "redup")
        for label in (self.seen_title, self.prepared_title):
            look(label, "label")
        for label in (self.state, self.seen_title, self.prepared_title):
            label.setWordWrap(True)
        chooser = QWidget(self)
        flow = FlowLayout(chooser, gap=6)
        for digit, key in DIGITS.items():
            name = self._projector.scenes[key].name()
            button = QPushButton(f"{digit}  {name}", chooser)
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Tampilkan {nama}").format(nama=name))
            button.clicked.connect(partial(self._projector.choose, key))
            self._group.addButton(button)
            self.scenes[key] = button
            flow.add(button)
        acts = QWidget(self)
        row = FlowLayout(acts, gap=8)
        for control in (self.open, self.freeze, self.back, self.on, self.page, self.itself):
            row.add(control)
        pictures = QHBoxLayout()
        pictures.setSpacing(12)
        for title, preview in ((self.seen_title, self.seen), (self.prepared_title, self.prepared)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(title)
            column.addWidget(preview, 1)
            pictures.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (chooser, acts, self.state):
            layout.addWidget(widget)
        layout.addLayout(pictures, 1)

    def _connect(self) -> None:
        self.open.clicked.connect(self.open_wanted)
        self.freeze.clicked.connect(self.freeze_wanted)
        self.back.clicked.connect(lambda: self._projector.turn(-1))
        self.on.clicked.connect(lambda: self._projector.turn(1))
        self.itself.toggled.connect(lambda on: self._projector.turn_by_itself(on=on))
        self._projector.changed.connect(self.show_state)
