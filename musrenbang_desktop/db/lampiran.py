"""The files beside the database: each named by what it holds, so the same file lies there once and never changes."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from musrenbang_desktop.db.backup import FOLDER as COPIES
from musrenbang_desktop.db.errors import sort_os_error
from musrenbang_desktop.db.whole_file import put_whole

FOLDER = "lampiran"
SHOWN = "dilihat"
"""Folder of the copies that other programs show."""

_LONG = 64
"""letters of a SHA-256"""

Keadaan = Literal["ada", "hilang", "berubah"]


class Simpanan:
    """``<data>/lampiran/ab/cdef...``: the SHA-256 of the content is the name."""

    def __init__(self, data_folder: Path) -> None:
        self.folder = data_folder / FOLDER
        self._second = data_folder / COPIES / FOLDER

    def simpan(self, data: bytes) -> str:
        """Keep ``data`` and return its SHA-256; it is on the disk when this returns. Raises Trouble."""
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.jalur(sha256)
        if _sha256(target) != sha256:
            _write(data, target)
        else:
            with suppress(OSError):
                os.utime(target)  # it is wanted again, so it is not old
        return sha256

    def jalur(self, sha256: str) -> Path:
        """Where the file with this SHA-256 lies, or would lie."""
        return _place(self.folder, sha256)

    def salinan(self, sha256: str) -> Path:
        """A copy with an ending that other programs know, so that they cannot change the stored file; the copies that
        were shown before go. Raises Trouble.
        """
        shown = self.folder / SHOWN
        try:
            data = self.jalur(sha256).read_bytes()
            shown.mkdir(parents=True, exist_ok=True)
            for old in shown.iterdir():
                with suppress(OSError):  # still open in its program: it goes the next time
                    old.unlink()
            path = shown / f"{sha256[:16]}{'.pdf' if data.startswith(b'%PDF') else '.jpg'}"
            with suppress(PermissionError):  # the same file is still being looked at
                path.write_bytes(data)
        except OSError as error:
            raise sort_os_error(error, self.folder) from error
        return path

    def cadangkan(self, sha256: str, ukuran: int) -> bool:
        """Keep a second file of it among the copies of the database, where none is yet; a lost first one is brought
        back from there. False when neither is to be had. Raises Trouble.
        """
        if not self.ada(sha256, ukuran):
            return self.ambil_kembali(sha256)
        second = _place(self._second, sha256)
        return _is_whole(second, ukuran) or _copy(self.jalur(sha256), second, sha256)

    def ambil_kembali(self, sha256: str) -> bool:
        """Bring a lost or changed file back from its second one. False when that is not good. Raises Trouble."""
        return _copy(_place(self._second, sha256), self.jalur(sha256), sha256)

    def ambil_kembali_semua(self) -> int:
        """Bring back every file that only the copies hold, after a recovery; answers how many. Raises Trouble."""
        count = 0
        for second in self._second.glob("??/*"):
            sha256 = second.parent.name + second.name
            if len(sha256) == _LONG and not self.jalur(sha256).exists():
                count += self.ambil_kembali(sha256)
        return count

    def lama(self, sebelum: float) -> set[str]:
        """The stored files that nobody has read in again since ``sebelum`` (seconds of the clock of files)."""
        found = ((path.parent.name + path.name, path) for path in self.folder.glob("??/*"))
        return {name for name, path in found if len(name) == _LONG and _is_old(path, sebelum)}

    def buang(self, sha256: str, sebelum: float) -> bool:
        """Remove a file that no record names, unless it was read in again meanwhile; False where it stays."""
        path = self.jalur(sha256)
        if not _is_old(path, sebelum):
            return False
        with suppress(OSError):  # open in another program: it goes the next time
            path.unlink()
            return True
        return False

    def ada(self, sha256: str, ukuran: int) -> bool:
        """Whether the file is there in its full length; quick, so a page may ask for every file."""
        return _is_whole(self.jalur(sha256), ukuran)

    def keadaan(self, sha256: str) -> Keadaan:
        """Whether the file still holds what its name says; reads all of it."""
        found = _sha256(self.jalur(sha256))
        if not found:
            return "hilang"
        return "ada" if found == sha256 else "berubah"


def _is_old(path: Path, sebelum: float) -> bool:
    try:
        return path.stat().st_mtime < sebelum
    except OSError:
        return False


def _place(folder: Path, sha256: str) -> Path:
    return folder / sha256[:2] / sha256[2:]


def _is_whole(path: Path, ukuran: int) -> bool:
    """Whether it is there in its full length."""
    try:
        return path.stat().st_size == ukuran
    except OSError:
        return False


def _copy(source: Path, target: Path, sha256: str) -> bool:
    """Copy a file that still holds what its name says; False for one that does not, or cannot be read."""
    try:
        data = source.read_bytes()
    except OSError:
        return False
    if hashlib.sha256(data).hexdigest() != sha256:
        return False
    _write(data, target)
    return True


def _write(data: bytes, target: Path) -> None:
    """Whole or not at all, and on the disk when this returns. Raises Trouble."""
    try:
        put_whole(target, data)
    except OSError as error:
        raise sort_os_error(error, target.parent) from error


def _sha256(path: Path) -> str:
    """The SHA-256 of a file; empty when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
