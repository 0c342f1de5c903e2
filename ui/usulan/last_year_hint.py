"""A line above the list while usulan of earlier years wait to be taken up again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.fields import FlowLayout
from ui.icons import icon
from ui.theme import look, quiet


class LastYearHint(QFrame):
    """Shown at the start of a forum; *Nanti* takes it away until the page is opened anew."""

    wanted = Signal()

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._declined = ""
        self._waiting = 0
        self._room = True
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.look = QPushButton(icon("riwayat"), self.tr("Lihat usulan tahun lalu"), self)
        self.later = quiet(QPushButton(self.tr("Nanti"), self))
        row = FlowLayout(gap=8)
        row.add(self.words, 1, 24)
        row.add(self.look)
        row.add(self.later)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.addLayout(row)
        self.look.clicked.connect(self.wanted)
        self.later.clicked.connect(self._decline)
        self.hide()
        look(self, "kartu")

    def refresh(self) -> None:
        """Count what waits; a closed forum takes up nothing."""
        desk = self._services.desk
        passed = desk.forum_id == self._declined or desk.closed()
        self._waiting = n = 0 if passed else self._services.tahun_lalu.jumlah()
        self.words.setText(self.tr("{n} usulan tahun lalu belum didanai atau belum dijawab.").format(n=n))
        self.setVisible(n > 0 and self._room)

    def set_room(self, *, room: bool) -> None:
        """Where there is little height the list comes first; Beranda and the tab lead there too."""
        self._room = room
        self.setVisible(self._waiting > 0 and room)

    def _decline(self) -> None:
        self._declined, self._waiting = self._services.desk.forum_id, 0
        self.hide()
