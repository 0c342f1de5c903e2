"""Usulan that a village says another village proposes too, for the staff who sit with both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from musrenbang_desktop.domain.antardesa import MOST, Antardesa, bersama
from musrenbang_desktop.domain.baris import from_plain
from sync.kabupaten.models import Forum, Usulan


@dataclass(frozen=True, slots=True)
class Bersama:
    """One note as the page shows it. ``usulan`` is the other one, if it arrived and this login serves its village;
    ``juga`` says whether the other village notes the same.
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
    own = _key(row)
    found = {_key(other): other for other in _others((key for key, *_ in row.antardesa), forums)}
    return [
        Bersama(
            desa, judul, other := found.get(key), other is not None and own in {note[0] for note in other.antardesa}
        )
        for key, desa, judul in row.antardesa
    ]


def _others(keys: Iterable[str], forums: QuerySet[Forum]) -> Iterable[Usulan]:
    for key in keys:
        kode, year, number = [*key.split("/"), "", ""][:3]
        digits = number.removeprefix("U-")
        if year.isdecimal() and digits.isdecimal() and len(year) == 4 and len(digits) < 10:
            where = forums.filter(desa=kode, tahun_rencana=int(year))
            rows = Usulan.objects.filter(ada=True, forum__in=where, nomor=int(digits)).select_related("forum")
            yield from rows.order_by("forum__tanggal", "forum")


def _key(row: Usulan) -> str:
    """As the package names it."""
    return f"{row.forum.desa_id}/{row.forum.tahun_rencana or 0}/U-{row.nomor:03d}"
