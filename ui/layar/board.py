"""Lays out one picture of the layar. Sizes are multiples of the smallest letters allowed, so nothing can be smaller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage

from ui.layar.frame import POINTS_PER_PIXEL, Align, Box, Frame, Item, Line, Picture, Text, font
from ui.theme import Colours

SMALLEST_POINTS = 28
"""Read at six metres from a screen two metres wide."""
_SMALLEST = round(SMALLEST_POINTS / POINTS_PER_PIXEL) + 1
#: The height for which the smallest letters are as small as allowed; on a higher screen they grow with it.
_HEIGHT = 768
_LINE = 1.22

_ELIDE = Qt.TextElideMode.ElideRight

Weight = Literal["biasa", "tebal", "kuat"]
_WEIGHTS: dict[Weight, QFont.Weight] = {
    "biasa": QFont.Weight.Normal,
    "tebal": QFont.Weight.DemiBold,
    "kuat": QFont.Weight.Bold,
}
_ALIGN = {"kiri": Align.AlignLeft, "tengah": Align.AlignHCenter, "kanan": Align.AlignRight}
Side = Literal["kiri", "tengah", "kanan"]


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures words on a screen whose smallest letters have ``unit`` pixels."""

    unit: int

    def pixels(self, size: float) -> int:
        """Letters of ``size`` times the smallest ones; never smaller than those."""
        return round(self.unit * max(1.0, size))

    def line(self, size: float = 1.0) -> float:
        """The height of one line of letters."""
        return self.pixels(size) * _LINE

    def measure(self, words: str, size: float = 1.0, weight: Weight = "biasa") -> float:
        """How wide words are."""
        return _metrics(self.pixels(size), weight).horizontalAdvance(words)

    def wrap(self, words: str, width: float, size: float = 1.0, weight: Weight = "biasa", lines: int = 2) -> list[str]:
        """At most ``lines`` lines that fit; the last one ends in … where words are left out."""
        return list(_wrapped(words, round(width), self.pixels(size), weight, lines))


