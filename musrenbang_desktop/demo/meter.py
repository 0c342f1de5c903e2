"""A meter on the cable: passes bytes between laptop and server unchanged, and counts what really travels."""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass
from urllib.parse import urlsplit

CHUNK = 65_536


@dataclass(slots=True)
class Wire:
    """What passed, headers included. A round trip is a turn from the server's side back to the laptop's."""

    bytes_up: int = 0
    bytes_down: int = 0
    round_trips: int = 0


class Meter:
    """Listens on a free loopback port for as long as the demo runs."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._target = (parts.hostname or "127.0.0.1", parts.port or 80)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._last_up: dict[int, bool] = {}
        self.wire = Wire()
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Stop listening and cut what is still connected."""
        for connection in (self._listener, *self._open):
            connection.close()

    def _accept(self) -> None:
        while True:
            try:
                laptop, _ = self._listener.accept()
                server = socket.create_connection(self._target)
            except OSError:
                return
            self._open += [laptop, server]
            number = len(self._open)
            threading.Thread(target=self._pass, args=(laptop, server, number, True), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, laptop, number, False), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, number: int, up: bool) -> None:
        try:
            while data := source.recv(CHUNK):
                self._count(number, len(data), up=up)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            return  # one end has gone; the other thread notices by itself

    def _count(self, number: int, size: int, *, up: bool) -> None:
        with self._lock:
            if up:
                self.wire.bytes_up += size
                self.wire.round_trips += not self._last_up.get(number, False)
            else:
                self.wire.bytes_down += size
            self._last_up[number] = up
