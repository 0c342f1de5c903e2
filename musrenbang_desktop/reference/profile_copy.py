"""A kabupaten's copy of a profile: a file that says only what differs from the shipped profile below it.

Text and comments that the kabupaten wrote stay as they are; the shipped texts may be mended later without it.
"""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from musrenbang_desktop.reference import profile_skema
from musrenbang_desktop.reference.profile_layers import (
    DASAR,
    SKEMA,
    UMUM,
    ProfileInvalid,
    Table,
    layered,
    names,
    read,
)

#: What a copy may be called: it names a file in the package.
NAMA_BERKAS = re.compile(r"[a-z0-9][a-z0-9-]{1,39}")

#: Names that Windows keeps for its devices: a file of that name is never written there.
_PERANGKAT = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")

#: Keys that say which copy this is. They are set when it is made.
TETAP = ("id", DASAR)

WIDTH = "lebar_mm"

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Isian:
    """One value of the whole profile. ``jalur`` names it: ``klausul[2].teks``; ``sendiri`` when the copy states it."""

    jalur: str
    nilai: Any
    sendiri: bool


@dataclass(frozen=True)
class ProfileCopy:
    """The text of a copy. Every change gives another one. Raises ProfileInvalid when the text is no TOML."""

    text: str

    @classmethod
    def begin(cls, name: str, nama: str, dasar: str) -> ProfileCopy:
        """A copy of the shipped profile ``dasar`` that changes nothing yet. Raises ProfileInvalid."""
        import tomlkit

        if not NAMA_BERKAS.fullmatch(name) or name in (*names(), UMUM, SKEMA) or _PERANGKAT.fullmatch(name):
            raise ProfileInvalid(
                f"Nama pendek {name or '(kosong)'} tidak dapat dipakai: pakai huruf kecil, angka, dan tanda hubung, "
                "dan jangan sama dengan bentuk bawaan atau nama yang dipakai Windows."
            )
        document = tomlkit.document()
        for key, value in (("id", name), ("nama", nama), (DASAR, dasar)):
            document.add(key, value)
        return cls(tomlkit.dumps(document))

    @cached_property
    def own(self) -> Table:
        """What the copy itself states."""
        return read(self.text)

    @cached_property
    def whole(self) -> Table:
        """The profile as it is used: the copy over what lies below it."""
        return layered(self.own)

    @property
    def name(self) -> str:
        """Its short name, empty when the file has none."""
        return str(self.own.get("id", ""))

    def isian(self) -> Iterator[Isian]:
        """Every value of the whole profile, in the order of its tables."""
        yield from self._below(self.whole, self.own, "")

    def value(self, path: str) -> Any:
        """The value at a path. Raises KeyError or IndexError where there is none."""
        return _at(self.whole, _steps(path))

    def put(self, path: str, value: Any) -> ProfileCopy:
        """Another value at a path. Inside a list the copy takes the whole list over."""
        steps = _steps(path)
        top = _to_list(steps)
        if len(top) == len(steps):
            return self._written(steps, value)
        rows = self._rows_at(top)
        _at(rows, steps[len(top) : -1])[steps[-1]] = value
        return self._written(top, rows)

    def back(self, path: str) -> ProfileCopy:
        """The shipped value again, for the whole list where the path lies in one."""
        import tomlkit

        document = tomlkit.parse(self.text)
        steps = _to_list(_steps(path))
        for depth in range(len(steps), 0, -1):
            table = _at(document, steps[: depth - 1])
            if depth == len(steps) or not table[steps[depth - 1]]:
                del table[steps[depth - 1]]
        return ProfileCopy(tomlkit.dumps(document))

    def add_row(self, path: str, index: int) -> ProfileCopy:
        """One more row in a list before ``index``, made like its neighbour."""
        rows = self._rows(path)
        like = rows[min(index, len(rows)) - 1] if rows else ""
        rows.insert(index, copy.deepcopy(like))
        return self._written(_steps(path), rows)

    def drop_row(self, path: str, index: int) -> ProfileCopy:
        """The list without one of its rows."""
        rows = self._rows(path)
        del rows[index]
        return self._written(_steps(path), rows)

    def move_row(self, path: str, index: int, to: int) -> ProfileCopy:
        """The list with one row elsewhere."""
        rows = self._rows(path)
        rows.insert(to, rows.pop(index))
        return self._written(_steps(path), rows)

    def _rows(self, path: str) -> list[Any]:
        return self._rows_at(_steps(path))

    def _rows_at(self, steps: list[str | int]) -> list[Any]:
        """A list to write into the copy. Widths that were fitted to another paper lose their endless digits."""
        rows: list[Any] = copy.deepcopy(_at(self.whole, steps))
        for row in rows:
            if isinstance(row, dict) and isinstance(row.get(WIDTH), float):
                row[WIDTH] = math.floor(row[WIDTH] * 100) / 100
        return rows

    def _written(self, steps: list[str | int], value: Any) -> ProfileCopy:
        import tomlkit

        document = tomlkit.parse(self.text)
        table: Any = document
        for step in steps[:-1]:
            if step not in table:
                table[step] = tomlkit.table()
            table = table[step]
        table[steps[-1]] = _item(value)
        return ProfileCopy(tomlkit.dumps(document))

    def _below(self, table: Any, own: Any, above: str) -> Iterator[Isian]:
        for key, value in table.items():
            path = f"{above}.{key}" if above else key
            stated = isinstance(own, dict) and key in own
            yield from self._one(value, own[key] if stated else None, path, stated=stated)

    def _one(self, value: Any, own: Any, path: str, *, stated: bool) -> Iterator[Isian]:
        if isinstance(value, dict):
            yield from self._below(value, own, path)
        elif isinstance(value, list) and any(isinstance(row, dict) for row in value):
            for number, row in enumerate(value):
                for key, cell in row.items():
                    yield Isian(f"{path}[{number}].{key}", cell, stated)
        elif path not in TETAP:
            yield Isian(path, value, stated)


