"""Log lines that quote nothing: what a database complains about is often what a village wrote."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Of a fault only its kind and where it happened; never its words, nor those of the faults before it."""

    def formatException(self, ei: Fault) -> str:  # noqa: N802 - the name is logging's
        """Kinds and places, the first fault first."""
        lines: list[str] = []
        fault, seen = ei[1], set()
        while fault is not None and id(fault) not in seen:
            seen.add(id(fault))
            places = [
                f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(fault.__traceback__)
            ]
            lines = [f"{type(fault).__module__}.{type(fault).__name__}", *places, *lines]
            fault = fault.__cause__ or fault.__context__
        return "\n".join(lines)
