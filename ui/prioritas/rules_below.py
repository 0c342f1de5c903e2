"""The lower part of the rules: equal values, the way from scores to the list, and the lock with its two witnesses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.cara import SERI_FAKTA
from musrenbang_desktop.domain.penilaian import Aturan
from musrenbang_desktop.ranking.explain import nama_seri
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField
from ui.prioritas.rule_state import card
from ui.prioritas.way_card import WayCard
from ui.theme import primary

TIE_STEPS = 3


class RulesBelow(QWidget):
    """Stands below the fold of most windows: the panel of the rules makes it just after its first picture."""

    ties_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ties = [ChoiceBox() for _ in range(TIE_STEPS)]
        self.way = WayCard()
        self.witnesses = [LineField(), LineField()]
        self.lock_button = primary(QPushButton(self.tr("Kunci aturan")))
        ties, lock = FlowLayout(gap=10), FlowLayout(gap=10)
        for place, box in enumerate(self.ties):
            title = self.tr("Lalu") if place else self.tr("Bila nilai sama, lihat")
            ties.add(FieldRow(title, box), 1, 32)
            box.committed.connect(lambda _value: self.ties_changed.emit())
        for field, title in zip(self.witnesses, (self.tr("Saksi pertama"), self.tr("Saksi kedua")), strict=True):
            lock.add(FieldRow(title, field), 1, 18)
        tie_note = self.tr("Yang masih sama berbagi peringkat (SERI), sampai diundi di depan dua saksi.")
        self.lock_card = card(
            self.tr("Kunci sebelum angka pertama"),
            lock,
            self.lock_button,
            note=self.tr("Bacakan aturan di depan forum."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (card(self.tr("Nilai seri"), ties, note=tie_note), self.way, self.lock_card):
            column.addWidget(part)

    def refresh(self, aturan: Aturan, pengusul: Sequence[str]) -> None:
        """Show the rules as recorded; ``pengusul`` are those who proposed something."""
        self._fill_ties(aturan)
        self.way.refresh(aturan.cara, pengusul)
        locked = bool(aturan.terkunci)
        self.lock_card.setVisible(not locked)
        for box in self.ties:
            box.setEnabled(not locked)
        self.way.set_open(unlocked=not locked)

    def _fill_ties(self, aturan: Aturan) -> None:
        criteria = [(item.id, item.nama) for item in aturan.kriteria]
        facts = [(identitas, nama_seri(aturan, identitas)) for identitas in SERI_FAKTA]
        for place, box in enumerate(self.ties):
            box.set_items([("", self.tr("(tidak ada)")), *criteria, *facts])
            box.fill(aturan.seri[place] if place < len(aturan.seri) else "")