def nilai(path: str, typed: Any) -> Any:
    """What was typed as the kind of value that the key takes: a number where it has limits, else as it is.

    Raises ProfileInvalid for a number out of its limits.
    """
    known = profile_skema.kunci(path)
    if known is None or known.dari is None or known.sampai is None or isinstance(typed, bool):
        return typed
    number = float(str(typed).replace(",", ".")) if _is_number(typed) else None
    if number is None or not known.dari <= number <= known.sampai:
        raise ProfileInvalid(
            f"Harus angka antara {known.dari:g} dan {known.sampai:g}{f' {known.satuan}' if known.satuan else ''}, "
            f"bukan {typed}."
        )
    return int(number) if number == int(number) else number


def _is_number(typed: Any) -> bool:
    return bool(re.fullmatch(r"-?\d+([.,]\d+)?", str(typed).strip()))


def _steps(path: str) -> list[str | int]:
    return [name or int(number) for name, number in _STEP.findall(path)]


def _to_list(steps: list[str | int]) -> list[str | int]:
    """The steps up to the first list that the path goes through."""
    place = next((index for index, step in enumerate(steps) if isinstance(step, int)), len(steps))
    return steps[:place]


def _at(table: Any, steps: list[str | int]) -> Any:
    for step in steps:
        table = table[step]
    return table


def _item(value: Any) -> Any:
    """A value as tomlkit writes it best: rows of a table one a line."""
    import tomlkit

    if not isinstance(value, list):
        return tomlkit.string(value, multiline=True) if isinstance(value, str) and "\n" in value else value
    rows = tomlkit.array()
    for row in value:
        if isinstance(row, dict):
            line = tomlkit.inline_table()
            line.update(row)
            rows.append(line)
        else:
            rows.append(row)
    return rows.multiline(len(value) > 0)
