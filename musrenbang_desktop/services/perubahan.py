"""The history of one record: who changed what, when, from what to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import jurnal as queries
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.db.queries.sipd import AKHIRAN
from musrenbang_desktop.services import kalimat
from musrenbang_desktop.services.kalimat_skor import group_name


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One field of a record at one moment. ``perangkat`` is the laptop; ``kalimat`` the act in words."""

    langkah: int
    perangkat: str
    jam: str
    kalimat: str
    isian: str
    sebelum: str
    sesudah: str
    urung: bool


def of_record(connection: Connection, record: str, forum: str) -> list[Perubahan]:
    """Every changed field of a record, newest first; of an usulan also its scores, its place in the agreement, SIPD."""
    known: dict[str, Any] = {}
    found: list[Perubahan] = []
    for event in queries.about(connection, record, forum):
        sentence = kalimat.detail(connection, event)
        for name, value in _fields(event, record):
            before = known.get(name)
            known[name] = value
            if before == value or (before is None and value in ("", [], False)):
                continue
            found.append(
                Perubahan(
                    langkah=event.langkah,
                    perangkat=event.perangkat,
                    jam=event.event.jam,
                    kalimat=sentence,
                    isian=_field_name(connection, forum, name),
                    sebelum=kalimat.field_value(connection, name, before),
                    sesudah=kalimat.field_value(connection, name, value),
                    urung=bool(event.event.urung or event.event.ulang),
                )
            )
    found.reverse()
    return found


def _field_name(connection: Connection, forum: str, name: str) -> str:
    """The word of the operators; a score is named after its group."""
    kind, _, kelompok = name.partition(" ")
    if kind == "skor" and kelompok:
        return f"skor {group_name(connection, forum, kelompok)}"
    return kalimat.field_name(name)


def _fields(event: Tercatat, record: str) -> Iterator[tuple[str, Any]]:
    """What an event says of the record: all of its own fields, or what another record holds under its id."""
    isi = event.event.isi
    if event.event.record in (record, f"{record}{AKHIRAN}"):
        yield from isi.items()
        return
    if event.event.jenis == "skor.isi" and record in isi:
        yield f"skor {event.event.record.rpartition('.')[2]}", isi[record]
    for name, value in isi.items():
        field, _, of = name.partition(":")
        if of == record:
            yield field, value
    if record in (isi.get("urutan") or ()):
        yield "urutan", isi["urutan"].index(record) + 1
