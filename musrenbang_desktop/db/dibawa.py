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
    """An empty place beside the data in which a copy is put together. Raises OSError."""
    half = folder / f"{PREFIX}{HALF}"
    if half.exists():  # of a try that was cut
        shutil.rmtree(half)
    half.mkdir(parents=True)
    return half


def finish(half: Path, now: datetime) -> None:
    """All of it is there: the next start takes it. Raises OSError."""
    replace(half, half.with_name(f"{PREFIX}{now.strftime(_STAMP)}"))


def waiting(folder: Path) -> Path | None:
    """The copy that was brought last and not yet taken."""
    found = sorted(path for path in folder.glob(f"{PREFIX}[0-9]*") if path.is_dir())
    return found[-1] if found else None


def take(brought: Path, database: str) -> Path:
    """Put ``brought`` in the place of the copies here, and what was here aside; answers where that is now.

    The database is gone then, so the caller recovers from the copies. Raises OSError.
    """
    folder = brought.parent
    aside = folder / brought.name.replace(PREFIX, "sebelum-")
    aside.mkdir(exist_ok=True)
    parts = (database, f"{database}-wal", f"{database}-shm", journal_copy.FILE_NAME, KEY, FILES, backup.FOLDER)
    for part in parts:
        if (folder / part).exists() and not (aside / part).exists():
            replace(folder / part, aside / part)
    replace(brought, folder / backup.FOLDER)
    return aside


def sentence(made: datetime, aside: Path) -> str:
    """What the operator is told after it."""
    told = f"Cadangan pukul {made:%H.%M} tanggal {made:%d-%m-%Y} sudah dibuka di laptop ini; pekerjaan bisa diteruskan."
    if journal_copy.read(aside / journal_copy.FILE_NAME):
        told += f" Isi laptop ini sebelumnya disimpan di folder {aside.name}."
    return f"{told} Untuk mengirim, mintalah tiket baru dari kabupaten."
