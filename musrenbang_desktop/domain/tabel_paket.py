"""A part of a package as somebody keeps it in a spreadsheet: which row is the head, which column means what."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from musrenbang_desktop.domain.angka import desimal_text
from musrenbang_desktop.domain.bagian_paket import Bagian, Isi, Salah, baca_baris

Sel = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | None
"""A cell as CSV or Excel gives it."""

HEAD_ROWS = 20

#: How a column is called in real lists, beside its own name.
_ALIASES: Mapping[str, tuple[str, ...]] = {
    "kode": ("id", "id kamus", "kode kamus", "no", "nomor", "kode wilayah"),
    "judul": ("nama usulan", "usulan", "kegiatan", "nama kegiatan", "pekerjaan", "uraian"),
    "kelompok": ("jenis", "jenis usulan", "kategori"),
    "harga_satuan": ("harga", "standar harga", "harga standar"),
    "volume_min": ("volume minimal", "volume terkecil", "min"),
    "volume_max": ("volume maksimal", "volume terbesar", "maks", "max"),
    "perangkat_daerah": ("opd", "skpd", "pelaksana", "dinas"),
    "keterangan": ("spesifikasi", "catatan"),
    "kode_wilayah": ("kode desa", "wilayah"),
    "jumlah": ("pagu", "nilai"),
    "sumber": ("sumber dana",),
    "uraian": ("nama", "sasaran"),
    "tahap": ("kegiatan", "nama tahap"),
    "buka": ("mulai", "dibuka"),
    "tutup": ("selesai", "ditutup", "sampai"),
    "nama": ("uraian", "kriteria", "nama perangkat daerah", "nama wilayah"),
    "dokumen": ("rencana", "sumber"),
    "putusan": ("jawaban", "status"),
    "keadaan": ("status", "putusan"),
    "desa": ("nama desa", "kelurahan"),
    "oleh": ("dijawab oleh",),
    "jangkar": ("arti nilai", "patokan"),
}


@dataclass(frozen=True, slots=True)
class Tabel:
    """What was read: typed rows in the order of the part's columns, and everything that is wrong, row by row."""

    baris: list[list[Isi]]
    salah: list[Salah]


def baca_tabel(bagian: Bagian, rows: Sequence[Sequence[Sel]], *, nomori: bool = False) -> Tabel:
    """The rows below the head. Rows are counted from 1, as a spreadsheet does; empty ones are passed over.

    With ``nomori`` a table without codes gets its running numbers as codes.
    """
    texts = [[_text(cell) for cell in row] for row in rows]
    needed = {column.nama for column in bagian.kolom if column.wajib} - ({"kode"} if nomori else set())
    best = max(enumerate(islice(texts, HEAD_ROWS)), key=lambda row: len(_columns(bagian, row[1])), default=(0, []))
    head, columns = best[0], _columns(bagian, best[1])
    missing = sorted(needed - set(columns))
    if missing:
        return Tabel([], [Salah(head + 1, missing[0], "kolom ini tidak ada di baris judul")])
    found, wrong = baca_baris(bagian, _rows(columns, texts, head + 1, nomori=nomori and "kode" not in columns))
    return Tabel(found, wrong or ([] if found else [Salah(head + 2, bagian.kolom[0].nama, "tabel ini kosong")]))


def _rows(
    columns: Mapping[str, int], texts: Sequence[Sequence[str]], first: int, *, nomori: bool
) -> Iterator[tuple[int, dict[str, str]]]:
    count = 0
    for number, row in enumerate(texts[first:], first + 1):
        if any(row):
            count += 1
            named = {name: row[place] for name, place in columns.items() if place < len(row)}
            yield number, ({"kode": str(count)} | named if nomori else named)


def _columns(bagian: Bagian, cells: Sequence[str]) -> dict[str, int]:
    """Column -> place. Its own name goes before a usual one, and a place is taken once."""
    headings = [_plain(cell) for cell in cells]
    found: dict[str, int] = {}
    for column in bagian.kolom:
        if _plain(column.nama) in headings:
            found[column.nama] = headings.index(_plain(column.nama))
    for column in bagian.kolom:
        for alias in _ALIASES.get(column.nama, ()) if column.nama not in found else ():
            place = headings.index(_plain(alias)) if _plain(alias) in headings else -1
            if place >= 0 and place not in found.values():
                found[column.nama] = place
                break
    return found


def _plain(heading: str) -> str:
    return re.sub(r"[^a-z0-9]", "", heading.casefold())


def _text(cell: Sel) -> str:
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, datetime.date):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, float):
        return desimal_text(Decimal(str(cell))) if cell >= 0 and cell == cell and cell < 1e15 else str(cell)
    return str(cell).strip()
