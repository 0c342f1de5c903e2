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
from ui.dokumen.render import Raster, Sheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

T = TypeVar("T")

#: Dots per inch beyond which nobody sees a difference on a letter of 9 points.
MOST_DPI = 600
#: How far a printer's own sheet may be from ours and still be taken for the same, in millimetres.
SAME_SHEET_MM = 1.5


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

    def knows(self, sheet: Sheet) -> bool:
        """Whether its driver has this sheet among its own. A driver that tells nothing is believed."""
        wanted = sorted(sheet.millimetres)
        return not self.sheets_mm or any(
            all(abs(own - ours) <= SAME_SHEET_MM for own, ours in zip(sorted(known), wanted, strict=True))
            for known in self.sheets_mm
        )


def devices() -> list[Device]:
    """The printers of this computer, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    found = [
        Device(
            info.printerName(),
            info.printerName() == usual,
            tuple(_millimetres(size) for size in info.supportedPageSizes()),
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


def send(pdf: bytes, target: QPrinter, control: Control, title: str, pages: Sequence[int] = ()) -> int:
    """Print the pages (from 0; all when none are named) and answer how many there were. Runs in the background;
    what draws does so on the window's thread, a band at a time.

    Raises PrintFailed. A cancelled job is taken back from the printer's queue as far as the system can.
    """
    sheets = render.sheets(pdf)
    wanted = list(pages) or list(range(len(sheets)))
    painter = control.on_window(lambda: _begin(target, title, sheets[wanted[0]]))
    try:
        for done, number in enumerate(wanted):
            control.check()
            control.report(done, len(wanted))
            if done:
                control.on_window(partial(_turn_page, target, sheets[number]))
            _paint(pdf, number, sheets[number], painter, target, control)
        control.report(len(wanted), len(wanted))
    except BaseException:
        control.on_window(target.abort)
        raise
    finally:
        control.on_window(painter.end)
    return len(wanted)


def _begin(target: QPrinter, title: str, first: Sheet) -> QPainter:
    target.setDocName(title)
    target.setFullPage(True)
    _lay(target, first)
    painter = QPainter()
    if not painter.begin(target):
        raise PrintFailed
    return painter


def _turn_page(target: QPrinter, sheet: Sheet) -> None:
    _lay(target, sheet)
    if not target.newPage():
        raise PrintFailed


def page_size(sheet: Sheet) -> QPageSize:
    """The sheet upright, in its exact millimetres: anything but ExactMatch turns F4 into another paper."""
    short, long = sorted(sheet.millimetres)
    size = QSizeF(round(short, 2), round(long, 2))
    return QPageSize(
        size, QPageSize.Unit.Millimeter, "F4" if _is_f4(size) else "", QPageSize.SizeMatchPolicy.ExactMatch
    )


def _is_f4(size: QSizeF) -> bool:
    return abs(size.width() - 215) < 0.2 and abs(size.height() - 330) < 0.2


def _lay(target: QPrinter, sheet: Sheet) -> None:
    orientation = QPageLayout.Orientation.Landscape if sheet.across else QPageLayout.Orientation.Portrait
    target.setPageLayout(QPageLayout(page_size(sheet), orientation, QMarginsF(), QPageLayout.Unit.Millimeter))


def _paint(pdf: bytes, number: int, sheet: Sheet, painter: QPainter, target: QPrinter, control: Control) -> None:
    """One page in bands, each where it belongs on the paper."""
    wide = sheet.width / render.POINTS_PER_INCH
    pixels = round(wide * min(MOST_DPI, target.resolution()))
    side = wide * target.resolution() / pixels
    for band in render.bands(pdf, number, pixels):
        control.check()
        control.on_window(partial(_paint_band, painter, band, side))


def _paint_band(painter: QPainter, band: Raster, side: float) -> None:
    place = QRectF(0, band.top * side, band.width * side, band.height * side)
    painter.drawImage(place, image(band), QRectF(0, 0, band.width, band.height))


def image(raster: Raster) -> QImage:
    """The picture of a raster; it looks into the raster's bytes, so that must live as long."""
    return QImage(raster.data, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB888)


def _millimetres(size: QPageSize) -> tuple[float, float]:
    found = size.size(QPageSize.Unit.Millimeter)
    return found.width(), found.height()
