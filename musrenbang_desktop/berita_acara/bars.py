"""Bars and figures on paper: what a hall takes in at a glance, and what a copying machine keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from musrenbang_desktop.berita_acara.flow import ASCENT, Flow

#: Ink of the bars and the light ground behind them: dark enough for a copy without colours.
INK = (0.043, 0.42, 0.314)
PALE = (0.867, 0.937, 0.906)
GREY = (0.62, 0.65, 0.635)


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: a name, its bar (0 to 1), and what is written behind it; ``second`` draws a grey bar below."""

    name: str
    part: float
    words: str
    second: float | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """Where a block stands: its left edge and its width in points."""

    x: float
    width: float


def figures(flow: Flow, entries: Sequence[tuple[str, str]]) -> None:
    """Boxes side by side, each with a large figure and its name."""
    gap, size, small = 8.0, 17.0, flow.huruf.tabel
    height = size * 1.3 + small * 1.4 + 10
    flow.need(height)
    width = (flow.width - gap * (len(entries) - 1)) / len(entries)
    top = flow.y
    for place, (value, name) in enumerate(entries):
        x = flow.left + place * (width + gap)
        flow.sheet.paint(x, top - height, width, height, PALE)
        flow.y = top - 6
        shown = size
        while shown > small and flow.document.bold.measure(value, shown) > width - 8:
            shown -= 0.5
        flow.place(flow.document.bold, shown, value, "tengah", x, width)
        flow.y = top - 6 - size * 1.3
        flow.place(flow.document.regular, small, name, "tengah", x, width)
    flow.y = top - height


def heading(flow: Flow, words: str, area: Area | None = None) -> None:
    """A bold line above a block."""
    size = flow.huruf.isi
    place = area or Area(flow.left, flow.width)
    flow.place(flow.document.bold, size, flow.document.bold.clean(words), "kiri", place.x, place.width)
    flow.y -= size * 1.5


def bars(flow: Flow, entries: Sequence[Bar], area: Area | None = None, *, name_share: float = 0.36) -> None:
    """Names at the left, bars to the right of them, words at the end."""
    place = area or Area(flow.left, flow.width)
    size = flow.huruf.tabel
    face, bold = flow.document.regular, flow.document.bold
    tail = max((bold.measure(bold.clean(entry.words), size) for entry in entries), default=0.0) + 5
    names = place.width * name_share
    start, room = place.x + names + 4, place.width - names - tail - 4
    for entry in entries:
        height = size * (1.95 if entry.second is not None else 1.5)
        baseline = flow.y - size * ASCENT
        flow.sheet.text(place.x, baseline, face, size, shortened(flow, entry.name, names))
        flow.sheet.paint(start, flow.y - size * 0.92, room, size * 0.78, PALE)
        if entry.part > 0:
            flow.sheet.paint(start, flow.y - size * 0.92, room * min(1.0, entry.part), size * 0.78, INK)
        if entry.second is not None:
            flow.sheet.paint(start, flow.y - size * 1.42, room * min(1.0, entry.second), size * 0.42, GREY)
        words = bold.clean(entry.words)
        flow.sheet.text(place.x + place.width - bold.measure(words, size), baseline, bold, size, words)
        flow.y -= height


def shortened(flow: Flow, text: str, width: float) -> str:
    """The text cut to one line of the width."""
    face, size = flow.document.regular, flow.huruf.tabel
    text = face.clean(text)
    if face.measure(text, size) <= width:
        return text
    while text and face.measure(f"{text}...", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}..."
