"""Small pictures inside the edge of a field. Those of QLineEdit itself stay 16 pixels high with any letters."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from ui.icons import icon
from ui.theme import look

_MEASURES = (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange)


class EdgeIcon(QToolButton):
    """Stands at the left or right inside ``field`` and grows with its letters; Tab passes it by.

    Without ``tip`` it is only a picture, and the mouse reaches the field behind it.
    """

    def __init__(self, field: QLineEdit, picture: str, side: Literal["left", "right"], tip: str = "") -> None:
        super().__init__(field)
        self._field, self._side = field, side
        self.setIcon(icon(picture))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setToolTip(tip)
        self.setAccessibleName(tip or field.accessibleName())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not tip)
        look(self, "dalam-isian")
        field.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the field."""
        if watched is self._field and event.type() in _MEASURES:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        high = self._field.fontMetrics().height()
        wide = round(high * 1.5)
        self.setIconSize(QSize(round(high * 0.9), round(high * 0.9)))
        left = self._side == "left"
        gap = round(high * 0.25)
        self.setGeometry(gap if left else self._field.width() - wide - gap, 2, wide, self._field.height() - 4)
        self._field.setTextMargins(wide if left else 0, 0, 0 if left else wide, 0)
