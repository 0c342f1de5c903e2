"""Lampiran I: the attendance list with room for wet signatures, its totals and the count of every group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musrenbang_desktop.berita_acara.blocks import annex_head, annex_places, signatures, signatures_height
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.isi import BarisHadir, BarisUndangan
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.sums import SHORT
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.domain.profile import BentukTabel, Kolom

NIHIL = "NIHIL"
HANG_FACT = 34 * MM

_PER_UNSUR = (
    Kolom("nomor", "No", 12, "tengah"),
    Kolom("lembaga", "Lembaga/unsur", 93),
    Kolom("diundang", "Diundang", 30, "kanan"),
    Kolom("hadir", "Hadir", 30, "kanan"),
)


def attendance(flow: Flow, terms: Terms) -> None:
    """Draw Lampiran I."""
    annex = terms.profile.lampiran["daftar_hadir"]
    isi = terms.isi
    flow.start(rebah=annex.rebah)
    annex_head(flow, terms, annex)
    for label, text in (
        ("Hari, tanggal", terms.hari_tanggal),
        ("Waktu", terms.waktu),
        ("Tempat", terms.tempat),
    ):
        flow.item(label, text, hang=HANG_FACT, colon=True)
    flow.gap(7)
    table_of_people(flow, annex.tabel, terms.profile.nomor_kolom, isi.hadir, extra=annex.tabel.baris_kosong)
    flow.gap(8)
    places = annex_places(terms, annex.penanda)
    signed = 4 + signatures_height(flow, terms, places)
    if not isi.hitungan.per_unsur:
        flow.need(3 * flow.huruf.isi * flow.spasi + signed)
    flow.paragraph(f"Jumlah peserta yang hadir: {terms.jumlah_peserta}.")
    _per_unsur(flow, terms, signed)
    flow.gap(4)
    signatures(flow, terms, places)


def table_of_people(
    flow: Flow,
    shape: BentukTabel,
    letters: str,
    people: Sequence[BarisHadir | BarisUndangan],
    *,
    extra: int = 0,
    at_least: int = 0,
) -> None:
    """A table of persons; *extra* blank rows follow, or as many as make *at_least* rows. NIHIL when there are none."""
    table = Table(flow, shape.kolom, letters=letters, min_height_mm=shape.tinggi_baris_mm)
    if people or at_least:
        table.draw(_rows(table, people, max(extra, at_least - len(people))))
    else:
        table.draw([table.notice(NIHIL)])


def _rows(table: Table, people: Sequence[BarisHadir | BarisUndangan], blank: int) -> Iterator[Row]:
    """One row a person and so many blank ones, each made when it is drawn."""
    keys = [column.isi for column in table.columns]
    signed = table.grid.pen_column >= 0
    for person in people:
        yield table.data([person_cell(person, key) for key in keys], pen=person.nomor if signed else 0)
    first = people[-1].nomor + 1 if people else 1
    for number in range(first, first + blank):
        yield table.data([str(number) if key == "nomor" else "" for key in keys], pen=number if signed else 0)


def person_cell(person: BarisHadir | BarisUndangan, key: str) -> str:
    """One cell of a table of persons; room for a pen and what is unknown stay empty."""
    if key == "tanda_tangan":
        return ""
    value = getattr(person, key)
    return "" if value is None else str(value)


def _per_unsur(flow: Flow, terms: Terms, below: float) -> None:
    groups = terms.isi.hitungan.tiap_unsur
    if not groups:
        return
    flow.gap(6)
    table = Table(flow, _PER_UNSUR)
    rows = [
        table.data([str(number), name or "Belum dicatat", str(invited), str(present)])
        for number, (name, (present, invited)) in enumerate(groups.items(), 1)
    ]
    for row in rows if len(rows) <= SHORT else rows[-1:]:
        row.glued = True
    present, invited = (sum(pair[side] for pair in groups.values()) for side in (0, 1))
    table.draw([*rows, table.total("Jumlah", {2: str(invited), 3: str(present)})], below=below)
