"""Giliran bicara: who spoke how long, by unsur and by sex, beside who is in the hall. No name of a person anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from math import floor

from musrenbang_desktop.domain.peserta import JenisKelamin

LAINNYA = "Lainnya"
"""Everybody whose unsur has no key of its own."""

#: Shares of a few sentences say nothing: below so many seconds of speech nobody is warned.
TERLALU_SINGKAT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Giliran:
    """One turn to speak. ``mulai`` None waits in line, ``selesai`` None goes on.

    ``acara`` names the item of the agenda in which it began.
    """

    id: str
    unsur: str
    jenis_kelamin: JenisKelamin
    acara: str = ""
    mulai: datetime | None = None
    selesai: datetime | None = None

    @property
    def berjalan(self) -> bool:
        """Whether somebody is speaking in it."""
        return self.mulai is not None and self.selesai is None

    def detik(self, kini: datetime) -> int:
        """Whole seconds spoken; 0 in line or when the clock was set back."""
        if self.mulai is None:
            return 0
        return max(0, int(((self.selesai or kini) - self.mulai).total_seconds()))


@dataclass(frozen=True, slots=True)
class Bagian:
    """One group: its turns and seconds, the people of it who are present, and both as shares of the whole."""

    nama: str
    giliran: int
    detik: int
    hadir: int
    pangsa_bicara: Fraction
    pangsa_hadir: Fraction

    @property
    def selisih(self) -> Fraction:
        """Share of the speaking time less share of the hall; positive when it speaks more than its part."""
        return self.pangsa_bicara - self.pangsa_hadir


@dataclass(frozen=True, slots=True)
class Pangsa:
    """The whole: every turn once by unsur and once by sex (``Laki-laki``, ``Perempuan``)."""

    giliran: int
    detik: int
    hadir: int
    per_unsur: tuple[Bagian, ...]
    per_jenis_kelamin: tuple[Bagian, ...]

    def menonjol(self, batas: int) -> tuple[Bagian, ...]:
        """The groups that leave their share of the hall by more than ``batas`` percentage points, the widest first.

        Empty while fewer than ``TERLALU_SINGKAT`` seconds were spoken.
        """
        if self.detik < TERLALU_SINGKAT:
            return ()
        groups = [bagian for bagian in self.per_unsur if bagian.nama != LAINNYA]
        every = (*groups, *self.per_jenis_kelamin)
        found = [bagian for bagian in every if abs(bagian.selisih) * 100 > batas]
        return tuple(sorted(found, key=lambda bagian: (-abs(bagian.selisih), bagian.nama)))


_SEX = {"L": "Laki-laki", "P": "Perempuan"}


def pangsa(
    giliran: Iterable[Giliran], hadir: Mapping[str, int], laki: int, perempuan: int, jumlah: int, kini: datetime
) -> Pangsa:
    """The shares as they stand at ``kini``. ``hadir`` is unsur -> people present; ``jumlah`` are all people present.

    Shares of the hall are of ``jumlah``, so people without an unsur or a sex count in the whole and in no group.
    """
    spoken = [turn for turn in giliran if turn.mulai is not None]
    return Pangsa(
        giliran=len(spoken),
        detik=sum(turn.detik(kini) for turn in spoken),
        hadir=jumlah,
        per_unsur=_groups([(turn.unsur, turn) for turn in spoken], hadir, jumlah, kini),
        per_jenis_kelamin=_groups(
            [(_SEX[turn.jenis_kelamin], turn) for turn in spoken if turn.jenis_kelamin],
            {_SEX["L"]: laki, _SEX["P"]: perempuan},
            jumlah,
            kini,
            keep_order=True,
        ),
    )


def _groups(
    turns: Sequence[tuple[str, Giliran]],
    hadir: Mapping[str, int],
    jumlah: int,
    kini: datetime,
    *,
    keep_order: bool = False,
) -> tuple[Bagian, ...]:
    total = sum(turn.detik(kini) for _, turn in turns)
    names = list(dict.fromkeys([*hadir, *(name for name, _ in turns)]))
    made = []
    for name in names:
        own = [turn for group, turn in turns if group == name]
        seconds = sum(turn.detik(kini) for turn in own)
        here = hadir.get(name, 0)
        if not own and not here:
            continue
        made.append(
            Bagian(
                name,
                len(own),
                seconds,
                here,
                Fraction(seconds, total) if total else Fraction(0),
                Fraction(here, jumlah) if jumlah else Fraction(0),
            )
        )
    if not keep_order:
        made.sort(key=lambda bagian: (bagian.nama == LAINNYA, -bagian.detik, -bagian.hadir, bagian.nama))
    return tuple(made)


def persen(bagian: Fraction) -> int:
    """A share in whole percent, half rounded up."""
    return floor(bagian * 100 + Fraction(1, 2))
