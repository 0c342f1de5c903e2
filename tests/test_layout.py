"""The four names that we import must be ours, not those of a package that happens to bring the same name."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", ["musrenbang_desktop", "ui", "sync", "resources"])
def test_name_resolves_inside_the_repository(name: str) -> None:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None, f"{name} has no __init__.py: another package of this name would win"
    assert Path(spec.origin).resolve() == ROOT / name / "__init__.py"
