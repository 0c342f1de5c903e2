"""The delegates of a village as a list that the kecamatan takes up as its invitations."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.exchange.listing import Daftar, Kolom

_KOLOM = (
    Kolom("No"),
    Kolom("Nama", kunci="nama"),
    Kolom("L/P", kunci="jenis_kelamin"),
    Kolom("Unsur", kunci="unsur"),
    Kolom("Jabatan", kunci="jabatan"),
    Kolom("Dusun", kunci="dusun"),
)


def daftar_delegasi(forum: Forum, delegasi: Sequence[Peserta], cadangan: Sequence[Peserta]) -> Daftar:
    """Delegates, then substitutes. At the kecamatan the unsur of a person is the village, so that it stays in sight;
    what the person stands for at home, and that somebody is a substitute, is in the office. What was practised
    says so in every line.
    """
    name = f"{'LATIHAN ' if forum.latihan else ''}Delegasi {forum.sebutan}"
    people = [(person, "") for person in delegasi] + [(person, "cadangan") for person in cadangan]
    rows = [
        (
            number,
            person.nama,
            person.jenis_kelamin,
            name,
            ", ".join(dict.fromkeys(filter(None, (person.jabatan, person.unsur, part)))),
            person.dusun,
        )
        for number, (person, part) in enumerate(people, 1)
    ]
    return Daftar(name, _KOLOM, rows)
