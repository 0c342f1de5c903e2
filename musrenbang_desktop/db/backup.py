"""Copies of the database: made whole, opened and checked before they count, thinned by age."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from musrenbang_desktop.db import replay
from musrenbang_desktop.db.connection import (
    APPLICATION_ID,
    Connection,
    engine,
    open_copier,
    open_reader,
    schema_version,
)
from musrenbang_desktop.db.errors import Damaged, Trouble, sort_error, sort_os_error
from musrenbang_desktop.db.schema import SCHEMA_VERSION
from musrenbang_desktop.db.whole_file import HALF, replace

FOLDER = "cadangan"

_PATTERN = "musrenbang-%Y%m%d-%H%M%S.db"
_RECENT, _DAYS, _WEEKS = 12, 7, 4


def make(source: Path, folder: Path, now: datetime) -> Path:
    """Copy the live database ``source`` into ``folder`` and return the checked copy. Raises Trouble; a bad copy
    never takes a name.
    """
    target = folder / now.strftime(_PATTERN)
    half = target.with_suffix(HALF)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"*{HALF}"):  # by a power cut in the middle of a copy
            left.unlink()
        _copy(source, half)
        replace(half, target)
    except engine.DatabaseError as error:
        raise sort_error(error) or error from error
    except OSError as error:
        raise sort_os_error(error, folder) from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    return target


def _copy(source: Path, half: Path) -> None:
    connection = open_copier(source)
    try:
        connection.execute("VACUUM INTO ?", (str(half),))
    finally:
        connection.close()
    if not is_good(half):
        raise Damaged(
            "Cadangan yang baru dibuat tidak lolos pemeriksaan dan tidak dipakai. Cadangan lama masih ada. Tutup "
            "program lalu buka lagi: data diperiksa dan dipulihkan sendiri."
        )


def is_good(path: Path) -> bool:
    """Whether a copy is ours, of a version that this program knows, and whole: file, chain and all."""
    try:
        connection = open_reader(path)
        try:
            return _is_whole(connection)
        finally:
            connection.close()
    except (Trouble, engine.DatabaseError):
        return False


def _is_whole(connection: Connection) -> bool:
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if not ours or not 1 <= schema_version(connection) <= SCHEMA_VERSION:
        return False
    sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return bool(sound) and replay.first_break(connection) is None


def copies(folder: Path) -> list[Path]:
    """The copies in ``folder``, newest first."""
    return sorted(
        (path for path in folder.glob("musrenbang-*.db") if made_at(path)), key=lambda p: p.name, reverse=True
    )


def made_at(path: Path) -> datetime | None:
    """When a copy was made, from its name; None for a file that is not one of ours."""
    try:
        return datetime.strptime(path.name, _PATTERN).astimezone()
    except ValueError:
        return None


def thin(folder: Path, now: datetime) -> list[Path]:
    """Remove copies that are no longer needed and return them: the last 12 stay, then one a day for 7 days, one a
    week for 4.
    """
    found = copies(folder)
    kept = set(found[:_RECENT])
    for path in reversed(found):
        age = now - (made_at(path) or now)
        if age <= timedelta(days=_DAYS):
            kept.add(_newest(found, path, "%Y%m%d"))
        elif age <= timedelta(weeks=_WEEKS):
            kept.add(_newest(found, path, "%G%V"))
    gone = [path for path in found if path not in kept]
    for path in gone:
        with suppress(OSError):  # held by a virus scanner: it goes the next time
            path.unlink(missing_ok=True)
    return gone


def _newest(found: list[Path], path: Path, period: str) -> Path:
    """The newest copy of the same day or week: the first, since ``found`` begins with the newest."""
    return next(other for other in found if _period(other, period) == _period(path, period))


def _period(path: Path, period: str) -> str:
    made = made_at(path)
    return made.strftime(period) if made else ""
