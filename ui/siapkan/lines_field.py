"""Several lines of text of which each one is a fact of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ui.fields import TextField

_BEFORE = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*])\s+")


class LinesField(TextField):
    """Commits its text as one; ``split`` makes the facts of it."""

    def fill(self, value: str | Iterable[str]) -> None:
        """Show recorded lines, one below the other; never commits."""
        super().fill(value if isinstance(value, str) else "\n".join(value))


def split(text: str) -> tuple[str, ...]:
    """The lines that say something, without the numbers or dashes that people type before them."""
    lines = (_BEFORE.sub("", line) for line in text.splitlines())
    return tuple(" ".join(line.split()) for line in lines if line.strip())
