"""One picture of the layar as a list of things to draw: the same list fills the projector and the small preview."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

POINTS_PER_PIXEL = 72 / 96
"""Qt counts 96 of its pixels to an inch on every screen."""

Align = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words. ``pixels`` is the size of its letters."""

    rect: QRectF
    words: str
    pixels: int
    weight: QFont.Weight
    colour: str
    align: Align

    @property
    def points(self) -> float:
        """The size of its letters in points."""
        return self.pixels * POINTS_PER_PIXEL

    def draw(self, painter: QPainter) -> None:
        painter.setFont(font(self.pixels, self.weight))
        painter.setPen(QColor(self.colour))
        painter.drawText(self.rect, int(self.align | Align.AlignVCenter | Qt.TextFlag.TextSingleLine), self.words)


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, perhaps with round corners and a border."""

    rect: QRectF
    fill: str
    radius: float = 0.0
    border: str = ""

    def draw(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self.border), 2) if self.border else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.fill))
        if self.radius:
            painter.drawRoundedRect(self.rect, self.radius, self.radius)
        else:
            painter.drawRect(self.rect)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; ``dashed`` is the cut of the pagu."""

    start: QPointF
    end: QPointF
    colour: str
    width: float
    dashed: bool = False

    def draw(self, painter: QPainter) -> None:
        style = Qt.PenStyle.DashLine if self.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(self.colour), self.width, style))
        painter.drawLine(self.start, self.end)


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """Pixels, such as a part of a page."""

    rect: QRectF
    image: QImage

    def draw(self, painter: QPainter) -> None:
        painter.drawImage(self.rect, self.image)


Item = Text | Box | Line | Picture


@dataclass(frozen=True, slots=True)
class Frame:
    """A whole picture for a screen of ``size``. ``page`` of ``pages`` counts from 0; ``summary`` is read aloud."""

    size: QSizeF
    background: str
    items: tuple[Item, ...] = ()
    page: int = 0
    pages: int = 1
    summary: str = ""

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every line of words."""
        return tuple(item for item in self.items if isinstance(item, Text))

    def draw(self, painter: QPainter, target: QRectF) -> None:
        """Fill ``target``; the picture keeps its shape, and bars of its own background stand beside it."""
        painter.fillRect(target, QColor(self.background))
        if self.size.isEmpty():
            return
        scale = min(target.width() / self.size.width(), target.height() / self.size.height())
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(
            target.x() + (target.width() - self.size.width() * scale) / 2,
            target.y() + (target.height() - self.size.height() * scale) / 2,
        )
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(QPointF(), self.size), Qt.ClipOperation.IntersectClip)
        for item in self.items:
            item.draw(painter)
        painter.restore()


def font(pixels: int, weight: QFont.Weight) -> QFont:
    """Our letters at a size in pixels, whatever text size the operator chose for the laptop."""
    made = QFont("Inter")
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made
