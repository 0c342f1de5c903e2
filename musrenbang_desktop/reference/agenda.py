"""The usual agendas that ship with the program, one set of rows a kind of meeting."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from musrenbang_desktop.domain.acara import Acara, jumlah_menit

FILE = Path(__file__).resolve().with_name("agenda.toml")


@dataclass(frozen=True, slots=True)
class TemplatAgenda:
    """One usual agenda. ``jenis`` is empty where desa and kelurahan hold the meeting alike."""

    id: str
    nama: str
    tingkat: str
    jenis: str
    acara: tuple[Acara, ...]

    @property
    def menit(self) -> int:
        """How long it takes, in minutes."""
        return jumlah_menit(self.acara)


def load() -> tuple[TemplatAgenda, ...]:
    """Every shipped agenda. Raises RuleBroken for a row without title or with an impossible length."""
    return tuple(_template(table) for table in tomllib.loads(FILE.read_text("utf-8"))["templat"])


def fitting(tingkat: str, jenis: str) -> tuple[TemplatAgenda, ...]:
    """The agendas in the order in which they are offered: those made for this meeting first, then all others."""
    return tuple(sorted(load(), key=lambda one: one.tingkat != tingkat or one.jenis not in ("", jenis)))


def _template(table: dict[str, Any]) -> TemplatAgenda:
    rows = tuple(Acara(judul, menit, oleh) for judul, menit, oleh in table["acara"])
    return TemplatAgenda(table["id"], table["nama"], table["tingkat"], table["jenis"], rows)
