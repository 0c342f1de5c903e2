"""Troubles of the surroundings, each with one plain sentence for the operator.

::

    Trouble
    +-- DiskFull        no room left
    +-- Locked          another program holds the file
    +-- AlreadyOpen     this program is already running on the same data
    +-- NewerDatabase   written by a newer version of this program
    +-- NotOurFile      a file of another program
    +-- Damaged         the file is broken
    +-- NoAccess        the folder or file may not be written

Everything else that SQLite reports is our own mistake and is left to rise.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any


class Trouble(Exception):
    """Something outside the program failed; ``str()`` is the sentence to show."""


class DiskFull(Trouble):
    """No room left on the disk."""


class Locked(Trouble):
    """Another program holds the database."""


class AlreadyOpen(Trouble):
    """A second start on the same data folder."""


class NewerDatabase(Trouble):
    """The data was written by a newer version."""


class NotOurFile(Trouble):
    """The file belongs to another program."""


class Damaged(Trouble):
    """The database file is broken."""


class NoAccess(Trouble):
    """The data folder cannot be written."""


_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26


def sort_os_error(error: OSError, place: Path) -> Trouble:
    """The trouble behind an error of the file system at ``place``."""
    if error.errno == errno.ENOSPC:
        return _BY_CODE[_FULL]()
    return NoAccess(
        f"{place} tidak bisa dibaca atau ditulisi. Yang sudah tercatat aman. Periksa izin folder itu, atau pilih "
        "folder lain."
    )


def sort_error(error: Exception) -> Trouble | None:
    """The trouble behind an SQLite error, by its primary code; None when the error is our own mistake."""
    code: Any = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    make = _BY_CODE.get(code & 0xFF)
    return make() if make else None


_BY_CODE: dict[int, Callable[[], Trouble]] = {
    _FULL: lambda: DiskFull(
        "Ruang penyimpanan laptop penuh. Semua yang sudah tercatat aman. Hapus berkas lain yang tidak perlu, lalu "
        "coba lagi."
    ),
    _BUSY: lambda: Locked(
        "Data sedang dipakai program lain. Tidak ada yang hilang. Tutup program itu, lalu coba lagi."
    ),
    _LOCKED: lambda: Locked(
        "Data sedang dipakai program lain. Tidak ada yang hilang. Tutup program itu, lalu coba lagi."
    ),
    _READONLY: lambda: NoAccess(
        "Folder data tidak boleh ditulisi. Data lama aman. Pilih folder lain atau minta izin menulis."
    ),
    _CANTOPEN: lambda: NoAccess(
        "Folder data tidak bisa dibuka. Data lama aman. Periksa apakah folder itu ada dan boleh ditulisi."
    ),
    _IOERR: lambda: NoAccess(
        "Penyimpanan laptop gagal membaca atau menulis. Yang sudah tercatat aman. Salin cadangan ke flashdisk."
    ),
    _CORRUPT: lambda: Damaged("Berkas data rusak. Cadangan masih ada. Buka kembali program untuk memulihkannya."),
    _NOTADB: lambda: NotOurFile(
        "Berkas ini bukan data Musrenbang. Berkas itu tidak diubah. Pilih folder data yang benar."
    ),
}
