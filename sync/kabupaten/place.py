"""The data folder of the server: its database when it is SQLite, its signing key, and Django's secret."""

from __future__ import annotations

import functools
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from musrenbang_desktop.journal import keys

FOLDER_VARIABLE = "MUSRENBANG_KABUPATEN_DATA"
DATABASE_VARIABLE = "MUSRENBANG_KABUPATEN_DATABASE_URL"

DATABASE_FILE = "kabupaten.db"
_KEY_FILE = "server.kunci"
_SECRET_FILE = "halaman.kunci"  # noqa: S105 - the name of a file


def folder() -> Path | None:
    """The data folder; None while nobody has named one, as when a type checker reads the settings."""
    text = os.environ.get(FOLDER_VARIABLE, "")
    return Path(text) if text else None


def prepare(path: Path) -> None:
    """Make the folder and, on the first start, its keys."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    _once(path / _KEY_FILE, lambda: keys.new_private_key().hex())
    _once(path / _SECRET_FILE, lambda: secrets.token_urlsafe(50))


def secret(path: Path) -> str:
    """What signs the sessions of the staff pages."""
    return (path / _SECRET_FILE).read_text(encoding="ascii")


@functools.cache
def server_key(path: Path) -> bytes:
    """The private key that signs every answer, card and receipt."""
    return bytes.fromhex((path / _KEY_FILE).read_text(encoding="ascii"))


def private_key() -> bytes:
    """The signing key of the running server."""
    path = folder()
    if path is None:
        raise RuntimeError(f"{FOLDER_VARIABLE} is not set")
    return server_key(path)


def public_key() -> bytes:
    """The public half of :func:`private_key`."""
    return keys.public_key(private_key())


def _once(path: Path, make: Callable[[], str]) -> None:
    if path.exists():
        return
    half = path.with_suffix(f".{secrets.token_hex(4)}")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(make())
        file.flush()
        os.fsync(file.fileno())
    try:
        # A second process that starts at the same moment must not replace the first one's key.
        os.link(half, path)
    except FileExistsError:
        pass
    except OSError:
        half.replace(path)
    half.unlink(missing_ok=True)
