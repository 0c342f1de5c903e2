"""Our line icons, tinted when they are painted and sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPalette, QPixmap

import resources
from ui.kept_pictures import kept_pictures


def icon(name: str, colour: str = "", checked: str = "") -> QIcon:
    """The icon ``resources/icons/<name>.svg``.

    Without a colour it follows the text of buttons, also when the theme changes; ``checked`` is the colour of a pressed
    state.
    """
    return QIcon(TintedEngine(name, colour, checked))


class TintedEngine(QIconEngine):
    """Draws one line picture in the colour of the moment."""

    def __init__(self, name: str, colour: str = "", checked: str = "") -> None:
        super().__init__()
        self._name, self._colour, self._checked = name, colour, checked

    def clone(self) -> QIconEngine:
        return TintedEngine(self._name, self._colour, self._checked)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        drawn = _drawn(self._name, self._tint(mode, state), size * scale)
        drawn.setDevicePixelRatio(scale)
        return drawn

    def _tint(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if self._checked and state == QIcon.State.On:
            return self._checked
        if self._colour and mode != QIcon.Mode.Disabled:
            return self._colour
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        return QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText).name()


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return resources.path("icons", f"{name}.svg").read_bytes()


def _drawn(name: str, colour: str, pixels: QSize) -> QPixmap:
    """The picture at exactly these pixels of the screen."""
    text = _source(name).replace(b"currentColor", colour.encode())
    return QPixmap.fromImage(kept_pictures.get(text, pixels, lambda: _drawn_svg(text, pixels)))


def _drawn_svg(text: bytes, pixels: QSize) -> QImage:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice  # most starts find their pictures drawn
    from PySide6.QtGui import QImageReader

    buffer = QBuffer()
    buffer.setData(QByteArray(text))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(pixels)
    return reader.read()
