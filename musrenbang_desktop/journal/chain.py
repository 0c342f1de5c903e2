"""The hash chain of one device's stream.

h_0 = SHA-256(0x01 || device id), h_n = SHA-256(0x02 || h_(n-1) || bytes_n). The first and the count fix every seq,
so an event can be neither moved, changed, dropped nor inserted without changing every hash behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Protocol


class Hashed(Protocol):
    """What a hash function answers."""

    def digest(self) -> bytes:
        """The 32 bytes."""


#: From so many events on, the quicker SHA-256 of OpenSSL has made up for its loading (4 ms and 4 MiB of a start).
MANY = 2500


def _own_sha256() -> Callable[[bytes], Hashed]:
    """The SHA-256 that Python is built with, without OpenSSL; its module has another name in 3.12."""
    for name in ("_sha256", "_sha2"):
        try:
            found: Callable[[bytes], Hashed] = import_module(name).sha256
        except ImportError:
            continue
        return found
    return openssl_sha256()


def openssl_sha256() -> Callable[[bytes], Hashed]:
    """The SHA-256 of OpenSSL, which is loaded for it."""
    from hashlib import sha256

    return sha256


own_sha256 = _own_sha256()


def start(device: str) -> bytes:
    """h_0 of the stream of ``device`` (32 hex characters)."""
    return own_sha256(b"\x01" + bytes.fromhex(device)).digest()


def link(previous: bytes, event: bytes, sha256: Callable[[bytes], Hashed] = own_sha256) -> bytes:
    """The hash behind ``event`` when ``previous`` stands before it; of many, with :func:`openssl_sha256`."""
    return sha256(b"\x02" + previous + event).digest()


def extend(previous: bytes, events: Iterable[bytes]) -> bytes:
    """The head after all ``events``."""
    sha256 = openssl_sha256()
    for event in events:
        previous = link(previous, event, sha256)
    return previous
