"""Files that ship with the program: fonts, icons, style, texts, the sample village."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """The place of one shipped file: ``path("fonts", "Inter-Regular.otf")``."""
    return ROOT.joinpath(*parts)
