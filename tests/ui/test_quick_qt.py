"""What PySide6 compiles at every start is compiled once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench import village
from ui.quick_qt import KeptCode

ROOT = Path(__file__).resolve().parents[2]

START = """
import builtins
usual, compiled = builtins.compile, []
def counting(source, filename, *rest, **named):
    compiled.append(str(filename))
    return usual(source, filename, *rest, **named)
builtins.compile = counting
importing = builtins.__import__
from ui.quick_qt import load_qt
load_qt()
assert builtins.compile is counting
from PySide6.QtCore import QObject
print(sum(name.startswith("shibokensupport/") for name in compiled))
try:
    QObject().setObjectName([])
except TypeError as error:  # the words are made by the package
    print("Supported" in str(error))
import ui.main_window, PySide6.QtNetwork
import linecache
read = [name for name in linecache.cache if "/ui/" in name.replace(chr(92), "/")]
print(builtins.__import__ is importing, read)
"""


FIRST_PICTURE = """
import enum, sys
made, usual = set(), enum.EnumType._create_
def counting(cls, name, *rest, **named):
    made.add(name)
    return usual(cls, name, *rest, **named)
enum.EnumType._create_ = counting
from ui.quick_qt import load_qt
load_qt()
from PySide6.QtWidgets import QMainWindow
from musrenbang_desktop import bootstrap
from pathlib import Path
show = QMainWindow.show
def shown(window):
    paint = type(window).paintEvent
    def painted(window, event):
        if seen.count("painted") == 0:
            seen.extend(["painted", "Key" in made, "WizardOption" in made])
        paint(window, event)
        window.settled.connect(window.close)
    type(window).paintEvent = painted
    show(window)
QMainWindow.show, seen = shown, []
bootstrap.run_window(Path(sys.argv[1]))
print(seen)
"""


class Compiler:
    """Python's own, that counts."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, source: Any, filename: str, mode: str) -> Any:
        self.asked.append(filename)
        return compile(source, filename, mode)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "kept.pyc"


def value(code: Any) -> object:
    names: dict[str, object] = {}
    exec(code, names)
    return names["a"]


def test_what_was_compiled_is_not_compiled_again(place: Path) -> None:
    first, second = Compiler(), Compiler()
    kept = KeptCode(place)
    kept.standing_in_for(first)(b"a = 1", "shibokensupport/x.py", "exec")
    kept.save()

    again = KeptCode(place).standing_in_for(second)(b"a = 1", "shibokensupport/x.py", "exec")

    assert (first.asked, second.asked, value(again)) == (["shibokensupport/x.py"], [], 1)


def test_a_changed_source_is_compiled_anew(place: Path) -> None:
    kept = KeptCode(place)
    kept.standing_in_for(Compiler())(b"a = 1", "shibokensupport/x.py", "exec")
    kept.save()

    assert value(KeptCode(place).standing_in_for(Compiler())(b"a = 2", "shibokensupport/x.py", "exec")) == 2


def test_nothing_else_is_kept(place: Path) -> None:
    kept, usual = KeptCode(place), Compiler()
    for _ in range(2):
        kept.standing_in_for(usual)(b"a = 1", "elsewhere/x.py", "exec")
        kept.standing_in_for(usual)("1 + 1", "shibokensupport/x.py", "eval")
    kept.save()

    assert len(usual.asked) == 4
    assert not place.exists()


@pytest.mark.parametrize("part", [0, 3, 40])
def test_a_damaged_file_counts_as_empty(place: Path, part: int) -> None:
    kept = KeptCode(place)
    kept.standing_in_for(Compiler())(b"a = 1", "shibokensupport/x.py", "exec")
    kept.save()
    place.write_bytes(place.read_bytes()[:part])

    assert value(KeptCode(place).standing_in_for(Compiler())(b"a = 1", "shibokensupport/x.py", "exec")) == 1


def test_one_changed_byte_counts_as_damage(place: Path) -> None:
    kept = KeptCode(place)
    kept.standing_in_for(Compiler())(b"a = 12345", "shibokensupport/x.py", "exec")
    kept.save()
    place.write_bytes(place.read_bytes().replace((12345).to_bytes(4, "little"), (54321).to_bytes(4, "little")))

    assert value(KeptCode(place).standing_in_for(Compiler())(b"a = 12345", "shibokensupport/x.py", "exec")) == 12345


def test_what_another_start_has_half_written_is_left_alone(place: Path) -> None:
    others = place.with_suffix(".half")
    others.write_bytes(b"half of it")
    kept = KeptCode(place)
    kept.standing_in_for(Compiler())(b"a = 1", "shibokensupport/x.py", "exec")
    kept.save()

    assert sorted(place.parent.iterdir()) == [others, place]
    assert others.read_bytes() == b"half of it"


def test_a_file_that_cannot_be_put_in_place_leaves_nothing(place: Path) -> None:
    place.mkdir()
    kept = KeptCode(place)
    kept.standing_in_for(Compiler())(b"a = 1", "shibokensupport/x.py", "exec")
    kept.save()

    assert list(place.parent.iterdir()) == [place]


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    kept = KeptCode(tmp_path / "none" / "kept.pyc")
    kept.standing_in_for(Compiler())(b"a = 1", "shibokensupport/x.py", "exec")
    kept.save()

    assert list(tmp_path.iterdir()) == []


def test_the_second_start_of_qt_compiles_nothing(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def start() -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", START], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout.split()

    first, second = start(), start()

    assert int(first[0]) > 5
    assert second == ["0", *first[1:]]
    assert first[1:] == ["True", "True", "[]"], "an import after Qt reads no source"


def test_the_first_picture_names_nothing_of_qt(tmp_path: Path) -> None:
    """The 65 enumerations of ``QtCore.Qt`` cost 17 ms, those of every kind of widget 11 ms."""
    village.whole_forum(tmp_path / "data")
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE, str(tmp_path / "data")],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "['painted', False, False]"
