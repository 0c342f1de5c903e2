"""The hash chain of one device's stream.

h_0 = SHA-256(0x01 || device id), h_n = SHA-256(0x02 || h_(n-1) || bytes_n). The first and the count fix every seq,
so an event can be neither moved, changed, dropped nor inserted without changing every hash behind it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def start(device: str) -> bytes:
    """h_0 of the stream of ``device`` (32 hex characters)."""
    return hashlib.sha256(b"\x01" + bytes.fromhex(device)).digest()


def link(previous: bytes, event: bytes) -> bytes:
    """The hash behind ``event`` when ``previous`` stands before it."""
    return hashlib.sha256(b"\x02" + previous + event).digest()


def extend(previous: bytes, events: Iterable[bytes]) -> bytes:
    """The head after all ``events``."""
    for event in events:
        previous = link(previous, event)
    return previous
