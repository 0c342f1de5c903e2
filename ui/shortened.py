"""Short ways to say long things."""

from __future__ import annotations


def listed(words: list[str] | tuple[str, ...], most: int = 4) -> str:
    """``a, b, c`` and how many more there are."""
    shown = ", ".join(words[:most])
    return f"{shown} +{len(words) - most}" if len(words) > most else shown
