"""The practice room: a data folder of its own, with its own journal and its own key, from which nothing is ever sent.

A room is for practice when its folder is called ``latihan``: no mark inside that a recovery, a restored copy or an old
backup could lose. See docs/adr/0013-practice-room.md.
"""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.db.connection import Connection

FOLDER = "latihan"


def practice_folder(folder: Path) -> Path:
    """The practice room that belongs to a data folder; a practice room is its own."""
    return folder if is_practice_folder(folder) else folder / FOLDER


def is_practice_folder(folder: Path) -> bool:
    """Whether what is recorded here is practice."""
    return folder.name.casefold() == FOLDER


def is_practice(connection: Connection) -> bool:
    """Whether this database lies in a practice room; one in memory does not."""
    files = [row[2] for row in connection.execute("PRAGMA database_list") if row[1] == "main"]
    return bool(files and files[0]) and is_practice_folder(Path(files[0]).parent)
