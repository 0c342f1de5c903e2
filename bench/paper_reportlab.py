"""What both peers of reportlab share: the paper, and the fonts, read once a process as ours does."""

from __future__ import annotations

from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources import path

MM = 72 / 25.4
F4 = (215 * MM, 330 * MM)
MARGIN = 20 * MM
PAD = 3

rl_config.useA85 = 0


@cache
def load_fonts() -> None:
    """Read the fonts once a process, as ours does."""
    for name, file in (("Bench", "Arimo-Regular.ttf"), ("Bench-Bold", "Arimo-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(path("fonts", file))))
