"""Lembar hitung: the order on a page, so that anybody can redo it with a calculator."""

from __future__ import annotations

from dataclasses import dataclass, replace

from musrenbang_desktop.berita_acara.blocks import shortened, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import PAD_Y, Row
from musrenbang_desktop.berita_acara.hitungan import LembarHitung
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.berita_acara.worksheet_annex import worksheet_annex
from musrenbang_desktop.domain.profile import Kolom

STEP = 6 * MM


@dataclass(frozen=True, slots=True)
class Fit:
    """How close the sheet is set. Widths in mm; a column of numbers is as wide as the letters of its head."""

    huruf: float
    """letters in points; 0 are those of the profile"""
    pad: float
    """white above and below the letters of a row, in points"""
    spasi: float
    rank: float = 19.0
    label: float = 14.0
    nilai: float = 19.0
    narrow: float = 11.0
    letter: float = 2.4
    rebah_dari: int = 8
    """so many columns of numbers lie across"""


WIDE = 24.0
COMFORTABLE = Fit(0, PAD_Y, 1.2)
CLOSER = (
    Fit(8.0, 1.6, 1.15, rank=16, label=12, nilai=15, narrow=9, letter=1.9, rebah_dari=10),
    Fit(7.5, 0.7, 1.1, rank=16, label=11, nilai=13, narrow=8, letter=1.7, rebah_dari=12),
)
"""Tried in this order where the sheet would take a second page; 7.5 points are the smallest that is still read."""


def worksheet(flow: Flow, terms: Terms) -> None:
    """Draw the worksheet on one page where it fits, then its annex; without a score it says so."""
    sheets, first, huruf = flow.document.sheets, len(flow.document.sheets), flow.huruf
    for fit in (COMFORTABLE, *CLOSER, COMFORTABLE):
        del sheets[first:]
        flow.huruf = replace(huruf, tabel=min(fit.huruf, huruf.tabel)) if fit.huruf else huruf
        _draw(flow, terms, fit)
        if len(sheets) == first + 1:
            break
    flow.huruf = huruf
    worksheet_annex(flow, terms)


def _draw(flow: Flow, terms: Terms, fit: Fit) -> None:
    sheet = terms.isi.lembar_hitung
    flow.start(rebah=sheet is not None and len(sheet.kolom) >= fit.rebah_dari)
    title(flow, f"LEMBAR HITUNG PRIORITAS\n{terms.wilayah}, {terms.tanggal}")
    flow.gap(6)
    if sheet is None or not sheet.baris:
        flow.paragraph("Belum ada nilai yang lengkap, jadi belum ada yang dapat dihitung.", rata="kiri")
        return
    _small(flow, f"Cara: {sheet.cara}", spacing=fit.spasi)
    for line in sheet.kriteria:
        _small(flow, line, indent=STEP, spacing=fit.spasi)
    _small(flow, "Cara menghitung sendiri dengan kalkulator:", spacing=fit.spasi)
    for number, line in enumerate(sheet.langkah, 1):
        _small(flow, f"{number}. {line}", indent=STEP, spacing=fit.spasi)
    _small(flow, f"Contoh: {sheet.contoh}", spacing=fit.spasi)
    flow.gap(5)
    _table(flow, sheet, fit)
    flow.gap(5)
    for line in (*sheet.catatan, *sheet.kepekaan, *sheet.aturan):
        _small(flow, line, spacing=fit.spasi)


def rules_note(flow: Flow, lines: tuple[str, ...]) -> None:
    """The versions of the rules below a list, each with its hash."""
    if lines:
        flow.gap(5)
    for line in lines:
        _small(flow, line)


def _small(flow: Flow, text: str, *, indent: float = 0.0, spacing: float = COMFORTABLE.spasi) -> None:
    flow.paragraph(text, size=flow.huruf.tabel, rata="kiri", indent=indent, spacing=spacing)


def _table(flow: Flow, sheet: LembarHitung, fit: Fit) -> None:
    room = flow.kertas.ruang_mm(rebah=flow.rebah)
    wide = [min(WIDE, max(fit.narrow, fit.letter * len(head) + 3)) for head in sheet.kolom]
    columns = (
        Kolom("peringkat", "Peringkat", fit.rank, "tengah"),
        Kolom("label", "No", fit.label),
        Kolom("judul", "Usulan", room - fit.rank - fit.label - fit.nilai - sum(wide)),
        *(Kolom("angka", head, width, "kanan") for head, width in zip(sheet.kolom, wide, strict=True)),
        Kolom("nilai", "Nilai", fit.nilai, "kanan"),
    )
    table = Table(flow, columns, pad_y=fit.pad)
    table.draw([_row(table, flow, row.peringkat, row.label, row.judul, row.angka, row.nilai) for row in sheet.baris])


def _row(table: Table, flow: Flow, rank: str, label: str, name: str, numbers: tuple[str, ...], nilai: str) -> Row:
    """One line of the table; a long title is cut, its number names it."""
    width = table.grid.width(2, 2)
    short = shortened(flow.document.regular, flow.document.regular.clean(name), width, table.grid.size)
    return table.data([rank, label, short, *numbers, nilai])
