"""Lembar hitung: the order on a page, so that anybody can redo it with a calculator."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.blocks import shortened, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.hitungan import LembarHitung
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.table import PAD_X, Row, Table
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.domain.profile import Kolom

RANK, LABEL, NILAI = 19.0, 14.0, 19.0
NARROW, WIDE, LETTER = 11.0, 24.0, 2.4
"""Widths in mm; a column of numbers is as wide as the letters of its head."""
STEP = 6 * MM
CLOSE = 1.2


def worksheet(flow: Flow, terms: Terms) -> None:
    """Draw the worksheet; without a score it says so."""
    sheet = terms.isi.lembar_hitung
    flow.start(rebah=sheet is not None and len(sheet.kolom) > 7)
    title(flow, f"LEMBAR HITUNG PRIORITAS\n{terms.wilayah}, {terms.tanggal}")
    flow.gap(6)
    if sheet is None or not sheet.baris:
        flow.paragraph("Belum ada nilai yang lengkap, jadi belum ada yang dapat dihitung.", rata="kiri")
        return
    _small(flow, f"Cara: {sheet.cara}")
    for line in sheet.kriteria:
        _small(flow, line, indent=STEP)
    _small(flow, "Cara menghitung sendiri dengan kalkulator:")
    for number, line in enumerate(sheet.langkah, 1):
        _small(flow, f"{number}. {line}", indent=STEP)
    _small(flow, f"Contoh: {sheet.contoh}")
    flow.gap(5)
    _table(flow, sheet)
    flow.gap(5)
    for line in (*sheet.catatan, *sheet.kepekaan, *sheet.aturan):
        _small(flow, line)


def rules_note(flow: Flow, lines: tuple[str, ...]) -> None:
    """The versions of the rules below a list, each with its hash."""
    if lines:
        flow.gap(5)
    for line in lines:
        _small(flow, line)


def _small(flow: Flow, text: str, *, indent: float = 0.0) -> None:
    flow.paragraph(text, size=flow.huruf.tabel, rata="kiri", indent=indent, spacing=CLOSE)


def _table(flow: Flow, sheet: LembarHitung) -> None:
    room = flow.kertas.ruang_mm(rebah=flow.rebah)
    wide = [min(WIDE, max(NARROW, LETTER * len(head) + 3)) for head in sheet.kolom]
    columns = (
        Kolom("peringkat", "Peringkat", RANK, "tengah"),
        Kolom("label", "No", LABEL),
        Kolom("judul", "Usulan", room - RANK - LABEL - NILAI - sum(wide)),
        *(Kolom("angka", head, width, "kanan") for head, width in zip(sheet.kolom, wide, strict=True)),
        Kolom("nilai", "Nilai", NILAI, "kanan"),
    )
    table = Table(flow, columns)
    table.draw([_row(table, flow, row.peringkat, row.label, row.judul, row.angka, row.nilai) for row in sheet.baris])


def _row(table: Table, flow: Flow, rank: str, label: str, name: str, numbers: tuple[str, ...], nilai: str) -> Row:
    """One line of the table; a long title is cut, its number names it."""
    width = table.edges[3] - table.edges[2] - 2 * PAD_X
    short = shortened(flow.document.regular, flow.document.regular.clean(name), width, table.size)
    return table.data([rank, label, short, *numbers, nilai])
