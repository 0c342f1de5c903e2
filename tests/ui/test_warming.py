"""What pages are made of is loaded ahead, a little at a time."""

from __future__ import annotations

import gc
import importlib.util
import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

import ui
from musrenbang_desktop.reference import profile, profile_layers
from ui.shell import warming
from ui.shell.warming import Warming, everything, load, modules

UI = Path(ui.__path__[0])


def test_every_page_is_loaded_ahead() -> None:
    pages = {
        f"ui.{file.parent.name}.{file.stem}"
        for file in UI.glob("*/*page.py")
        if file.parent.name not in ("beranda", "shell")
    }
    assert len(pages) > 15
    assert sorted(pages - set(modules())) == []


def test_the_parts_of_a_page_come_before_it() -> None:
    order = [name for name in modules() if name.startswith("ui.usulan.")]
    assert order[-1] == "ui.usulan.page" and len(order) > 10


@pytest.mark.parametrize("problem", [ImportError, PermissionError, ValueError])
def test_what_cannot_be_loaded_stops_nothing(
    problem: type[Exception], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[..., None]
) -> None:
    """A module that is missing, a form that a virus scanner holds, one that is damaged."""
    monkeypatch.setattr(warming, "BEGIN_MS", 0)
    monkeypatch.setattr(warming, "PAUSE_MS", 0)
    expect_log("ui.shell.warming", "not loaded ahead: ui.kirim.page")
    loaded: list[str] = []

    def note(name: str) -> None:
        loaded.append(name)
        if name == "ui.kirim.page":
            raise problem(name)

    above = QObject()
    one = Warming(above, note)
    assert not loaded
    with qtbot.waitSignal(one.finished):
        one.begin()
    assert loaded == list(everything())


def test_no_package_is_named_that_is_not_there() -> None:
    for package in warming.PACKAGES:
        assert pkgutil.resolve_name(package).__path__


def test_no_step_names_what_is_not_there() -> None:
    missing = [name for name in everything() if importlib.util.find_spec(name.partition(":")[0]) is None]
    assert missing == []


def test_types_of_qt_are_completed_before_the_papers_are_loaded() -> None:
    order = list(everything())
    assert order.index("PySide6.QtWidgets:QTableView") < order.index("musrenbang_desktop.berita_acara.documents")
    assert load("PySide6.QtWidgets:QTableView") is QTableView


def test_what_is_loaded_is_not_collected_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "BEGIN_MS", 0)
    monkeypatch.setattr(warming, "PAUSE_MS", 0)
    kept: list[list[int]] = []
    above = QObject()
    one = Warming(above, lambda _name: kept.append([]))
    before = gc.get_freeze_count()
    with qtbot.waitSignal(one.finished):
        one.begin()
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(kept)
    gc.unfreeze()


def test_the_shipped_forms_are_read_ahead() -> None:
    steps = [name for name in everything() if name.endswith(")")]
    profile_layers.shipped.cache_clear()
    profile.parse.cache_clear()
    for name in steps:
        load(name)
    before = profile_layers.shipped.cache_info().misses, profile.parse.cache_info().misses
    for name in profile_layers.names():
        profile.load(name)
        profile_layers.layered(profile_layers.shipped(name), name)
    assert (profile_layers.shipped.cache_info().misses, profile.parse.cache_info().misses) == before
    assert min(before) > 1
