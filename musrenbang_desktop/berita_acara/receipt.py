"""Tanda terima undangan: who got a letter, when, from whose hand; room for the signature of whoever takes it."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.attendance import table_of_people
from musrenbang_desktop.berita_acara.blocks import Place, officials, signatures, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.letters import letter_day, letter_number
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import Terms

HANG_FACT = 34 * MM


def receipt(flow: Flow, terms: Terms) -> None:
    """Draw the list of receipts."""
    shape = terms.profile.undangan
    flow.start(rebah=False)
    title(flow, terms.fill(shape.judul_tanda_terima))
    flow.gap(8)
    for label, text in (
        ("Nomor surat", letter_number(terms)),
        ("Tanggal surat", letter_day(terms)),
        ("Hari forum", terms.hari_tanggal),
    ):
        flow.item(label, text, hang=HANG_FACT, colon=True)
    flow.gap(7)
    people = terms.isi.undangan
    table_of_people(flow, shape.tanda_terima, terms.profile.nomor_kolom, people)
    given = sum(bool(guest.tanggal_terima) for guest in people)
    flow.gap(6)
    flow.paragraph(f"Sudah diserahkan {given} dari {len(people)} undangan.", rata="kiri")
    signer = officials(terms)["kepala"]
    signatures(flow, terms, [Place("kanan", "", terms.fill(shape.penanda), signer)], dated=False)
