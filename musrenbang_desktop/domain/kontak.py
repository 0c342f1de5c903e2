"""Kontak: how to reach who proposed. Kept apart: no paper, no export and no event ever holds it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from musrenbang_desktop.domain.errors import RuleBroken

LONGEST = 120
_NUMBER = re.compile(r"(?:\+?62|0)[0-9]{6,13}")


@dataclass(frozen=True, slots=True)
class Kontak:
    """A name and a telephone number, either may be empty."""

    nama: str = ""
    telepon: str = ""


def normal_telepon(text: str) -> str:
    """``0812-3456-789`` without blanks and with its own dashes left out: ``08123456789``; nothing for nothing.

    Raises RuleBroken("telepon", "bukan_telepon").
    """
    digits = re.sub(r"[\s().-]", "", text)
    if not digits:
        return ""
    if not _NUMBER.fullmatch(digits):
        raise RuleBroken("telepon", "bukan_telepon", text)
    return f"0{digits.lstrip('+')[2:]}" if digits.lstrip("+").startswith("62") else digits
