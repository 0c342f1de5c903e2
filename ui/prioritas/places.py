"""The middle of the page: rules, scores or ranking, or what has to be done before there is anything to score."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedWidget, QWidget

from ui.fields import EmptyState
from ui.forum_page import enter_presses
from ui.prioritas.model import ScoreSheet

Place = Literal["aturan", "skor", "banding", "peringkat", "belum_kunci", "belum_usulan"]
Maker = Callable[[], QWidget]
"""Makes what stands in a place; as a child of the places, so that it need not be dressed again."""


class Places(QStackedWidget):
    """One of them is in front; each is made when it is first turned to."""

    rules_wanted = Signal()
    usulan_wanted = Signal()
    made = Signal(QWidget)
    """a place was turned to for the first time"""

    def __init__(self, makers: Mapping[Place, Maker], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        waiting: dict[Place, Maker] = {"belum_kunci": self._not_locked, "belum_usulan": self._no_usulan}
        self._makers = {**waiting, **makers}
        self._made: dict[Place, QWidget] = {}
        self.place: Place | None = None
        """which one is in front"""

    def turn_to(self, part: str, sheet: ScoreSheet) -> None:
        """Bring ``aturan``, ``skor`` or ``peringkat`` to the front, or say why it has to wait."""
        place = _place(part, sheet)
        if place not in self._made:
            made = self._made[place] = self._makers[place]()
            self.addWidget(made)
            enter_presses(made)
            self.made.emit(made)
        self.place = place
        self.setCurrentWidget(self._made[place])

    @property
    def scoring(self) -> bool:
        """Whether scores are typed here now."""
        return self.place in ("skor", "banding")

    def _not_locked(self) -> QWidget:
        return EmptyState(
            "kunci",
            self.tr("Aturan main belum dikunci"),
            self.tr("Bacakan kriteria dan bobotnya, lalu kunci dengan dua saksi. Sesudah itu skor dapat diisi."),
            ((self.tr("Buka aturan main"), self.rules_wanted.emit),),
            self,
        )

    def _no_usulan(self) -> QWidget:
        return EmptyState(
            "usulan",
            self.tr("Belum ada usulan untuk dinilai"),
            "",
            ((self.tr("Catat usulan"), self.usulan_wanted.emit),),
            self,
        )


def _place(part: str, sheet: ScoreSheet) -> Place:
    if part == "aturan":
        return "aturan"
    if not sheet.hasil.baris:
        return "belum_usulan"
    if part == "peringkat":
        return "peringkat"
    if not sheet.aturan.terkunci:
        return "belum_kunci"
    return "banding" if sheet.aturan.cara.metode == "banding" else "skor"


class Scrolling(QScrollArea):
    """Long rules scroll by themselves, so that the score sheet keeps the height of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def hold(self, widget: QWidget) -> None:
        """Put in what was made as a child of the viewport."""
        self.setWidget(widget)
        widget.setAutoFillBackground(False)
