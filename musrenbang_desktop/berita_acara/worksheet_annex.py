"""Lampiran lembar hitung: what every group gave each usulan, where the first page shows only the least and the most."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from musrenbang_desktop.berita_acara.blocks import title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.hitungan import LembarHitung
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.domain.profile import Kolom

ACROSS = 16
"""Groups beside each other on a sheet that lies across."""
_RANK, _LABEL, _NILAI = 20.0, 14.0, 18.0
_CLOSE = 1.2
"""white above and below the letters of a row, in points"""


def worksheet_annex(flow: Flow, terms: Terms) -> None:
    """Draw the groups, so many on a sheet; nothing where the worksheet itself shows them."""
    sheet = terms.isi.lembar_hitung
    if sheet is None or not sheet.kelompok:
        return
    parts = ceil(len(sheet.kelompok) / ACROSS)
    width = ceil(len(sheet.kelompok) / parts)
    for part in range(parts):
        _part(flow, terms, sheet, range(part * width, min(len(sheet.kelompok), (part + 1) * width)))


def _part(flow: Flow, terms: Terms, sheet: LembarHitung, groups: Sequence[int]) -> None:
    flow.start(rebah=True)
    title(flow, f"LAMPIRAN LEMBAR HITUNG\n{terms.wilayah}, {terms.tanggal}")
    flow.gap(4)
    names = "; ".join(f"K{n + 1} = {sheet.kelompok[n]}" for n in groups)
    flow.paragraph(f"Nilai dari tiap kelompok. {names}.", size=flow.huruf.tabel, rata="kiri", spacing=1.2)
    if any(row.angka[n] == "-" for row in sheet.rincian for n in groups):
        words = "Tanda - berarti kelompok itu tidak menilai bidang usulan ini, jadi tidak ikut dihitung."
        flow.paragraph(words, size=flow.huruf.tabel, rata="kiri", spacing=1.2)
    flow.gap(4)
    room = flow.kertas.ruang_mm(rebah=True) - _RANK - _LABEL - _NILAI
    columns = (
        Kolom("peringkat", "Peringkat", _RANK, "tengah"),
        Kolom("label", "No", _LABEL),
        *(Kolom("angka", f"K{n + 1}", room / len(groups), "kanan") for n in groups),
        Kolom("nilai", "Nilai", _NILAI, "kanan"),
    )
    table = Table(flow, columns, pad_y=_CLOSE)
    table.draw(
        [table.data([row.peringkat, row.label, *(row.angka[n] for n in groups), row.nilai]) for row in sheet.rincian]
    )
