"""The parts of a kabupaten's package as tables: their columns, and what a cell of each may hold.

The kabupaten's office writes these tables in a spreadsheet, the laptop reads them from the signed package; both check
them by these rules. A part or a column that a newer program added is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.angka import desimal_text, parse_desimal
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.rupiah import TERBESAR, parse_rupiah
from musrenbang_desktop.domain.tanggal import parse_tanggal

Jenis = Literal["teks", "rupiah", "desimal", "bulat", "tanggal", "kode_wilayah", "pilihan"]
Isi = str | int | None
"""A cell as the package holds it: text, a whole number, or None where a number is unknown."""

MOST_ROWS = 50_000
LONGEST_CELL = 1_000

_WILAYAH = re.compile(r"[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{4})?)?)?", re.ASCII)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. ``pilihan`` are the only words it takes, where ``jenis`` says so."""

    nama: str
    jenis: Jenis = "teks"
    wajib: bool = False
    pilihan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bagian:
    """One table. No two rows share the values of ``kunci``."""

    nama: str
    sebutan: str
    kolom: tuple[Kolom, ...]
    kunci: tuple[str, ...]

    @property
    def berkas(self) -> str:
        """The name of its file in the package."""
        return f"{self.nama}.json"


@dataclass(frozen=True, slots=True)
class Salah:
    """What is wrong in one cell: ``baris`` is the row as the writer counts it, ``kalimat`` the reason in words."""

    baris: int
    kolom: str
    kalimat: str

    def __str__(self) -> str:
        return f"baris {self.baris}, kolom {self.kolom}: {self.kalimat}"


_KODE = Kolom("kode", wajib=True)
TINGKAT = ("desa", "kecamatan", "kabupaten", "provinsi", "pusat")

BAGIAN: Mapping[str, Bagian] = {
    part.nama: part
    for part in (
        Bagian(
            "kamus",
            "kamus usulan",
            (
                _KODE,
                Kolom("judul", wajib=True),
                Kolom("kelompok"),
                Kolom("satuan"),
                Kolom("harga_satuan", "rupiah"),
                Kolom("volume_min", "desimal"),
                Kolom("volume_max", "desimal"),
                Kolom("bidang"),
                Kolom("perangkat_daerah"),
                Kolom("keterangan"),
            ),
            ("kode",),
        ),
        Bagian("perangkat_daerah", "perangkat daerah", (_KODE, Kolom("nama", wajib=True)), ("kode",)),
        Bagian(
            "wilayah",
            "kode wilayah",
            (Kolom("kode", "kode_wilayah", wajib=True), Kolom("nama", wajib=True)),
            ("kode",),
        ),
        Bagian(
            "kalender",
            "kalender",
            (
                Kolom("tingkat", "pilihan", wajib=True, pilihan=TINGKAT),
                Kolom("tahap", wajib=True),
                Kolom("buka", "tanggal"),
                Kolom("tutup", "tanggal", wajib=True),
            ),
            ("tingkat", "tahap"),
        ),
        Bagian(
            "kriteria",
            "kriteria",
            (
                Kolom("nama", wajib=True),
                Kolom("singkatan"),
                Kolom("bobot", "bulat", wajib=True),
                Kolom("arah", "pilihan", pilihan=("untung", "biaya")),
                Kolom("terkecil", "bulat"),
                Kolom("terbesar", "bulat"),
                Kolom("jangkar"),
            ),
            ("nama",),
        ),
        Bagian(
            "pagu",
            "pagu",
            (
                Kolom("kode_wilayah", "kode_wilayah", wajib=True),
                Kolom("sumber", wajib=True),
                Kolom("jumlah", "rupiah", wajib=True),
            ),
            ("kode_wilayah", "sumber"),
        ),
        Bagian(
            "kuota",
            "kuota usulan",
            (Kolom("kode_wilayah", "kode_wilayah", wajib=True), Kolom("jumlah", "bulat", wajib=True)),
            ("kode_wilayah",),
        ),
        Bagian(
            "jawaban",
            "jawaban tahun lalu",
            (
                Kolom("kode_wilayah", "kode_wilayah", wajib=True),
                Kolom("nomor", wajib=True),
                Kolom("judul", wajib=True),
                Kolom("putusan", wajib=True),
                Kolom("alasan"),
                Kolom("oleh"),
                Kolom("tahun_rencana", "bulat"),
            ),
            ("kode_wilayah", "nomor"),
        ),
        Bagian(
            "tetangga",
            "usulan desa tetangga",
            (
                Kolom("kode_wilayah", "kode_wilayah", wajib=True),
                Kolom("desa", wajib=True),
                Kolom("nomor", wajib=True),
                Kolom("tahun_rencana", "bulat", wajib=True),
                Kolom("judul", wajib=True),
                Kolom("dusun"),
                Kolom("lokasi"),
                Kolom("kamus"),
                Kolom("volume"),
                Kolom("satuan"),
                Kolom("keadaan"),
            ),
            ("kode_wilayah", "tahun_rencana", "nomor"),
        ),
        Bagian("cantolan", "cantolan", (_KODE, Kolom("uraian", wajib=True), Kolom("dokumen")), ("kode",)),
        Bagian(
            "alasan",
            "daftar alasan",
            (
                Kolom("untuk", "pilihan", wajib=True, pilihan=("luar_kamus", "belum_disepakati")),
                _KODE,
                Kolom("uraian", wajib=True),
            ),
            ("untuk", "kode"),
        ),
    )
}  # fmt: skip


