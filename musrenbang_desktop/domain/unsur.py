"""Unsur: the parts of society that are to be represented, and how many people of each are wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musrenbang_desktop.domain.errors import RuleBroken

TERBANYAK = 999
"""Largest target of one unsur."""


@dataclass(frozen=True, slots=True)
class TargetUnsur:
    """How many people of an unsur are to be invited. Zero: wanted, without a number.

    Raises RuleBroken("unsur", "kosong") and ("target", "di_luar_batas").
    """

    unsur: str
    target: int = 0

    def __post_init__(self) -> None:
        if not self.unsur.strip():
            raise RuleBroken("unsur", "kosong")
        if not 0 <= self.target <= TERBANYAK:
            raise RuleBroken("target", "di_luar_batas", f"0-{TERBANYAK}")


@dataclass(frozen=True, slots=True)
class CapaianUnsur:
    """One line of the checklist: who is wanted, who is invited, who came."""

    unsur: str
    target: int
    diundang: int
    hadir: int = 0

    @property
    def tanpa_wakil(self) -> bool:
        """Nobody of this unsur is invited."""
        return self.diundang == 0

    @property
    def kurang(self) -> int:
        """How many are still to be invited."""
        return max(0, max(self.target, 1) - self.diundang)


def check_target(targets: Sequence[TargetUnsur]) -> None:
    """Raise RuleBroken("unsur", "ganda") when an unsur stands twice, however it is written."""
    if len({one.unsur.strip().casefold() for one in targets}) != len(targets):
        raise RuleBroken("unsur", "ganda")


def capaian(targets: Sequence[TargetUnsur], per_unsur: Mapping[str, tuple[int, int]]) -> tuple[CapaianUnsur, ...]:
    """Each wanted unsur with the people counted under that name; ``per_unsur`` is unsur -> (present, invited).

    An unsur is the same whatever its capitals and blanks.
    """
    counted: dict[str, tuple[int, int]] = {}
    for name, (present, invited) in per_unsur.items():
        before = counted.get(_key(name), (0, 0))
        counted[_key(name)] = (before[0] + present, before[1] + invited)
    return tuple(
        CapaianUnsur(
            one.unsur, one.target, counted.get(_key(one.unsur), (0, 0))[1], counted.get(_key(one.unsur), (0, 0))[0]
        )
        for one in targets
    )


def tanpa_undangan(targets: Sequence[TargetUnsur], per_unsur: Mapping[str, tuple[int, int]]) -> tuple[str, ...]:
    """The wanted unsur of which nobody is invited; ``per_unsur`` as for :func:`capaian`."""
    return tuple(one.unsur for one in capaian(targets, per_unsur) if one.tanpa_wakil)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
