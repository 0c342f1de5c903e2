"""Lampiran III: what was not agreed, each with its reason."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.blocks import annex_head, annex_places, signatures, signatures_height
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.isi import BarisBelum
from musrenbang_desktop.berita_acara.sums import Cost, costs_by_bidang, total_of, unknown_note
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms, rupiah
from musrenbang_desktop.domain.volume import volume_satuan


def not_agreed(flow: Flow, terms: Terms) -> None:
    """Draw Lampiran III."""
    annex = terms.profile.lampiran["belum_disepakati"]
    flow.start(rebah=annex.rebah)
    annex_head(flow, terms, annex)
    table = Table(flow, annex.tabel.kolom, letters=terms.profile.nomor_kolom, min_height_mm=annex.tabel.tinggi_baris_mm)
    places = annex_places(terms, annex.penanda)
    signed = 4 + signatures_height(flow, terms, places)
    table.draw(_rows(table, terms), below=0 if terms.isi.belum_disepakati else signed)
    costs = [Cost(row.bidang, row.perkiraan_biaya) for row in terms.isi.belum_disepakati]
    unknown_note(flow, costs)
    costs_by_bidang(flow, costs, below=signed)
    flow.gap(4)
    signatures(flow, terms, places)


def _rows(table: Table, terms: Terms) -> list[Row]:
    listed = terms.isi.belum_disepakati
    if not listed:
        return [table.notice("NIHIL")]
    keys = [column.isi for column in table.columns]
    rows = [table.data([refused_cell(row, key, labelled="label" in keys) for key in keys]) for row in listed]
    if "perkiraan_biaya" in keys:
        rows[-1].glued = True
        costs = [Cost(row.bidang, row.perkiraan_biaya) for row in listed]
        label = f"Jumlah seluruhnya ({len(listed)} usulan)"
        rows.append(table.total(label, {keys.index("perkiraan_biaya"): rupiah(total_of(costs))}))
    return rows


def refused_cell(row: BarisBelum, key: str, *, labelled: bool) -> str:
    """One cell of Lampiran III; ``labelled`` says that the number of the hall has its own column."""
    if key == "nomor":
        return str(row.nomor)
    if key == "kegiatan":
        text = row.kegiatan if labelled else f"{row.kegiatan} ({row.label})"
        problem = (f"Masalah: {row.permasalahan}",) if row.permasalahan else ()
        return "\n".join((text, *problem, *row.sisipan))
    if key == "volume":
        return volume_satuan(row.volume, row.satuan) or TIDAK_ADA
    if key == "perkiraan_biaya":
        return rupiah(row.perkiraan_biaya)
    return getattr(row, key) or TIDAK_ADA
