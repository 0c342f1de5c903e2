"""May these rules be recorded, locked, and filled with these scores?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from musrenbang_desktop.domain.cara import BERBANDING, SERI_FAKTA
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, Nilai

#: Saaty's table of random indices ends there.
PALING_BANYAK_DIBANDING = 15


def check_rules(aturan: Aturan) -> None:
    """Raise RuleBroken for rules without criteria or groups, with one twice, or with a tie rule that names nothing."""
    if not aturan.kriteria:
        raise RuleBroken("kriteria", "kosong")
    if not aturan.kelompok:
        raise RuleBroken("kelompok", "kosong")
    if aturan.cara.metode in BERBANDING and len(aturan.kriteria) > PALING_BANYAK_DIBANDING:
        raise RuleBroken("kriteria", "terlalu_banyak", str(PALING_BANYAK_DIBANDING))
    for ids in ([item.id for item in aturan.kriteria], [item.id for item in aturan.kelompok]):
        if len(set(ids)) != len(ids):
            raise RuleBroken("aturan", "ganda")
    if not {*(item.id for item in aturan.kriteria), *SERI_FAKTA}.issuperset(aturan.seri):
        raise RuleBroken("seri", "tidak_dikenal")


def check_countable(aturan: Aturan) -> None:
    """Raise RuleBroken for rules that could not be counted once scores are there.

    ("perbandingan", "tidak_lengkap" | "bertentangan") for weights from pairs, ("terkecil", "harus_positif").
    """
    from musrenbang_desktop.ranking import ahp, normalised

    if aturan.cara.metode in BERBANDING:
        found = ahp.weights([item.id for item in aturan.kriteria], aturan.cara.perbandingan)
        if not found.konsisten:
            raise RuleBroken("perbandingan", "bertentangan")
    if aturan.cara.metode in ("normal", "ahp_normal"):
        normalised.check(aturan)


def check_scores(aturan: Aturan, row: Sequence[Nilai]) -> None:
    """Raise RuleBroken("nilai", "kurang_kriteria" or "di_luar_batas")."""
    if len(row) != len(aturan.kriteria):
        raise RuleBroken("nilai", "kurang_kriteria")
    for kriteria, nilai in zip(aturan.kriteria, row, strict=True):
        if nilai is not None and not kriteria.terkecil <= nilai <= kriteria.terbesar:
            raise RuleBroken("nilai", "di_luar_batas", f"{kriteria.terkecil}-{kriteria.terbesar}")


def check_keys(aturan: Aturan, keys: Iterable[str], usulan: Iterable[str]) -> None:
    """Raise RuleBroken("usulan", "tidak_ditemukan") for a row of no standing usulan, or of no pair of them."""
    standing = set(usulan)
    if aturan.cara.metode != "banding":
        if not standing.issuperset(keys):
            raise RuleBroken("usulan", "tidak_ditemukan")
        return
    from musrenbang_desktop.ranking.pairwise import pair

    for key in keys:
        first, _, second = key.partition("~")
        if not {first, second} <= standing or first == second or pair(first, second) != key:
            raise RuleBroken("usulan", "tidak_ditemukan")


def same_sheets(before: Aturan, after: Aturan) -> bool:
    """Whether scores given under ``before`` still mean the same under ``after``: same cells, same ranges, same kind."""
    return _shape(before) == _shape(after)


def _shape(aturan: Aturan) -> tuple[object, ...]:
    kind = aturan.cara.metode if aturan.cara.suara or aturan.cara.metode == "banding" else "skor"
    return (kind, *((item.id, item.terkecil, item.terbesar) for item in aturan.kriteria))
