"""A small copy of the layar, for the operator."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.colours import colours
from ui.layar.frame import Frame


class Preview(QWidget):
    """Paints the very frame of the layar, scaled; it never lays anything out itself."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._frame = Frame(QSizeF(), "#000000")

    @property
    def frame(self) -> Frame:
        """What it shows."""
        return self._frame

    def show_frame(self, frame: Frame) -> None:
        """Show this picture."""
        if frame is not self._frame:
            self._frame = frame
            self.setAccessibleDescription(frame.summary)
            self.update()

    def sizeHint(self) -> QSize:
        letters = self.fontMetrics()
        return QSize(letters.averageCharWidth() * 40, letters.height() * 12)

    def minimumSizeHint(self) -> QSize:
        letters = self.fontMetrics()
        return QSize(letters.averageCharWidth() * 18, letters.height() * 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        size = self._frame.size
        if size.isEmpty():
            return
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        scale = min(room.width() / size.width(), room.height() / size.height())
        target = QRectF(room.x(), room.y(), size.width() * scale, size.height() * scale)
        painter = QPainter(self)
        self._frame.draw(painter, target)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours().field_border), 1))
        painter.drawRect(target)
        painter.end()
