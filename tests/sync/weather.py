"""What a network does: a proxy that cuts after a number of bytes, and strangers that answer in the server's place."""

from __future__ import annotations

import contextlib
import selectors
import socket
import struct
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

_RESET = struct.pack("ii", 1, 0)


class _Listening:
    """Serves one connection after the other in one thread, until it is closed."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._serve, name=type(self).__name__)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed.set()
        self._thread.join(10)
        self._listener.close()

    def _serve(self) -> None:
        self._listener.settimeout(0.05)
        while not self._closed.is_set():
            try:
                client, _ = self._listener.accept()
            except TimeoutError:
                continue
            with client, contextlib.suppress(OSError):
                self.talk(client)

    def talk(self, client: socket.socket) -> None:
        raise NotImplementedError


class Proxy(_Listening):
    """Passes bytes on; ``up`` and ``down`` say after how many it tears the connection, None for never.

    ``on_answer`` is called when the first byte of an answer arrives from the server; the answer is then lost.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self.up: int | None = None
        self.down: int | None = None
        self.on_answer: Callable[[], None] | None = None
        self.sent = 0
        self.received = 0
        self.answer = b""
        super().__init__()

    def reset(self) -> None:
        """Fair weather, counters at zero."""
        self.up = self.down = self.on_answer = None
        self.sent = self.received = 0
        self.answer = b""

    def talk(self, client: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", self._port), 5) as server, selectors.DefaultSelector() as ready:
            ready.register(client, selectors.EVENT_READ)
            ready.register(server, selectors.EVENT_READ)
            while not self._closed.is_set():
                for key, _ in ready.select(0.05):
                    from_client = key.fileobj is client
                    if not (self._upward(client, server) if from_client else self._downward(server, client)):
                        tear(client)
                        return

    def _upward(self, client: socket.socket, server: socket.socket) -> bool:
        data = client.recv(65536)
        if self.up is not None and self.sent + len(data) >= self.up:
            server.sendall(data[: self.up - self.sent])
            return False
        self.sent += len(data)
        server.sendall(data)
        return bool(data)

    def _downward(self, server: socket.socket, client: socket.socket) -> bool:
        data = server.recv(65536)
        if data and self.on_answer is not None:
            self.on_answer()
            return False
        if self.down is not None and self.received + len(data) > self.down:
            client.sendall(data[: self.down - self.received])
            return False
        self.received += len(data)
        self.answer += data
        client.sendall(data)
        return bool(data)


class Stranger(_Listening):
    """Answers whatever is asked with the same bytes."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer
        self.asked = 0
        super().__init__()

    def talk(self, client: socket.socket) -> None:
        client.settimeout(0.3)
        with contextlib.suppress(TimeoutError):
            head = b""
            while b"\r\n\r\n" not in head:
                head += client.recv(65536)
        self.asked += 1
        client.sendall(self._answer)
        client.shutdown(socket.SHUT_WR)
        with contextlib.suppress(TimeoutError):
            while client.recv(65536):
                pass


class Silence(_Listening):
    """Takes the request and never answers."""

    def talk(self, client: socket.socket) -> None:
        self._closed.wait()


def tear(connection: socket.socket) -> None:
    """Close without a farewell, as a lost signal does."""
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    connection.close()


def http(status: str, body: bytes, *headers: str) -> bytes:
    """The bytes of an HTTP answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
