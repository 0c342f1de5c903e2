"""Pairs of usulan of two villages that people would, or would not, call the same thing. All invented."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from musrenbang_desktop.likeness.antardesa import IsiDesa, Peta, TandaDesa, compare_desa, tanda_desa
from tests import labelled_pairs
from tests.labelled_pairs import Quality

FILE = Path(__file__).parent / "data" / "pasangan_antardesa.csv"

#: An invented kecamatan: its villages, and the dusun of each. Krajan and Tegalsari are in more than one.
DUSUN: dict[str, tuple[str, ...]] = {
    "Sukamaju": ("Krajan", "Kaliwungu", "Tegalsari", "Sumberejo", "Ngadirejo"),
    "Sukamakmur": ("Krajan", "Gondang", "Sidomulyo", "Bulusari"),
    "Karangsari": ("Krajan Lor", "Mlaten", "Pucangan", "Tegalsari"),
    "Wonorejo": ("Krajan", "Wates", "Jatisari", "Sendang"),
    "Banjarsari": ("Kebonagung", "Sidodadi"),
}
KODE = {name: f"00.01.02.20{number:02d}" for number, name in enumerate(DUSUN, 3)}
PETA = Peta({kode: name for name, kode in KODE.items()}, {KODE[name]: dusun for name, dusun in DUSUN.items()})


class Pair(NamedTuple):
    """One line of the file."""

    jenis: str
    sama: bool
    a: TandaDesa
    b: TandaDesa
    judul: str


def pairs(typed: Callable[[str], str] = str) -> list[Pair]:
    """The whole set, each text as ``typed`` makes it. How the odd lines were judged was only counted, never looked at,
    while the rules were written.
    """
    return [
        Pair(row["jenis"], row["sama"] == "ya", _tanda(row, "a", typed), _tanda(row, "b", typed), _title(row))
        for row in _lines()
    ]


def titles() -> list[tuple[str, str]]:
    """Both titles of every pair."""
    return [(row["judul_a"], row["judul_b"]) for row in _lines()]


def everyday() -> list[str]:
    """The titles of the set of one village, each once."""
    with labelled_pairs.FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return list(dict.fromkeys(row[f"judul_{side}"] for row in rows for side in "ab"))


def quality(of: list[Pair]) -> Quality:
    """Compare every pair."""
    return Quality.of([(pair.sama, compare_desa(pair.a, pair.b)) for pair in of])


def _lines() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _tanda(row: dict[str, str], side: str, typed: Callable[[str], str]) -> TandaDesa:
    judul, lokasi = (typed(row[f"{name}_{side}"]) for name in ("judul", "lokasi"))
    return tanda_desa(IsiDesa(side, KODE[row[f"desa_{side}"]], judul, lokasi, row[f"kamus_{side}"]), PETA)


def _title(row: dict[str, str]) -> str:
    return f"{row['desa_a']}: {row['judul_a']} {row['lokasi_a']} | {row['desa_b']}: {row['judul_b']} {row['lokasi_b']}"
