"""Peserta: one person invited to the forum or present at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.tanggal import parse_tanggal

JenisKelamin = Literal["L", "P", ""]

StatusUndangan = Literal["", "dicetak", "diserahkan"]
"""How far a letter has come; empty while nothing was done."""

FIELDS = (
    "nama", "jenis_kelamin", "unsur", "jabatan", "usia", "dusun", "rt", "rw", "diundang", "hadir", "wakil_dari",
    "undangan", "tanggal_serah", "cara_serah", "penerima",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PesertaBaru:
    """A person as typed. ``nama`` is kept as written, titles included; nothing is title-cased.

    ``usia`` in years or None when unknown. ``hadir`` is the hour of arrival as read from the wall ("07.58"),
    empty while the person is absent. ``undangan`` is the way of the letter; ``tanggal_serah`` (ISO), ``cara_serah``
    and ``penerima`` are the proof that it was handed over.
    """

    nama: str
    jenis_kelamin: JenisKelamin = ""
    unsur: str = ""
    jabatan: str = ""
    usia: int | None = None
    dusun: str = ""
    rt: str = ""
    rw: str = ""
    diundang: bool = True
    hadir: str = ""
    wakil_dari: str = ""
    undangan: StatusUndangan = ""
    tanggal_serah: str = ""
    cara_serah: str = ""
    penerima: str = ""

    def __post_init__(self) -> None:
        if not self.nama.strip():
            raise RuleBroken("nama", "kosong")
        if self.jenis_kelamin not in ("L", "P", ""):
            raise RuleBroken("jenis_kelamin", "tidak_dikenal")
        if self.undangan not in ("", "dicetak", "diserahkan"):
            raise RuleBroken("undangan", "tidak_dikenal")
        if self.tanggal_serah:
            parse_tanggal(self.tanggal_serah)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peserta(PesertaBaru):
    """A recorded person. ``nomor`` runs within the forum, in the order of recording."""

    id: str
    forum: str
    nomor: int


@dataclass(frozen=True, slots=True)
class HitunganHadir:
    """The counts read out in the hall. ``tamu`` are those present who had no invitation."""

    diundang: int
    hadir: int
    hadir_undangan: int
    laki: int
    perempuan: int
    tanpa_jk: int
    per_unsur: dict[str, tuple[int, int]]
    """unsur -> (present, invited)"""

    @property
    def tamu(self) -> int:
        return self.hadir - self.hadir_undangan


@dataclass(frozen=True, slots=True)
class HitunganUndangan:
    """How far the letters have come. ``tepat_waktu`` were handed over at least ``hari`` days before the forum."""

    diundang: int
    belum: int
    dicetak: int
    diserahkan: int
    tepat_waktu: int
    hari: int
