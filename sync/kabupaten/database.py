"""Which database: SQLite in the data folder, or the one that a URL names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;"
    " PRAGMA cell_size_check=ON; PRAGMA mmap_size=0"
)


class WrongUrl(ValueError):
    """A database URL that names nothing this server can use; ``str()`` is the sentence to show."""


def use_newer_sqlite() -> None:
    """Let Django find pysqlite3 under the name sqlite3: the WAL-reset fault ended with SQLite 3.51.3.

    Call it before Django is loaded.
    """
    try:
        import pysqlite3
        import pysqlite3.dbapi2
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def sqlite(path: Path | str) -> dict[str, Any]:
    """One file; every transaction begins as a writer, so that two never wait for each other in a knot."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": _PRAGMAS, "timeout": 20},
    }


def from_url(url: str) -> dict[str, Any]:
    """``postgresql://user:password@host:port/name?sslmode=require``. Raises WrongUrl."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise WrongUrl("Alamat basis data tidak bisa dibaca.") from error
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgres", "postgresql") or not name:
        raise WrongUrl("Alamat basis data harus berbentuk postgresql://pengguna@host/nama.")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(port or options.pop("port", "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
