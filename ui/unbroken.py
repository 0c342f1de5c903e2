"""Words that are read as one and must stand in one line: a label breaks at every space, and behind every stroke."""

from __future__ import annotations

import re

_TOGETHER = re.compile(r"\bR[TW] ?[0-9]{1,3}(?:/R[TW] ?[0-9]{1,3})?")
_NO_BREAK_SPACE, _WORD_JOINER = "\u00a0", "\u2060"


def unbroken(text: str) -> str:
    """A text in which no line ends in the middle of ``RT 02/RW 01``; for what is shown, never for a record."""
    return _TOGETHER.sub(lambda found: _joined(found.group()), text)


def _joined(words: str) -> str:
    return words.replace(" ", _NO_BREAK_SPACE).replace("/", f"{_WORD_JOINER}/{_WORD_JOINER}")
