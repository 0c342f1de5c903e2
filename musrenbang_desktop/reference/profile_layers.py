"""The layers of a profile: what all families share, the profile it builds on, then its own table."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "profiles"

UMUM = "umum"
SKEMA = "skema"

#: Key of a profile that names the shipped one below it.
DASAR = "dasar"

Table = dict[str, Any]


class ProfileInvalid(ValueError):
    """The profile cannot be used; the text says why, for the operator or the kabupaten that wrote it."""


def names() -> tuple[str, ...]:
    """The profiles that ship with the program."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml") if file.stem not in (UMUM, SKEMA)))


def own_text(name: str) -> str:
    """The text of a shipped file, as a kabupaten copies it. Raises ProfileInvalid."""
    if name not in (*names(), UMUM):
        raise ProfileInvalid(f"Profil formulir {name} tidak ada; yang ada: {', '.join(names())}.")
    return (FOLDER / f"{name}.toml").read_text("utf-8")


def read(text: str, name: str = "") -> Table:
    """The table of a profile's text without the layers below it. Raises ProfileInvalid."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProfileInvalid(
            f"Profil {name or 'ini'} tidak dapat dibaca: ada yang salah {tempat_salah(error)}."
        ) from None
    except RecursionError:
        raise ProfileInvalid(f"Profil {name or 'ini'} tidak dapat dibaca: terlalu banyak kurung di dalamnya.") from None


def tempat_salah(error: tomllib.TOMLDecodeError) -> str:
    """Where the reader of TOML stopped: ``di baris 3``. Its own words are English."""
    found = re.search(r"\(at line (\d+), column \d+\)", str(error))
    return f"di baris {found[1]}" if found else "di akhir berkas"


def layered(table: Table, name: str = "") -> Table:
    """The whole table of a profile: *umum*, the shipped profiles that ``dasar`` names one below the other, its own.

    A table is merged key by key, anything else (a list too) is replaced whole. Where a layer names another paper, the
    columns of the layers below keep their shares of its width. Raises ProfileInvalid.
    """
    layers, seen = [table], set[str]()
    while DASAR in layers[-1]:
        below = layers[-1][DASAR]
        if not isinstance(below, str) or below not in names():
            raise ProfileInvalid(f"Profil {name or 'ini'}: dasar harus salah satu dari: {', '.join(names())}.")
        if below in seen:
            raise ProfileInvalid(f"Profil {name or 'ini'}: dasar {below} menunjuk kembali ke dirinya sendiri.")
        seen.add(below)
        layers.append(shipped(below))
    whole = shipped(UMUM)
    for layer in reversed(layers):
        whole = merged(_on_paper(whole, layer.get("kertas")), layer)
    return whole


def merged(below: Table, above: Table) -> Table:
    """``above`` laid over ``below``; neither is changed."""
    found = dict(below)
    for key, value in above.items():
        under = found.get(key)
        found[key] = merged(under, value) if isinstance(value, dict) and isinstance(under, dict) else value
    return found


def _on_paper(table: Table, paper: Any) -> Table:
    """The table with the widths of its columns fitted to other sides or margins; as it is where they cannot be read."""
    old = table.get("kertas")
    if not isinstance(paper, dict) or not isinstance(old, dict):
        return table
    new = old | paper
    shares = [_room(new, side) / room if (room := _room(old, side)) > 0 else 1.0 for side in _SIDES]
    if shares == [1.0, 1.0] or min(shares) <= 0:
        return table
    found: Table = _fitted(table, shares[0], shares[1])
    return found


_SIDES = ("lebar_mm", "tinggi_mm")


def _room(paper: Table, side: str) -> float:
    """What a sheet with this side below leaves between its margins in mm; 0 where the numbers cannot be read."""
    values = [paper.get(key) for key in (side, "kiri_mm", "kanan_mm")]
    whole, left, right = (value if isinstance(value, int | float) else 0.0 for value in values)
    return float(whole - left - right)


def _fitted(table: Table, upright: float, across: float, *, rebah: bool = False) -> Table:
    """Every list ``kolom`` in the table with its widths times the share of its sheet, which ``rebah`` turns.

    The tables of a sheet lie as the sheet does unless they say otherwise.
    """
    lying = table.get("rebah", rebah) is True
    share = across if lying else upright
    return {
        key: _fitted(value, upright, across, rebah=lying)
        if isinstance(value, dict)
        else [_narrowed(one, share) for one in value]
        if key == "kolom" and isinstance(value, list)
        else value
        for key, value in table.items()
    }


def _narrowed(column: Any, share: float) -> Any:
    width = column.get("lebar_mm") if isinstance(column, dict) else None
    return column | {"lebar_mm": width * share} if isinstance(width, int | float) else column


@lru_cache(maxsize=16)
def shipped(name: str) -> Table:
    """The own table of a shipped file, read once; nobody changes it. Raises ProfileInvalid."""
    return read(own_text(name), name)
