"""Usulan that a village says another village proposes too, for the staff who sit with both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from musrenbang_desktop.domain.antardesa import MOST, Antardesa, bersama, sebutan_desa
from musrenbang_desktop.domain.baris import from_plain
from sync.kabupaten.models import Forum, Usulan
from sync.kabupaten.tetangga import title


@dataclass(frozen=True, slots=True)
class Bersama:
    """One note as the page shows it. ``usulan`` is the other one, if it arrived and this login serves its village;
    then ``desa`` is the village that sent it, whatever the note says. ``juga`` says whether that one notes the same.
    """

    desa: str
    judul: str
    usulan: Usulan | None
    juga: bool


def read(value: object, longest: int) -> list[list[str]]:
    """[key, village, title] of what a device notes as shared; whatever else it sends is left out."""
    notes = [note for note in from_plain(Antardesa, value) if all(isinstance(text, str) for text in note)][:MOST]
    return [[text.replace("\0", "")[:longest] for text in (one.kunci, one.desa, one.judul)] for one in bersama(notes)]


def shared(row: Usulan, forums: QuerySet[Forum]) -> list[Bersama]:
    """What the village of this usulan notes as shared; the others are looked for in ``forums``."""
    own, found = _key(row), []
    for key, desa, judul in row.antardesa:
        other = _meant(_named(key, forums.exclude(desa=row.forum.desa_id)), judul)
        also = other is not None and own in {note[0] for note in other.antardesa}
        found.append(Bersama(_village(other, desa), judul, other, also))
    return found


def _named(key: str, forums: QuerySet[Forum]) -> list[Usulan]:
    """The usulan with this key, one in each forum of the year, the latest last."""
    kode, year, number = [*key.split("/"), "", ""][:3]
    digits = number.removeprefix("U-")
    if not (year.isdecimal() and digits.isdecimal() and len(year) == 4 and len(digits) < 10):
        return []
    where = forums.filter(desa=kode, tahun_rencana=int(year))
    rows = Usulan.objects.filter(ada=True, forum__in=where, nomor=int(digits)).select_related("forum")
    return list(rows.order_by("forum__tanggal", "forum"))


def _meant(rows: Sequence[Usulan], judul: str) -> Usulan | None:
    """The one that is called so; where none is called so any more, the latest."""
    called = [row for row in rows if title(row) == judul]
    return next(reversed(called or rows), None)


def _village(row: Usulan | None, noted: str) -> str:
    if row is not None and row.forum.jenis == "kelurahan" and row.forum.nama:
        return f"Kelurahan {row.forum.nama}"
    return sebutan_desa((row.forum.nama if row is not None else "") or noted)


def _key(row: Usulan) -> str:
    """As the package names it."""
    return f"{row.forum.desa_id}/{row.forum.tahun_rencana or 0}/U-{row.nomor:03d}"
