"""The statutory books: work plan of the village, aspirations and decisions of the BPD."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.blocks import Place, officials, signatures, signatures_height, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.sums import Cost, unknown_note
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms, rupiah
from musrenbang_desktop.domain.bentuk_cetak import NamaCetak
from musrenbang_desktop.domain.buku import BarisAspirasi, BarisKeputusan, BarisRencana
from musrenbang_desktop.domain.forum import Pejabat

Line = BarisRencana | BarisAspirasi | BarisKeputusan

_MONEY = ("pemerintah", "provinsi", "kabupaten", "swadaya", "jumlah")


def plan_book(flow: Flow, terms: Terms) -> None:
    """Draw the work plan book with the sum of every source."""
    _book(flow, terms, "buku_rencana", terms.isi.buku.rencana, officials(terms)["kepala"])


def aspiration_book(flow: Flow, terms: Terms) -> None:
    """Draw the book of aspirations."""
    _book(flow, terms, "buku_aspirasi", terms.isi.buku.aspirasi, Pejabat(""))


def decision_book(flow: Flow, terms: Terms) -> None:
    """Draw the book of decisions."""
    _book(flow, terms, "buku_keputusan", terms.isi.buku.keputusan, Pejabat(""))


def _book(flow: Flow, terms: Terms, name: NamaCetak, lines: Sequence[Line], leader: Pejabat) -> None:
    """A book is no paper of the day: whoever keeps it signs it, without a date."""
    shape = terms.profile.cetak[name]
    form = shape.tabel[""]
    flow.start(rebah=shape.rebah)
    title(flow, terms.fill(shape.teks["judul"]))
    flow.gap(8)
    table = Table(flow, form.kolom, letters="angka", min_height_mm=form.tinggi_baris_mm)
    keys = [column.isi for column in form.kolom]
    rows = [table.data([_cell(line, key) for key in keys]) for line in lines] or [table.notice(NIHIL)]
    plans = [line for line in lines if isinstance(line, BarisRencana)]
    rows += _sums(table, keys, plans, rows[-1])
    places = [
        Place("kiri", "Mengetahui,", terms.fill(shape.teks["ketua"]), leader),
        Place("kanan", "", terms.fill(shape.teks["sekretaris"]), Pejabat("")),
    ]
    table.draw(rows, below=6 + signatures_height(flow, terms, places))
    unknown_note(flow, [Cost("", line.jumlah) for line in plans])
    flow.gap(6)
    signatures(flow, terms, places, dated=False)


def _cell(line: Line, key: str) -> str:
    value = getattr(line, key)
    if key in _MONEY:
        return rupiah(value)
    if key == "tanggal":
        return "-".join(reversed(value.split("-"))) or TIDAK_ADA
    return str(value) or TIDAK_ADA


def _sums(table: Table, keys: Sequence[str], lines: Sequence[BarisRencana], above: Row) -> list[Row]:
    """What is known of every column of money; a column of which nothing is known says so."""
    if not lines:
        return []
    above.glued = True
    cells = {}
    for key in _MONEY:
        if key in keys:
            known = [amount for line in lines if (amount := getattr(line, key)) is not None]
            cells[keys.index(key)] = rupiah(sum(known) if known else None)
    return [table.total(f"Jumlah ({len(lines)} kegiatan)", cells)]
