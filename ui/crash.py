"""What nobody caught: into the log, and onto the screen in a plain sentence, whatever thread it came from."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6 import QtCore
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, Slot, qInstallMessageHandler

from ui.say import Say

log = logging.getLogger(__name__)
qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
#: Said by the offscreen platform for every window, and of no use to anybody.
_HARMLESS = ("This plugin does not support propagateSizeHints",)


class CrashRelay(QObject):
    """Brings exceptions of any thread to the main thread and says them."""

    _caught = Signal(object)

    def __init__(self, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._before = (sys.excepthook, threading.excepthook)
        self._listening = False

    def install(self) -> None:
        """Catch from now on."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        """Leave it to Python again."""
        sys.excepthook, threading.excepthook = self._before

    def _on_exception(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, problem, trace)
            return
        self._pass_on(problem.with_traceback(trace))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._pass_on(args.exc_value)

    def _pass_on(self, problem: BaseException) -> None:
        if not self._listening:
            self._listening = True
            self._caught.connect(self._tell, QtCore.Qt.ConnectionType.QueuedConnection)
        self._caught.emit(problem)

    @Slot(object)
    def _tell(self, problem: BaseException) -> None:
        self._say.trouble(problem)


def qt_messages_to_log() -> None:
    """Qt's own warnings join our log."""

    def handle(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith(_HARMLESS):
            qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", text)

    qInstallMessageHandler(handle)
