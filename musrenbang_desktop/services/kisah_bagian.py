"""The history of a part of a record: one field, or one row of a list, followed while its list changes around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import kisah
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.services import kata_isian
from musrenbang_desktop.services.kisah import Fakta, Pokok

Row = Sequence[Any]

#: What the places of a row are called; a list that is not named here is told row by row in one piece.
_KOLOM: dict[str, tuple[str, ...]] = {
    "agenda": ("acara", "lama (menit)", "penanggung jawab"),
    "target_unsur": ("unsur", "target (orang)"),
    "pagu_sumber": ("sumber dana", "pagu"),
    "sumber_dana": ("sumber dana", "jumlah", "tahun"),
    "kriteria": ("", "kriteria", "singkatan", "bobot", "arah nilai", "nilai terkecil", "nilai terbesar", "patokan"),
    "kelompok": ("", "kelompok", "jumlah orang", "hanya bidang", "unsur kelompok"),
}
_MONEY = frozenset({"pagu", "jumlah"})
_WAYS = {"untung": "makin tinggi makin baik", "biaya": "makin rendah makin baik"}


class KisahBagian:
    """A field of a record; with a key, one row of the list that it holds."""

    def __init__(self, connection: Connection, pokok: Pokok) -> None:
        self._connection, self._pokok = connection, pokok
        self._rows: dict[int, Row | None] = {}
        self._one: int | None = None

    def events(self) -> list[Tercatat]:
        field = self._pokok.bidang
        found = [one for one in kisah.own(self._connection, [self._pokok.record]) if field in one.event.isi]
        if self._pokok.kunci and not self._counted(found):
            self._rows = _followed([(one.n, _list(one.event.isi[field])) for one in found], self._pokok.kunci)
            return [one for one in found if one.n in self._rows]
        return found

    def _counted(self, events: Sequence[Tercatat]) -> bool:
        """Whether the field counts something by number of sheet, and holds no list of rows."""
        return any(isinstance(one.event.isi[self._pokok.bidang], dict) for one in events)

    def heading(self, event: Tercatat) -> str:
        name = kata_isian.nama(self._connection, event.event.forum, self._pokok.bidang)
        latest = next((row for row in reversed(self._rows.values()) if row), None)
        if latest is None:
            return name[:1].upper() + name[1:]
        titles = _KOLOM.get(self._pokok.bidang, ())
        shown = latest[1] if titles[:1] == ("",) else latest[0]
        return f"{name[:1].upper()}{name[1:]}: {shown}"

    def facts(self, event: Tercatat) -> Iterator[Fakta]:
        field, forum = self._pokok.bidang, event.event.forum
        if not self._pokok.kunci:
            value = event.event.isi[field]
            name = kata_isian.nama(self._connection, forum, field)
            yield Fakta(field, name, value, kata_isian.kata(self._connection, forum, field, value))
            return
        if event.n not in self._rows:
            number = (event.event.isi[field] or {}).get(self._pokok.kunci)
            words = "" if number is None else f"{number} tanda tangan"
            yield Fakta(self._pokok.kunci, kata_isian.lembar(self._pokok.kunci), words, words)
            return
        row = self._rows[event.n]
        titles = _KOLOM.get(field)
        if titles is None:
            name = kata_isian.nama(self._connection, forum, field)
            yield Fakta(field, name, row or "", kata_isian.kata(self._connection, forum, field, row))
            return
        for title, value in zip_longest(titles, row or ()):
            if title:
                yield Fakta(title, title, "" if value is None else value, _cell(title, value))


def _cell(title: str, value: Any) -> str:
    if value in (None, "", []):
        return ""
    if title in _MONEY:
        return kata_isian.rupiah(value)
    if title == "arah nilai":
        return _WAYS.get(value, str(value))
    if isinstance(value, list):
        return "; ".join(" ".join(map(str, part)) if isinstance(part, list) else str(part) for part in value)
    return str(value)


def _list(value: Any) -> list[Row]:
    return [row if isinstance(row, list) else [row] for row in value] if isinstance(value, list) else []


def _followed(versions: Sequence[tuple[int, list[Row]]], key: str) -> dict[int, Row | None]:
    """place in the journal -> the row there, None where it is not on the list; from its first version on.

    ``key`` is the place of the row in the last list, or its name. A row is the same where it has the same name; one
    that was given another name is the one that stood in its place while nothing else came or went.
    """
    names: list[list[int]] = []
    known: dict[str, int] = {}
    before: list[tuple[Row, int]] = []
    for _n, rows in versions:
        before = _identified(rows, before, known)
        names.append([one for _row, one in before])
    wanted = _wanted(versions, names, key)
    found: dict[int, Row | None] = {}
    for (n, rows), ids in zip(versions, names, strict=True):
        row = rows[ids.index(wanted)] if wanted in ids else None
        if row is not None or found:
            found[n] = row
    return found


def _identified(rows: list[Row], before: list[tuple[Row, int]], known: dict[str, int]) -> list[tuple[Row, int]]:
    """Every row with the number by which it is followed; a new one gets the next number."""
    left = {one for _row, one in before}
    found: list[int | None] = []
    for row in rows:
        same = next((one for old, one in before if old[0] == row[0] and one in left), None)
        left.discard(same if same is not None else -1)
        found.append(same)
    for place, row in enumerate(rows):
        if found[place] is None and len(rows) == len(before) and before[place][1] in left:
            found[place] = before[place][1]
            left.discard(before[place][1])
        elif found[place] is None:
            again = known.get(str(row[0]))
            found[place] = again if again is not None and again not in found else max(known.values(), default=0) + 1
        known[str(row[0])] = found[place] or 0
    return [(row, one or 0) for row, one in zip(rows, found, strict=True)]


def _wanted(versions: Sequence[tuple[int, list[Row]]], names: list[list[int]], key: str) -> int:
    """The number of the row that is asked for; -1 where there never was one."""
    if key.isdecimal():
        place = int(key)
        return names[-1][place] if names and place < len(names[-1]) else -1
    for (_n, rows), ids in zip(reversed(versions), reversed(names), strict=True):
        for row, one in zip(rows, ids, strict=True):
            if str(row[0]) == key:
                return one
    return -1
