"""A small forum as far as an act needs it: open, with locked rules and scores, with an agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from musrenbang_desktop.db import replay, schema
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan

Doing = Callable[["Stage"], Iterator[None]]
"""Prepares until its ``yield``; what comes behind is the act."""


@dataclass
class Stage:
    """The services, and the ids of what is there."""

    desa: Layanan
    folder: Path
    usulan: list[str] = field(default_factory=list)
    orang: list[str] = field(default_factory=list)

    @property
    def kelompok(self) -> str:
        """The first group that scores."""
        return self.desa.prioritas.aturan().kelompok[0].id


def begin(stage: Stage) -> None:
    """A forum with four usulan and six people, of whom four are here."""
    stage.desa.forum.buka(small_forum())
    fill(stage)


def fill(stage: Stage) -> None:
    """The same into the forum that is on the desk."""
    stage.usulan = stage.desa.usulan.catat_banyak(some_usulan(4), "mencatat usulan")
    names = ("Sri", "Karto", "Ani", "Budi", "Wati", "Joko")
    stage.orang = stage.desa.peserta.undang_banyak(
        [
            PesertaBaru(nama=name, jenis_kelamin="P" if name in ("Sri", "Ani", "Wati") else "L", unsur="PKK")
            for name in names
        ]
    )
    for record in stage.orang[:4]:
        stage.desa.peserta.hadirkan(record, "08.30")


def lock(stage: Stage) -> None:
    """Rules locked, every group has scored."""
    stage.desa.prioritas.kunci(["Ibu Ketua", "Pak Imam"])
    aturan = stage.desa.prioritas.aturan()
    for kelompok in aturan.kelompok:
        rows = {record: (5 - place,) * len(aturan.kriteria) for place, record in enumerate(stage.usulan)}
        stage.desa.prioritas.isi(kelompok.id, rows)


def arrange(stage: Stage) -> None:
    """The order stands, each usulan has its output."""
    lock(stage)
    stage.desa.kesepakatan.susun()
    stage.desa.kesepakatan.tetapkan(stage.usulan[:2], "ke_kecamatan")


#: What says how something came to be, and what is no record at all: half-typed words.
_NOT_SHOWN = frozenset({"jurnal", "ubahan_lokal", "draf", "_sqlite_migrations"})


def outside(connection: Connection) -> dict[str, set[tuple[Any, ...]]]:
    """Every row of the tables that no replay makes: what an act writes there must be taken back with it."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    names = [name for (name,) in tables.fetchall() if name not in schema.PROJECTIONS and name not in _NOT_SHOWN]
    return {name: set(connection.execute(f"SELECT * FROM {name}").fetchall()) for name in names}


def rows_of(connection: Connection) -> dict[str, set[tuple[Any, ...]]]:
    """What the screens can show: without records taken off, and rows that say nothing; and all outside the journal."""
    found = {table: rows for table, rows in outside(connection).items() if rows}
    for table, rows in replay.dump(connection).items():
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        names = [column[1] for column in columns]
        empty = [_default(column) for column in columns]
        keys = {place for place, column in enumerate(columns) if column[5] or column[1] == "forum"}
        told = {
            row
            for row in rows
            if not ("ada" in names and not row[names.index("ada")])
            and any(row[place] not in (empty[place], None, "", "[]") for place in range(len(row)) if place not in keys)
        }
        if told:
            found[table] = told
    return found


def _default(column: tuple[Any, ...]) -> Any:
    text = column[4]
    if text is None:
        return None
    return text.strip("'") if text.startswith("'") else int(text)
