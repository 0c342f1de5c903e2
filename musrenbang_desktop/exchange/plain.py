"""A cell as plain text, without what no usulan may carry."""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal

from musrenbang_desktop.domain.angka import desimal_text
from musrenbang_desktop.exchange.sheet import Cell

_PROVINCE = r"(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])"
_NIK = re.compile(
    r"(?<![0-9])(?:[0-9]{16}"
    rf"|{_PROVINCE}[0-9]{{2}}([ .\-])[0-9]{{4}}\1[0-9]{{4}}\1[0-9]{{4}}"
    rf"|{_PROVINCE}[0-9]{{4}}([ .\-])[0-9]{{6}}\2[0-9]{{4}})(?![0-9])"
)
_NIK_NAME = re.compile(r"\(?\b(?:nik|no\.?\s*kk|nomor kk|no\.?\s*ktp)\b[\s.:=]*\)?(?=\W*$|\W*[,;)])", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\ufeff\u00a0\ud800-\udfff]+")
_NOTHING = frozenset(
    {"undefined", "null", "nan", "none", "n/a", "na", "#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#null!"}
)
_DASHES = frozenset({"-", "--", "---", "\u2013", "\u2014", ".", "...", "\u2026", "?"})


def plain(cell: Cell) -> str:
    """The text of a cell on one line. A whole number has no decimals; a date is written day/month/year."""
    if isinstance(cell, str):
        if not cell.isprintable():
            cell = _CONTROLS.sub(" ", cell)
        return " ".join(cell.split())
    if isinstance(cell, bool):
        return "ya" if cell else ""
    if isinstance(cell, int | float):
        return _number(cell)
    if isinstance(cell, datetime.date):
        return f"{cell.day}/{cell.month}/{cell.year}"
    return str(cell)


def _number(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return desimal_text(Decimal(f"{value:.6f}")) if math.isfinite(value) else ""


def means_nothing(text: str) -> bool:
    """Whether the text is what a program leaves where it knows nothing: ``undefined``, ``#REF!``."""
    return text.casefold() in _NOTHING


def is_dash(text: str) -> bool:
    """Whether the text only says that nothing is written."""
    return text in _DASHES


def without_nik(text: str) -> str:
    """The text without 16-digit numbers, and without the words that announced them."""
    shorter = _NIK.sub(" ", text)
    if shorter == text:
        return text
    shorter = _NIK_NAME.sub(" ", shorter)
    return " ".join(re.sub(r"\(\s*\)", " ", shorter).split()).strip(" ,;:-")


def rounded(value: float) -> tuple[int, bool] | None:
    """The nearest whole number, and whether that changed it by more than a hundredth; None for no number."""
    if isinstance(value, int):
        return value, False
    if not math.isfinite(value):
        return None
    whole = math.floor(value + 0.5)
    return whole, abs(whole - value) >= 0.01
