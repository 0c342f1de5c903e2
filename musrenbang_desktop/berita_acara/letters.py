"""Letters of invitation: one sheet a person with its own number and QR, then the list of all who are invited."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.agenda import agenda_in_short
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
from musrenbang_desktop.berita_acara.isi import BarisUndangan
from musrenbang_desktop.berita_acara.qr import draw_qr
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import TITIK, Terms
from musrenbang_desktop.domain.profile import BentukUndangan
from musrenbang_desktop.domain.tanggal import format_tanggal

HANG_HEAD = 24 * MM
HANG_FACT = 32 * MM
INDENT = 10 * MM
QR_SIDE = 27 * MM
CORNER = QR_SIDE + 2 * MM
"""height of the corner with the code above the lower margin"""


def letters(flow: Flow, terms: Terms) -> None:
    """Draw every letter and the list behind them."""
    shape = terms.profile.undangan
    for guest in terms.isi.undangan:
        _letter(flow, terms, shape, guest)
    _list(flow, terms, shape)


def letter_day(terms: Terms) -> str:
    """The day of the letters; room to write it by hand while it is not recorded."""
    written = terms.isi.forum.tanggal_undangan
    return format_tanggal(written, hari=False) if written else TITIK


def letter_number(terms: Terms) -> str:
    """The number from the agenda book of the office."""
    return terms.isi.forum.nomor_undangan.strip() or TITIK


def _letter(flow: Flow, terms: Terms, shape: BentukUndangan, guest: BarisUndangan) -> None:
    """Where closer lines let the letter end on one sheet they are used."""
    sheets, first = flow.document.sheets, len(flow.document.sheets)
    wide, close = flow.huruf.spasi, flow.huruf.spasi_rapat
    for spacing in (wide, (wide + close) / 2, close):
        del sheets[first:]
        flow.spasi = spacing
        _text(flow, terms, shape, guest)
        if len(sheets) == first + 1:
            break
    flow.spasi = wide
    _corner(flow, shape, guest)
    for sheet in sheets[first:]:
        sheet.foot = f"Undangan nomor {guest.nomor:03d}"


def _text(flow: Flow, terms: Terms, shape: BentukUndangan, guest: BarisUndangan) -> None:
    """The letter itself, which leaves the lower right corner free."""
    flow.start(rebah=False)
    letterhead(flow, terms)
    flow.paragraph(f"{terms.desa}, {letter_day(terms)}", rata="kanan")
    for label, text in (
        ("Nomor", letter_number(terms)),
        ("Sifat", shape.sifat),
        ("Lampiran", shape.lampiran),
        ("Hal", terms.fill(shape.hal)),
    ):
        flow.item(label, text, hang=HANG_HEAD, colon=True)
    flow.gap(9)
    _addressee(flow, guest)
    flow.gap(9)
    flow.paragraph(terms.fill(shape.pembuka))
    flow.gap(5)
    for label, text in (
        ("Hari, tanggal", terms.hari_tanggal),
        ("Pukul", terms.pukul_mulai),
        ("Tempat", terms.tempat),
        ("Acara", terms.fill(shape.acara)),
    ):
        flow.item(label, text, hang=HANG_FACT, indent=INDENT, colon=True)
    flow.gap(5)
    agenda_in_short(flow, terms)
    for text in (shape.permintaan, shape.penutup):
        flow.paragraph(terms.fill(text))
        flow.gap(4)
    places = [Place("kanan", "", terms.fill(shape.penanda), officials(terms)["kepala"])]
    flow.need(signatures_height(flow, terms, places) + CORNER)
    signatures(flow, terms, places, dated=False)
    _copies(flow, terms, shape)


def _addressee(flow: Flow, guest: BarisUndangan) -> None:
    flow.paragraph("Yth.", rata="kiri")
    flow.paragraph(guest.nama, face=flow.document.bold, rata="kiri")
    for text in (guest.lembaga, guest.alamat):
        if text:
            flow.paragraph(text, rata="kiri")
    flow.paragraph("di tempat", rata="kiri")


def _copies(flow: Flow, terms: Terms, shape: BentukUndangan) -> None:
    if not shape.tembusan:
        return
    flow.gap(8)
    size = flow.huruf.tabel
    flow.paragraph("Tembusan:", rata="kiri", size=size, spacing=1.2)
    for number, text in enumerate(shape.tembusan, 1):
        flow.paragraph(f"{number}. {terms.fill(text)}", rata="kiri", size=size, spacing=1.2)


def _corner(flow: Flow, shape: BentukUndangan, guest: BarisUndangan) -> None:
    """The QR in the lower right corner, with the number for an eye and the words that say what it is for."""
    face, bold, size = flow.document.regular, flow.document.bold, flow.huruf.tabel
    x, y = flow.right - QR_SIDE, flow.bottom + 2 * MM
    draw_qr(flow.sheet, guest.kode, x, y, QR_SIDE)
    width = 58 * MM
    flow.y = y + QR_SIDE - 2 * MM
    for weight, points, text in (
        (bold, size + 2, f"Undangan nomor {guest.nomor:03d}"),
        (face, size, shape.keterangan_kode),
    ):
        for line in weight.wrap(text, width, points):
            flow.place(weight, points, line, "kanan", x - 3 * MM - width, width)
            flow.y -= points * 1.25


def _list(flow: Flow, terms: Terms, shape: BentukUndangan) -> None:
    first = len(flow.document.sheets)
    flow.start(rebah=False)
    reference(
        flow,
        (
            ("LAMPIRAN", terms.fill(shape.rujukan).upper()),
            ("NOMOR", letter_number(terms)),
            ("TANGGAL", letter_day(terms).upper()),
        ),
    )
    title(flow, terms.fill(shape.judul_daftar))
    flow.gap(8)
    table_of_people(flow, shape.daftar, terms.profile.nomor_kolom, terms.isi.undangan)
    flow.gap(6)
    signer = officials(terms)["kepala"]
    signatures(flow, terms, [Place("kanan", "", terms.fill(shape.penanda), signer)], dated=False)
    sheets = flow.document.sheets[first:]
    for number, sheet in enumerate(sheets, 1):
        sheet.foot = f"Daftar undangan, halaman {number} dari {len(sheets)}"
