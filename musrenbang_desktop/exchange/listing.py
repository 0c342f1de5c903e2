"""A list as it stands on the screen, on its way to a spreadsheet or to the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Isi = str | int | Fraction | None
"""What a cell holds: text stays text whatever it looks like, a number stays a number, None is an empty cell."""

Bentuk = Literal["", "rupiah", "desimal"]
"""How a number is written: whole, as money, or with two decimals."""

#: A spreadsheet takes text that begins so for a formula. Tabs and line ends are gone before this is asked.
_FORMULA = ("=", "+", "-", "@")
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME = 31


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its heading, how its numbers are written, and its name for programs (else the heading)."""

    judul: str
    bentuk: Bentuk = ""
    kunci: str = ""


@dataclass(frozen=True, slots=True)
class Daftar:
    """One list: ``nama`` names it for people; ``baris`` has as many cells a row as there are columns."""

    nama: str
    kolom: tuple[Kolom, ...]
    baris: Sequence[Sequence[Isi]]

    @property
    def nama_lembar(self) -> str:
        """The name as a spreadsheet takes it for a sheet: at most 31 letters, none of ``[]:*?/\\``."""
        return " ".join(self.nama.translate(_FORBIDDEN_IN_NAMES).split())[:_LONGEST_NAME].strip(" '") or "Daftar"


def harmless(text: str) -> str:
    """``text`` on one line, with an apostrophe before it where a spreadsheet would calculate it.

    Source of the rule: OWASP, CSV Injection.
    """
    line = " ".join(text.split())
    return f"'{line}" if len(line) > 1 and line.startswith(_FORMULA) else line


def shown(isi: Isi, bentuk: Bentuk = "") -> str:
    """One cell as text: counts without dots and decimals with a comma, as a spreadsheet in Indonesia reads them."""
    if isi is None:
        return ""
    if isinstance(isi, str):
        return harmless(isi)
    if bentuk == "desimal" or isinstance(isi, Fraction):
        return f"{float(isi):.2f}".replace(".", ",")
    return str(isi)
