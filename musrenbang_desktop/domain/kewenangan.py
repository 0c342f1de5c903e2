"""Kewenangan: who may do it, and with that into which plan an usulan goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.forum import JenisForum

Jalur = Literal["rkp", "du_rkp", "lain", "belum"]

#: Who may do it. ``desa`` is the own level, in a kelurahan the kelurahan itself.
KEWENANGAN: dict[str, str] = {
    "desa": "Desa sendiri",
    "kabupaten": "Kabupaten/kota",
    "provinsi": "Provinsi",
    "pusat": "Pemerintah pusat",
    "lain": "CSR atau lainnya",
}

_JALUR: dict[str, Jalur] = {
    "desa": "rkp",
    "kabupaten": "du_rkp",
    "provinsi": "du_rkp",
    "pusat": "du_rkp",
    "lain": "lain",
}
JALUR: tuple[Jalur, ...] = ("rkp", "du_rkp", "lain", "belum")

_NAMES: dict[JenisForum, dict[Jalur, str]] = {
    "desa": {"rkp": "RKP Desa", "du_rkp": "DU-RKP Desa", "lain": "Dana lain", "belum": "Belum ditentukan"},
    "kelurahan": {
        "rkp": "Kegiatan kelurahan",
        "du_rkp": "Usulan ke atas",
        "lain": "Dana lain",
        "belum": "Belum ditentukan",
    },
}


@dataclass(frozen=True, slots=True)
class Bagian:
    """What goes one way: how many usulan, what they cost together, and of how many the cost is unknown."""

    jumlah: int = 0
    biaya: int = 0
    tanpa_biaya: int = 0

    def __add__(self, other: Bagian) -> Bagian:
        return Bagian(self.jumlah + other.jumlah, self.biaya + other.biaya, self.tanpa_biaya + other.tanpa_biaya)


def jalur(kewenangan: str) -> Jalur:
    """The plan that an usulan belongs to; ``belum`` while nobody said who may do it."""
    return _JALUR.get(kewenangan, "belum")


def nama_kewenangan(kewenangan: str, jenis: JenisForum = "desa") -> str:
    """``Desa sendiri``, in a kelurahan ``Kelurahan sendiri``."""
    if kewenangan == "desa" and jenis == "kelurahan":
        return "Kelurahan sendiri"
    return KEWENANGAN.get(kewenangan, "")


def nama_jalur(arah: Jalur, jenis: JenisForum = "desa") -> str:
    """The name of the plan, as the printed forms of a desa or a kelurahan have it."""
    return _NAMES[jenis][arah]


def kewenangan_dari(arah: Jalur) -> tuple[str, ...]:
    """All kewenangan that go this way; the empty one for ``belum``."""
    return ("",) if arah == "belum" else tuple(name for name, way in _JALUR.items() if way == arah)


def pilah(usulan: Iterable[tuple[str, int | None]]) -> Mapping[Jalur, Bagian]:
    """Split (kewenangan, cost) pairs by plan. Every usulan is in exactly one part, so the parts add up to the list."""
    found = dict.fromkeys(JALUR, Bagian())
    for kewenangan, biaya in usulan:
        way = jalur(kewenangan)
        found[way] += Bagian(1, biaya or 0, int(biaya is None))
    return found
