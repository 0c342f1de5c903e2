"""The pages of a PDF below each other, at any size, drawn by whoever answers ``wanted``."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.dokumen.printing import image
from ui.dokumen.render import POINTS_PER_INCH, Raster, Sheet

Zoom = float | Literal["lebar", "halaman"]
STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
#: Pictures kept for going back and forth: two pages of F4 at 200 % and several smaller ones.
MOST_BYTES = 64 * 1024 * 1024
#: A picture wider than this is stretched a little; beyond it a page would take more than a hundred megabytes.
MOST_WIDTH = 4096
#: Neighbours of the page in sight are drawn ahead only while pictures are narrower than this.
AHEAD_WIDTH = 2000


@dataclass(frozen=True, slots=True)
class Picture:
    """Names one picture: the page, and how many pixels it is wide."""

    page: int
    width: int


class Preview(QAbstractScrollArea):
    """Shows sheets of paper. It never draws a page itself: it asks for the pictures that are in sight."""

    wanted = Signal()
    """a page in sight has no picture of the right size: see :meth:`missing`"""
    page_changed = Signal(int)
    """the page in the middle of the view, from 0"""
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: tuple[Sheet, ...] = ()
        self._places: list[QRect] = []
        self._pictures: OrderedDict[Picture, QPixmap] = OrderedDict()
        self._zoom: Zoom = "lebar"
        self._page = 0
        self._gap = 12
        self.waiting_text = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_sheets(self, sheets: tuple[Sheet, ...], *, keep_place: bool = False) -> None:
        """Begin with another document; ``keep_place`` for a new version of the same one."""
        page, self._sheets = (self._page if keep_place else 0), sheets
        self._pictures.clear()
        self._lay_out()
        self.go_to(min(page, max(0, len(sheets) - 1)))

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages on show."""
        return self._sheets

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 0."""
        return self._page

    @property
    def zoom(self) -> Zoom:
        """What the operator chose: to fill the width, to see a whole page, or a share of the paper's own size."""
        return self._zoom

    @property
    def scale(self) -> float:
        """The share of the paper's own size that is shown now; 1.0 is the size of the paper itself."""
        return self._points(self._page) * POINTS_PER_INCH / self.logicalDpiX()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show larger or smaller; the page in sight stays."""
        page = self._page
        self._zoom = zoom
        self._lay_out()
        self.go_to(page)
        self.zoom_changed.emit()

    def step_zoom(self, step: int) -> None:
        """The next larger (1) or smaller (-1) round size."""
        now = self.scale
        larger = [size for size in STEPS if size > now + 0.01]
        smaller = [size for size in STEPS if size < now - 0.01]
        self.set_zoom((larger or STEPS)[0 if larger else -1] if step > 0 else (smaller or STEPS)[-1 if smaller else 0])

    def go_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        if not self._places:
            return
        page = max(0, min(page, len(self._places) - 1))
        self.verticalScrollBar().setValue(self._places[page].top() - self._gap)
        self._set_page(page)
        self._look()

    def missing(self) -> Picture | None:
        """The next picture to draw: first what is in sight, then the neighbours. None when all are there."""
        seen = self._seen()
        wishes = [self._wish(page) for page in seen]
        if wishes and wishes[0].width <= AHEAD_WIDTH:
            wishes += [self._wish(page) for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < len(self._places)]
        return next((wish for wish in wishes if wish not in self._pictures), None)

    def has_picture(self, picture: Picture) -> bool:
        """Whether this picture has arrived and is still kept."""
        return picture in self._pictures

    def put(self, picture: Picture, raster: Raster) -> None:
        """Here is a picture."""
        self._pictures[picture] = QPixmap.fromImage(image(raster))
        self._forget()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().mid())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shift = self._shift()
        for page, place in enumerate(self._places):
            shown = place.translated(-shift)
            if shown.intersects(event.rect()):
                self._draw_page(painter, page, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self._page
        self._lay_out()
        if isinstance(self._zoom, str):
            self.go_to(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_PageDown: lambda: self.go_to(self._page + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to(self._page - 1),
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(len(self._places) - 1),
            Qt.Key.Key_Plus: lambda: self.step_zoom(1),
            Qt.Key.Key_Minus: lambda: self.step_zoom(-1),
        }
        act = keys.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _draw_page(self, painter: QPainter, page: int, place: QRect) -> None:
        painter.fillRect(place.translated(2, 2), QColor(0, 0, 0, 40))
        painter.fillRect(place, Qt.GlobalColor.white)
        kept = [(abs(name.width - self._wish(page).width), name) for name in self._pictures if name.page == page]
        if kept:
            pixmap = self._pictures[min(kept, key=lambda pair: pair[0])[1]]
            painter.drawPixmap(place, pixmap, pixmap.rect())
        else:
            painter.setPen(QColor("#55635D"))
            seen = place.intersected(self.viewport().rect())
            painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, self.waiting_text.format(n=page + 1))

    def _points(self, page: int) -> float:
        """Logical pixels a point of the page, at the zoom of now."""
        if not self._sheets:
            return self.logicalDpiX() / POINTS_PER_INCH
        sheet = self._sheets[page]
        width = (self.viewport().width() - 2 * self._gap) / sheet.width
        if self._zoom == "lebar":
            return max(0.05, width)
        if self._zoom == "halaman":
            return max(0.05, min(width, (self.viewport().height() - 2 * self._gap) / sheet.height))
        return self._zoom * self.logicalDpiX() / POINTS_PER_INCH

    def _lay_out(self) -> None:
        sizes = []
        for page, sheet in enumerate(self._sheets):
            points = self._points(page)
            sizes.append((round(sheet.width * points), round(sheet.height * points)))
        wide = max([width for width, _ in sizes] + [self.viewport().width() - 2 * self._gap])
        self._places, top = [], self._gap
        for width, height in sizes:
            self._places.append(QRect(self._gap + (wide - width) // 2, top, width, height))
            top += height + self._gap
        view = self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), top, view.height()),
            (self.horizontalScrollBar(), wide + 2 * self._gap, view.width()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(self.fontMetrics().height() * 2)
        side = self.horizontalScrollBar()
        side.setValue(side.maximum() // 2)
        self._look()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def _shift(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _on_scrolled(self, _value: int) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        for page, place in enumerate(self._places):
            if middle <= place.bottom() + self._gap:
                self._set_page(page)
                break
        self._look()

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _wish(self, page: int) -> Picture:
        """The picture that makes this page sharp now."""
        return Picture(page, min(MOST_WIDTH, round(self._places[page].width() * self.devicePixelRatioF())))

    def _seen(self) -> list[int]:
        """The pages in sight."""
        view = QRect(self._shift(), self.viewport().size())
        return [page for page, place in enumerate(self._places) if place.intersects(view)]

    def _look(self) -> None:
        self.viewport().update()
        if self.isVisible() and self.missing():
            self.wanted.emit()

    def _forget(self) -> None:
        """Drop the pictures that were put longest ago, but never one that is in sight."""
        needed = {self._wish(page) for page in self._seen()}
        held = sum(_bytes(pixmap) for pixmap in self._pictures.values())
        for name in list(self._pictures):
            if held <= MOST_BYTES:
                return
            if name not in needed and name != list(self._pictures)[-1]:
                held -= _bytes(self._pictures.pop(name))


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8
