"""Lampiran: a file that belongs to an usulan or to the forum as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.koordinat import check_koordinat

StatusLampiran = Literal["aktif", "batal"]

#: What a file can be, with its name on the screen, in the order of the choices.
JENIS_LAMPIRAN: dict[str, str] = {
    "foto": "Foto",
    "rab": "RAB",
    "tanah": "Surat tanah",
    "pengantar": "Surat pengantar",
    "proposal": "Proposal",
    "lainnya": "Lainnya",
}

#: A page of a paper that came back signed; it has its own list, so nobody chooses it there.
HALAMAN = "halaman"

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Titik:
    """A place on the map, as :mod:`musrenbang_desktop.domain.koordinat` writes it: ``Titik("-6.914744", "107.60981")``.

    Raises RuleBroken("koordinat", ...) for what is no place in Indonesia.
    """

    lintang: str
    bujur: str

    def __post_init__(self) -> None:
        check_koordinat(self.lintang, self.bujur)


@dataclass(frozen=True, slots=True, kw_only=True)
class LampiranBaru:
    """A stored file as it is recorded. ``usulan`` is empty for a file of the forum; ``ukuran`` is bytes, ``sha256``
    names the stored file. ``lintang`` and ``bujur`` are what the operator took over from the photo, or empty.
    Of a page that came back signed, ``kertas`` is the paper, ``halaman`` and ``dari`` its place in it (unknown for a
    paper of others), ``jejak`` the beginning of the trace in its foot (:mod:`musrenbang_desktop.domain.halaman`).

    Raises RuleBroken("nama", "kosong"), ("jenis", "tidak_dikenal") and those of :class:`Titik`.
    """

    usulan: str = ""
    nama: str
    jenis: str
    ukuran: int
    sha256: str
    lintang: str = ""
    bujur: str = ""
    kertas: str = ""
    halaman: int | None = None
    dari: int | None = None
    jejak: str = ""

    def __post_init__(self) -> None:
        if not self.nama.strip():
            raise RuleBroken("nama", "kosong")
        if self.jenis not in JENIS_LAMPIRAN and not (self.jenis == HALAMAN and self.kertas):
            raise RuleBroken("jenis", "tidak_dikenal")
        if self.lintang or self.bujur:
            Titik(self.lintang, self.bujur)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lampiran(LampiranBaru):
    """A recorded file. It is never deleted: one that was a mistake has status *batal*."""

    id: str
    forum: str
    status: StatusLampiran = "aktif"

    @property
    def titik(self) -> Titik | None:
        """Where it was taken, if the operator took that over."""
        return Titik(self.lintang, self.bujur) if self.lintang else None
