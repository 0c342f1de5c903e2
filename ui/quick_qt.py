"""Begins PySide6 without compiling the same sources at every start.

PySide6 carries the Python sources of its package ``shibokensupport`` inside a library. They lie in no file, so Python
keeps no compiled form of them, and compiles them each time: a fifth of all that a bare window costs. Here that form is
kept as Python keeps its own, in ``__pycache__``, and used for as long as the sources stay the same (ADR 29). Those that
no window needs wait until they are asked for something (:mod:`ui.later_modules`).
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

from ui import later_modules

PACKAGE = "shibokensupport"
_HEAD = len(MAGIC_NUMBER) + len(source_hash(b""))


def load_qt() -> None:
    """Import QtCore, and keep what had to be compiled for it.

    ``import`` stays as it was: PySide puts one in its place that reads the whole source of every module imported after
    it, to see whether ``__feature__`` and ``import *`` of Qt must be served. Nobody uses these here.
    """
    if "shiboken6" in sys.modules:
        return
    kept = KeptCode(Path(cache_from_source(str(Path(__file__).with_name(f"{PACKAGE}.py")))))
    names = vars(builtins)
    usual = {name: names[name] for name in ("compile", "__import__")}
    names["compile"] = kept.standing_in_for(usual["compile"])
    try:
        import_module("PySide6.QtCore")
    finally:
        names.update(usual)
    if not sys.dont_write_bytecode:
        kept.save()


class KeptCode:
    """The compiled modules of one package in one file, each with the hash of its source.

    Before them stands the hash of all that follows: a wrong byte in compiled code ends Python without a word.
    """

    def __init__(self, file: Path) -> None:
        """A file that is missing, damaged or of another Python counts as empty."""
        self._file = file
        self._codes: dict[str, tuple[bytes, CodeType]] = {}
        self._added = False
        with suppress(OSError, EOFError, ValueError, TypeError):
            data = file.read_bytes()
            code = memoryview(data)[_HEAD:]
            if data[:_HEAD] == MAGIC_NUMBER + source_hash(code):
                self._codes = marshal.loads(code)  # noqa: S302  # it lies where Python keeps and trusts its own

    def standing_in_for(self, usual: Callable[..., Any]) -> Callable[..., Any]:
        """``compile`` that looks here first, for modules of the package only."""

        def compile_(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
            ours = mode == "exec" and isinstance(source, bytes) and str(filename).startswith(f"{PACKAGE}/")
            if not ours or rest or named:
                return usual(source, filename, mode, *rest, **named)
            if filename in later_modules.MODULES:
                source = later_modules.stand_in(source, filename)
            fingerprint = source_hash(source)
            known, code = self._codes.get(filename, (b"", None))
            if known != fingerprint or code is None:
                code = usual(source, filename, mode)
                self._codes[filename] = fingerprint, code
                self._added = True
            return code

        return compile_

    def save(self) -> None:
        """Write the file anew when something was added; where that is not allowed, the next start compiles again."""
        if not self._added:
            return
        half = self._file.with_suffix(f".{os.getpid()}")  # another start may write at the same time
        code = marshal.dumps(self._codes)
        with suppress(OSError):
            try:
                half.write_bytes(MAGIC_NUMBER + source_hash(code) + code)
                half.replace(self._file)
            finally:
                half.unlink(missing_ok=True)
