"""A second file with every event, beside the database.

Written after each commit without waiting for the disk (the commit has already paid the one fsync of the act); synced
when a
backup is made. With the newest good backup it brings back what a damaged database held.

A record is: length (4 bytes, big endian), CRC-32 (4), seq (8), device (16), event bytes.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FILE_NAME = "jurnal.salinan"
_HEAD = struct.Struct(">IIQ16s")


class Copied(NamedTuple):
    """One event read back from the copy."""

    device: str
    seq: int
    data: bytes


class JournalCopy:
    """The copy, open for appending."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._file = self.path.open("ab")

    def append(self, device: str, seq: int, data: bytes) -> None:
        """Add one event; the file system keeps it from here on even if the program dies."""
        body = _HEAD.pack(len(data), 0, seq, bytes.fromhex(device))[8:] + data
        self._file.write(struct.pack(">II", len(data), zlib.crc32(body)) + body)

    def flush(self) -> None:
        """Hand what was appended to the operating system."""
        self._file.flush()

    def sync(self) -> None:
        """Wait until the disk has it."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Sync and close."""
        self.sync()
        self._file.close()


def read(path: Path) -> Iterator[Copied]:
    """The events of a copy in order, up to the first record that is torn or damaged."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return
    at = 0
    while at + _HEAD.size <= len(data):
        length, crc, seq, device = _HEAD.unpack_from(data, at)
        body = data[at + 8 : at + _HEAD.size + length]
        if len(body) != _HEAD.size - 8 + length or zlib.crc32(body) != crc:
            return
        yield Copied(device.hex(), seq, body[_HEAD.size - 8 :])
        at += _HEAD.size + length
