"""The statutory books that a Musrenbang fills: the work plan book of the village and two books of the BPD.

The eleven columns of the plan book are model D.1 of Permendagri 47/2016, the columns of the books of the BPD those of
Permendagri 110/2016, as the village programs that print them have them; nobody here has read the originals, so the
titles name no regulation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.kesepakatan import Butir
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.sebutan import DESA, Istilah
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.domain.volume import volume_satuan

Asal = Literal["pemerintah", "provinsi", "kabupaten", "swadaya"]
"""From whom the money of a plan comes: columns 4 to 7 of the plan book."""

ASAL_SUMBER: Mapping[str, Asal] = {
    "Dana Desa": "pemerintah",
    "APBN": "pemerintah",
    "Bantuan keuangan provinsi": "provinsi",
    "APBD provinsi": "provinsi",
    "Alokasi Dana Desa": "kabupaten",
    "Bagi hasil pajak dan retribusi": "kabupaten",
    "Bantuan keuangan kabupaten": "kabupaten",
    "Dana kelurahan": "kabupaten",
    "APBD kabupaten": "kabupaten",
    "Swadaya warga": "swadaya",
}
"""Source of money -> its column. What stands in none of them is told in the last column and counts in the sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRencana:
    """One line of the plan book. Whole rupiah; None is unknown, never zero."""

    nomor: int
    kegiatan: str
    lokasi: str
    pemerintah: int | None
    provinsi: int | None
    kabupaten: int | None
    swadaya: int | None
    jumlah: int | None
    pelaksana: str
    manfaat: str
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAspirasi:
    """One line of the book of aspirations: who said what on which day (ISO), and what became of it."""

    nomor: int
    tanggal: str
    pihak: str
    aspirasi: str
    tindak_lanjut: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKeputusan:
    """One line of the book of decisions of the Musrenbang."""

    nomor: int
    tanggal: str
    pokok: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class IsiBuku:
    """The lines of the three books."""

    rencana: tuple[BarisRencana, ...] = ()
    aspirasi: tuple[BarisAspirasi, ...] = ()
    keputusan: tuple[BarisKeputusan, ...] = ()


BUKU_KOSONG = IsiBuku()
Setuju = Sequence[tuple[Usulan, Butir]]
"""The agreed usulan in the order of the hall."""


def rencana(agreed: Setuju, istilah: Istilah = DESA) -> tuple[BarisRencana, ...]:
    """Every agreed usulan as a line of the plan book, in the words of the place."""
    return tuple(_plan(number, usulan, butir, istilah) for number, (usulan, butir) in enumerate(agreed, 1))


def _plan(number: int, usulan: Usulan, butir: Butir, istilah: Istilah) -> BarisRencana:
    sums = _by_origin(usulan)
    known = [amount for amount in sums.values() if amount is not None]
    others = [one for one in usulan.sumber_dana if one.sumber not in ASAL_SUMBER]
    notes = [usulan.label, istilah.dalam(KELUARAN[butir.keluaran])]
    notes += [f"{one.sumber} {format_rupiah(one.jumlah)}" if one.jumlah else one.sumber for one in others]
    known += [one.jumlah for one in others if one.jumlah is not None]
    return BarisRencana(
        nomor=number,
        kegiatan=f"{usulan.judul} {volume_satuan(usulan.volume, usulan.satuan)}".strip(),
        lokasi=usulan.tempat,
        pemerintah=sums.get("pemerintah"),
        provinsi=sums.get("provinsi"),
        kabupaten=sums.get("kabupaten"),
        swadaya=sums.get("swadaya"),
        jumlah=sum(known) if usulan.perkiraan_biaya is None and known else usulan.perkiraan_biaya,
        pelaksana=usulan.perangkat_daerah,
        manfaat=usulan.tujuan
        or (f"{usulan.penerima_manfaat:,} jiwa".replace(",", ".") if usulan.penerima_manfaat is not None else ""),
        keterangan="; ".join(notes),
    )


def _by_origin(usulan: Usulan) -> dict[Asal, int | None]:
    """The money of each column; one source alone without an amount takes the whole estimate."""
    sources = usulan.sumber_dana
    found: dict[Asal, int | None] = {}
    for one in sources:
        amount = usulan.perkiraan_biaya if one.jumlah is None and len(sources) == 1 else one.jumlah
        column = ASAL_SUMBER.get(one.sumber)
        if column is not None and amount is not None:
            found[column] = (found.get(column) or 0) + amount
    return found


KELUARAN: Mapping[str, str] = {
    "ke_kecamatan": "dibawa ke musrenbang kecamatan",
    "dana_desa": "dibiayai desa",
    "belum_disepakati": "belum disepakati",
}


def keputusan(agreed: Setuju, tanggal: str, istilah: Istilah = DESA) -> tuple[BarisKeputusan, ...]:
    """Every agreed usulan as a line of the book of decisions."""
    return tuple(
        BarisKeputusan(
            nomor=number,
            tanggal=tanggal,
            pokok=f"{usulan.judul}, {usulan.tempat}" if usulan.tempat else usulan.judul,
            keterangan=f"{usulan.label}, {istilah.dalam(KELUARAN[butir.keluaran])}",
        )
        for number, (usulan, butir) in enumerate(agreed, 1)
    )


def aspirasi(
    every: Sequence[Usulan], hasil: Mapping[str, Butir], tanggal: Mapping[str, str], istilah: Istilah = DESA
) -> tuple[BarisAspirasi, ...]:
    """Every usulan, withdrawn and merged ones too: nothing that was said is left out.

    ``tanggal`` is the day of each usulan; ``hasil`` what was decided about it.
    """
    known = {usulan.id: usulan.label for usulan in every}
    return tuple(
        BarisAspirasi(
            nomor=number,
            tanggal=tanggal.get(usulan.id, ""),
            pihak=usulan.pengusul or usulan.asal_urut,
            aspirasi=f"{usulan.judul}. Masalah: {usulan.masalah}" if usulan.masalah else usulan.judul,
            tindak_lanjut=_became(usulan, hasil.get(usulan.id), known, istilah),
        )
        for number, usulan in enumerate(every, 1)
    )


def _became(usulan: Usulan, butir: Butir | None, known: Mapping[str, str], istilah: Istilah) -> str:
    """What became of an usulan, with its number in the hall."""
    if usulan.status == "digabung":
        return f"{usulan.label}: digabung dengan {known.get(usulan.gabung_ke, 'usulan lain')}"
    if usulan.status == "batal":
        return f"{usulan.label}: ditarik, {usulan.alasan_batal}" if usulan.alasan_batal else f"{usulan.label}: ditarik"
    if butir is None or not butir.keluaran:
        return f"{usulan.label}: menunggu kesepakatan"
    reason = f", {butir.alasan}" if butir.keluaran == "belum_disepakati" and butir.alasan else ""
    return f"{usulan.label}: {istilah.dalam(KELUARAN[butir.keluaran])}{reason}"
