"""The first picture comes before anything heavy is loaded (DESIGN 9)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import village
from bench.start import HEAVY, NoWindow, Start, start


@pytest.fixture(scope="module")
def first_picture(tmp_path_factory: pytest.TempPathFactory) -> Start:
    folder = tmp_path_factory.mktemp("start") / "data"
    village.whole_forum(folder)
    return start("ours", str(folder))


def test_nothing_heavy_before_the_first_picture(first_picture: Start) -> None:
    assert first_picture.heavy == []


def test_the_picture_is_ours(first_picture: Start) -> None:
    assert {"ui.main_window", "musrenbang_desktop.services.layanan"} <= first_picture.modules


def test_no_part_that_is_used_later_is_loaded(first_picture: Start) -> None:
    later = (
        "PySide6.QtPrintSupport",
        "cryptography",
        "keyring",
        "python_calamine",
        "PIL",
        "sync.device",
    )
    assert sorted(set(later) & first_picture.modules) == []


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_package_would_be_seen(name: str) -> None:
    assert Start(1.0, 1.0, frozenset({"ui.app", f"{name}.part"})).heavy == [name]


def test_a_program_without_a_window_is_no_sample(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(NoWindow, match="no window was painted"):
        start("ours", str(tmp_path / "data"))
