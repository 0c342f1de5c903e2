"""The rules of the hall applied: the method they name, the groups that score, the tie rule, the lots."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from musrenbang_desktop.domain.cara import Metode
from musrenbang_desktop.domain.penilaian import Aturan, LembarSkor, Undian
from musrenbang_desktop.ranking import merge, normalised, pairwise, product, weighted
from musrenbang_desktop.ranking.result import Hasil
from musrenbang_desktop.ranking.ties import Fakta, place, steps

Sheets = Mapping[str, LembarSkor]
Facts = Mapping[str, Fakta]
Lots = Sequence[Undian]
Method = Callable[[Aturan, Sheets, Sequence[str], Facts | None, Lots], Hasil]


def count(
    aturan: Aturan,
    lembar: Sheets,
    usulan: Sequence[str],
    fakta: Facts | None = None,
    undian: Lots = (),
) -> Hasil:
    """Order ``usulan`` as ``aturan`` says.

    Raises RuleBroken for rules that cannot be counted (comparisons that are missing, a tie rule that names nothing).
    """
    method = _METHODS[aturan.cara.metode]
    if any(kelompok.bidang for kelompok in aturan.kelompok):
        return _by_bidang(method, aturan, lembar, usulan, fakta or {}, undian)
    return method(aturan, lembar, usulan, fakta, undian)


def _linear(aturan: Aturan, lembar: Sheets, usulan: Sequence[str], fakta: Facts | None, undian: Lots) -> Hasil:
    """A weighted sum within each group; the fast way where groups are added or averaged."""
    if aturan.cara.gabung in ("rata_rata", "jumlah"):
        return weighted.rank(aturan, lembar, usulan, fakta, undian)
    rule = steps(aturan, fakta)
    rows, belum = weighted.measure(aturan, lembar, usulan)
    ordered = [replace(row, bagian=()) for row in merge.merged(rows, aturan.cara.gabung)]
    return Hasil(aturan, (*place(ordered, rule, undian), *belum), weighted.missing(aturan, belum))


def _by_bidang(
    method: Method, aturan: Aturan, lembar: Sheets, usulan: Sequence[str], fakta: Facts, undian: Lots
) -> Hasil:
    """Each usulan is scored by the groups of its bidang; the lists become one by their nilai."""
    parts: dict[tuple[str, ...], list[str]] = {}
    for satu in usulan:
        groups = aturan.menilai(fakta.get(satu, Fakta()).bidang)
        parts.setdefault(tuple(kelompok.id for kelompok in groups), []).append(satu)
    results = [
        method(
            replace(aturan, kelompok=tuple(k for k in aturan.kelompok if k.id in groups)), lembar, ids, fakta, undian
        )
        for groups, ids in sorted(parts.items())
    ]
    rows = [replace(row, peringkat=None, seri=False, jejak=()) for result in results for row in result.baris]
    ranked = sorted((row for row in rows if row.nilai is not None), key=lambda row: weighted.urutan_id(row.usulan))
    ranked.sort(key=lambda row: row.nilai or 0, reverse=True)
    belum = [row for row in rows if row.nilai is None]
    kurang = tuple(chain.from_iterable(result.kurang for result in results))
    return Hasil(aturan, (*place(ranked, steps(aturan, fakta), undian), *belum), kurang)


_METHODS: Mapping[Metode, Method] = {
    "bobot": _linear,
    "ahp": _linear,
    "peringkat": _linear,
    "setuju": _linear,
    "titik": _linear,
    "normal": normalised.rank,
    "ahp_normal": normalised.rank,
    "kali": product.rank,
    "banding": pairwise.rank,
}
