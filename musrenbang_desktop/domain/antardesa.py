"""What two villages propose at once: the usulan of a village nearby, and what this village says about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from musrenbang_desktop.domain.errors import RuleBroken

PUTUSAN: dict[str, str] = {"bersama": "usulan bersama antardesa", "beda": "bukan yang sama"}
MOST = 20
"""Notes on one usulan; no road passes through more villages."""
LONGEST = 1_000


class Antardesa(NamedTuple):
    """One note about an usulan of another village. ``kunci`` names it as the kabupaten's package does; its village and
    title stand here too, so that the note can be read without the package.
    """

    kunci: str
    putusan: str
    desa: str
    judul: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UsulanTetangga:
    """An usulan of another village as the package brings it: what it is and where, nobody's name. ``volume`` and
    ``satuan`` as they stand there, ``keadaan`` in the words of the public page.
    """

    kode_wilayah: str
    desa: str
    nomor: str
    tahun_rencana: int
    judul: str
    dusun: str = ""
    lokasi: str = ""
    kamus: str = ""
    volume: str = ""
    satuan: str = ""
    keadaan: str = ""

    @property
    def kunci(self) -> str:
        """Its name in the package."""
        return kunci_tetangga(self.kode_wilayah, self.tahun_rencana, self.nomor)

    @property
    def tempat(self) -> str:
        """``Gondang, tepi Kali Genteng``."""
        return ", ".join(part for part in (self.dusun, self.lokasi) if part)

    def catatan(self, putusan: str) -> Antardesa:
        """A note about it."""
        return Antardesa(self.kunci, putusan, self.desa, self.judul)


def kunci_tetangga(kode_wilayah: str, tahun_rencana: int, nomor: str) -> str:
    """How an usulan of another village is named: ``00.01.02.2004/2027/U-014``."""
    return f"{kode_wilayah}/{tahun_rencana}/{nomor}"


def tulis(note: Antardesa) -> str:
    """``Usulan bersama antardesa: Desa Sukamakmur, Irigasi Sungapan``, as it is read and printed."""
    words = PUTUSAN.get(note.putusan, note.putusan)
    return f"{words[:1].upper()}{words[1:]}: {sebutan_desa(note.desa)}, {note.judul}"


def sebutan_desa(nama: str) -> str:
    """``Desa Sukamakmur``; a name that says itself what it is stays as it stands."""
    kinds = ("desa ", "kelurahan ", "nagari ", "kampung ", "gampong ", "pekon ", "kalurahan ", "negeri ")
    return nama if nama.casefold().startswith(kinds) else f"Desa {nama}"


def bersama(notes: Iterable[Antardesa]) -> tuple[Antardesa, ...]:
    """The notes that say it is the same thing."""
    return tuple(note for note in notes if note.putusan == "bersama")


def dengan(notes: tuple[Antardesa, ...], note: Antardesa) -> tuple[Antardesa, ...]:
    """The notes with one more; what was said of the same usulan before is said anew.

    Raises RuleBroken("antardesa", "tidak_dikenal", "terlalu_panjang" or "terlalu_banyak").
    """
    if note.putusan not in PUTUSAN or not note.kunci:
        raise RuleBroken("antardesa", "tidak_dikenal")
    if any(len(text) > LONGEST for text in note):
        raise RuleBroken("antardesa", "terlalu_panjang")
    found = (*tanpa(notes, note.kunci), note)
    if len(found) > MOST:
        raise RuleBroken("antardesa", "terlalu_banyak")
    return found


def gabungan(notes: tuple[Antardesa, ...], more: tuple[Antardesa, ...]) -> tuple[Antardesa, ...]:
    """The notes of two usulan that become one, as many as fit; where they differ, the first one's word stands."""
    said = {note.kunci for note in notes}
    return (*notes, *(note for note in more if note.kunci not in said))[:MOST]


def tanpa(notes: tuple[Antardesa, ...], kunci: str) -> tuple[Antardesa, ...]:
    """The notes without that on one usulan."""
    return tuple(note for note in notes if note.kunci != kunci)
