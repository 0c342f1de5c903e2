"""``.ci/go.py``, the door for a stranger: what it says when something is missing."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

DOOR = Path(__file__).resolve().parents[1] / ".ci" / "go.py"


@pytest.fixture
def go() -> ModuleType:
    spec = importlib.util.spec_from_file_location("go", DOOR)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("arguments", [[], ["demmo"], ["--help"]])
def test_wrong_call_shows_the_two_commands(
    go: ModuleType, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert go.main(arguments) == 2
    assert "python3 .ci/go.py demo --out demo" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux takes Qt's libraries from the system")
def test_missing_libraries_are_named_in_one_sentence(
    go: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = {"libtidakada.so.1": "libtidakada1", "libjugatidak.so.2": "libjugatidak2"}
    monkeypatch.setattr(go, "QT_LIBRARIES", {"libc.so.6": "libc6", **absent})
    assert go.main(["test"]) == 1
    said = capsys.readouterr().err
    assert said == (
        "Qt cannot start without the system libraries libtidakada.so.1 and libjugatidak.so.2: on Debian or Ubuntu run "
        "'sudo apt-get install libtidakada1 libjugatidak2', then this command again.\n"
    )


def test_old_python_is_refused(
    go: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    assert go.main(["test"]) == 1
    assert capsys.readouterr().err == "This needs Python 3.11 or newer, and this is Python 3.10.\n"


def test_screen_libraries_are_asked_for_only_where_there_is_a_screen(
    go: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert "libxcb-cursor.so.0" in go.needed_libraries("demo")
    assert "libxcb-cursor.so.0" not in go.needed_libraries("test")
    monkeypatch.delenv("DISPLAY")
    assert "libxcb-cursor.so.0" not in go.needed_libraries("demo")


def test_two_installers_share_the_lock_and_leave_out_their_own_program(go: ModuleType) -> None:
    lock = (DOOR.parents[1] / "requirements.lock").read_text(encoding="utf-8")
    halves, itself = go.parts_of_lock(lock)
    together = [*halves[0].splitlines(), *halves[1].splitlines(), *itself.splitlines()]
    assert sorted(together) == sorted(line for line in lock.splitlines() if line and not line.startswith("#"))
    assert [line for line in itself.splitlines() if "==" in line] == [
        line for line in lock.splitlines() if line.startswith("pip==")
    ]
    counts = [sum(not line.startswith(" ") for line in half.splitlines()) for half in halves]
    assert abs(counts[0] - counts[1]) <= 1
