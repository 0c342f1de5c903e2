"""Who belongs to the team of a forum, in the order of its decree."""

from __future__ import annotations

from collections.abc import Iterator

from musrenbang_desktop.domain.bentuk_cetak import JABATAN_TIM
from musrenbang_desktop.domain.forum import Forum, Pejabat

#: Letters of a place and a date of birth at most.
TERPANJANG = 80


def anggota(forum: Forum) -> Iterator[tuple[str, Pejabat]]:
    """(office, person) of everybody who was named; one person may hold two offices."""
    for office in JABATAN_TIM:
        held = getattr(forum, office)
        for person in held if isinstance(held, tuple) else (held,):
            if person.nama.strip():
                yield office, person


def nama_kunci(nama: str) -> str:
    """The name under which a birth is kept: single spaces, whatever capitals."""
    return " ".join(nama.split()).casefold()
