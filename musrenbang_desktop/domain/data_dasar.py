"""Data dasar: figures of the village that the hall looks at, each with its source and its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from musrenbang_desktop.domain.angka import parse_desimal
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.tanggal import parse_tanggal

FIELDS = ("dusun", "indikator", "nilai", "satuan", "sumber", "tanggal_data")

TERLAMA_BULAN = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDasarBaru:
    """One figure as typed. ``dusun`` is empty for the whole village; ``nilai`` is a number as Indonesians write it.

    ``sumber`` and ``tanggal_data`` (ISO, the day that the figure describes) are required: what nobody can trace
    is not recorded. Raises RuleBroken(<field>, "kosong"), ("angka_data", "bukan_angka"), ("tanggal", "bukan_tanggal").
    """

    indikator: str
    nilai: str
    sumber: str
    tanggal_data: str
    dusun: str = ""
    satuan: str = ""

    def __post_init__(self) -> None:
        for name, shown in (("indikator", "indikator"), ("nilai", "angka_data"), ("sumber", "sumber_data")):
            if not getattr(self, name).strip():
                raise RuleBroken(shown, "kosong")
        if parse_desimal(self.nilai) is None:
            raise RuleBroken("angka_data", "bukan_angka", self.nilai)
        if not self.tanggal_data.strip():
            raise RuleBroken("tanggal_data", "kosong")
        parse_tanggal(self.tanggal_data)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDasar(DataDasarBaru):
    """A recorded figure."""

    id: str
    forum: str

    def lama(self, hari_forum: str, bulan: int) -> bool:
        """Whether it is older than ``bulan`` months on the day of the forum (ISO)."""
        return umur_bulan(self.tanggal_data, hari_forum) > bulan


def umur_bulan(tanggal: str, pada: str) -> int:
    """Whole months from one day to another, begun ones counted; a day of the future is 0 months old.

    Raises RuleBroken("tanggal", ...).
    """
    then, now = parse_tanggal(tanggal), parse_tanggal(pada)
    if then >= now:
        return 0
    return _months(now) - _months(then) + (now.day > then.day)


def _months(day: date) -> int:
    return day.year * 12 + day.month
