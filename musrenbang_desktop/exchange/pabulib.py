"""Pabulib ``.pb``: the open format for participatory budgets, in and out (INT-13).

Three parts, META, PROJECTS and VOTES, each with a line of names and then its rows, cells divided by ``;``. Ids are
running numbers: nothing in a file leads back to a voter. Vote types read and written: approval, ordinal, cumulative,
choose-1.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, get_args

JenisSuara = Literal["approval", "ordinal", "cumulative", "choose-1"]
JENIS_SUARA: tuple[JenisSuara, ...] = get_args(JenisSuara)

_LONGEST = 40
"""letters of a number"""


class PabulibTidakTerbaca(ValueError):
    """The file cannot be used; the text says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Proyek:
    """One project: its id in the file, its cost in whole rupiah, its name, and the other cells of its row."""

    id: str
    biaya: int
    nama: str = ""
    lain: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SuaraPabulib:
    """One ballot: ids of projects (best first where the order counts) and, with cumulative votes, points for each."""

    pilihan: tuple[str, ...]
    poin: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True)
class Pabulib:
    """A whole file. ``meta`` holds the other lines of META; some cities write a budget with cents."""

    pagu: int | Fraction
    jenis: JenisSuara
    proyek: tuple[Proyek, ...]
    suara: tuple[SuaraPabulib, ...]
    meta: Mapping[str, str] = field(default_factory=dict)


def write(file: Pabulib) -> str:
    """The text of the file, lines ended by a line feed. Voters are numbered from 1 in the order given."""
    facts = {
        **file.meta,
        "num_projects": str(len(file.proyek)),
        "num_votes": str(len(file.suara)),
        "budget": _number(file.pagu),
        "vote_type": file.jenis,
    }
    extra = list(dict.fromkeys(name for proyek in file.proyek for name in proyek.lain))
    voted = ["voter_id", "vote", *(["points"] if file.jenis == "cumulative" else [])]
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\n")
    rows.writerows([["META"], ["key", "value"], *facts.items()])
    rows.writerows([["PROJECTS"], ["project_id", "cost", "name", *extra]])
    for proyek in file.proyek:
        rows.writerow([proyek.id, proyek.biaya, proyek.nama, *(proyek.lain.get(name, "") for name in extra)])
    rows.writerows([["VOTES"], voted])
    for number, suara in enumerate(file.suara, 1):
        points = [",".join(_number(one) for one in suara.poin)] if file.jenis == "cumulative" else []
        rows.writerow([number, ",".join(suara.pilihan), *points])
    return out.getvalue()


def read(text: str) -> Pabulib:
    """The file of a text. Raises PabulibTidakTerbaca with the first thing that is wrong."""
    parts = _parts(text)
    meta = {row["key"]: row["value"] for row in _table(parts, "META", ("key", "value"))}
    jenis = next((known for known in JENIS_SUARA if known == meta.get("vote_type")), None)
    if jenis is None:
        raise PabulibTidakTerbaca(f"Jenis suara {meta.get('vote_type') or 'kosong'} tidak dikenal.")
    proyek = tuple(_project(row) for row in _table(parts, "PROJECTS", ("project_id", "cost")))
    known = {one.id for one in proyek}
    if len(known) < len(proyek):
        raise PabulibTidakTerbaca("Ada nomor proyek yang sama dua kali.")
    votes = tuple(_ballot(row, jenis, known) for row in _table(parts, "VOTES", ("voter_id", "vote")))
    own = {"num_projects": len(proyek), "num_votes": len(votes)}
    for name, counted in own.items():
        if name in meta and _whole(meta[name], name) != counted:
            raise PabulibTidakTerbaca(f"{name} menyebut {meta[name]}, isinya {counted}.")
    rest = {key: value for key, value in meta.items() if key not in (*own, "budget", "vote_type")}
    return Pabulib(_amount(meta.get("budget", ""), "budget"), jenis, proyek, votes, rest)


def uses(file: Pabulib) -> list[dict[str, Fraction]]:
    """What each voter says an approved project is worth: its points, its place from the end, or 1."""
    if file.jenis == "cumulative":
        return [dict(zip(one.pilihan, one.poin, strict=True)) for one in file.suara]
    if file.jenis == "ordinal":
        return [
            {project: Fraction(len(one.pilihan) - place) for place, project in enumerate(one.pilihan)}
            for one in file.suara
        ]
    return [dict.fromkeys(one.pilihan, Fraction(1)) for one in file.suara]


