"""How the columns of a table share its width, so that none is cut at the edge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

Mode = QHeaderView.ResizeMode


class Measured(Protocol):
    """What is asked of the table."""

    def natural_width(self, place: int) -> int:
        """How wide a column would be with room for all, in pixels."""
        ...


class ColumnWidths(QObject):
    """One column stretches, some are cut short with "…", and the least needed are folded away.

    A folded column is not lost: :class:`ui.fields.detail_line.DetailLine` says what it holds, and ``turn`` brings
    it back in exchange for another.
    """

    changed = Signal()
    """other columns are folded than before"""

    def __init__(self, view: QTableView, measured: Measured) -> None:
        super().__init__(view)
        self._view, self._measured = view, measured
        self._stretch = -1
        self._least_letters = 0
        self._giving: dict[int, tuple[int, int]] = {}
        self._folds: tuple[int, ...] = ()
        self._busy = False

    def use(
        self, stretch: int, least_letters: int, giving: Mapping[int, tuple[int, int]], folds: Sequence[int]
    ) -> None:
        """Take over the columns of a new model; ``folds`` names the least needed column first."""
        self._stretch, self._least_letters, self._giving = stretch, least_letters, dict(giving)
        self._folds = tuple(folds)
        header = self._view.horizontalHeader()
        for place in range(header.count()):
            header.setSectionHidden(place, False)
            header.setSectionResizeMode(place, Mode.ResizeToContents)

    @property
    def folded(self) -> list[int]:
        """The columns that are out of sight now."""
        header = self._view.horizontalHeader()
        return [place for place in range(header.count()) if header.isSectionHidden(place)]

    def turn(self) -> None:
        """Show the folded columns, and fold others in their stead."""
        away = set(self.folded)
        if away:
            self._folds = tuple(sorted(self._folds, key=lambda place: place in away))  # stable: each gets its turn
            self.spread()

    def spread(self) -> None:
        """Fold what has no room, then let the wide column take what is left: with nothing more to fold, down to half
        of the letters that it should have. Only a narrower table scrolls.
        """
        if self._stretch < 0 or self._busy or not self._view.isVisible():
            return
        self._busy = True
        try:
            turned = self._fold()
            self._give_way()
            self._stretch_out()
        finally:
            self._busy = False
        if turned:
            self.changed.emit()

    @property
    def _letter(self) -> int:
        return self._view.fontMetrics().averageCharWidth()

    @property
    def _least(self) -> int:
        return self._letter * self._least_letters

    def _fold(self) -> bool:
        header = self._view.horizontalHeader()
        away: set[int] = set()
        if self._folds:
            needed = {place: self._narrowest(place) for place in range(header.count())}
            over = sum(needed.values()) - self._view.viewport().width()
            for place in self._folds:
                if over <= 0:
                    break
                away.add(place)
                over -= needed[place]
        if away == set(self.folded):
            return False
        for place in range(header.count()):
            if header.isSectionHidden(place) != (place in away):
                header.setSectionHidden(place, place in away)
        return True

    def _narrowest(self, place: int) -> int:
        if place == self._stretch:
            return self._least
        width = self._measured.natural_width(place)
        return min(width, self._giving[place][0] * self._letter) if place in self._giving else width

    def _give_way(self) -> None:
        header = self._view.horizontalHeader()
        shown = {place: few_most for place, few_most in self._giving.items() if not header.isSectionHidden(place)}
        wanted = {
            place: min(most * self._letter, self._measured.natural_width(place)) for place, (_, most) in shown.items()
        }
        kept = sum(header.sectionSize(place) for place in range(header.count()) if place not in wanted)
        over = kept - header.sectionSize(self._stretch) + self._least + sum(wanted.values())
        over -= self._view.viewport().width()
        for place, width in wanted.items():
            cut = max(0, min(over, width - shown[place][0] * self._letter))
            over -= cut
            header.setSectionResizeMode(place, Mode.Interactive)
            header.resizeSection(place, width - cut)

    def _stretch_out(self) -> None:
        header = self._view.horizontalHeader()
        others = header.length() - header.sectionSize(self._stretch)
        if self._view.viewport().width() - others >= self._least // 2:
            header.setSectionResizeMode(self._stretch, Mode.Stretch)
        else:
            header.setSectionResizeMode(self._stretch, Mode.Interactive)
            header.resizeSection(self._stretch, self._least)
