"""The usual unsur that ship with the program, for a desa and for a kelurahan."""

from __future__ import annotations

import tomllib
from pathlib import Path

from musrenbang_desktop.domain.unsur import TargetUnsur

FILE = Path(__file__).resolve().with_name("unsur.toml")


def usual(jenis: str) -> tuple[TargetUnsur, ...]:
    """Who is usually invited. Raises KeyError for a jenis other than desa and kelurahan."""
    return tuple(TargetUnsur(unsur, target) for unsur, target in tomllib.loads(FILE.read_text("utf-8"))[jenis])
