"""The files beside the database: each named by what it holds, so the same file lies there once and never changes."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from musrenbang_desktop.db.backup import HALF, replace
from musrenbang_desktop.db.errors import sort_os_error

FOLDER = "lampiran"
SHOWN = "dilihat"
"""Folder of the copies that other programs show."""

Keadaan = Literal["ada", "hilang", "berubah"]


class Simpanan:
    """``<data>/lampiran/ab/cdef...``: the SHA-256 of the content is the name."""

    def __init__(self, data_folder: Path) -> None:
        self.folder = data_folder / FOLDER

    def simpan(self, data: bytes) -> str:
        """Keep ``data`` and return its SHA-256; it is on the disk when this returns. Raises Trouble."""
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.jalur(sha256)
        half = target.with_suffix(HALF)
        try:
            if _sha256(target) == sha256:
                return sha256
            target.parent.mkdir(parents=True, exist_ok=True)
            with half.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            replace(half, target)
        except OSError as error:
            raise sort_os_error(error, self.folder) from error
        return sha256

    def jalur(self, sha256: str) -> Path:
        """Where the file with this SHA-256 lies, or would lie."""
        return self.folder / sha256[:2] / sha256[2:]

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

    def ada(self, sha256: str, ukuran: int) -> bool:
        """Whether the file is there in its full length; quick, so a page may ask for every file."""
        try:
            return self.jalur(sha256).stat().st_size == ukuran
        except OSError:
            return False

    def keadaan(self, sha256: str) -> Keadaan:
        """Whether the file still holds what its name says; reads all of it."""
        found = _sha256(self.jalur(sha256))
        if not found:
            return "hilang"
        return "ada" if found == sha256 else "berubah"


def _sha256(path: Path) -> str:
    """The SHA-256 of a file; empty when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
