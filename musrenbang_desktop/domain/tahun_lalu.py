"""Usulan of earlier years: which of them still wait, and for how long."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from musrenbang_desktop.domain.usulan import UsulanBaru

#: The level whose acceptance puts an usulan into the plan of the kabupaten, so that it no longer waits.
_LAST_LEVEL = "bappeda"
_ACCEPTED = frozenset({"diterima", "diterima_perubahan"})
_FUNDED_WORDS = re.compile(r"\b(?:diterima|masuk|diakomodir|disetujui|didanai|terealisasi)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:tidak|belum|ditunda|ditolak|cadangan)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class JawabanLama:
    """The last answer: ``tingkat`` and ``putusan`` as the server says them, or only ``kata`` from a package."""

    tingkat: str = ""
    putusan: str = ""
    kata: str = ""
    alasan_kode: str = ""
    alasan: str = ""
    oleh: str = ""
    waktu: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsulanMenunggu:
    """One usulan of an earlier year that may be taken up again.

    ``kunci`` is what the new usulan keeps as ``asal_usulan``: the id of the old one, or ``2026/U-007`` where only the
    kabupaten's package knows it. ``tahun`` is the year that was planned, ``menunggu`` the years waited since the first
    time. ``jawaban`` is None while nobody answered.
    """

    kunci: str
    label: str
    tahun: int
    menunggu: int
    isi: UsulanBaru
    jawaban: JawabanLama | None = None


def didanai(putusan: Iterable[tuple[str, str]]) -> bool:
    """Whether decisions (level, word; oldest first) end with a place in the kabupaten's plan."""
    last = ""
    for tingkat, kata in putusan:
        if tingkat == _LAST_LEVEL:
            last = kata
    return last in _ACCEPTED


def kata_didanai(kata: str) -> bool:
    """The same for the free words of a package: *Masuk RKPD* is, *Belum masuk RKPD* is not."""
    return bool(_FUNDED_WORDS.search(kata)) and not _NOT_YET.search(kata)
