"""What is written behind ``musrenbang``: the window needs no parser, everything else goes through it."""

from __future__ import annotations

import gc
from argparse import Namespace
from pathlib import Path

import pytest

from musrenbang_desktop import bootstrap, cli, commands


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    folders: list[Path | None] = []

    def window(folder: Path | None) -> int:
        folders.append(folder)
        return 0

    monkeypatch.setattr(bootstrap, "run_window", window)
    return folders


@pytest.mark.parametrize(
    ("words", "folder"),
    [([], None), (["--data-dir", "D"], Path("D")), (["--data-dir=D"], Path("D"))],
)
def test_the_window_opens_on_the_folder_that_was_named(
    opened: list[Path | None], words: list[str], folder: Path | None
) -> None:
    assert cli.run(words) == 0
    assert opened == [folder]
    assert gc.isenabled(), "memory is tidied again when the window is closed"


@pytest.mark.parametrize("words", [["--data-dir"], ["--data-dir", "--version"], ["apa"]])
def test_a_wrong_call_opens_nothing(opened: list[Path | None], words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.run(words)
    assert (left.value.code, opened) == (2, [])


def test_a_command_is_no_window(opened: list[Path | None], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def verify(options: Namespace) -> int:
        asked.append(options.data_dir)
        return 0

    monkeypatch.setattr(commands, "BY_NAME", {"verify": verify})
    assert cli.run(["--data-dir", "D", "verify"]) == 0
    assert (asked, opened) == ([Path("D")], [])
