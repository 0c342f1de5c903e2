"""Notulen: what was said and decided, in the words of the notulis; each note belongs to an item of the agenda.

A note is a *pokok* (the point of a speaker, with what was answered), a *putusan* (a decision of the hall) or a
*rangkuman* (what a group brings back from its discussion). Nothing else of a person is recorded than what is typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken

JenisNotulen = Literal["pokok", "putusan", "rangkuman"]
POKOK: JenisNotulen = "pokok"
JENIS_NOTULEN: Mapping[JenisNotulen, str] = {
    "pokok": "Pokok pembicaraan",
    "putusan": "Putusan",
    "rangkuman": "Rangkuman kelompok",
}

FIELDS = ("jenis", "acara", "giliran", "oleh", "pokok", "tanggapan", "jam")
LONGEST = 2_000
"""Letters in one text; more is a pasted document."""


def tercetak_di_hasil(jenis: str, tingkat: str) -> bool:
    """Whether the papers of the result print such a note: summaries of groups stand in Lampiran IV, decisions in the
    berita acara of a forum that is held before the Musrenbang (``tingkat`` is that of the forum).
    """
    return jenis == "rangkuman" or (jenis == "putusan" and tingkat != "utama")


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirNotulenBaru:
    """One note. ``oleh`` is who spoke as the notulis writes it, or the name of the group of a *rangkuman*.

    ``acara`` names the item of the agenda, ``giliran`` the id of the turn to speak that the note belongs to, ``jam``
    the hour on the wall (``09.41``). ``tanggapan`` is what was answered.
    Raises RuleBroken("pokok", "kosong"), ("oleh", "kosong") for a summary without its group,
    ("jenis_notulen", "tidak_dikenal"), (<text>, "terlalu_panjang").
    """

    pokok: str
    jenis: JenisNotulen = "pokok"
    acara: str = ""
    giliran: str = ""
    oleh: str = ""
    tanggapan: str = ""
    jam: str = ""

    def __post_init__(self) -> None:
        if not self.pokok.strip():
            raise RuleBroken("pokok", "kosong")
        if self.jenis not in JENIS_NOTULEN:
            raise RuleBroken("jenis_notulen", "tidak_dikenal")
        if self.jenis == "rangkuman" and not self.oleh.strip():
            raise RuleBroken("oleh", "kosong")
        for name in ("pokok", "tanggapan", "oleh"):
            if len(getattr(self, name)) > LONGEST:
                raise RuleBroken(name, "terlalu_panjang")


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirNotulen(ButirNotulenBaru):
    """A recorded note. ``nomor`` runs within the forum, in the order of recording."""

    id: str
    nomor: int

    def __post_init__(self) -> None:
        """What is recorded was checked when it was written; a newer laptop may know more kinds than this one."""
