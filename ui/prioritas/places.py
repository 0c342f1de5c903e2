"""The middle of the page: rules, scores or ranking, or what has to be done before there is anything to score."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QStackedWidget, QWidget

from ui.fields import EmptyState
from ui.prioritas.model import ScoreSheet
from ui.prioritas.pair_view import PairView
from ui.prioritas.rules import RulesPanel

_RULES, _GRID, _RANKING, _NOT_LOCKED, _NO_USULAN, _PAIRS = range(6)


class Places(QStackedWidget):
    """One of them is in front."""

    rules_wanted = Signal()
    usulan_wanted = Signal()

    def __init__(self, rules: RulesPanel, grid: QWidget, ranking: QWidget) -> None:
        super().__init__()
        not_locked = EmptyState(
            "kunci",
            self.tr("Aturan main belum dikunci"),
            self.tr("Bacakan kriteria dan bobotnya, lalu kunci dengan dua saksi. Sesudah itu skor dapat diisi."),
            ((self.tr("Buka aturan main"), self.rules_wanted.emit),),
        )
        no_usulan = EmptyState(
            "usulan",
            self.tr("Belum ada usulan untuk dinilai"),
            "",
            ((self.tr("Catat usulan"), self.usulan_wanted.emit),),
        )
        area, pair_area = _scrolling(), _scrolling()
        rules.begun.connect(lambda: QTimer.singleShot(0, area, lambda: area.verticalScrollBar().setValue(0)))
        for widget in (area, grid, ranking, not_locked, no_usulan, pair_area):
            self.addWidget(widget)
        self._area, self._rules, self._pair_area = area, rules, pair_area

    def settle_in(self) -> None:
        """Put the long rules in, once this stands on its page: moving them later would dress each widget again."""
        _put(self._area, self._rules)

    def hold_pairs(self, pairs: PairView) -> None:
        """Put in the questions of a way that compares two by two."""
        _put(self._pair_area, pairs)

    def turn_to(self, part: str, sheet: ScoreSheet) -> None:
        """Bring ``aturan``, ``skor`` or ``peringkat`` to the front, or say why it has to wait."""
        rows = bool(sheet.hasil.baris)
        if part == "aturan":
            place = _RULES
        elif not rows:
            place = _NO_USULAN
        elif part == "peringkat":
            place = _RANKING
        elif not sheet.aturan.terkunci:
            place = _NOT_LOCKED
        else:
            place = _PAIRS if sheet.aturan.cara.metode == "banding" else _GRID
        self.setCurrentIndex(place)

    @property
    def scoring(self) -> bool:
        """Whether scores are typed here now."""
        return self.currentIndex() in (_GRID, _PAIRS)

    @property
    def scoring_criteria(self) -> bool:
        """Whether the grid of usulan and criteria is in front."""
        return self.currentIndex() == _GRID

    @property
    def ranking(self) -> bool:
        """Whether the ranking is in front."""
        return self.currentIndex() == _RANKING


def _put(area: QScrollArea, widget: QWidget) -> None:
    area.setWidget(widget)
    widget.setAutoFillBackground(False)


def _scrolling() -> QScrollArea:
    """Long rules scroll by themselves, so that the score sheet keeps the height of the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    return area
