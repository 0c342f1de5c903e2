"""Lampiran IV: what every group of the discussion brings back, its own order and its summary."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.blocks import annex_head, annex_places, signatures, signatures_height
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.isi_risalah import BarisKelompok, HasilKelompok
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms, rupiah


def groups(flow: Flow, terms: Terms) -> None:
    """Draw Lampiran IV."""
    annex = terms.profile.lampiran["kelompok"]
    flow.start(rebah=annex.rebah)
    annex_head(flow, terms, annex)
    table = Table(flow, annex.tabel.kolom, letters=terms.profile.nomor_kolom, min_height_mm=annex.tabel.tinggi_baris_mm)
    places = annex_places(terms, annex.penanda)
    rows = [row for group in terms.isi.kelompok for row in _rows(table, group)]
    table.draw(rows or [table.notice(NIHIL)], below=4 + signatures_height(flow, terms, places))
    flow.gap(4)
    signatures(flow, terms, places)


def _rows(table: Table, group: HasilKelompok) -> list[Row]:
    """A band with its name, its order, its summary."""
    labelled = any(column.isi == "label" for column in table.columns)
    rows = [table.band(group_name(group))]
    rows += [
        table.data([group_cell(row, column.isi, labelled=labelled) for column in table.columns]) for row in group.baris
    ]
    if not group.baris:
        rows.append(table.notice(NIHIL))
    rows += [table.note(f"Rangkuman: {text}") for text in group.rangkuman]
    return rows


def group_name(group: HasilKelompok) -> str:
    """``Kelompok Sarpras (12 orang)``."""
    return f"{group.nama} ({group.keterangan})" if group.keterangan else group.nama


def group_cell(row: BarisKelompok, key: str, *, labelled: bool) -> str:
    """One cell of Lampiran IV; ``labelled`` says that the number of the hall has its own column."""
    if key == "usulan":
        return row.usulan if labelled else f"{row.usulan} ({row.label})"
    if key == "perkiraan_biaya":
        return rupiah(row.perkiraan_biaya)
    return getattr(row, key) or TIDAK_ADA
