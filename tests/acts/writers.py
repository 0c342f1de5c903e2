"""Which public methods of the services write: read from their source, so that a new one cannot be forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SERVICES = Path(__file__).resolve().parents[2] / "musrenbang_desktop" / "services"
_WRITES = ("write", "act", "transaction")

Method = tuple[str, str]


def writers() -> set[str]:
    """``UsulanService.catat`` and all others from which a write can be reached."""
    methods = dict(_methods())
    found: set[Method] = set()
    while True:
        more = {key for key, body in methods.items() if key not in found and _reaches(key, body, found)}
        if not more:
            return {f"{service}.{name}" for service, name in found if not name.startswith("_")}
        found |= more


def _methods() -> Iterator[tuple[Method, ast.FunctionDef]]:
    for path in sorted(SERVICES.glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name.endswith("Service"):
                for part in node.body:
                    if isinstance(part, ast.FunctionDef):
                        yield (node.name, part.name), part


def _reaches(key: Method, body: ast.FunctionDef, found: set[Method]) -> bool:
    names = {name for _, name in found}
    for call in ast.walk(body):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        name, owner = call.func.attr, ast.unparse(call.func.value)
        if name in _WRITES and ("desk" in owner or "store" in owner):
            return True
        if owner == "self" and (key[0], name) in found:
            return True
        if owner.startswith("self._") and owner != "self._desk" and name in names:
            return True
    return False
