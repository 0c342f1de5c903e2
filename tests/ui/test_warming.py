"""What pages are made of is loaded ahead, a little at a time."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

import ui
from ui.shell import warming
from ui.shell.warming import Warming, modules

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


def test_a_module_that_cannot_be_loaded_stops_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[..., None]
) -> None:
    monkeypatch.setattr(warming, "BEGIN_MS", 0)
    monkeypatch.setattr(warming, "PAUSE_MS", 0)
    expect_log("ui.shell.warming", "not loaded ahead: ui.kirim.page")
    loaded: list[str] = []

    def load(name: str) -> None:
        loaded.append(name)
        if name == "ui.kirim.page":
            raise ImportError(name)

    above = QObject()
    one = Warming(above, load)
    assert not loaded
    with qtbot.waitSignal(one.finished):
        one.begin()
    assert loaded == list(modules())


def test_no_package_is_named_that_is_not_there() -> None:
    for package in warming.PACKAGES:
        assert pkgutil.resolve_name(package).__path__
