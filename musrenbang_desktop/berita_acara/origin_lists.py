"""Daftar usulan RW: a block of pages for each RW, dusun or group, signed by who leads it; and all of them together."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.bars import heading
from musrenbang_desktop.berita_acara.blocks import Place, officials, signatures, signatures_height, signers, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.isi_daftar import BarisAsal, DaftarAsal
from musrenbang_desktop.berita_acara.sums import SHORT, Cost, total_of, unknown_note
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms, rupiah
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.profile import Kolom

_EMPTY = DaftarAsal(nama="." * 16, jenis="rw", baris=())
BLANK_ROWS = 12
"""lines of a list that is to be filled in by hand"""

_JUMLAH = (
    Kolom("nomor", "No", 12, "tengah"),
    Kolom("asal", "Asal usulan", 80),
    Kolom("usulan", "Usulan", 25, "kanan"),
    Kolom("perkiraan_biaya", "Perkiraan biaya (Rp)", 48, "kanan"),
)


def origin_lists(flow: Flow, terms: Terms) -> None:
    """Draw a list for every origin, each from a sheet of its own; an empty form while nothing was recorded."""
    for origin in terms.isi.asal or (_EMPTY,):
        _list(flow, terms, origin)


def _list(flow: Flow, terms: Terms, origin: DaftarAsal) -> None:
    shape = terms.profile.cetak["daftar_rw"]
    form = shape.tabel[""]
    flow.start(rebah=shape.rebah)
    flow.paragraph(terms.fill(shape.teks["formulir"]), size=flow.huruf.tabel, rata="kanan")
    flow.gap(4)
    title(flow, terms.fill(shape.teks["judul"], {"asal": f"{origin.nama} {origin.bagian}".rstrip()}))
    flow.gap(8)
    table = Table(flow, form.kolom, letters=terms.profile.nomor_kolom, min_height_mm=form.tinggi_baris_mm)
    rows = [table.data([_cell(row, column.isi, table) for column in table.columns]) for row in origin.baris]
    if not rows:
        rows = [_blank(table) for _ in range(BLANK_ROWS)]
    leader = terms.fill(shape.teks[f"ketua_{origin.jenis}"], {"asal": origin.nama})
    whole = origin.jenis == "desa"
    places = [Place("kanan", "", leader, officials(terms)["kepala"] if whole else Pejabat(origin.ketua))]
    table.draw(rows, below=6 + signatures_height(flow, terms, places))
    flow.gap(6)
    signatures(flow, terms, places)


def _blank(table: Table) -> Row:
    row = table.data(["" for _ in table.columns])
    row.height = max(row.height, 24.0)
    return row


def recapitulation(flow: Flow, terms: Terms) -> None:
    """Draw the list of all usulan, origin by origin with sums, then the counts."""
    shape = terms.profile.cetak["rekapitulasi"]
    flow.start(rebah=shape.rebah)
    title(flow, terms.fill(shape.teks["judul"]))
    flow.gap(8)
    form = shape.tabel[""]
    table = Table(flow, form.kolom, letters=terms.profile.nomor_kolom, min_height_mm=form.tinggi_baris_mm)
    places = signers(terms, shape.penanda)
    signed = 6 + signatures_height(flow, terms, places)
    rows = _rows(table, terms.isi.asal)
    table.draw(rows or [table.notice(NIHIL)], below=0 if rows else signed)
    costs = [Cost(row.bidang, row.biaya) for origin in terms.isi.asal for row in origin.baris]
    unknown_note(flow, costs)
    if rows:
        _counts(flow, terms, signed)
    flow.gap(6)
    signatures(flow, terms, places)


def _rows(table: Table, origins: Sequence[DaftarAsal]) -> list[Row]:
    keys = [column.isi for column in table.columns]
    rows: list[Row] = []
    number = 0
    for origin in origins:
        rows.append(table.band(origin.nama))
        for row in origin.baris:
            number += 1
            rows.append(table.data([str(number) if key == "nomor" else _cell(row, key, table) for key in keys]))
        rows += _sum(table, keys, f"Jumlah {origin.nama} ({len(origin.baris)} usulan)", origin.baris, rows[-1])
    if rows:
        known = [row for origin in origins for row in origin.baris]
        rows += _sum(table, keys, f"Jumlah seluruhnya ({len(known)} usulan)", known, rows[-1])
    return rows


def _sum(table: Table, keys: Sequence[str], label: str, rows: Sequence[BarisAsal], above: Row) -> list[Row]:
    if "perkiraan_biaya" not in keys:
        return []
    above.glued = True
    amount = total_of([Cost(row.bidang, row.biaya) for row in rows])
    return [table.total(label, {keys.index("perkiraan_biaya"): rupiah(amount)})]


def _counts(flow: Flow, terms: Terms, below: float) -> None:
    """A small table: usulan and money of every origin, with the signatures on its sheet."""
    origins = terms.isi.asal
    flow.gap(12)
    flow.need(flow.huruf.isi * 3 + flow.huruf.tabel * 12)
    heading(flow, terms.fill(terms.profile.cetak["rekapitulasi"].teks["judul_jumlah"]))
    table = Table(flow, _JUMLAH, share=min(165 / flow.kertas.ruang_mm(rebah=flow.rebah), 1.0))
    totals = [total_of([Cost(row.bidang, row.biaya) for row in origin.baris]) for origin in origins]
    rows = [
        table.data([str(number), origin.nama, str(len(origin.baris)), rupiah(amount)])
        for number, (origin, amount) in enumerate(zip(origins, totals, strict=True), 1)
    ]
    for row in rows if len(rows) <= SHORT else rows[-1:]:
        row.glued = True
    known = [amount for amount in totals if amount is not None]
    count = sum(len(origin.baris) for origin in origins)
    table.draw([*rows, table.total("Jumlah", {2: str(count), 3: rupiah(sum(known) if known else None)})], below=below)


def _cell(row: BarisAsal, key: str, table: Table) -> str:
    if key == "usulan":
        labelled = any(column.isi == "label" for column in table.columns)
        return row.usulan if labelled else f"{row.usulan} ({row.label})"
    if key in ("biaya", "perkiraan_biaya"):
        return rupiah(row.biaya)
    return getattr(row, key) or ("" if key == "peringkat" else TIDAK_ADA)
