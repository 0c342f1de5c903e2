"""The sheets on the table at the door: the invited by name, blank ones for guests; fixed lines on every sheet.

A line is found again on the screen by sheet and line, so a sheet never holds more lines than the profile says.
"""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.attendance import HANG_FACT, table_of_people
from musrenbang_desktop.berita_acara.blocks import title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.isi import BarisHadir
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import Terms

COUNT_ROOM = 26 * MM
"""room for the number of signatures, written by hand"""


def named_sheets(flow: Flow, terms: Terms) -> None:
    """Every invited person in the order of the list, ``baris_halaman`` on a sheet."""
    shape = terms.profile.lembar
    people = terms.isi.terundang
    for first in range(0, len(people), shape.baris_halaman):
        part = people[first : first + shape.baris_halaman]
        _sheet(flow, terms, f"Lembar {first // shape.baris_halaman + 1}", shape.keterangan_nama, part, 0)
    if not people:
        _sheet(flow, terms, "Lembar 1", shape.keterangan_nama, (), 0)


def blank_sheets(flow: Flow, terms: Terms) -> None:
    """Lines without names."""
    shape = terms.profile.lembar
    for number in range(shape.halaman_kosong):
        before = number * shape.baris_halaman
        _sheet(flow, terms, f"Lembar tamu {number + 1}", shape.keterangan_kosong, (), shape.baris_halaman, before)


def _sheet(
    flow: Flow, terms: Terms, name: str, note: str, people: Sequence[BarisHadir], blank: int, before: int = 0
) -> None:
    flow.start(rebah=False)
    title(flow, terms.fill(terms.profile.lembar.judul))
    flow.gap(6)
    for label, text in (("Hari, tanggal", terms.hari_tanggal), ("Tempat", terms.tempat)):
        flow.item(label, text, hang=HANG_FACT, colon=True)
    size = flow.huruf.tabel
    flow.paragraph(terms.fill(note), face=flow.document.italic, size=size, rata="kiri", spacing=1.25)
    flow.gap(5)
    lines = people or tuple(BarisHadir(nomor=before + line, nama="") for line in range(1, blank + 1))
    table_of_people(flow, terms.profile.lembar.tabel, terms.profile.nomor_kolom, lines)
    flow.gap(7)
    _count(flow, name)


def _count(flow: Flow, name: str) -> None:
    """``Lembar 2`` at the left; at the right a box in which the signatures of this sheet are counted."""
    size, bold, regular = flow.huruf.isi, flow.document.bold, flow.document.regular
    height = 9 * MM
    flow.need(height)
    x, top = flow.right - COUNT_ROOM, flow.y
    flow.place(bold, size, name, "kiri", flow.left, flow.width)
    flow.y = top - (height - size) / 2
    flow.place(regular, size, "Banyaknya tanda tangan di lembar ini", "kanan", flow.left, flow.width - COUNT_ROOM - 8)
    for y in (top, top - height):
        flow.sheet.rule(x, y, flow.right, y, 0.8)
    for edge in (x, flow.right):
        flow.sheet.rule(edge, top, edge, top - height, 0.8)
    flow.y = top - height
