"""Scores, pairs and ranking: each is made when it is first looked at, and reads what it shows only in front."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.prioritas.model import ScoreSheet
from ui.prioritas.pair_view import PairView
from ui.prioritas.places import Maker, Place, Scrolling
from ui.prioritas.ranking_part import RankingPart
from ui.prioritas.score_part import ScorePart
from ui.prioritas.typed_rows import TypedRows
from ui.say import Say


class LateParts(QObject):
    """``places`` is the widget in which they stand."""

    moved = Signal()
    """the cursor came to another row or cell"""
    waiting = Signal()
    """what the groups still lack is another number now"""
    explain_wanted = Signal()

    def __init__(self, services: Layanan, say: Say, sheet: ScoreSheet, typed: TypedRows) -> None:
        super().__init__(typed)
        self._services, self._say, self._sheet, self._typed = services, say, sheet, typed
        self._places: QWidget | None = None
        self._scores: ScorePart | None = None
        self._ranking: RankingPart | None = None
        self._pairs: PairView | None = None
        self._stale: set[Place] = set()

    def makers(self) -> dict[Place, Maker]:
        """What stands in which place."""
        return {"skor": lambda: self.scores, "banding": self._hold_pairs, "peringkat": lambda: self.ranking}

    def stand_in(self, places: QWidget) -> None:
        """Where the parts are to be made."""
        self._places = places

    @property
    def scores(self) -> ScorePart:
        """The sheet of the chosen group."""
        if self._scores is None:
            part = self._scores = ScorePart(self._sheet, self._typed, self._say, self._places)
            part.moved.connect(self.moved)
            part.waiting.connect(self.waiting)
            self._stale.discard("skor")
        return self._scores

    @property
    def ranking(self) -> RankingPart:
        """The ranking, with what is told above it."""
        if self._ranking is None:
            part = self._ranking = RankingPart(self._services, self._say, self._sheet, self._places)
            part.table.current_changed.connect(lambda _row: self.moved.emit())
            part.table.opened.connect(lambda _row: self.explain_wanted.emit())
            self._stale.discard("peringkat")
        return self._ranking

    @property
    def pairs(self) -> PairView:
        """The questions of a way that compares usulan two by two."""
        if self._pairs is None:
            view = self._pairs = PairView(self._places)
            view.answered.connect(self._on_answered)
        return self._pairs

    def outdated(self) -> None:
        """The records or the chosen group changed: whatever comes to the front reads again."""
        self._stale = {"skor", "banding", "peringkat"}

    def bring_up_to_date(self, place: Place | None) -> None:
        """The part in front."""
        if place in self._stale:
            self._stale.discard(place)
            if place == "skor":
                self.scores.read()
            elif place == "banding":
                self.pairs.show_sheet(self._sheet)
            else:
                self.ranking.read()
        if self._ranking is not None:
            self._ranking.come(shown=place == "peringkat")

    def _hold_pairs(self) -> QWidget:
        area = Scrolling(self._places)
        area.hold(self.pairs)
        self._stale.add("banding")
        return area

    def _on_answered(self, key: str, value: int | None) -> None:
        self._typed.put(key, 0, value)
        self._typed.commit()
        self.waiting.emit()
