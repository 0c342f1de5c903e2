"""A second start on the same data brings the first window to the front."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 1500


def server_name(folder: Path) -> str:
    """One name a data folder, short enough for every system."""
    return "musrenbang-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]


def ask_first_window(folder: Path) -> bool:
    """Called by the second start: True when the first window answered."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    if not socket.waitForConnected(WAIT_MS):
        return False
    answered = socket.waitForReadyRead(WAIT_MS)
    socket.close()
    return answered


class FirstWindow(QObject):
    """Called by the first start: listens, and shows its window when asked."""

    def __init__(self, folder: Path, show: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if not self._server.listen(server_name(folder)):
            QLocalServer.removeServer(server_name(folder))  # left by a crash: the lock of the data says we are alone
            self._server.listen(server_name(folder))

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.write(b"1")
            socket.flush()
            socket.disconnected.connect(socket.deleteLater)
            self._show()