def project_rows(file: Pabulib) -> list[list[str | int]]:
    """The projects as a list of usulan with its head, for the import that reads lists."""
    rows: list[list[str | int]] = [
        [one.nama or f"Proyek {one.id}", one.biaya, one.lain.get("category", "")] for one in file.proyek
    ]
    return [["Usulan", "Perkiraan biaya", "Bidang"], *rows]


def _parts(text: str) -> dict[str, list[list[str]]]:
    parts: dict[str, list[list[str]]] = {}
    here: list[list[str]] | None = None
    try:
        rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=";"))
    except csv.Error:
        raise PabulibTidakTerbaca("Berkas ini rusak atau bukan berkas Pabulib.") from None
    for row in rows:
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if cells[0] in ("META", "PROJECTS", "VOTES") and not any(cells[1:]):
            here = parts.setdefault(cells[0], [])
        elif here is None:
            raise PabulibTidakTerbaca("Berkas ini tidak diawali bagian META.")
        else:
            here.append(cells)
    return parts


def _table(parts: Mapping[str, Sequence[list[str]]], name: str, needed: Sequence[str]) -> list[dict[str, str]]:
    rows = parts.get(name)
    if not rows:
        raise PabulibTidakTerbaca(f"Bagian {name} tidak ada.")
    heads = rows[0]
    missing = [head for head in needed if head not in heads]
    if missing:
        raise PabulibTidakTerbaca(f"Bagian {name} tidak mempunyai kolom {', '.join(missing)}.")
    return [dict(zip(heads, [*row, *[""] * (len(heads) - len(row))], strict=False)) for row in rows[1:]]


def _project(row: Mapping[str, str]) -> Proyek:
    lain = {name: value for name, value in row.items() if name not in ("project_id", "cost", "name")}
    return Proyek(row["project_id"], _whole(row["cost"], f"cost {row['project_id']}"), row.get("name", ""), lain)


def _ballot(row: Mapping[str, str], jenis: JenisSuara, known: set[str]) -> SuaraPabulib:
    named = [one.strip() for one in row["vote"].split(",") if one.strip()]
    chosen = tuple(named if jenis == "cumulative" else dict.fromkeys(named))  # marked twice is marked
    strange = [one for one in chosen if one not in known]
    if strange:
        raise PabulibTidakTerbaca(f"Suara {row['voter_id']} menyebut proyek {strange[0]} yang tidak ada.")
    if len(set(chosen)) < len(chosen) or (jenis == "choose-1" and len(chosen) > 1):
        raise PabulibTidakTerbaca(f"Suara {row['voter_id']} memilih lebih dari semestinya.")
    if jenis != "cumulative":
        return SuaraPabulib(chosen)
    try:
        points = tuple(_fraction(one.strip()) for one in row.get("points", "").split(",") if one.strip())
    except (ValueError, ZeroDivisionError):
        raise PabulibTidakTerbaca(f"Poin suara {row['voter_id']} bukan angka.") from None
    if len(points) != len(chosen):
        raise PabulibTidakTerbaca(f"Suara {row['voter_id']} mempunyai {len(chosen)} pilihan dan {len(points)} poin.")
    return SuaraPabulib(chosen, points)


def _whole(text: str, name: str) -> int:
    value = _amount(text, name)
    if not isinstance(value, int):
        raise PabulibTidakTerbaca(f"{name} bukan bilangan bulat: {text}.")
    return value


def _fraction(text: str) -> Fraction:
    """A written number; ValueError also for one with an exponent, which may be larger than the memory."""
    if len(text) > _LONGEST or "e" in text.casefold():
        raise ValueError(text)
    return Fraction(text)


def _amount(text: str, name: str) -> int | Fraction:
    """A number; some files write ``1000.0`` or ``1000,0``."""
    try:
        value = _fraction(text.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        raise PabulibTidakTerbaca(f"{name} bukan angka: {text or 'kosong'}.") from None
    return value.numerator if value.denominator == 1 else value


def _number(value: Fraction | int) -> str:
    """``12``, ``12.50``; what no decimals hold exactly stays a fraction."""
    if value.denominator == 1:
        return str(value.numerator)
    cents = value * 100
    return f"{cents.numerator // 100}.{cents.numerator % 100:02d}" if cents.denominator == 1 else str(value)