class Board:
    """A picture in the making. ``top`` and ``bottom`` bound what the strip and the foot leave."""

    def __init__(self, size: QSizeF, colours: Colours) -> None:
        self.width, self.height = size.width(), size.height()
        self.colours = colours
        self.unit = max(_SMALLEST, round(_SMALLEST * self.height / _HEIGHT))
        self.ruler = Ruler(self.unit)
        self.margin = self.unit
        self.left, self.right = float(self.margin), self.width - self.margin
        self.top, self.bottom = float(self.margin), self.height - self.margin
        self.background = colours.window
        self._items: list[Item] = []
        self._spoken: list[str] = []

    def frame(self, page: int = 0, pages: int = 1) -> Frame:
        """The finished picture."""
        size = QSizeF(self.width, self.height)
        return Frame(size, self.background, tuple(self._items), page, pages, ". ".join(self._spoken))

    def pixels(self, size: float) -> int:
        """Letters of ``size`` times the smallest ones; never smaller than those."""
        return self.ruler.pixels(size)

    def line(self, size: float = 1.0) -> float:
        """The height of one line of letters."""
        return self.ruler.line(size)

    def measure(self, words: str, size: float = 1.0, weight: Weight = "biasa") -> float:
        """How wide words are."""
        return self.ruler.measure(words, size, weight)

    def wrap(self, words: str, width: float, size: float = 1.0, weight: Weight = "biasa", lines: int = 2) -> list[str]:
        """At most ``lines`` lines that fit; the last one ends in … where words are left out."""
        return self.ruler.wrap(words, width, size, weight, lines)

    def text(
        self,
        x: float,
        y: float,
        width: float,
        words: str,
        *,
        size: float = 1.0,
        weight: Weight = "biasa",
        colour: str = "",
        side: Side = "kiri",
        lines: int = 1,
    ) -> float:
        """Write words at x, y and answer the height they took."""
        leading = self.line(size)
        written = self.wrap(words, width, size, weight, lines) if words else []
        for number, line in enumerate(written):
            rect = QRectF(x, y + number * leading, width, leading)
            shade = colour or self.colours.text
            self._items.append(Text(rect, line, self.pixels(size), _WEIGHTS[weight], shade, _ALIGN[side]))
        self._spoken += written
        return leading * len(written)

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, *, round_: float = 0.0, border: str = ""
    ) -> None:
        """Fill a rectangle; ``round_`` is the radius in smallest letters."""
        self._items.append(Box(QRectF(x, y, width, height), fill, round_ * self.unit, border))

    def rule(self, y: float, *, colour: str = "", width: float = 0.05, dashed: bool = False) -> None:
        """A line from margin to margin."""
        ends = QPointF(self.left, y), QPointF(self.right, y)
        self._items.append(Line(*ends, colour or self.colours.border, max(1.0, width * self.unit), dashed))

    def bar(self, x: float, y: float, width: float, height: float, part: float, colour: str = "") -> None:
        """A bar of which ``part`` (0 to 1) is filled."""
        now = self.colours
        self.box(x, y, width, height, now.border if now.nama == "terang" else now.accent_soft, round_=0.12)
        if part > 0:
            self.box(x, y, max(height, width * min(1.0, part)), height, colour or now.accent, round_=0.12)

    def picture(self, rect: QRectF, image: QImage) -> None:
        """Put pixels there."""
        self._items.append(Picture(rect, image))

    def strip(self, title: str, right: str = "") -> None:
        """The coloured strip at the top: what is shown, and at the right a clock or a count."""
        now, height = self.colours, round(self.unit * 2.1)
        self.box(0, 0, self.width, height, now.nav)
        if now.nama == "kontras":
            self.box(0, height - 4, self.width, 4, now.accent)
        room = self.right - self.left
        if right:
            wide = self.measure(right, 1.15, "tebal")
            self.text(
                self.right - wide - 2, (height - self.line(1.15)) / 2, wide + 2, right, size=1.15, weight="tebal",
                colour=now.nav_text, side="kanan",
            )  # fmt: skip
            room -= wide + self.unit
        y = (height - self.line(1.3)) / 2
        self.text(self.left, y, room, title, size=1.3, weight="kuat", colour=now.nav_text)
        self.top = height + self.unit * 0.55

    def foot(self, *words: str, paged: bool = True) -> None:
        """The quiet line at the bottom: the first of the wordings that fits beside the number of the page."""
        y = self.height - self.line() - self.unit * 0.35
        taken = self.measure(self._pages_words(88, 88), 1.0, "tebal") + self.unit if paged else 0.0
        room = self.right - self.left - taken
        fitting = next((one for one in words if self.measure(one) <= room), words[-1])
        self.rule(y - self.unit * 0.2)
        self.text(self.left, y, room, fitting, colour=self.colours.muted)
        self.bottom = y - self.unit * 0.4

    def page_mark(self, page: int, pages: int) -> None:
        """``2 dari 5`` at the end of the foot; nothing where one page is all."""
        if pages > 1:
            y = self.height - self.line() - self.unit * 0.35
            words = self._pages_words(page + 1, pages)
            wide = self.measure(words, 1.0, "tebal") + 4
            self.text(self.right - wide, y, wide, words, weight="tebal", side="kanan")

    @staticmethod
    def _pages_words(page: int, pages: int) -> str:
        return QCoreApplication.translate("Layar", "{n} dari {semua}").format(n=page, semua=pages)

    def message(self, title: str, below: str = "") -> None:
        """A sentence in the middle, where there is nothing to list."""
        middle, width = (self.top + self.bottom) / 2, self.right - self.left
        head = self.wrap(title, width, 1.5, "tebal", 3)
        tail = self.wrap(below, width, 1.1, "biasa", 4) if below else []
        y = middle - (len(head) * self.line(1.5) + len(tail) * self.line(1.1)) / 2
        y += self.text(self.left, y, width, title, size=1.5, weight="tebal", side="tengah", lines=3)
        self.text(
            self.left, y + self.unit * 0.3, width, below, size=1.1, colour=self.colours.muted, side="tengah", lines=4
        )


def pages_of(heights: Sequence[float], room: float) -> list[range]:
    """Which rows stand on which page; a row taller than a page has one of its own."""
    pages: list[range] = []
    start, used = 0, 0.0
    for place, height in enumerate(heights):
        if place > start and used + height > room:
            pages.append(range(start, place))
            start, used = place, 0.0
        used += height
    pages.append(range(start, len(heights)))
    return pages


@lru_cache(maxsize=64)
def _metrics(pixels: int, weight: Weight) -> QFontMetricsF:
    return QFontMetricsF(font(pixels, _WEIGHTS[weight]))


@lru_cache(maxsize=4096)
def _wrapped(words: str, width: int, pixels: int, weight: Weight, lines: int) -> tuple[str, ...]:
    metrics = _metrics(pixels, weight)
    done: list[str] = []
    rest = words.split()
    while rest and len(done) < lines:
        if len(done) == lines - 1:
            line, used = " ".join(rest), len(rest)
        else:
            used = _fitting(rest, width, metrics)
            line = " ".join(rest[:used])
        done.append(metrics.elidedText(line, _ELIDE, width))
        rest = rest[used:]
    return tuple(done)


def _fitting(words: Sequence[str], width: int, metrics: QFontMetricsF) -> int:
    """How many words fit into one line, at least one."""
    used, space = 0.0, metrics.horizontalAdvance(" ")
    for place, word in enumerate(words):
        used += metrics.horizontalAdvance(word) + (space if place else 0)
        if used > width and place:
            return place
    return len(words)
