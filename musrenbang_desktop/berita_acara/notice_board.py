"""Posters for the notice board: what was agreed, and what became of every usulan. On F4, and larger on A3."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from musrenbang_desktop.berita_acara.answers import answers
from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.isi import BarisPrioritas
from musrenbang_desktop.berita_acara.poster import A3, EDGE_MM, FOOT_MM, band
from musrenbang_desktop.berita_acara.priorities import GROUPS
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.sums import Cost, total_of
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, Terms, rupiah
from musrenbang_desktop.domain.profile import Huruf, Kertas, Profile

SMALLER = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65)
"""shares of the letters, tried in this order so that all stands on one sheet"""

_BAND = 0.6
"""of the letters that an invitation has: the list below needs the room"""


def result_poster(flow: Flow, terms: Terms) -> None:
    """The agreed usulan in large letters, on the paper of the profile, upright."""
    _result(flow, terms, terms.profile, 1.0)


def result_poster_a3(flow: Flow, terms: Terms) -> None:
    """The same on A3, with letters that grow with the sheet."""
    share = A3[0] / terms.profile.kertas.lebar_mm
    _result(flow, terms, _on_a3(terms.profile, share), share)


def answers_poster_a3(flow: Flow, terms: Terms) -> None:
    """The sheet of answers on A3, lying or upright as the profile has it."""
    kertas, day = terms.profile.kertas, terms.profile.sehari
    share = A3[1] / kertas.tinggi_mm if day.jawaban.rebah else A3[0] / kertas.lebar_mm
    larger = replace(day.jawaban, huruf=day.jawaban.huruf * share)
    profile = replace(_on_a3(terms.profile, share), sehari=replace(day, jawaban=larger))
    first = len(flow.document.sheets)
    answers(Flow(flow.document, profile), Terms(terms.isi, profile))
    _edge(flow, first)


def _result(own: Flow, terms: Terms, profile: Profile, share: float) -> None:
    """On one sheet with letters as large as fit; a longer list has its full letters on several."""
    sheets, first = own.document.sheets, len(own.document.sheets)
    for smaller in (*SMALLER, 1.0):
        del sheets[first:]
        _draw(own, terms, profile, profile.sehari.poster_hasil.huruf * share * smaller)
        if len(sheets) == first + 1:
            break
    _edge(own, first)


def _draw(own: Flow, terms: Terms, profile: Profile, size: float) -> None:
    shape, sides = profile.sehari.poster_hasil, profile.kertas
    paper = Kertas(sides.lebar_mm, sides.tinggi_mm, EDGE_MM, EDGE_MM, EDGE_MM, FOOT_MM)
    flow = Flow(own.document, replace(profile, kertas=paper, huruf=replace(profile.huruf, tabel=size)))
    flow.start(rebah=False)
    band(flow, terms.fill(shape.atas), terms.fill(shape.judul), flow.width / 100 * _BAND)
    flow.gap(size)
    note = terms.fill(shape.bawah)
    lines = flow.document.regular.wrap(note, flow.width, size)
    table = Table(flow, shape.tabel.kolom, letters="", min_height_mm=shape.tabel.tinggi_baris_mm)
    table.draw(_rows(table, terms), below=size * (1.3 * len(lines) + 1))
    flow.gap(size * 0.7)
    flow.paragraph(note, rata="kiri", size=size, spacing=1.25)


def _rows(table: Table, terms: Terms) -> list[Row]:
    keys = [column.isi for column in table.columns]
    rows: list[Row] = []
    for key in GROUPS:
        members = [row for row in terms.isi.prioritas if row.keluaran == key]
        if members:
            rows.append(table.band(f"{terms.teks(key)}: {len(members)} usulan"))
            rows += [table.data([_cell(row, column) for column in keys]) for row in members]
            rows += _sum(table, keys, members, rows[-1])
    return rows or [table.notice(NIHIL)]


def _sum(table: Table, keys: Sequence[str], members: Sequence[BarisPrioritas], above: Row) -> list[Row]:
    if "perkiraan_biaya" not in keys:
        return []
    above.glued = True
    total = total_of([Cost(row.bidang, row.perkiraan_biaya) for row in members])
    return [table.total("Jumlah", {keys.index("perkiraan_biaya"): rupiah(total)})]


def _cell(row: BarisPrioritas, key: str) -> str:
    if key == "usulan":
        return f"{row.usulan} ({row.label})"
    if key == "perkiraan_biaya":
        return rupiah(row.perkiraan_biaya)
    return str(getattr(row, key)) or TIDAK_ADA


def _on_a3(profile: Profile, share: float) -> Profile:
    """The profile with A3 for its paper and larger letters."""
    huruf = profile.huruf
    larger = Huruf(
        huruf.isi * share, huruf.tabel * share, huruf.judul * share, huruf.kop * share, huruf.kaki,
        huruf.spasi, huruf.spasi_rapat,
    )  # fmt: skip
    return replace(profile, kertas=Kertas(*A3, EDGE_MM, EDGE_MM, EDGE_MM, FOOT_MM), huruf=larger)


def _edge(flow: Flow, first: int) -> None:
    """Let the foot stand within the margins of the poster."""
    for sheet in flow.document.sheets[first:]:
        sheet.margins = (EDGE_MM * MM, EDGE_MM * MM, FOOT_MM * MM)
