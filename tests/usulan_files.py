"""Files of usulan as villages send them, invented: no place and no person in them exists."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl
import xlwt

Rows = Sequence[Sequence[object]]

HEAD = (
    "No",
    "Usulan",
    "Masalah",
    "Dusun",
    "RT",
    "RW",
    "Lokasi",
    "Volume",
    "Satuan",
    "Perkiraan Biaya (Rp)",
    "Pengusul",
    "Bidang",
    "Penerima Manfaat",
    "Perangkat Daerah",
    "Keterangan",
)

SIPD_HEAD = (
    "No,ID Usulan,Tanggal,Pengusul,Profil,Usulan,Masalah,Alamat,Kab,Kec,Kel,Usulan Ke,OPD Awal,OPD Akhir,Status,"
    "Catatan,Rek Mitra,Rek Kel/Desa,Rek Kec,Rek SKPD,Rek TAPD,Volume,Satuan,Anggaran,Jenis Belanja,Sub Kegiatan"
).split(",")


def row(judul: object = "Talud sungai", **fields: object) -> list[object]:
    """One row below ``HEAD``; the fields are named as in the domain, ``no`` is the number."""
    names = (
        "no",
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
        "bidang",
        "penerima_manfaat",
        "perangkat_daerah",
        "keterangan",
    )
    values = {"judul": judul, **fields}
    return [values.get(name) for name in names]


def write_xlsx(path: Path, rows: Rows, *, merged: Iterable[str] = (), sheet: str = "Usulan") -> Path:
    """An .xlsx with these rows from A1; ``merged`` are ranges such as ``A1:C1``."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for number, cells in enumerate(rows, 1):
        for column, value in enumerate(cells, 1):
            if value is not None:
                page.cell(number, column, value)
                if isinstance(value, str):
                    page.cell(number, column).data_type = "s"
    for area in merged:
        page.merge_cells(area)
    book.save(path)
    return path


def write_xls(path: Path, rows: Rows) -> Path:
    """An .xls of Excel 97 with these rows."""
    book = xlwt.Workbook()
    page = book.add_sheet("Usulan")
    for number, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if value is not None:
                page.write(number, column, value)
    book.save(str(path))
    return path


def write_csv(path: Path, rows: Rows, *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """A CSV with these rows."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(
        [["" if cell is None else cell for cell in cells] for cells in rows]
    )
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def village_list() -> list[list[object]]:
    """A list shaped as real ones: titles above, headings of bidang with their sum, sub-items, sums, signatures."""

    def item(
        no: object, judul: str | None, lokasi: str = "", volume: str = "", manfaat: str = "", biaya: object = None
    ) -> list[object]:
        return [None, None, no, judul, lokasi, volume, manfaat, biaya, "APBDes"]

    return [
        ["DAFTAR USULAN RENCANA KERJA PEMERINTAH DESA SUKAMAJU"],
        ["TAHUN 2027"],
        [],
        [
            "No",
            "Bidang/Jenis Kegiatan",
            None,
            None,
            "Lokasi",
            "Volume dan Satuan",
            "Penerima Manfaat",
            "Jumlah (Rp)",
            "Sumber",
        ],
        [None, "Bidang", "No", "Jenis Kegiatan"],
        ["a", "b", "c", "d", "e", "f", "g", "h", "i"],
        [1, "BIDANG PENYELENGGARAAN PEMERINTAHAN DESA", None, None, None, None, None, 47_400_000],
        [None, "BIDANG I", *item(1, ": Tunjangan kader desa", "Desa Sukamaju", "1 Org", "12 Org", 47_400_000)[2:]],
        item(2, "Operasional RT/RW", "Desa Sukamaju", "45 Org", "", "Rp 4.500.000 "),
        item(3, None)[:3],
        [2, "BIDANG PEMBANGUNAN DESA", None, None, None, None, None, 0],
        [None, "BIDANG II", *item(1, "Pembangunan Drainase RT 002 RW 001", "", "120 m2", "1 Paket")[2:]],
        item(2, "Pembangunan Jalan Paving", "RW 007", "569,5 m", "40 KPM", 125_000_000),
        item(None, "\u2022RT 19 Paving gang masjid"),
        item(None, "\u2022 RT.6 , RT. 8"),
        item(None, "\u2022Renovasi drainase makam"),
        [3, "PENANGGULANGAN BENCANA, KEADAAN MENDESAK DAN DARURAT LAINNYA", None, None, None, None, None, 0],
        item(1, "Pelatihan relawan", "Balai desa", "2 kali", "semua warga"),
        ["JUMLAH USULAN TAHUN ANGGARAN 2024", None, None, None, None, None, None, 176_900_000],
        [],
        [None, None, None, None, None, "Sukamaju, 15 Desember 2023"],
        [None, None, None, "Kepala Desa Sukamaju"],
        [None, None, None, "SUMARNI, S.Sos."],
        [],
        [None, None, " "],
    ]


VILLAGE_MERGED = ("A1:I1", "A2:I2", "A4:A5", "B4:D4", "E4:E5", "F4:F5", "G4:G5", "H4:H5", "I4:I5", "A19:G19")
