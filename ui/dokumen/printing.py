"""Printing: the bytes of the preview, drawn at the printer's own resolution on sheets of exactly their size.

QtPrintSupport is loaded by the first printout, not by the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from ui.dokumen import render
from ui.dokumen.paper import OVERLAP_MM, WHITE_MM, Plan, papers, plans
from ui.dokumen.render import MM_PER_POINT, Raster, Sheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

T = TypeVar("T")

#: Dots per inch beyond which nobody sees a difference on a letter of 9 points.
MOST_DPI = 600


class PrintFailed(Exception):
    """The printer refused the work."""


class Control(Protocol):
    """What a print job reports to."""

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """Say how far it is."""

    def check(self) -> None:
        """Leave when nobody wants the job any more."""

    def on_window(self, act: Callable[[], T]) -> T:
        """Do one short act on the window's thread."""


@dataclass(frozen=True, slots=True)
class Device:
    """One printer of this computer."""

    name: str
    chosen: bool = False
    sheets_mm: tuple[tuple[float, float], ...] = ()
    """the sizes that its driver knows; nothing when it does not tell"""
    names: tuple[str, ...] = ()
    """what the driver calls them"""

    def plans(self, sheet: Sheet) -> list[Plan]:
        """The ways to print a sheet here, the one to take first."""
        return plans(sheet, papers(self.sheets_mm, self.names))


def devices() -> list[Device]:
    """The printers of this computer, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    found = [
        Device(
            info.printerName(),
            info.printerName() == usual,
            tuple(_millimetres(size) for size in info.supportedPageSizes()),
            tuple(size.name() for size in info.supportedPageSizes()),
        )
        for info in QPrinterInfo.availablePrinters()
    ]
    return sorted(found, key=lambda device: not device.chosen)


def printer(name: str, copies: int = 1) -> QPrinter:
    """The printer of this name, at its best resolution."""
    from PySide6.QtPrintSupport import QPrinter

    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setPrinterName(name)
    made.setCopyCount(copies)
    made.setCollateCopies(True)
    return made


def to_file(path: Path, dpi: int = 300) -> QPrinter:
    """A printer that writes a PDF file."""
    from PySide6.QtPrintSupport import QPrinter

    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setResolution(dpi)
    return made


@dataclass(frozen=True, slots=True)
class Way:
    """How the pages go on paper: ``plan`` is None for exactly their own size; ``shift_mm`` corrects the printer,
    to the right and down.
    """

    plan: Plan | None = None
    shift_mm: tuple[float, float] = (0.0, 0.0)


AS_IT_IS = Way()


def send(
    pdf: bytes, target: QPrinter, control: Control, title: str, pages: Sequence[int] = (), way: Way = AS_IT_IS
) -> int:
    """Print the pages (from 0; all when none are named) and answer how many there were. Runs in the background;
    what draws does so on the window's thread, a band at a time.

    Raises PrintFailed. A cancelled job is taken back from the printer's queue as far as the system can.
    """
    sheets = render.sheets(pdf)
    wanted = list(pages) or list(range(len(sheets)))
    painter = control.on_window(lambda: _begin(target, title, sheets[wanted[0]], way))
    try:
        for done, number in enumerate(wanted):
            control.check()
            control.report(done, len(wanted))
            for tile in _tiles(way.plan):
                if done or tile != (0, 0):
                    control.on_window(partial(_turn_page, target, sheets[number], way))
                _paint(pdf, number, sheets[number], painter, target, control, way, tile)
        control.report(len(wanted), len(wanted))
    except BaseException:
        control.on_window(target.abort)
        raise
    finally:
        control.on_window(painter.end)
    return len(wanted)


def _tiles(plan: Plan | None) -> list[tuple[int, int]]:
    columns, rows = plan.tiles if plan else (1, 1)
    return [(column, row) for row in range(rows) for column in range(columns)]


def _begin(target: QPrinter, title: str, first: Sheet, way: Way) -> QPainter:
    target.setDocName(title)
    target.setFullPage(True)
    _lay(target, first, way)
    painter = QPainter()
    if not painter.begin(target):
        raise PrintFailed
    return painter


def _turn_page(target: QPrinter, sheet: Sheet, way: Way) -> None:
    _lay(target, sheet, way)
    if not target.newPage():
        raise PrintFailed


def page_size(short: float, long: float) -> QPageSize:
    """A paper upright, in its exact millimetres: anything but ExactMatch turns F4 into another paper."""
    size = QSizeF(round(short, 2), round(long, 2))
    return QPageSize(
        size, QPageSize.Unit.Millimeter, "F4" if _is_f4(size) else "", QPageSize.SizeMatchPolicy.ExactMatch
    )


def _is_f4(size: QSizeF) -> bool:
    return abs(size.width() - 215) < 0.2 and abs(size.height() - 330) < 0.2


def _lay(target: QPrinter, sheet: Sheet, way: Way) -> None:
    plan = way.plan
    across = plan.across != sheet.across if plan else sheet.across
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    paper = page_size(*(plan.paper_mm if plan else sorted(sheet.millimetres)))
    target.setPageLayout(QPageLayout(paper, orientation, QMarginsF(), QPageLayout.Unit.Millimeter))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the upper left corner of a page goes, in millimetres from that of the paper, at which scale; ``window``
    is what may be painted on, all of it without one.
    """

    left: float
    top: float
    scale: float
    window: tuple[float, float, float, float] | None = None


