"""A proxy on loopback that counts what passes: bytes each way and round trips."""

from __future__ import annotations

import contextlib
import socket
import threading
from dataclasses import dataclass, replace
from types import TracebackType

HOST = "127.0.0.1"


@dataclass(slots=True)
class Passed:
    """What went through. A round trip begins whenever the client speaks after the server did, or first."""

    up: int = 0
    down: int = 0
    round_trips: int = 0
    connections: int = 0


class CountingProxy:
    """Forwards every connection to one port of this machine."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._passed = Passed()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server((HOST, 0))
        self.port = int(self._listener.getsockname()[1])

    def __enter__(self) -> CountingProxy:
        self._begin(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one in (self._listener, *self._sockets):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in list(self._threads):
            thread.join(10)

    def take(self) -> Passed:
        """What has passed since the last call."""
        with self._lock:
            found = replace(self._passed)
            self._passed = Passed()
        return found

    def _begin(self, job: object, *arguments: object) -> None:
        thread = threading.Thread(target=job, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection((HOST, self._target))
            self._sockets += [client, server]
            with self._lock:
                self._passed.connections += 1
            speaker = [""]
            self._begin(self._pump, client, server, "up", speaker)
            self._begin(self._pump, server, client, "down", speaker)

    def _pump(self, source: socket.socket, target: socket.socket, way: str, speaker: list[str]) -> None:
        try:
            while data := source.recv(65536):
                self._count(way, len(data), speaker)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            return

    def _count(self, way: str, size: int, speaker: list[str]) -> None:
        with self._lock:
            if way == "up" and speaker[0] != "up":
                self._passed.round_trips += 1
            speaker[0] = way
            setattr(self._passed, way, getattr(self._passed, way) + size)


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.create_server((HOST, 0)) as listener:
        return int(listener.getsockname()[1])


def wait_for(port: int, patience_s: float = 20.0) -> None:
    """Until somebody listens. Raises OSError."""
    import time

    end = time.monotonic() + patience_s
    while True:
        try:
            socket.create_connection((HOST, port), 1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return
