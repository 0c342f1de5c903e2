"""Lembar jawaban: what became of every usulan, to be read aloud and hung up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.blocks import Place, letterhead, officials, signatures, signatures_height, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import Row
from musrenbang_desktop.berita_acara.isi_sehari import BarisJawab, Keadaan
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import Terms

#: What became of it -> the band of the table, in the order in which it is read aloud.
GOLONGAN: Mapping[Keadaan, str] = {
    "diterima": "Diterima",
    "ditunda": "Ditunda atau perlu diperbaiki",
    "ditolak": "Tidak diterima",
    "lain": "Jawaban lain",
    "belum": "Belum dijawab",
    "ditarik": "Ditarik oleh pengusul",
}


def answers(flow: Flow, terms: Terms) -> None:
    """Draw the sheet: a sentence with the counts, then every usulan once under what became of it."""
    shape = terms.profile.sehari.jawaban
    found = terms.isi.sehari.jawaban
    before = flow.huruf
    flow.start(rebah=shape.rebah)
    letterhead(flow, terms)
    title(flow, terms.fill(shape.judul))
    flow.gap(8)
    if found:
        flow.paragraph(counts(found), rata="kiri", size=shape.huruf)
        flow.gap(4)
    flow.huruf = replace(before, tabel=shape.huruf)
    table = Table(flow, shape.tabel.kolom, letters="", min_height_mm=shape.tabel.tinggi_baris_mm)
    keys = [column.isi for column in shape.tabel.kolom]
    rows: list[Row] = []
    for state, heading in GOLONGAN.items():
        group = [one for one in found if one.keadaan == state]
        if group:
            rows.append(table.band(f"{heading}: {len(group)} usulan"))
        rows += [table.data([_cell(one, key, shape.belum, shape.ditarik) for key in keys]) for one in group]
    places = [Place("kanan", "", terms.fill(shape.penanda), officials(terms)["kepala"])]
    flow.huruf = before
    note, small = terms.fill(shape.keterangan), before.tabel + 1
    lines = flow.document.regular.wrap(note, flow.width, small)
    signed = 5 + len(lines) * small * 1.25 + signatures_height(flow, terms, places)
    flow.huruf = replace(before, tabel=shape.huruf)
    table.draw(rows or [table.notice(NIHIL)], below=signed)
    flow.huruf = before
    flow.gap(5)
    flow.paragraph(note, rata="kiri", size=small, spacing=1.25)
    signatures(flow, terms, places, dated=False)


def counts(rows: tuple[BarisJawab, ...]) -> str:
    """``Dari 48 usulan: 6 diterima, 11 ditunda, 31 belum dijawab.``"""
    words = {
        "diterima": "diterima",
        "ditunda": "ditunda atau perlu diperbaiki",
        "ditolak": "tidak diterima",
        "lain": "dengan jawaban lain",
        "belum": "belum dijawab",
        "ditarik": "ditarik",
    }
    counted = {state: sum(one.keadaan == state for one in rows) for state in GOLONGAN}
    listed = ", ".join(f"{count} {words[state]}" for state, count in counted.items() if count)
    return f"Dari {len(rows)} usulan: {listed}."


def _cell(row: BarisJawab, key: str, unanswered: str, withdrawn: str) -> str:
    if key == "usulan":
        return f"{row.judul}\n{row.tempat}" if row.tempat else row.judul
    if key == "jawaban":
        fixed = {"belum": unanswered, "ditarik": withdrawn}
        return "\n".join(row.jawaban) or fixed.get(row.keadaan, "")
    return str(getattr(row, key))
