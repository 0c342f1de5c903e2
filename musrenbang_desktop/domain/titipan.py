"""Titipan: an usulan that came outside a forum. It waits under a ticket number until a forum takes it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.usulan import UsulanBaru, tempat_singkat

StatusTitipan = Literal["aktif", "batal"]

#: What stands in for the forum in the events of titipan: they belong to none.
TANPA_FORUM = "titipan"

#: The fields of an usulan that are asked for at the desk of the village office.
FIELDS = (
    "judul",
    "masalah",
    "dusun",
    "rt",
    "rw",
    "lokasi",
    "volume",
    "satuan",
    "perkiraan_biaya",
    "pengusul",
    "jenis_pengusul",
    "sumber_usulan",
    "keterangan",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Titipan:
    """One ticket. ``tanggal`` is the ISO day on which it came; ``usulan`` the id of what it became, ``label`` and
    ``forum_judul`` how the one who proposed it finds it again (``U-007``, ``Desa Sukamaju 2026``).
    """

    id: str
    nomor: int
    tanggal: str
    isi: UsulanBaru
    status: StatusTitipan = "aktif"
    alasan_batal: str = ""
    usulan: str = ""
    label: str = ""
    forum_judul: str = ""

    @property
    def tiket(self) -> str:
        """The number on the slip: ``T-007``."""
        return f"T-{self.nomor:03d}"

    @property
    def menunggu(self) -> bool:
        """Whether a forum can still take it in."""
        return self.status == "aktif" and not self.usulan

    @property
    def tempat(self) -> str:
        """Place in one line."""
        isi = self.isi
        return ", ".join(part for part in (tempat_singkat(isi.dusun, isi.rt, isi.rw), isi.lokasi) if part)
