"""What each key of a profile means, in one plain sentence for the kabupaten: ``profiles/skema.toml``.

A path names tables with dots and elements of a list with ``[]``: ``klausul[].teks``. In the file ``desa|kelurahan``
stands for either name and ``**`` for any tables above: ``**.kolom[].judul`` explains that key of the columns of every
table whose own ``kolom`` is explained.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from musrenbang_desktop.reference.profile_layers import FOLDER, SKEMA, ProfileInvalid, Table, read

_INDEX = re.compile(r"\[\d+\]")
_ANY = "**."


@dataclass(frozen=True, slots=True)
class Kunci:
    """What is known of one key: its meaning, the words it may be, the smallest and the largest number, the unit."""

    pola: str
    arti: str
    pilihan: tuple[str, ...] = ()
    dari: float | None = None
    sampai: float | None = None
    satuan: str = ""


@lru_cache(maxsize=1)
def daftar() -> tuple[Kunci, ...]:
    """Every explained key, in the order of the file."""
    table = tomllib.loads((FOLDER / f"{SKEMA}.toml").read_text("utf-8"))
    return tuple(_kunci(pattern, value) for pattern, value in table["kunci"].items())


def kunci(path: str) -> Kunci | None:
    """What explains this path, its own sentence before one for all tables; None when nothing does."""
    plain = _INDEX.sub("[]", path)
    found = [one for one, shape in _shapes() if shape.fullmatch(plain)]
    if all(one.pola.startswith(_ANY) for one in found) and not _known_list(plain):
        return None
    return min(found, key=lambda one: one.pola.startswith(_ANY), default=None)


def keterangan(path: str) -> str:
    """The sentence about a key, empty when nothing explains it."""
    found = kunci(path)
    return found.arti if found else ""


def tanpa_keterangan(table: Table) -> list[str]:
    """The paths of the table that nothing explains, each once; of a table that is unknown as a whole only its name."""
    unknown = dict.fromkeys(path for path in jalur(table) if kunci(path) is None)
    known = {_top(one.pola) for one in daftar()}
    return list(dict.fromkeys(path if _top(path) in known else _top(path) for path in unknown))


def jalur(table: Table, above: str = "") -> Iterator[str]:
    """The path of every value and of every list of tables; the elements of one list stand under the same path."""
    for key, value in table.items():
        yield from _below(value, f"{above}.{key}" if above else key)


def periksa_kunci(text: str, name: str) -> None:
    """Refuse a profile with a key that this program does not know, so that a slip of the pen does not vanish.

    For those who write a profile. Who only uses one passes over such keys, since a newer program may know them: see
    docs/profil.md. Raises ProfileInvalid.
    """
    unknown = kunci_asing(text, name)
    if unknown:
        raise ProfileInvalid(f"Profil {name}: kunci {', '.join(unknown)} tidak dikenal; periksa ejaannya.")


def kunci_asing(text: str, name: str = "") -> list[str]:
    """The paths in a profile's text that this program does not know. Raises ProfileInvalid for what is no TOML."""
    return tanpa_keterangan(read(text, name))


def _below(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from jalur(value, path)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        yield path
        for one in value:
            yield from _below(one, f"{path}[]")
    else:
        yield path


def _top(path: str) -> str:
    return re.split(r"[.\[]", path, maxsplit=1)[0]


def _kunci(pattern: str, value: str | dict[str, Any]) -> Kunci:
    if isinstance(value, str):
        return Kunci(pattern, value)
    rest = {key: one for key, one in value.items() if key != "pilihan"}
    return Kunci(pattern, pilihan=tuple(value.get("pilihan", ())), **rest)


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[Kunci, re.Pattern[str]], ...]:
    return tuple((one, _shape(one.pola)) for one in daftar())


def _shape(pattern: str) -> re.Pattern[str]:
    below = pattern.removeprefix(_ANY)
    names = ".".join("|".join(re.escape(name) for name in part.split("|")) for part in below.split("."))
    either = re.sub(r"[^.]*\|[^.]*", lambda found: f"(?:{found[0]})", names).replace(".", r"\.")
    return re.compile((r"(?:.+\.)?" if pattern.startswith(_ANY) else "") + either)


def _known_list(path: str) -> bool:
    """Whether the list that this element stands in is explained itself."""
    above = path.rpartition("[]")[0]
    return bool(above) and kunci(above) is not None
