"""A second file with every event, beside the database.

Written after each commit without waiting for the disk (the commit has already paid the one fsync of the act); synced
when a backup is made. With the newest good backup it brings back what a damaged database held. Each start makes it
whole again (:mod:`musrenbang_desktop.db.opening`), so whatever happens to it costs no act.

A record is: length (4 bytes, big endian), CRC-32 (4), seq (8), device (16), event bytes.
"""

from __future__ import annotations

import logging
import os
import struct
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from musrenbang_desktop.journal.events import MAX_BYTES

log = logging.getLogger(__name__)

FILE_NAME = "jurnal.salinan"
_CHECK = struct.Struct(">II")
_NAME = struct.Struct(">Q16s")
_HEAD_SIZE = _CHECK.size + _NAME.size


class Copied(NamedTuple):
    """One event read back from the copy."""

    device: str
    seq: int
    data: bytes


class JournalCopy:
    """The copy, open for appending."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / FILE_NAME).open("ab", buffering=0)
        self._waiting = b""

    def append(self, events: Iterable[Copied]) -> None:
        """Add events; the file system keeps them from here on even if the program dies.

        Their act is committed already, so a full disk does not fail it: what finds no room waits for the next act.
        """
        self._waiting += b"".join(map(_record, events))
        try:
            written = self._file.write(self._waiting) or 0
        except OSError as error:
            log.warning("the second journal file lags behind: %s", error.strerror)
        else:
            self._waiting = self._waiting[written:]

    def sync(self) -> None:
        """Wait until the disk has it."""
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            log.warning("the second journal file was not synced: %s", error.strerror)

    def close(self) -> None:
        """Sync and close."""
        self.sync()
        self._file.close()


def read(path: Path) -> list[Copied]:
    """The events of a copy in order. What is torn or damaged is passed over, and reading goes on behind it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    found, at = [], 0
    while at + _HEAD_SIZE <= len(data):
        copied = _read_one(data, at)
        if copied:
            found.append(copied)
            at += _HEAD_SIZE + len(copied.data)
        else:
            at += 1
    return found


def is_whole(path: Path, events: Sequence[Copied]) -> bool:
    """Whether the file consists of exactly these ``events`` as :func:`read` gave them."""
    size = path.stat().st_size if path.exists() else 0
    return size == sum(_HEAD_SIZE + len(copied.data) for copied in events)


def write(path: Path, events: Iterable[Copied]) -> None:
    """Write a copy of ``events`` from the beginning, and wait until the disk has it."""
    with path.open("wb") as file:
        file.writelines(map(_record, events))
        file.flush()
        os.fsync(file.fileno())


def _record(event: Copied) -> bytes:
    body = _NAME.pack(event.seq, bytes.fromhex(event.device)) + event.data
    return _CHECK.pack(len(event.data), zlib.crc32(body)) + body


def _read_one(data: bytes, at: int) -> Copied | None:
    length, crc = _CHECK.unpack_from(data, at)
    body = data[at + _CHECK.size : at + _HEAD_SIZE + length] if 0 < length <= MAX_BYTES else b""
    if len(body) != _NAME.size + length or zlib.crc32(body) != crc:
        return None
    seq, device = _NAME.unpack_from(body)
    return Copied(device.hex(), seq, body[_NAME.size :])
