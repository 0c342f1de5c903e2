"""On which paper of a printer a sheet goes, and how: exactly, on the nearest one, smaller, or over several sheets.

Drivers call the same F4 *Folio*, *F4*, *8.5 x 13 in* or *210 x 330 mm*. Nothing here prints; it says in words what will
happen before it does. No window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.dokumen.render import Sheet

#: How far a printer's own sheet may be from ours and still be taken for the same, in millimetres.
SAME_SHEET_MM = 1.5
#: How far it may be and still hold all that is printed at its own size: no text stands so near to an edge.
NEAR_SHEET_MM = 6.5
#: A sheet that would shrink below this share is better put together from several ones.
READABLE = 0.85
#: What most printers leave white at an edge, and how far two parts of a poster overlap.
WHITE_MM, OVERLAP_MM = 5.0, 8.0

A4 = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to put a sheet on paper.

    ``paper_mm`` is the paper upright (short side, long side), ``scale`` 1 is the sheet's own size. ``tiles`` are
    columns and rows of sheets that are glued together; ``across`` turns them. ``words`` stand in the list of choices,
    ``note`` says what is not as it should be, nothing where all is well.
    """

    words: str
    note: str
    paper_mm: tuple[float, float]
    scale: float = 1.0
    tiles: tuple[int, int] = (1, 1)
    across: bool = False

    @property
    def sheets(self) -> int:
        """Sheets of paper for one page."""
        return self.tiles[0] * self.tiles[1]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the driver's list, upright in millimetres."""

    name: str
    short: float
    long: float


def papers(sheets_mm: Sequence[tuple[float, float]], names: Sequence[str] = ()) -> list[Paper]:
    """The driver's list, upright."""
    found = []
    for place, sides in enumerate(sheets_mm):
        short, long = sorted(sides)
        found.append(Paper(names[place] if place < len(names) else "", short, long))
    return found


def plans(sheet: Sheet, known: Sequence[Paper]) -> list[Plan]:
    """The ways to print a sheet, the one to take first; the last one always is its own size on paper set by hand.

    A driver that tells no sizes is believed to have ours.
    """
    short, long = sorted(sheet.millimetres)
    own = Plan(_tr("{kertas}, 100%").format(kertas=size(short, long)), "", (short, long))
    same = any(abs(one.short - short) <= SAME_SHEET_MM and abs(one.long - long) <= SAME_SHEET_MM for one in known)
    if same or not known:
        return [own, *_poster_plans(sheet, known)]
    missing = _tr("Printer ini tidak menyebut kertas {ukuran}.").format(ukuran=size(short, long))
    by_hand = Plan(
        _tr("{kertas}, diatur sendiri").format(kertas=size(short, long)),
        _tr("{awal} Pasang kertas itu, lalu cetak satu halaman dulu.").format(awal=missing),
        (short, long),
    )
    return [*_near(short, long, known, missing), *_smaller(short, long, known, missing),
            *_poster_plans(sheet, known), by_hand]  # fmt: skip


def size(short: float, long: float) -> str:
    """``215 x 330 mm``, with a decimal only where there is one; F4, A4 and A3 by their names."""
    words = f"{_mm(short)} \u00d7 {_mm(long)} mm"
    for name, sides in (("F4", (215.0, 330.0)), ("A4", A4), ("A3", (297.0, 420.0))):
        if abs(short - sides[0]) < 0.3 and abs(long - sides[1]) < 0.3:
            return f"{name} ({words})"
    return words


def _near(short: float, long: float, known: Sequence[Paper], missing: str) -> list[Plan]:
    """The driver's nearest paper, where what is printed fits at its own size."""
    fitting = [
        one for one in known if abs(one.short - short) <= NEAR_SHEET_MM and abs(one.long - long) <= NEAR_SHEET_MM
    ]
    if not fitting:
        return []
    best = min(fitting, key=lambda one: abs(one.short - short) + abs(one.long - long))
    name = _named(best)
    note = _tr("{awal} Yang paling dekat {kertas}: isinya dicetak ukuran sebenarnya di tengahnya.")
    return [Plan(_tr("{kertas}, 100%").format(kertas=name), note.format(awal=missing, kertas=name),
                 (best.short, best.long))]  # fmt: skip


def _smaller(short: float, long: float, known: Sequence[Paper], missing: str) -> list[Plan]:
    """A4, which every office has, else the paper that takes it largest."""
    a4 = next((one for one in known if abs(one.short - A4[0]) <= 1 and abs(one.long - A4[1]) <= 1), None)
    chosen = a4 or max(known, key=lambda one: _share(short, long, one), default=None)
    if chosen is None:
        return []
    scale = _share(short, long, chosen)
    percent = int(scale * 100)
    name = size(chosen.short, chosen.long) if a4 else _named(chosen)
    words = _tr("{kertas}, {persen}%").format(kertas=name, persen=percent)
    note = _tr("{awal} Dicetak di {kertas}, diperkecil menjadi {persen}%.")
    return [Plan(words, note.format(awal=missing, kertas=name, persen=percent), (chosen.short, chosen.long),
                 percent / 100)]  # fmt: skip


def _share(short: float, long: float, paper: Paper) -> float:
    return min(1.0, paper.short / short, paper.long / long)


def _poster_plans(sheet: Sheet, known: Sequence[Paper]) -> list[Plan]:
    """Two and four sheets glued together, for a sheet that no paper here holds readably."""
    short, long = sorted(sheet.millimetres)
    small = [one for one in known if _share(short, long, one) < READABLE and one.short >= 200 and one.long <= 360]
    if not small:
        return []
    best = max(small, key=lambda one: (abs(one.short - A4[0]) <= 6, one.long))
    found = []
    for tiles, across in (((1, 2), True), ((2, 2), False)):
        wide, high = _room(best, tiles, across=across)
        scale = int(min(1.0, wide / short, high / long) * 100) / 100
        count = tiles[0] * tiles[1]
        how = _tr("ukuran sebenarnya") if scale == 1 else _tr("diperkecil {n}%").format(n=round(scale * 100))
        words = _tr("{n} lembar disambung, {persen}%").format(n=count, persen=round(scale * 100))
        note = _tr("Tiap halaman menjadi {n} lembar {kertas} yang ditempel bersambung, {cara}.").format(
            n=count, kertas=_named(best), cara=how
        )
        found.append(Plan(words, note, (best.short, best.long), scale, tiles[::-1] if sheet.across else tiles, across))
    return found


def _room(paper: Paper, tiles: tuple[int, int], *, across: bool) -> tuple[float, float]:
    """What so many sheets hold together."""
    sides = (paper.long, paper.short) if across else (paper.short, paper.long)
    wide, high = (
        count * (side - 2 * WHITE_MM) - (count - 1) * OVERLAP_MM for count, side in zip(tiles, sides, strict=True)
    )
    return wide, high


def _named(paper: Paper) -> str:
    words = size(paper.short, paper.long)
    name = paper.name.strip()
    if not name or name.casefold() == "custom" or words.startswith(("A4", "A3", "F4")):
        return words
    return f"{name} ({words})"


def _mm(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def _tr(text: str) -> str:
    return QCoreApplication.translate("DokumenPage", text)
