"""Copies on a disk that is carried away: written whole, read back, compared. The data itself is only read."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

from musrenbang_desktop.db.errors import Damaged, DiskFull, NoAccess, Trouble, sort_os_error
from musrenbang_desktop.db.whole_file import put_whole


def same_disk(one: Path, other: Path) -> bool:
    """Whether two folders lie on the same disk, so that one does not outlive the other. Raises Trouble."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError as error:
        raise _gone(error) from error


def copy_checked(source: Path, target: Path) -> bool:
    """Have the bytes of ``source`` in ``target``; True when they had to be written. What is there is read either way,
    past what the system remembers of the write where it can be asked to. Raises Trouble.
    """
    data = source.read_bytes()
    digest = hashlib.sha256(data).digest()
    try:
        if target.exists() and _digest(target) == digest:
            return False
        put_whole(target, data)
        found = _digest(target)
    except OSError as error:
        raise _gone(error) from error
    if found != digest:
        raise Damaged(
            "Salinan yang terbaca kembali dari flashdisk berbeda dari aslinya. Data di laptop ini aman. Pakai "
            "flashdisk lain."
        )
    return True


def bring_checked(source: Path, target: Path) -> None:
    """The other way: have the bytes of a file of the disk here. Raises Trouble."""
    try:
        data = source.read_bytes()
    except OSError as error:
        raise NoAccess(
            "Flashdisk tidak terbaca, atau tercabut sebelum selesai. Data di laptop ini tidak berubah. Masukkan lagi, "
            "lalu coba sekali lagi."
        ) from error
    try:
        put_whole(target, data)
    except OSError as error:
        raise sort_os_error(error, target.parent) from error


def settle() -> None:
    """Let the system write the names of the files too, where it does so late."""
    if hasattr(os, "sync"):
        os.sync()


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return hashlib.file_digest(file, "sha256").digest()


def _gone(error: OSError) -> Trouble:
    if error.errno == errno.ENOSPC:
        return DiskFull(
            "Flashdisk penuh. Data di laptop ini aman. Hapus isi flashdisk yang tidak perlu, atau pakai flashdisk lain."
        )
    return NoAccess(
        "Flashdisk tidak bisa ditulisi, atau tercabut sebelum selesai. Data di laptop ini aman. Masukkan lagi, lalu "
        "coba sekali lagi."
    )
