"""One of our usulan beside one of another village: noted as shared or as another, never merged."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.antardesa import sebutan_desa
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.antardesa import PasanganAntardesa
from ui.antardesa_words import also_proposes, certainty, facts
from ui.fields import FlowLayout
from ui.plain_label import plain_label
from ui.theme import look, primary


class NeighbourCard(QFrame):
    """What both villages propose, and the three things that can be done about it."""

    shared = Signal()
    different = Signal()
    later = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.which = plain_label("anak-judul")
        self.told = plain_label("baik")
        self.ours = plain_label()
        self.theirs = plain_label()
        self.note = plain_label(
            "redup",
            self.tr(
                "Tidak ada yang digabung: kedua usulan tetap milik desa masing-masing. Yang dicatat sebagai usulan "
                "bersama disebut pada lampiran berita acara, supaya dibahas bersama di kecamatan."
            ),
        )
        self.shared_button = primary(QPushButton(self.tr("Usulan bersama antardesa (S)"), self))
        self.different_button = QPushButton(self.tr("Bukan yang sama (B)"), self)
        self.later_button = QPushButton(self.tr("Nanti (N)"), self)
        self.shared_button.clicked.connect(self.shared)
        self.different_button.clicked.connect(self.different)
        self.later_button.clicked.connect(self.later)
        self._lay_out()
        look(self, "kartu")

    def show_pair(self, pair: PasanganAntardesa) -> None:
        """Show both; :meth:`count` says which of how many it is."""
        self.told.setText(also_proposes(pair.tetangga))
        self.ours.setText(self.tr("Kita: {usulan}").format(usulan=_own(pair.usulan)))
        self.theirs.setText(
            self.tr("{desa}: {usulan}").format(
                desa=sebutan_desa(pair.tetangga.desa), usulan=f"{pair.tetangga.judul}. {facts(pair.tetangga)}"
            )
        )

    def count(self, pair: PasanganAntardesa, n: int, every: int) -> None:
        """``Pasangan 2 dari 3, desa tetangga. Mirip: ...``"""
        self.which.setText(
            self.tr("Pasangan {n} dari {semua}, desa tetangga. {tingkat}").format(
                n=n, semua=every, tingkat=certainty(pair.kemiripan)
            )
        )

    def _lay_out(self) -> None:
        buttons = FlowLayout(gap=8)
        for button in (self.shared_button, self.different_button, self.later_button):
            buttons.add(button)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(self.which)
        inside.addWidget(self.told)
        inside.addLayout(buttons)
        for label in (self.ours, self.theirs, self.note):
            inside.addWidget(label)


def _own(usulan: Usulan) -> str:
    volume = f"{usulan.volume} {usulan.satuan}".strip()
    place = ", ".join(part for part in (usulan.label, usulan.tempat, volume) if part)
    return f"{usulan.judul}. {place}"
