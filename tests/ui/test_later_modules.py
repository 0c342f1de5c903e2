"""A module that nobody asks for anything costs nothing, and whoever asks finds what it is."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType

import pytest

from ui.later_modules import MODULES, stand_in

ROOT = Path(__file__).resolve().parents[2]

START = """
import sys
from ui.quick_qt import load_qt
load_qt()
from PySide6.QtWidgets import QApplication, QLabel
def waiting():
    return sorted(name.rpartition(".")[2] for name, module in sys.modules.items()
        if name.startswith("PySide6.support.signature.") and "__getattr__" in vars(module))
print(waiting())
app = QApplication(["x", "-platform", "offscreen"])
label = QLabel("x")
print(waiting())
try:
    label.setText(5)
except TypeError as error:
    print(str(error))
print(waiting())
import PySide6.support.signature.lib.pyi_generator as made
print(made.Formatter.__name__, hasattr(made, "nothing"))
"""


def module(body: str, file: str = "x.py") -> ModuleType:
    made = ModuleType("waiting")
    exec(stand_in(body.encode(), file), vars(made))
    return made


def test_the_body_runs_once_when_something_is_asked_for() -> None:
    ran: list[int] = []
    made = module("ran.append(1)\nanswer = 42")
    made.ran = ran  # type: ignore[attr-defined]  # a name for the body
    assert not ran
    assert (made.answer, made.answer, ran) == (42, 42, [1])


def test_what_python_asks_of_any_module_does_not_run_it() -> None:
    made = module("answer = 42")
    assert not hasattr(made, "__path__")
    assert "answer" not in vars(made)


def test_a_name_that_it_has_not_is_missing() -> None:
    made = module("answer = 42")
    with pytest.raises(AttributeError, match="has no attribute 'question'"):
        _ = made.question
    assert made.answer == 42


def test_two_threads_that_ask_at_once_both_find_it() -> None:
    begun = threading.Barrier(2)
    made = module("import time\nfor _ in range(100): time.sleep(0)\nanswer = 42")
    found: list[int] = []

    def ask() -> None:
        begun.wait()
        found.append(made.answer)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [42, 42]


def test_a_window_needs_none_of_them_and_a_wrong_call_is_still_put_into_words() -> None:
    done = subprocess.run([sys.executable, "-c", START], cwd=ROOT, capture_output=True, text=True, check=True)
    before, with_window, *words, after, made = done.stdout.splitlines()
    assert before == with_window == str(sorted(file.rpartition("/")[2][:-3] for file in MODULES))
    assert "\n".join(words) == (
        "'PySide6.QtWidgets.QLabel.setText' called with wrong argument types:\n"
        "  PySide6.QtWidgets.QLabel.setText(int)\n"
        "Supported signatures:\n"
        "  PySide6.QtWidgets.QLabel.setText(arg__1: str, /)"
    )
    assert after == str(["enum_sig", "pyi_generator"])
    assert made == "Formatter False"
