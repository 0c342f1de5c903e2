"""Peserta: one person invited to the forum or present at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.keterwakilan import KelompokUsia
from musrenbang_desktop.domain.tanggal import parse_tanggal

JenisKelamin = Literal["L", "P", ""]

StatusUndangan = Literal["", "dicetak", "diserahkan"]
"""How far a letter has come; empty while nothing was done."""

Disabilitas = Literal["", "ya", "tidak"]
"""Optional; empty is unknown, never *tidak*. The kind of a disability is not recorded."""

KEBUTUHAN = ("juru bahasa isyarat", "jalan landai", "pendamping", "huruf besar", "tempat duduk depan")
"""What a person may need to take part; other words may be typed, parted by commas."""

FIELDS = (
    "nama", "jenis_kelamin", "unsur", "jabatan", "usia", "dusun", "rt", "rw", "diundang", "hadir", "wakil_dari",
    "undangan", "tanggal_serah", "cara_serah", "penerima", "pulang", "kelompok_usia", "disabilitas", "kebutuhan",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PesertaBaru:
    """A person as typed. ``nama`` is kept as written, titles included; nothing is title-cased.

    ``usia`` in years or None when unknown; ``kelompok_usia`` where only that is known. ``hadir`` is the hour of arrival
    as read from the wall ("07.58"), empty while the person is absent; ``pulang`` the hour of leaving.
    ``undangan`` is the way of the letter; ``tanggal_serah`` (ISO), ``cara_serah`` and ``penerima`` are the proof that
    it was handed over.
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
    pulang: str = ""
    kelompok_usia: KelompokUsia = ""
    disabilitas: Disabilitas = ""
    kebutuhan: str = ""

    def __post_init__(self) -> None:
        if not self.nama.strip():
            raise RuleBroken("nama", "kosong")
        if self.jenis_kelamin not in ("L", "P", ""):
            raise RuleBroken("jenis_kelamin", "tidak_dikenal")
        if self.undangan not in ("", "dicetak", "diserahkan"):
            raise RuleBroken("undangan", "tidak_dikenal")
        if self.kelompok_usia not in ("", "anak", "muda", "dewasa", "lansia"):
            raise RuleBroken("kelompok_usia", "tidak_dikenal")
        if self.disabilitas not in ("", "ya", "tidak"):
            raise RuleBroken("disabilitas", "tidak_dikenal")
        if self.usia is not None and not 0 <= self.usia <= 120:
            raise RuleBroken("usia", "di_luar_batas")
        if self.tanggal_serah:
            parse_tanggal(self.tanggal_serah)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peserta(PesertaBaru):
    """A recorded person. ``nomor`` runs within the forum, in the order of recording."""

    id: str
    forum: str
    nomor: int


def terlambat(hadir: str, jam_mulai: str) -> bool:
    """Whether somebody came after the hour on the invitation; both hours have two digits, as recorded."""
    return bool(hadir and jam_mulai) and hadir > jam_mulai


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
    wakil: int = 0
    """invited people who stayed away and for whom somebody without an invitation came"""

    @property
    def tamu(self) -> int:
        return self.hadir - self.hadir_undangan

    @property
    def tiap_unsur(self) -> dict[str, tuple[int, int]]:
        """``per_unsur`` with those whose unsur is unknown under an empty name, so that it sums up to everybody."""
        rows = self.per_unsur.values()
        rest = self.hadir - sum(row[0] for row in rows), self.diundang - sum(row[1] for row in rows)
        return self.per_unsur | ({"": rest} if self.per_unsur and max(rest) > 0 else {})


@dataclass(frozen=True, slots=True)
class HitunganUndangan:
    """How far the letters have come. ``tepat_waktu`` were handed over at least ``hari`` days before the forum."""

    diundang: int
    belum: int
    dicetak: int
    diserahkan: int
    tepat_waktu: int
    hari: int

    @property
    def persen(self) -> int:
        """The share of all invited whose letter came in time, in whole percent; 0 while nobody is invited."""
        return round(100 * self.tepat_waktu / self.diundang) if self.diundang else 0
