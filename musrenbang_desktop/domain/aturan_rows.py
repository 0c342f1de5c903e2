"""Rules as an event and a table hold them: short lists, and only what differs from the usual.

A forum that was scored before this version reads as before: a criterion of seven entries has no classes, a group of
two has no number of persons, and without ``metode`` and ``cara`` the scores are weighted and averaged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from musrenbang_desktop.domain.cara import CaraHitung, from_json, to_json
from musrenbang_desktop.domain.penilaian import Aturan, Kelas, Kelompok, Kriteria

#: The fields of an ``aturan.ubah`` that say what the rules are; the others say when they were locked and why opened.
FIELDS = ("kriteria", "kelompok", "seri", "metode", "templat", "cara")


def rows(aturan: Aturan) -> dict[str, Any]:
    """The rules as an event holds them. ``metode``, ``templat`` and ``cara`` are None where they are the usual."""
    way = to_json(aturan.cara)
    return {
        "kriteria": [kriteria_row(item) for item in aturan.kriteria],
        "kelompok": [kelompok_row(item) for item in aturan.kelompok],
        "seri": list(aturan.seri),
        "metode": way.pop("metode", None),
        "templat": way.pop("templat", None),
        "cara": way or None,
    }


def from_rows(value: Mapping[str, Any]) -> Aturan:
    """The rules of :func:`rows`, unlocked; a field that is absent or None is the usual."""
    way = dict(value.get("cara") or {})
    for name in ("metode", "templat"):
        if value.get(name):
            way[name] = value[name]
    return Aturan(
        kriteria=tuple(kriteria_from(row) for row in value.get("kriteria") or ()),
        kelompok=tuple(kelompok_from(row) for row in value.get("kelompok") or ()),
        seri=tuple(value.get("seri") or ()),
        cara=from_json(way) if way else CaraHitung(),
    )


def kriteria_row(item: Kriteria) -> list[Any]:
    """One criterion: seven entries, and its classes where it has some."""
    row: list[Any] = [item.id, item.nama, item.singkatan, item.bobot, item.arah, item.terkecil, item.terbesar]
    if item.kelas:
        row.append([[k.nilai, k.teks, None if k.poin is None else str(k.poin)] for k in item.kelas])
    return row


def kriteria_from(row: Sequence[Any]) -> Kriteria:
    """What :func:`kriteria_row` wrote; entries that a newer version added are left aside."""
    plain = Kriteria(*row[:7])
    if len(row) <= 7:
        return plain
    return replace(
        plain, kelas=tuple(Kelas(n, text, None if points is None else Fraction(points)) for n, text, points in row[7])
    )


def kelompok_row(item: Kelompok) -> list[Any]:
    """One group: id and name, and the rest where something of it is known."""
    row: list[Any] = [item.id, item.nama]
    more = [item.pemilih, item.bidang, item.unsur]
    return row if more == [None, "", ""] else [*row, *more]


def kelompok_from(row: Sequence[Any]) -> Kelompok:
    """What :func:`kelompok_row` wrote."""
    return Kelompok(*row[:5])
