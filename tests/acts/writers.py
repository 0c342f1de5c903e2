"""Which public methods of the services write: read from their source, so that a new one cannot be forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SERVICES = Path(__file__).resolve().parents[2] / "musrenbang_desktop" / "services"
_WRITES = ("write", "act", "transaction")


class Routine(NamedTuple):
    """A method of a service, or a function of a module (its file stands for the class)."""

    owner: str
    name: str


def writers() -> set[str]:
    """``UsulanService.catat`` and all others from which a write can be reached."""
    routines = dict(_routines())
    found: set[Routine] = set()
    while True:
        more = {key for key, body in routines.items() if key not in found and _reaches(key, body, found)}
        if not more:
            return {f"{owner}.{name}" for owner, name in found if owner[0].isupper() and not name.startswith("_")}
        found |= more


def _routines() -> Iterator[tuple[Routine, ast.FunctionDef]]:
    for path in sorted(SERVICES.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                yield Routine(path.stem, node.name), node
            if isinstance(node, ast.ClassDef) and node.name.endswith("Service"):
                for part in node.body:
                    if isinstance(part, ast.FunctionDef):
                        yield Routine(node.name, part.name), part


def _reaches(key: Routine, body: ast.FunctionDef, found: set[Routine]) -> bool:
    methods = {name for owner, name in found if owner[0].isupper()}
    for call in ast.walk(body):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        name, owner = call.func.attr, ast.unparse(call.func.value)
        if name in _WRITES and ("desk" in owner or "store" in owner):
            return True
        if (owner, name) in found or (owner == "self" and (key.owner, name) in found):
            return True
        if owner.startswith("self._") and owner != "self._desk" and name in methods:
            return True
    return False
