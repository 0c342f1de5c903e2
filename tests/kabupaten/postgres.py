"""PostgreSQL for the tests: the one that MUSRENBANG_TEST_DATABASE_URL names, or one of our own; "none" means none."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests.kabupaten.running import free_port

VARIABLE = "MUSRENBANG_TEST_DATABASE_URL"


class NoPostgres(Exception):
    """``str()`` says what is missing."""


@contextmanager
def running() -> Iterator[str]:
    """The URL of a database in which others may be created. Raises NoPostgres."""
    if url := os.environ.get(VARIABLE):
        if url == "none":
            raise NoPostgres(f"{VARIABLE} says that there is none")
        yield url
        return
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[-3]))
    if not found:
        raise NoPostgres(f"no PostgreSQL: install it, or set {VARIABLE}")
    with _own(found[-1].parent) as url:
        yield url


@contextmanager
def _own(programs: Path) -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="musrenbang-pg-"))
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")
    data, port = folder / "data", free_port()

    def run(program: str, *arguments: str) -> None:
        with (folder.with_suffix(".log")).open("a") as log:
            subprocess.run(
                [*user, str(programs / program), *arguments], cwd=folder, check=True, stdout=log, stderr=log, timeout=90
            )

    try:
        run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        # fsync stays on: what is killed here is the server, and its commits are what the tests are about.
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder}"
        run("pg_ctl", "start", "-w", "-D", str(data), "-l", str(data / "log"), "-o", options)
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        if (data / "postmaster.pid").exists():
            run("pg_ctl", "stop", "-m", "immediate", "-D", str(data))
        shutil.rmtree(folder, ignore_errors=True)
        folder.with_suffix(".log").unlink(missing_ok=True)


def new_database(url: str) -> str:
    """The URL of a new, empty database beside the one of ``url``."""
    import psycopg

    name = f"musrenbang_{secrets.token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
