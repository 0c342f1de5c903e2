"""The first picture comes before anything heavy is loaded."""

from __future__ import annotations

import sys
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
        "_hashlib",  # OpenSSL
        "cryptography",
        "keyring",
        "python_calamine",
        "PIL",
        "sync.device",
    )
    assert sorted(set(later) & first_picture.modules) == []


#: Package -> the only modules of it that the first picture may need. What a page needs beyond them is loaded ahead,
#: a little at a time, once the window is there (ui/shell/warming.py).
NEEDED = {
    "musrenbang_desktop.services": {
        "changes",
        "desk",
        "forum",
        "layanan",
        "layanan_data",
        "layanan_forum",
        "layanan_usulan",
    },
    "musrenbang_desktop.db.queries": {"forum", "ringkasan"},
    "ui.fields": {"empty", "flow"},
    "ui.beranda": {"backup_card", "checklist", "page", "paket_card"},
}
ABSENT = (
    "musrenbang_desktop.berita_acara",
    "musrenbang_desktop.exchange",
    "musrenbang_desktop.likeness",
    "musrenbang_desktop.ranking",
    "musrenbang_desktop.reference",
    "musrenbang_desktop.domain.peserta",
    "musrenbang_desktop.domain.usulan",
    "sync",
    "ui.shell.ahead",
    "ui.shell.palette",
    "ui.shell.warming",
)
OTHERS = {"PySide6", "bench", "musrenbang_desktop", "pysqlite3", "resources", "shiboken6", "shibokensupport", "ui"}
"""Packages beside Python's own."""


def test_of_large_packages_only_what_the_picture_shows_is_loaded(first_picture: Start) -> None:
    for package, needed in NEEDED.items():
        found = {name.removeprefix(f"{package}.") for name in first_picture.modules if name.startswith(f"{package}.")}
        assert found <= needed, package
    assert [name for name in sorted(first_picture.modules) if name.startswith(ABSENT)] == []


def test_no_page_but_the_first_is_loaded(first_picture: Start) -> None:
    packages = {name.split(".")[1] for name in first_picture.modules if name.startswith("ui.") and name.count(".") > 1}
    assert packages == {"beranda", "fields", "shell"}


def test_nothing_foreign_is_loaded_but_qt_and_the_database(first_picture: Start) -> None:
    roots = {name.partition(".")[0] for name in first_picture.modules}
    foreign = roots - OTHERS - sys.stdlib_module_names
    # the system's own Python may bring a sitecustomize
    assert {name for name in foreign if not name.startswith("_")} <= {"signature_bootstrap", "sitecustomize"}


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_package_would_be_seen(name: str) -> None:
    assert Start(1.0, 1.0, frozenset({"ui.app", f"{name}.part"})).heavy == [name]


def test_a_program_without_a_window_is_no_sample(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(NoWindow, match="no window was painted"):
        start("ours", str(tmp_path / "data"))
