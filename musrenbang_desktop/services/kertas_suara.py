"""What the ballots and the blank score sheets of a forum print."""

from __future__ import annotations

from string import ascii_uppercase

from musrenbang_desktop.berita_acara.isi_suara import KelompokCetak, KertasSuara, PilihanCetak
from musrenbang_desktop.berita_acara.sisipan import risiko
from musrenbang_desktop.db.queries import suara
from musrenbang_desktop.domain.penilaian import Kelompok
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.prioritas import PrioritasService


def kertas_suara(desk: Desk, prioritas: PrioritasService) -> KertasSuara:
    """By the rules as they stand; a group of one bidang gets the usulan of that bidang only."""
    aturan = prioritas.aturan()
    choices = [
        PilihanCetak(one.nomor, one.judul, one.tempat, one.bidang, risiko(one))
        for one in sorted(prioritas.usulan(), key=lambda one: one.nomor)
    ]
    boxes = suara.kotak(desk.connection, desk.forum_id)
    return KertasSuara(
        metode=aturan.cara.metode,
        jatah=aturan.cara.jatah_suara,
        rahasia=aturan.cara.rahasia,
        kriteria=tuple((k.singkatan, k.nama, k.terkecil, k.terbesar) for k in aturan.kriteria),
        kelompok=tuple(
            KelompokCetak(
                kelompok.nama,
                huruf(number),
                boxes.get(kelompok.id, suara.Kotak()).terbit or 0,
                _pilihan(kelompok, choices),
            )
            for number, kelompok in enumerate(aturan.kelompok)
        ),
    )


def huruf(number: int) -> str:
    """The letter of a group on its ballots: A, B, ... Z, AA, AB."""
    first, last = divmod(number, len(ascii_uppercase))
    return (huruf(first - 1) if first else "") + ascii_uppercase[last]


def _pilihan(kelompok: Kelompok, choices: list[PilihanCetak]) -> tuple[PilihanCetak, ...]:
    asked = kelompok.bidang.strip().casefold()
    return tuple(one for one in choices if not asked or one.bidang.strip().casefold() == asked)
