"""A modal dialog that nobody expects would stop the run for ever: it fails the test at once instead.

A test that wants the answer of a dialog patches the same name itself (its patch comes later and wins), or is marked
``opens_dialogs`` and answers a real one with a timer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

WINDOW_TESTS = tuple(str(Path(__file__).parents[1] / name) for name in ("ui", "e2e"))

#: Every call of Qt that waits for a person.
MODAL_CALLS = {
    "QtWidgets.QDialog": ("exec",),
    "QtWidgets.QMenu": ("exec",),
    "QtWidgets.QMessageBox": ("about", "aboutQt", "critical", "exec", "information", "question", "warning"),
    "QtWidgets.QFileDialog": (
        "exec",
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ),
    "QtWidgets.QInputDialog": ("exec", "getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QtWidgets.QColorDialog": ("exec", "getColor"),
    "QtWidgets.QFontDialog": ("exec", "getFont"),
    "QtPrintSupport.QPrintDialog": ("exec",),
    "QtPrintSupport.QPrintPreviewDialog": ("exec",),
    "QtPrintSupport.QPageSetupDialog": ("exec",),
}


def uses_windows(request: pytest.FixtureRequest) -> bool:
    """Whether this test can meet Qt at all: so that unit tests load none of it."""
    return str(request.path).startswith(WINDOW_TESTS) or "PySide6.QtWidgets" in sys.modules


@pytest.fixture(autouse=True)
def no_unexpected_dialog(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test when a modal dialog opens that it did not ask for."""
    if not uses_windows(request) or request.node.get_closest_marker("opens_dialogs"):
        yield
        return
    from PySide6 import QtPrintSupport, QtWidgets

    modules = {"QtWidgets": QtWidgets, "QtPrintSupport": QtPrintSupport}
    opened: list[str] = []
    for path, methods in MODAL_CALLS.items():
        module, _, name = path.partition(".")
        for method in methods:
            monkeypatch.setattr(getattr(modules[module], name), method, refusal(f"{name}.{method}", opened))
    yield
    if opened:
        pytest.fail(f"a dialog opened that the test does not expect: {', '.join(opened)}", pytrace=False)


def refusal(name: str, opened: list[str]) -> Callable[..., None]:
    """What stands in for one modal call. It also notes the call, in case a broad ``except`` swallows the failure."""

    def refuse(*args: object, **kwargs: object) -> None:
        words = [text for text in (*args, *kwargs.values()) if isinstance(text, str)]
        opened.append(f"{name}({', '.join(map(repr, words))})")
        pytest.fail(f"{opened[-1]} opened unexpectedly")

    return refuse
