"""The bidang of an usulan: of its own column, or of the heading above it."""

from __future__ import annotations

import re

from musrenbang_desktop.exchange.usulan_values import Values

BIDANG_LABEL = re.compile(r"bidang\s+(?:[ivx]+|[0-9]{1,2}|[a-h])\.?", re.IGNORECASE)
"""A bidang by its number alone, which names none."""

_BIDANG_NUMBER = re.compile(
    r"^(?:[A-Z0-9]{1,4}[.)]\s*)?(?:(?i:(?:sub\s*)?bidang)\b)?\s*(?:(?:[IVX]+|[0-9]{1,2}|[A-H])\b(?:\s*[.:)\-]\s*|\s+|$))?"
)
_SMALL_WORDS = frozenset({"dan", "di", "ke", "dari", "untuk", "atau", "serta"})


def bidang_of(values: Values, heading: str) -> str:
    """The bidang that a row names, else that of the ``heading`` above it."""
    own = values.text("bidang")
    if not own or (heading and BIDANG_LABEL.fullmatch(own)):
        return heading
    return bidang_name(own)


def bidang_name(text: str) -> str:
    """The name of a bidang without its number: ``BIDANG II. PEMBANGUNAN DESA`` becomes ``Pembangunan Desa``."""
    if BIDANG_LABEL.fullmatch(text):
        return text
    name = _BIDANG_NUMBER.sub("", text, count=1).strip(" .:-") or text
    if not name.isupper() or len(name) < 6:
        return name
    words = name.casefold().split()
    return " ".join(
        word if place and word in _SMALL_WORDS else word[:1].upper() + word[1:] for place, word in enumerate(words)
    )
