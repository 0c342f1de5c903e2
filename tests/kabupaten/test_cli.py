"""The commands of the server, each in its own process."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from sync.wire import ticket
from tests.kabupaten.running import Running


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Running:
    """A data folder on which no server runs."""
    return Running(tmp_path_factory.mktemp("kabupaten"))


def test_a_ticket_stands_alone_on_its_line(place: Running) -> None:
    done = place.run("ticket", "3326082004", "--nama", "Sukamaju")
    assert done.returncode == 0
    parsed = ticket.parse(done.stdout)
    assert str(parsed) == done.stdout.strip()
    assert "33.26.08.2004" in done.stderr


def test_the_secret_of_a_ticket_is_stored_nowhere(place: Running) -> None:
    secret = place.run("ticket", "33.26.08.2004").stdout.replace("-", "")[:12]
    for path in place.folder.rglob("*"):
        assert secret.encode() not in path.read_bytes()


def test_keys_are_readable_by_their_owner_only(place: Running) -> None:
    place.run("ticket", "33.26.08.2004")
    for name in ("server.kunci", "halaman.kunci", "kabupaten.db"):
        assert (place.folder / name).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "arguments", [["ticket", "33.26"], ["ticket"], ["apa"], [], ["petugas", "x", "--tingkat", "lurah"]]
)
def test_a_wrong_call_ends_with_2(place: Running, arguments: list[str]) -> None:
    if not arguments:
        arguments = ["--apa"]
    done = place.run(arguments[0], *arguments[1:])
    assert done.returncode == 2 and "Traceback" not in done.stderr


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://", "bukan alamat", "postgresql://nobody@127.0.0.1:1/x"])
def test_a_database_that_cannot_be_used_is_one_sentence(tmp_path: Path, url: str) -> None:
    done = Running(tmp_path / "data", url).run("ticket", "33.26.08.2004")
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and "basis data" in done.stderr.lower()


def test_a_weak_password_is_refused_in_words(place: Running) -> None:
    done = place.run("petugas", "camat", "--sandi-stdin", text="12345678\n")
    assert done.returncode == 1 and done.stderr.startswith("Sandi belum cukup kuat")


def test_a_port_in_use_is_one_sentence(place: Running) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = place.run("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1 and "sudah dipakai program lain" in done.stderr and "Traceback" not in done.stderr


def test_port_0_chooses_one_and_says_which(place: Running) -> None:
    place.port = 0
    import subprocess
    import sys

    from tests.kabupaten.running import ROOT, first_line

    process = subprocess.Popen(
        [sys.executable, "-m", "sync.kabupaten", "serve", "--data-dir", str(place.folder), "--port", "0"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        port = int(first_line(process).rsplit(":", 1)[1])
        socket.create_connection(("127.0.0.1", port), 5).close()
    finally:
        process.terminate()
        process.wait(20)
        assert process.stdout is not None
        process.stdout.close()


def test_rebuilding_says_how_many_villages(place: Running) -> None:
    place.run("ticket", "33.26.08.2009")
    done = place.run("bangun-ulang")
    assert done.returncode == 0 and "desa dibangun ulang" in done.stdout
