"""Pairs of usulan that people would, or would not, call the same one. All invented."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from musrenbang_desktop.likeness.compare import Kemiripan, compare
from musrenbang_desktop.likeness.signature import Tanda, tanda

FILE = Path(__file__).parent / "data" / "pasangan_usulan.csv"


class Pair(NamedTuple):
    """One line of the file."""

    jenis: str
    sama: bool
    a: Tanda
    b: Tanda
    judul: str


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts over pairs, for what is called *mirip* and for every hint (*mungkin mirip* too)."""

    sama: int
    mirip_benar: int
    mirip_salah: int
    saran_benar: int
    saran_salah: int

    @classmethod
    def of(cls, judged: Sequence[tuple[bool, Kemiripan | None]]) -> Quality:
        """From (whether they are the same, what was found) of every pair."""
        return cls(
            sama=sum(sama for sama, _ in judged),
            mirip_benar=sum(sama and is_sure(found) for sama, found in judged),
            mirip_salah=sum(not sama and is_sure(found) for sama, found in judged),
            saran_benar=sum(sama and found is not None for sama, found in judged),
            saran_salah=sum(not sama and found is not None for sama, found in judged),
        )

    @property
    def precision(self) -> float:
        """Of those called *mirip*, how many are."""
        return self.mirip_benar / (self.mirip_benar + self.mirip_salah)

    @property
    def recall(self) -> float:
        """Of those that are alike, how many are called *mirip*."""
        return self.mirip_benar / self.sama

    @property
    def hint_precision(self) -> float:
        """Of all hints, how many are right."""
        return self.saran_benar / (self.saran_benar + self.saran_salah)

    @property
    def hint_recall(self) -> float:
        """Of those that are alike, how many are hinted at."""
        return self.saran_benar / self.sama


def pairs() -> list[Pair]:
    """The whole set. The odd lines were never looked at while the thresholds were set."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                row["jenis"],
                row["sama"] == "ya",
                _tanda(row["judul_a"], row["tempat_a"]),
                _tanda(row["judul_b"], row["tempat_b"]),
                f"{row['judul_a']} | {row['judul_b']}",
            )
            for row in csv.DictReader(file)
        ]


def quality(of: list[Pair]) -> Quality:
    """Compare every pair."""
    return Quality.of([(pair.sama, compare(pair.a, pair.b)) for pair in of])


def is_sure(found: Kemiripan | None) -> bool:
    """Whether it is called *mirip*."""
    return found is not None and found.tingkat == "mirip"


def _tanda(judul: str, tempat: str) -> Tanda:
    dusun, rt, rw = [*tempat.split("/"), "", ""][:3]
    return tanda(judul, dusun, rt, rw)
