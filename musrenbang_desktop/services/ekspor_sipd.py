"""The queue for SIPD as lists: in the columns of SIPD, and as the reconciliation for the kecamatan."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.sipd import (
    ASAL,
    FORMULIR,
    KOLOM,
    NAMA_KEADAAN,
    BarisSipd,
    Keadaan,
    isian,
    rekap,
    waktu_pendek,
)
from musrenbang_desktop.exchange.listing import Daftar, Isi, Kolom


def urutan_sipd(forum: Forum, rows: Sequence[BarisSipd]) -> Daftar:
    """The queue in SIPD's own columns; money is a number, every other thing text."""
    kolom = tuple(Kolom(name, "rupiah" if name == "Anggaran" else "") for name in KOLOM)
    baris: list[list[Isi]] = []
    for row in rows:
        values: dict[str, Isi] = dict(isian(forum, row))
        values["Anggaran"] = row.usulan.perkiraan_biaya
        values["No"] = row.urutan
        baris.append([values[name] for name in KOLOM])
    return Daftar("Usulan urutan SIPD", kolom, baris)


def isian_formulir(forum: Forum, rows: Sequence[BarisSipd]) -> Daftar:
    """What the entry form of SIPD asks for beside the columns of its list, usulan by usulan."""
    kolom = (Kolom("No"), Kolom("Usulan"), *map(Kolom, FORMULIR))
    baris: list[list[Isi]] = []
    for row in rows:
        values = isian(forum, row)
        baris.append([row.urutan, row.usulan.judul, *(values[name] for name in FORMULIR)])
    return Daftar("Isian formulir SIPD", kolom, baris)


def arti_kolom() -> Daftar:
    """What each column and field is filled from, and what is done in SIPD itself: no cell is empty without a word."""
    kolom = (Kolom("Kolom SIPD"), Kolom("Diisi dari"), Kolom("Bila kosong"))
    rows: list[list[Isi]] = [[name, asal.dari, asal.kosong or "-"] for name, asal in ASAL.items()]
    return Daftar("Arti kolom", kolom, rows)


def rekonsiliasi(rows: Sequence[BarisSipd]) -> list[Daftar]:
    """The sums, then who waits, who was entered under which id, and what was refused: each usulan stands in one."""
    sums = rekap(rows)
    totals: list[list[Isi]] = [
        ["Sudah dimasukkan", sums.masuk],
        ["Menunggu", sums.menunggu],
        ["Ditolak SIPD", sums.ditolak],
        ["Semua usulan ke kecamatan", sums.semua],
    ]
    kinds: tuple[Keadaan, ...] = ("", "masuk", "ditolak")
    return [
        Daftar("Rekonsiliasi SIPD", (Kolom("Keadaan"), Kolom("Banyak usulan")), totals),
        *(_kind(kind, [row for row in rows if row.catatan.keadaan == kind]) for kind in kinds),
    ]


def _kind(kind: Keadaan, rows: Sequence[BarisSipd]) -> Daftar:
    kolom = (
        Kolom("Prioritas"), Kolom("No"), Kolom("Usulan"), Kolom("Alamat"), Kolom("Anggaran", "rupiah"),
        Kolom("Nomor SIPD"), Kolom("Oleh"), Kolom("Waktu"), Kolom("Alasan"),
    )  # fmt: skip
    return Daftar(_capital(NAMA_KEADAAN[kind]), kolom, [_row(row) for row in rows])


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]  # SIPD keeps its capitals


def _row(row: BarisSipd) -> list[Isi]:
    usulan, noted = row.usulan, row.catatan
    known: list[Isi] = [row.urutan, usulan.label, usulan.judul, usulan.tempat, usulan.perkiraan_biaya]
    return [*known, noted.sipd_id, noted.oleh, waktu_pendek(noted.waktu), noted.alasan]
