"""Draws the papers of a forum from one reading of it, for the background: it needs no store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.domain.profile import Profile

LEMBAR_NAMA = "daftar_hadir_nama"
"""The sheets at the door with the names of all who are invited."""


@dataclass(frozen=True, slots=True)
class Penggambar:
    """What the papers say and the key that signs those of a sealed result.

    ``kunci`` is empty while the result is not sealed, and on another laptop than the one that sealed it.
    ``bentuk`` is the text of the form profile that the kabupaten's package brings, empty for the one that ships.
    """

    isi: IsiBeritaAcara
    kunci: bytes = field(default=b"", repr=False)
    bentuk: str = field(default="", repr=False)

    def gambar(self, jenis: str, ulang: int = 0) -> bytes:
        """The bytes that are looked at, printed, saved and hashed: always the same for the same forum.

        ``ulang`` counts the reprint: its mark in the foot is the only difference.
        Raises ProfileInvalid for a form that cannot be read.
        """
        from musrenbang_desktop.berita_acara import render
        from musrenbang_desktop.berita_acara.documents import SEALED
        from musrenbang_desktop.journal import tanda_berkas

        isi = replace(self.isi, cetak_ulang=ulang) if ulang else self.isi
        data = render(jenis, isi, self.profil())
        return tanda_berkas.bubuhkan(self.kunci, data) if self.kunci and jenis in SEALED else data

    def urutan(self, jenis: str) -> tuple[str, ...]:
        """The ids of the people whose lines of this paper are typed in again, as they are drawn; nothing for others."""
        return self.isi.id_terundang if jenis == LEMBAR_NAMA else ()

    def untuk_layar(self, lebar: float, tinggi: float) -> bytes:
        """The wording of the berita acara on sheets of so many letters, without a name of anybody.

        Raises ProfileInvalid for a form that cannot be read.
        """
        from musrenbang_desktop.berita_acara.hall import draw_for_hall

        return draw_for_hall(self.isi, self.profil(), lebar, tinggi)

    def halaman_kertas(self, layar: bytes) -> tuple[tuple[int, ...], int]:
        """For each sheet that :meth:`untuk_layar` drew the page of the paper, from 1, and how many pages that has.

        Raises ProfileInvalid for a form that cannot be read.
        """
        from musrenbang_desktop.services.halaman_kertas import halaman_kertas

        return halaman_kertas(layar, self.gambar("berita_acara"))

    def profil(self) -> Profile:
        """The form profile of the papers. Raises ProfileInvalid."""
        from musrenbang_desktop.reference.profile import load, parse

        name = self.isi.forum.profil
        return parse(self.bentuk, name) if self.bentuk else load(name)
