"""The window on the projector. It shows one picture, takes no key and no click, and is nobody's parent."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.layar.frame import Frame
from ui.layar.screens import Hall

#: The size on a laptop without a second screen: half of a small projector.
ALONE = (854, 480)


class LayarWindow(QWidget):
    """Top-level and without a parent. Full screen on the hall's screen; a window to drag where there is none."""

    resized = Signal()
    closed = Signal()
    painted = Signal()

    def __init__(self) -> None:
        super().__init__(None)
        self.setObjectName("layar")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(self.tr("Layar musrenbang"))
        self.setAccessibleName(self.tr("Layar untuk hadirin"))
        self.frame = Frame(QSizeF(), "#000000")
        self._hall = False

    @property
    def on_hall(self) -> bool:
        """Whether it fills the second screen."""
        return self._hall

    def place(self, hall: Hall | None) -> None:
        """Show it there; whoever has the keyboard keeps it."""
        active = QApplication.activeWindow()
        self._show_on(hall)
        if active is not None and active is not self:
            active.activateWindow()  # some systems give the keyboard to a new window whatever it says

    def _show_on(self, hall: Hall | None) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        if hall is not None:
            flags |= Qt.WindowType.FramelessWindowHint
        self.hide()
        self.setWindowFlags(flags)
        self._hall = hall is not None
        if hall is None:
            self.unsetCursor()
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.resize(*ALONE)
            self.show()
            return
        if hall.screen is not None:
            self.setScreen(hall.screen)
        self.setGeometry(hall.geometry)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen would ask for the keyboard
        if self.geometry() != hall.geometry:
            self.setGeometry(hall.geometry)

    def show_frame(self, frame: Frame) -> None:
        """Show another picture."""
        self.frame = frame
        self.setAccessibleDescription(frame.summary)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.frame.draw(painter, QRectF(self.rect()))
        painter.end()
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.resized.emit()  # the colours are part of the picture

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