def baca_baris(bagian: Bagian, baris: Iterable[tuple[int, Mapping[str, str]]]) -> tuple[list[list[Isi]], list[Salah]]:
    """Typed rows from the texts of a spreadsheet, and everything that is wrong in it, row by row."""
    rows: list[list[Isi]] = []
    wrong: list[Salah] = []
    seen: dict[tuple[Isi, ...], int] = {}
    for number, texts in baris:
        row: list[Isi] = []
        for column in bagian.kolom:
            try:
                row.append(_read(column, " ".join(texts.get(column.nama, "").split())))
            except ValueError as error:
                row.append(None)
                wrong.append(Salah(number, column.nama, str(error)))
        key = _key(bagian, row)
        if key in seen:
            wrong.append(Salah(number, bagian.kunci[0], f"sama dengan baris {seen[key]}"))
        seen.setdefault(key, number)
        rows.append(row)
    if len(rows) > MOST_ROWS:
        wrong.append(Salah(MOST_ROWS + 1, bagian.kolom[0].nama, f"paling banyak {MOST_ROWS} baris"))
    return rows, wrong


def periksa_isi(bagian: Bagian, kolom: Sequence[str], baris: Sequence[Sequence[Isi]]) -> list[dict[str, Isi]]:
    """The rows of a part as a package holds them, each as column -> value; a column that is absent is empty.

    Raises RuleBroken(<part>, "tidak_dikenal") with the first fault as its text.
    """
    if len(baris) > MOST_ROWS:
        raise RuleBroken(bagian.nama, "tidak_dikenal", f"paling banyak {MOST_ROWS} baris")
    rows = []
    keys = set()
    for number, cells in enumerate(baris, 1):
        if len(cells) != len(kolom):
            raise RuleBroken(bagian.nama, "tidak_dikenal", f"baris {number} tidak lengkap")
        given = dict(zip(kolom, cells, strict=True))
        row: dict[str, Isi] = {}
        for column in bagian.kolom:
            value = given.get(column.nama)
            problem = _fault(column, value)
            if problem:
                raise RuleBroken(bagian.nama, "tidak_dikenal", str(Salah(number, column.nama, problem)))
            row[column.nama] = "" if value is None and column.jenis not in ("rupiah", "bulat") else value
        key = _key(bagian, list(row.values()))
        if key in keys:
            raise RuleBroken(bagian.nama, "tidak_dikenal", f"baris {number} sudah ada sebelumnya")
        keys.add(key)
        rows.append(row)
    return rows


def _key(bagian: Bagian, row: Sequence[Isi]) -> tuple[Isi, ...]:
    places = [column.nama for column in bagian.kolom]
    cells = (row[places.index(name)] for name in bagian.kunci)
    return tuple(cell.casefold() if isinstance(cell, str) else cell for cell in cells)


def _read(column: Kolom, text: str) -> Isi:
    """The value of a spreadsheet's text; ValueError with the reason in words."""
    numeric = column.jenis in ("rupiah", "bulat")
    if not text:
        if column.wajib:
            raise ValueError("belum diisi")
        return None if numeric else ""
    value: Isi = text
    if numeric:
        value = _whole(column, text)
    elif column.jenis == "desimal":
        number = parse_desimal(text)
        if number is None:
            raise ValueError(f"{text} bukan angka")
        value = desimal_text(number)
    elif column.jenis == "tanggal":
        value = _iso(text)
    elif column.jenis == "pilihan":
        value = text.casefold()
    problem = _fault(column, value)
    if problem:
        raise ValueError(problem)
    return value


def _whole(column: Kolom, text: str) -> int:
    if column.jenis == "rupiah":
        try:
            amount = parse_rupiah(text)
        except RuleBroken:
            amount = None
        if amount is None:
            raise ValueError(f"{text} bukan jumlah rupiah yang bulat")
        return amount
    number = parse_desimal(text)
    if number is None or number != int(number):
        raise ValueError(f"{text} bukan angka bulat")
    return int(number)


def _iso(text: str) -> str:
    """``31-01-2026`` and ``31/01/2026`` as ``2026-01-31``; a day that does not exist stays as it is."""
    found = _DAY_FIRST.fullmatch(text)
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else text


def _fault(column: Kolom, value: object) -> str:
    """Why a typed value may not stand in a column; empty when it may."""
    if value is None or value == "":
        return "belum diisi" if column.wajib else ""
    if column.jenis in ("rupiah", "bulat"):
        whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= TERBESAR
        return "" if whole else "bukan angka bulat"
    if not isinstance(value, str):
        return "bukan tulisan"
    if not value.isprintable():
        return "memuat huruf yang rusak"
    if len(value) > LONGEST_CELL:
        return f"lebih panjang dari {LONGEST_CELL} huruf"
    return _fault_of_text(column, value)


def _fault_of_text(column: Kolom, value: str) -> str:
    if column.jenis == "desimal" and parse_desimal(value) is None:
        return f"{value} bukan angka"
    if column.jenis == "kode_wilayah" and not _WILAYAH.fullmatch(value):
        return f"{value} bukan kode wilayah, contohnya 33.26.08.2004"
    if column.jenis == "pilihan" and value not in column.pilihan:
        return f"{value} tidak dikenal; pilih {', '.join(column.pilihan)}"
    if column.jenis == "tanggal":
        try:
            parse_tanggal(value)
        except RuleBroken:
            return f"{value} bukan tanggal, contohnya 31-01-2026"
    return ""
