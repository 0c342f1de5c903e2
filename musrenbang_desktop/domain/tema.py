"""Tema and source of an usulan: whose voice it is, whom it serves, and on which way it came."""

from __future__ import annotations

from collections.abc import Iterable

from musrenbang_desktop.domain.errors import RuleBroken

#: Groups that are easily overheard (UU 8/2016, UU 13/1998, UU 40/2009): the same words for origin and beneficiary.
TEMA: dict[str, str] = {
    "perempuan": "Perempuan",
    "disabilitas": "Disabilitas",
    "anak": "Anak",
    "lansia": "Lansia",
    "pemuda": "Pemuda",
}

#: On which way an usulan came.
SUMBER_USULAN: dict[str, str] = {
    "rapat_rt": "Rapat RT/RW",
    "musdus": "Musyawarah dusun",
    "fgd": "Diskusi kelompok (FGD)",
    "survei": "Survei",
    "surat": "Surat",
    "daring": "Daring",
    "forum": "Langsung di forum",
    "titipan": "Titipan sebelum forum",
    "lain": "Lainnya",
}

#: Who proposes: one person, whose name no public page shows, or a group.
JENIS_PENGUSUL: dict[str, str] = {"kelompok": "Kelompok atau lembaga", "orang": "Perorangan"}


def check_pilihan(field: str, value: str, known: Iterable[str]) -> None:
    """Raise RuleBroken(field, "tidak_dikenal") for a word that is not one of ``known``; nothing is allowed."""
    if value and value not in known:
        raise RuleBroken(field, "tidak_dikenal")


def check_tema(field: str, words: tuple[str, ...]) -> None:
    """Raise RuleBroken(field, "tidak_dikenal") for a word that is no tema."""
    for word in words:
        check_pilihan(field, word, TEMA)


def urut_tema(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, in the usual order."""
    chosen = set(words)
    return tuple(word for word in TEMA if word in chosen)


def nama_tema(words: Iterable[str]) -> str:
    """``perempuan, anak``."""
    return ", ".join(TEMA[word].casefold() for word in urut_tema(words))
