"""A copy that was brought from another laptop: put beside the data whole, and taken in its place by the next start.

What was here before is set aside and stays readable by itself. A power cut at any point leaves one or the other, and
the next start goes on from there.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from musrenbang_desktop.db import backup, journal_copy
from musrenbang_desktop.db.lampiran import FOLDER as FILES
from musrenbang_desktop.db.whole_file import HALF, replace
from musrenbang_desktop.journal.keystore import FILE_NAME as KEY

PREFIX = "dibawa-"
"""Beginning of a folder that is laid out as the folder of the copies, and whole; behind it stands when it came."""

_STAMP = "%Y%m%d-%H%M%S"


def begin(folder: Path) -> Path:
    """An empty place beside the data in which a copy is put together; what was brought before it is not wanted any
    more. Raises OSError.
    """
    forget(folder)
    half = folder / f"{PREFIX}{HALF}"
    half.mkdir(parents=True)
    return half


def forget(folder: Path) -> None:
    """Remove what was brought and not taken, whole or half. Raises OSError."""
    half = folder / f"{PREFIX}{HALF}"
    for path in (half, *_whole(folder)):
        if path.exists():
            replace(path, half)  # from here on no start takes it
            shutil.rmtree(half)


def finish(half: Path, now: datetime) -> None:
    """All of it is there: the next start takes it. Raises OSError."""
    replace(half, half.with_name(f"{PREFIX}{now.strftime(_STAMP)}"))


def waiting(folder: Path) -> Path | None:
    """The copy that was brought last and not yet taken."""
    return max(_whole(folder), default=None)


def _whole(folder: Path) -> list[Path]:
    return [path for path in folder.glob(f"{PREFIX}[0-9]*") if path.is_dir()]


def set_aside(brought: Path, database: str) -> Path:
    """Put what was here aside, before ``brought`` takes its place; answers where it is now. Raises OSError."""
    folder = brought.parent
    aside = folder / brought.name.replace(PREFIX, "sebelum-")
    aside.mkdir(exist_ok=True)
    parts = (database, f"{database}-wal", f"{database}-shm", journal_copy.FILE_NAME, KEY, FILES, backup.FOLDER)
    for part in parts:
        if (folder / part).exists() and not (aside / part).exists():
            replace(folder / part, aside / part)
    return aside


def keep(brought: Path) -> None:
    """Its database has taken its place, so no start takes it again: what was brought are the copies of this folder.
    Raises OSError.
    """
    replace(brought, brought.parent / backup.FOLDER)


def sentence(made: datetime, aside: Path) -> str:
    """What the operator is told after it."""
    told = f"Cadangan pukul {made:%H.%M} tanggal {made:%d-%m-%Y} sudah dibuka di laptop ini; pekerjaan bisa diteruskan."
    if journal_copy.read(aside / journal_copy.FILE_NAME):
        told += f" Isi laptop ini sebelumnya disimpan di folder {aside.name}."
    return f"{told} Untuk mengirim, mintalah tiket pengganti dari kabupaten."