def place_of(sheet: Sheet, way: Way, tile: tuple[int, int] = (0, 0)) -> _Place:
    """In the middle of the paper, or the part of a poster that stands on this sheet."""
    right, down = way.shift_mm
    plan = way.plan
    if plan is None:
        return _Place(right, down, 1.0)
    paper = plan.paper_mm if plan.across == sheet.across else (plan.paper_mm[1], plan.paper_mm[0])
    sides = tuple(side * plan.scale for side in sheet.millimetres)
    if plan.sheets == 1:
        return _Place((paper[0] - sides[0]) / 2 + right, (paper[1] - sides[1]) / 2 + down, plan.scale)
    room = paper[0] - 2 * WHITE_MM, paper[1] - 2 * WHITE_MM
    starts = [
        WHITE_MM - place * (free - OVERLAP_MM) + max(0.0, count * free - (count - 1) * OVERLAP_MM - side) / 2
        for place, free, count, side in zip(tile, room, plan.tiles, sides, strict=True)
    ]
    return _Place(starts[0] + right, starts[1] + down, plan.scale, (WHITE_MM, WHITE_MM, *room))


def _paint(
    pdf: bytes, number: int, sheet: Sheet, painter: QPainter, target: QPrinter, control: Control, way: Way,
    tile: tuple[int, int],
) -> None:  # fmt: skip
    """One page (or its part of a poster) in bands, each where it belongs on the paper."""
    wide = sheet.width / render.POINTS_PER_INCH
    pixels = round(wide * min(MOST_DPI, target.resolution()))
    place = place_of(sheet, way, tile)
    dots = target.resolution() / 25.4
    side = sheet.width * MM_PER_POINT * place.scale * dots / pixels
    corner = (place.left * dots, place.top * dots)
    window = QRectF(*(edge * dots for edge in place.window)) if place.window else None
    for band in render.bands(pdf, number, pixels):
        control.check()
        control.on_window(partial(_paint_band, painter, band, side, corner, window))


def _paint_band(
    painter: QPainter, band: Raster, side: float, corner: tuple[float, float], window: QRectF | None
) -> None:
    place = QRectF(corner[0], corner[1] + band.top * side, band.width * side, band.height * side)
    if window is None:
        painter.drawImage(place, image(band), QRectF(0, 0, band.width, band.height))
    elif place.intersects(window):
        painter.save()
        painter.setClipRect(window)
        painter.drawImage(place, image(band), QRectF(0, 0, band.width, band.height))
        painter.restore()


def image(raster: Raster) -> QImage:
    """The picture of a raster; it looks into the raster's bytes, so that must live as long."""
    return QImage(raster.data, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB888)


def _millimetres(size: QPageSize) -> tuple[float, float]:
    found = size.size(QPageSize.Unit.Millimeter)
    return found.width(), found.height()
