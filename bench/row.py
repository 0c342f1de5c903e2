"""What a topic reports: measured pairs with their ratio, or a plain figure with its limit."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured. ``quick`` only shows that every part works."""

    quick: bool = False

    def runs(self, wanted: int) -> int:
        """Number of alternating runs."""
        return 1 if self.quick else wanted

    def size(self, wanted: int, small: int) -> int:
        """Number of records, acts, rows."""
        return small if self.quick else wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Ours against a floor or a peer, sample by sample of runs that alternated."""

    what: str
    ours: Sequence[float]
    peer_name: str
    peer: Sequence[float]
    unit: str = "s"
    budget: float | None = None

    @property
    def ratio(self) -> float:
        """The median of the ratios of neighbouring runs: a slow minute of the machine falls on both."""
        return statistics.median(own / other for own, other in zip(self.ours, self.peer, strict=True))

    @property
    def reached(self) -> bool | None:
        """None where no budget is set."""
        return None if self.budget is None else self.ratio <= self.budget


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure that needs no peer: a count, with the most it may be."""

    what: str
    value: float
    unit: str = ""
    budget: float | None = None

    @property
    def reached(self) -> bool | None:
        """None where no budget is set."""
        return None if self.budget is None else self.value <= self.budget


Row = Ratio | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """One topic of the report."""

    title: str
    rows: Sequence[Row]
    notes: Sequence[str] = field(default_factory=tuple)
