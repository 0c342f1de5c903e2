"""Susunan acara: hours, minutes and who is answerable, as a sheet of its own and in short on the letter."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.blocks import Place, letterhead, officials, signatures, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.domain.acara import BarisAcara, berjam, jumlah_menit
from musrenbang_desktop.domain.profile import Kolom

HANG_FACT = 34 * MM
HANG_HOUR = 23 * MM
INDENT = 10 * MM
GUTTER = 3 * MM
"""white between the two columns of a letter"""
BELUM = "Susunan acara belum ditulis."

_KOLOM = (
    Kolom("nomor", "No", 11, "tengah"),
    Kolom("waktu", "Waktu", 30, "tengah"),
    Kolom("menit", "Menit", 15, "kanan"),
    Kolom("judul", "Acara", 67),
    Kolom("oleh", "Penanggung jawab", 42),
)


def agenda(flow: Flow, terms: Terms) -> None:
    """Draw the sheet."""
    forum = terms.isi.forum
    rows = berjam(forum.agenda, forum.jam_mulai)
    flow.start(rebah=False)
    letterhead(flow, terms)
    title(flow, f"Susunan Acara\n{terms.musyawarah} {terms.wilayah}\nTahun {forum.tahun_pelaksanaan}")
    flow.gap(8)
    for label, text in (("Hari, tanggal", terms.hari_tanggal), ("Tempat", terms.tempat)):
        flow.item(label, text, hang=HANG_FACT, colon=True)
    flow.gap(7)
    table = Table(flow, _KOLOM)
    drawn = [
        table.data([str(number), hours(row), str(row.acara.menit), row.acara.judul, row.acara.oleh])
        for number, row in enumerate(rows, 1)
    ]
    whole = jumlah_menit(forum.agenda)
    table.draw([*drawn, table.total("Jumlah", {2: str(whole)})] if drawn else [table.notice(BELUM)])
    flow.gap(6)
    shape = terms.profile.undangan
    signatures(flow, terms, [Place("kanan", "", terms.fill(shape.penanda), officials(terms)["kepala"])], dated=False)


def agenda_in_short(flow: Flow, terms: Terms) -> None:
    """The rows in small letters in two columns, for a letter; nothing while no agenda was written."""
    forum = terms.isi.forum
    rows = berjam(forum.agenda, forum.jam_mulai)
    if not rows:
        return
    size, face = flow.huruf.tabel, flow.document.regular
    leading = size * 1.2
    width = (flow.width - INDENT) / 2 - HANG_HOUR
    room = width - GUTTER
    texts = [(hours(row) or f"{row.acara.menit} menit", face.wrap(row.acara.judul, room, size)) for row in rows]
    half = (len(texts) + 1) // 2
    tall = max(sum(len(lines) for _, lines in side) for side in (texts[:half], texts[half:])) * leading
    flow.need(tall + 2 * leading)
    flow.paragraph("Susunan acara:", rata="kiri", size=size, spacing=1.2)
    top = flow.y
    for side, x in ((texts[:half], flow.left + INDENT), (texts[half:], flow.left + INDENT + HANG_HOUR + width)):
        flow.y = top
        for hour, lines in side:
            flow.place(face, size, hour, "kiri", x, HANG_HOUR)
            for line in lines:
                flow.place(face, size, line, "kiri", x + HANG_HOUR, width)
                flow.y -= leading
    flow.y = top - tall
    flow.gap(5)


def hours(row: BarisAcara) -> str:
    """``09.00-09.15``; nothing while the forum has no hour."""
    return f"{row.mulai}-{row.selesai}" if row.mulai else ""
