"""Modules of PySide6 whose body runs when something of them is first asked for.

PySide6 loads all of its support package at once. Four of its modules put the signatures of Qt's functions into words,
for the text of a TypeError, for ``help()`` and for files of type hints: no window needs them, and the patterns that
they compile are a tenth of a start. Each is there from the beginning under its name, and becomes what it is when asked.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

MODULES = frozenset(
    f"shibokensupport/signature/{name}.py" for name in ("layout", "parser", "lib/enum_sig", "lib/pyi_generator")
)
"""Their files inside PySide6's library. One that a later PySide6 has no more is not waited for."""

_sources: dict[str, bytes] = {}
_turn = threading.RLock()
"""one body runs at a time; it may ask for something of another"""


def stand_in(source: bytes, file: str) -> bytes:
    """What runs in place of the ``source`` of a module until it is asked."""
    _sources[file] = source
    return f"from {__name__} import when_asked\n__getattr__ = when_asked({file!r}, globals())\n".encode()


def when_asked(file: str, names: dict[str, Any]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a module with these ``names`` (PEP 562), which runs its body in them, once."""

    def find(name: str) -> Any:
        if name.startswith("__"):  # what Python asks of any module
            raise AttributeError(name)
        with _turn:
            source = _sources.pop(file, None)
            if source is not None:
                exec(compile(source, file, "exec"), names)  # noqa: S102  # as PySide6 does at once
                if names["__getattr__"] is find:
                    del names["__getattr__"]
        if name not in names:
            raise AttributeError(f"module {names['__name__']!r} has no attribute {name!r}")
        return names[name]

    return find
