"""Lampiran II: what the hall agreed, in its order, with sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from musrenbang_desktop.berita_acara.blocks import annex_head, annex_places, signatures, signatures_height
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.isi import BarisPrioritas
from musrenbang_desktop.berita_acara.sums import Cost, costs_by_bidang, total_of, unknown_note
from musrenbang_desktop.berita_acara.table import Table, last_glued
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms, rupiah
from musrenbang_desktop.berita_acara.worksheet import rules_note
from musrenbang_desktop.domain.kesepakatan import Keluaran
from musrenbang_desktop.domain.rkp import POLA
from musrenbang_desktop.domain.volume import volume_satuan

GROUPS: tuple[Keluaran, ...] = ("ke_kecamatan", "dana_desa")


def priorities(flow: Flow, terms: Terms) -> None:
    """Draw Lampiran II."""
    annex = terms.profile.lampiran["prioritas"]
    flow.start(rebah=annex.rebah)
    annex_head(flow, terms, annex)
    table = Table(flow, annex.tabel.kolom, letters=terms.profile.nomor_kolom, min_height_mm=annex.tabel.tinggi_baris_mm)
    places = annex_places(terms, annex.penanda)
    signed = 4 + signatures_height(flow, terms, places)
    table.draw(_rows(table, terms), below=0 if terms.isi.prioritas else signed)
    costs = [Cost(row.bidang, row.perkiraan_biaya) for row in terms.isi.prioritas]
    unknown_note(flow, costs)
    costs_by_bidang(flow, costs, below=signed)
    rules_note(flow, terms.isi.aturan)
    flow.gap(4)
    signatures(flow, terms, places)


def _rows(table: Table, terms: Terms) -> Iterator[Row]:
    """The rows, each made when it is drawn."""
    listed = terms.isi.prioritas
    if not listed:
        yield table.notice("NIHIL")
        return
    groups = [(key, [row for row in listed if row.keluaran == key]) for key in GROUPS]
    groups = [(key, members) for key, members in groups if members]
    known = [row for _, members in groups for row in members]
    parts = _parts(table, terms, groups) if len(groups) > 1 else _members(table, known)
    yield from _summed(table, f"Jumlah seluruhnya ({len(known)} usulan)", known, parts)


def _parts(table: Table, terms: Terms, groups: Sequence[tuple[Keluaran, Sequence[BarisPrioritas]]]) -> Iterator[Row]:
    """Each group under its heading, with its own sum."""
    for index, (key, members) in enumerate(groups):
        letter = chr(ord("A") + index)
        yield table.band(f"{letter}. {terms.teks(key)}")
        yield from _summed(table, f"Jumlah {letter} ({len(members)} usulan)", members, _members(table, members))


def _members(table: Table, members: Sequence[BarisPrioritas]) -> Iterator[Row]:
    cell = priority_cells([column.isi for column in table.columns])
    return (table.data(cell(member)) for member in members)


def _summed(table: Table, label: str, members: Sequence[BarisPrioritas], rows: Iterable[Row]) -> Iterator[Row]:
    """Rows and their sum, which never stands alone on a sheet; without a sum where there is no column for it."""
    keys = [column.isi for column in table.columns]
    if "perkiraan_biaya" not in keys:
        yield from rows
        return
    yield from last_glued(rows)
    costs = [Cost(member.bidang, member.perkiraan_biaya) for member in members]
    yield table.total(label, {keys.index("perkiraan_biaya"): rupiah(total_of(costs))})


def priority_cells(keys: list[str]) -> Callable[[BarisPrioritas], list[str]]:
    """How a line is written: one text a column. The number of the hall goes into the usulan without its own column."""
    labelled = "label" in keys

    def usulan(row: BarisPrioritas) -> str:
        text = row.usulan if labelled else f"{row.usulan} ({row.label})"
        if row.alasan_pindah:
            text = f"{text}\nPindah dari urutan skor: {row.alasan_pindah}"
        if row.alasan_lompat:
            text = f"{text}\nDidahulukan: {row.alasan_lompat}"
        return "\n".join((text, *row.sisipan))

    def nilai(row: BarisPrioritas) -> str:
        parts = (f"Nilai {row.nilai}" if row.nilai else "", f"Peringkat {row.peringkat}" if row.peringkat else "")
        return "\n".join(part for part in parts if part) or TIDAK_ADA

    special: dict[str, Callable[[BarisPrioritas], str]] = {
        "nomor": lambda row: str(row.nomor),
        "usulan": usulan,
        "volume": lambda row: volume_satuan(row.volume, row.satuan) or TIDAK_ADA,
        "perkiraan_biaya": lambda row: rupiah(row.perkiraan_biaya),
        "nilai": nilai,
        "pola_pelaksanaan": lambda row: POLA.get(row.pola_pelaksanaan, row.pola_pelaksanaan) or TIDAK_ADA,
    }
    special["urut"] = special["nomor"]
    plain: list[Callable[[BarisPrioritas], str]] = [special.get(key) or _plain(key) for key in keys]
    return lambda row: [write(row) for write in plain]


def _plain(key: str) -> Callable[[BarisPrioritas], str]:
    def write(row: BarisPrioritas) -> str:
        value = getattr(row, key)
        return TIDAK_ADA if value is None or value == "" else str(value)

    return write
