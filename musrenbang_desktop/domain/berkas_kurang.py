"""Berkas yang belum ada: which papers an usulan is asked for, by its readiness list and its nature.

What SIPD keeps beside an usulan (RAB, surat pengantar, photos) is asked of what goes to a higher level; paper of the
land, RAB and a photo of work that is built; and whatever the readiness list speaks of, since its answer needs a proof.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, NamedTuple

from musrenbang_desktop.domain.kesiapan import Kesiapan, jawab_untuk
from musrenbang_desktop.domain.kewenangan import jalur

JenisDiminta = Literal["rab", "tanah", "pengantar", "foto"]

#: What can be asked for, in the order of the list; each is a kind of file of an usulan.
DIMINTA: dict[JenisDiminta, str] = {
    "rab": "RAB",
    "tanah": "Surat tanah",
    "pengantar": "Surat pengantar",
    "foto": "Foto lokasi",
}

#: Units in which something is built; people, groups and courses need no land.
_DIBANGUN = frozenset({"m", "m1", "m2", "m3", "m²", "m³", "km", "meter", "ha", "unit", "buah", "bh", "titik", "lokal"})

#: The answer of the readiness list that each paper proves, and how it is said.
_BUTIR: dict[JenisDiminta, str] = {"rab": "rincian_teknis", "tanah": "sertifikat", "foto": "kondisi"}
_KATA: dict[str, dict[str, str]] = {
    "rincian_teknis": {"ya": "rincian teknis sudah ada", "tidak": "rincian teknis belum dibuat"},
    "sertifikat": {"ya": "surat tanah sudah ada", "tidak": "surat tanah belum dipunyai"},
    "kondisi": {"ya": "kondisi sudah diperiksa", "tidak": "kondisi belum diperiksa"},
}

KE_ATAS = "diusulkan ke tingkat atas"
FISIK = "pekerjaan fisik"
LEWAT_SURAT = "datang lewat surat"


class UsulanDiminta(NamedTuple):
    """What of an usulan says which files it is asked for, and whom to ask."""

    id: str
    nomor: int
    judul: str
    pengusul: str = ""
    kewenangan: str = ""
    satuan: str = ""
    sumber_usulan: str = ""
    kesiapan: tuple[Kesiapan, ...] = ()

    @property
    def label(self) -> str:
        """The number read aloud in the hall: ``U-007``."""
        return f"U-{self.nomor:03d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKurang:
    """What one usulan still lacks. ``belum`` are kinds of file with the reason each is asked for, ``hilang`` names of
    recorded files that are not on this laptop. The forum itself has no usulan: only its lost files.
    """

    usulan: UsulanDiminta | None
    belum: dict[JenisDiminta, str]
    hilang: tuple[str, ...] = ()
    tanpa_jenis: int = 0
    """files of which nobody said what they are: one may be what is asked for"""

    @property
    def id(self) -> str:
        """The id of the usulan, empty for the forum."""
        return self.usulan.id if self.usulan else ""

    @property
    def berkas(self) -> str:
        """``RAB, surat tanah``: what to ask for."""
        names = [DIMINTA[jenis] if jenis == "rab" else DIMINTA[jenis].lower() for jenis in self.belum]
        lost = [f"{name} (hilang dari laptop ini)" for name in self.hilang]
        return _capital(", ".join((*names, *lost)))

    @property
    def sebab(self) -> str:
        """Why it is asked for, each reason once: ``Surat tanah sudah ada (SHM 0123); pekerjaan fisik``."""
        reasons = list(dict.fromkeys(self.belum.values()))
        if self.tanpa_jenis:
            reasons.append(f"{self.tanpa_jenis} berkas belum diberi jenis")
        return _capital("; ".join(reasons))


def diminta(usulan: UsulanDiminta, *, ke_atas: bool = False) -> dict[JenisDiminta, str]:
    """The files that an usulan is asked for, with the reason; ``ke_atas`` when the hall agreed to send it up."""
    goes_up = ke_atas or jalur(usulan.kewenangan) == "du_rkp"
    built = usulan.satuan.strip().casefold() in _DIBANGUN
    found: dict[JenisDiminta, str] = {}
    for jenis in DIMINTA:
        reason = _from_readiness(usulan, jenis) or _from_nature(usulan, jenis, goes_up=goes_up, built=built)
        if reason:
            found[jenis] = reason
    return found


def kurang(usulan: UsulanDiminta, ada: Collection[str], *, ke_atas: bool = False) -> dict[JenisDiminta, str]:
    """What is asked for and not among the kinds of file that are there (``ada``)."""
    return {jenis: why for jenis, why in diminta(usulan, ke_atas=ke_atas).items() if jenis not in ada}


def _from_readiness(usulan: UsulanDiminta, jenis: JenisDiminta) -> str:
    """What the readiness list says; nothing while nobody could answer."""
    butir = _BUTIR.get(jenis, "")
    if not butir or not usulan.kesiapan:
        return ""
    answer = jawab_untuk(usulan.kesiapan, butir)
    words = _KATA[butir].get(answer.jawab, "")
    return f"{words} ({answer.bukti})" if words and answer.bukti else words


def _from_nature(usulan: UsulanDiminta, jenis: JenisDiminta, *, goes_up: bool, built: bool) -> str:
    if jenis == "pengantar" and usulan.sumber_usulan == "surat":
        return LEWAT_SURAT
    if jenis in ("rab", "pengantar") and goes_up:
        return KE_ATAS
    return FISIK if built and jenis != "pengantar" else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
