"""Surat keputusan: the decree that appoints the team, and the one that names the delegates, each with its annex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from musrenbang_desktop.berita_acara.attendance import table_of_people
from musrenbang_desktop.berita_acara.blocks import (
    Place,
    letterhead,
    officials,
    reference,
    signatures,
    signatures_height,
    title,
)
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TITIK, Terms
from musrenbang_desktop.domain.bentuk_cetak import BentukCetak
from musrenbang_desktop.domain.profile import BentukTabel
from musrenbang_desktop.domain.surat import Surat
from musrenbang_desktop.domain.tanggal import format_tanggal
from musrenbang_desktop.domain.tim import anggota, nama_kunci

HANG = 32 * MM
HANG_NUMBER = 7 * MM
DIKTUM = (
    "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH",
)  # fmt: skip
SMALLEST = 10.0
"""points of the smallest letters of a decree"""
BLANK_CITATIONS = 3
"""lines to write by hand where no citation was compared with its regulation"""


def team_decree(flow: Flow, terms: Terms) -> None:
    """Draw the decree that appoints the team, with everybody who was named for an office."""
    shape, forum = terms.profile.cetak["sk_tim"], terms.isi.forum
    words = _words(terms, forum.nomor_sk, forum.tanggal_sk, shape)
    _decree(flow, terms, shape, words)
    _annex_head(flow, terms, shape, words)
    table = shape.tabel[""]
    born = terms.isi.lahir
    rows = [
        {
            "nama": person.nama,
            "lahir": born.get(nama_kunci(person.nama), ""),
            "jabatan": shape.teks[f"tim_{office}"],
            "unsur": person.dari or person.jabatan,
        }
        for office, person in anggota(forum)
    ]
    _people(flow, table, rows)
    _sign(flow, terms, shape, words)


def delegates_decree(flow: Flow, terms: Terms) -> None:
    """Draw the decree that names the delegates."""
    shape = terms.profile.cetak["sk_delegasi"]
    letter = terms.isi.surat.get("sk_delegasi", Surat())
    words = _words(terms, letter.nomor_surat, letter.tanggal_surat, shape)
    _decree(flow, terms, shape, words)
    _annex_head(flow, terms, shape, words)
    form = shape.tabel[""]
    people = terms.isi.delegasi
    table_of_people(flow, form, "", people, at_least=0 if people else form.baris_kosong)
    flow.gap(8)
    _sign(flow, terms, shape, words)


def _words(terms: Terms, number: str, day: str, shape: BentukCetak) -> Mapping[str, str]:
    """What only a decree asks for; dots for a number and a day that were not recorded."""
    village = terms.isi.forum.jenis == "desa"
    words = {
        "nomor_sk": number.strip() or TITIK,
        "tanggal_sk": format_tanggal(day, hari=False) if day else TITIK,
        "anggaran": f"APB {terms.sebutan.wilayah}" if village else f"APBD {terms.kabupaten}",
        "pembina": f"Dinas Pemberdayaan Masyarakat dan Desa {terms.kabupaten}" if village else "",
        "tentang": "",
    }
    return words | {"tentang": terms.fill(shape.teks["tentang"], words)}


def _decree(flow: Flow, terms: Terms, shape: BentukCetak, words: Mapping[str, str]) -> None:
    """Where closer lines or letters one point smaller let the text end on one sheet they are used, else neither."""
    sheets, first = flow.document.sheets, len(flow.document.sheets)
    usual, wide, close = flow.huruf, flow.huruf.spasi, flow.huruf.spasi_rapat
    small = replace(usual, isi=max(SMALLEST, usual.isi - 1))
    for letters, spacing in ((usual, wide), (usual, (wide + close) / 2), (usual, close), (small, close), (usual, wide)):
        del sheets[first:]
        flow.huruf, flow.spasi = letters, spacing
        _text(flow, terms, shape, words)
        if len(sheets) == first + 1:
            break
    flow.huruf, flow.spasi = usual, wide


def _text(flow: Flow, terms: Terms, shape: BentukCetak, words: Mapping[str, str]) -> None:
    flow.start(rebah=False)
    letterhead(flow, terms)
    title(flow, terms.fill(shape.teks["judul"], words))
    flow.gap(6)
    title(flow, "Tentang")
    flow.gap(2)
    title(flow, words["tentang"])
    flow.gap(8)
    title(flow, f"{terms.sebutan.kepala} {terms.desa},", size=flow.huruf.isi)
    flow.gap(8)
    _listed(flow, "Menimbang", [terms.fill(text, words) for text in shape.daftar["menimbang"]], "huruf")
    cited = [one.teks for one in terms.profile.dasar_hukum if one.status == "sah"]
    _listed(flow, "Mengingat", [f"{text};" for text in cited] or [TITIK * 3] * BLANK_CITATIONS, "angka")
    _listed(flow, "Memperhatikan", [terms.fill(text, words) for text in shape.daftar["memperhatikan"]], "angka")
    flow.need(flow.huruf.isi * 6)
    flow.gap(4)
    title(flow, "Memutuskan:", size=flow.huruf.isi)
    flow.gap(4)
    flow.item("Menetapkan", terms.fill(shape.teks["menetapkan"], words).upper(), hang=HANG, colon=True)
    flow.gap(4)
    _decisions(flow, terms, shape, words)


def _listed(flow: Flow, label: str, texts: Sequence[str], marks: str) -> None:
    """``Menimbang : a. ...``: the label beside the first entry alone; nothing for an empty list."""
    size = flow.huruf.isi
    for number, text in enumerate(texts):
        mark = f"{chr(ord('a') + number)}." if marks == "huruf" else f"{number + 1}."
        lines = flow.document.regular.wrap(text, flow.width - HANG - HANG_NUMBER, size)
        flow.need(min(len(lines), 2) * size * flow.spasi)
        if number == 0:
            top = flow.y
            flow.item(label, "", hang=HANG, colon=True)
            flow.y = top
        flow.item(mark, text, hang=HANG_NUMBER, indent=HANG)
    if texts:
        flow.gap(4)


def _decisions(flow: Flow, terms: Terms, shape: BentukCetak, words: Mapping[str, str]) -> None:
    """The last decision stays on the sheet of the signature."""
    texts = [terms.fill(text, words) for text in shape.daftar["putusan"]]
    places = _places(terms, shape, words)
    for number, text in enumerate(texts):
        if number == len(texts) - 1:
            lines = flow.document.regular.wrap(text, flow.width - HANG, flow.huruf.isi)
            flow.need(len(lines) * flow.huruf.isi * flow.spasi + 3 + signatures_height(flow, terms, places))
        flow.item(DIKTUM[number], text, hang=HANG, colon=True)
        flow.gap(3)
    signatures(flow, terms, places, dated=False)
    copies = [text for entry in shape.daftar["salinan"] if (text := terms.fill(entry, words).strip())]
    if copies:
        flow.gap(12)
        flow.need(flow.huruf.isi * flow.spasi * (len(copies) + 1))
        flow.paragraph("Salinan keputusan ini disampaikan kepada:", rata="kiri")
        for number, text in enumerate(copies, 1):
            flow.item(f"{number}.", text, hang=HANG_NUMBER)


def _places(terms: Terms, shape: BentukCetak, words: Mapping[str, str]) -> list[Place]:
    intro = terms.fill(shape.teks["penetapan"], words)
    return [Place("kanan", intro, terms.fill(shape.teks["penanda"], words), officials(terms)["kepala"])]


def _annex_head(flow: Flow, terms: Terms, shape: BentukCetak, words: Mapping[str, str]) -> None:
    flow.start(rebah=False)
    flow.y -= 2  # a capital with an accent is higher than the line
    lines = (
        ("LAMPIRAN", terms.fill(shape.teks["lampiran"], words).upper()),
        ("NOMOR", words["nomor_sk"].upper()),
        ("TANGGAL", words["tanggal_sk"].upper()),
    )
    reference(flow, lines)
    title(flow, terms.fill(shape.teks["judul_lampiran"], words))
    flow.gap(8)


def _people(flow: Flow, shape: BentukTabel, people: Sequence[Mapping[str, str]]) -> None:
    table = Table(flow, shape.kolom, min_height_mm=shape.tinggi_baris_mm)
    keys = [column.isi for column in shape.kolom]
    filled = people or [{}] * shape.baris_kosong
    table.draw(
        [
            table.data([str(number) if key == "nomor" else person.get(key, "") for key in keys])
            for number, person in enumerate(filled, 1)
        ]
    )
    flow.gap(8)


def _sign(flow: Flow, terms: Terms, shape: BentukCetak, words: Mapping[str, str]) -> None:
    (place,) = _places(terms, shape, words)
    signatures(flow, terms, [replace(place, pengantar="")], dated=False)
