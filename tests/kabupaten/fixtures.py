"""Fixtures around a running server: each test that uses ``server`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.kabupaten.postgres import NoPostgres, new_database, running
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village

BACKENDS = ("sqlite", "postgresql")

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL; the test is skipped, with the reason, where there is none."""
    with ExitStack() as stack:
        try:
            url = stack.enter_context(running())
        except NoPostgres as error:
            pytest.skip(str(error))
        yield url


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def database_url(backend: str, request: pytest.FixtureRequest) -> str:
    """Empty for SQLite in the data folder, else a new database."""
    return new_database(request.getfixturevalue("postgres")) if backend == "postgresql" else ""


@pytest.fixture(scope="session")
def servers() -> Iterator[dict[str, Running]]:
    """The servers that are up, one for each database, whatever the order of the tests."""
    found: dict[str, Running] = {}
    try:
        yield found
    finally:
        for each in found.values():
            each.stop()
    for each in found.values():
        assert "Traceback" not in each.log.read_text(), each.log.read_text()


@pytest.fixture
def server(
    backend: str,
    servers: dict[str, Running],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Running:
    """One server for all tests that do it no harm; each village of a test has its own code."""
    if backend not in servers:
        folder = tmp_path_factory.mktemp(f"kabupaten-{backend}")
        servers[backend] = Running(folder, database_url(backend, request)).start()
    return servers[backend]


@pytest.fixture
def own_server(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    """A server that the test may kill."""
    found = Running(tmp_path / "kabupaten", database_url(backend, request)).start()
    try:
        yield found
    finally:
        found.stop()


@pytest.fixture
def new_village(tmp_path: Path) -> Iterator[Callable[..., Village]]:
    """Makes villages, each with a folder and a code of its own."""
    with ExitStack() as stack:

        def make(folder: Path | None = None, kode: str = "", *, forum: bool = True) -> Village:
            number = next(_numbers)
            kode = kode or f"00.{number // 100:02d}.{number % 100:02d}.2001"
            return stack.enter_context(Village.opened(folder or tmp_path / f"desa-{number}", kode, forum=forum))

        yield make


@pytest.fixture
def village(new_village: Callable[..., Village]) -> Village:
    """A village with an open forum."""
    return new_village()
