"""The berita acara of a forum held before the Musrenbang: musyawarah dusun, rembug warga, pra-musrenbang."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.any_forum import body_of, closing_of, is_lower, representatives_title, title_of
from musrenbang_desktop.berita_acara.attendance import table_of_people
from musrenbang_desktop.berita_acara.blocks import letterhead, signatures, signatures_height, signers, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.minutes import minutes, read_in_the_hall, read_lines
from musrenbang_desktop.berita_acara.naskah import Baris
from musrenbang_desktop.berita_acara.notulen import section
from musrenbang_desktop.berita_acara.seal import seal_block
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import Terms

HANG_FACT = 42 * MM
HANG_NUMBER = 8 * MM


def minutes_of_any_forum(flow: Flow, terms: Terms) -> None:
    """Draw the berita acara that belongs to this kind of forum."""
    if is_lower(terms):
        lower_minutes(flow, terms)
    else:
        minutes(flow, terms)


def read_any_in_the_hall(flow: Flow, terms: Terms) -> None:
    """The wording for the layar of any kind of forum: no signature, nobody's name."""
    if not is_lower(terms):
        read_in_the_hall(flow, terms)
        return
    flow.start(rebah=False)
    title(flow, title_of(terms))
    flow.paragraph(f"Nomor: {terms.nomor}", rata="tengah")
    for _, lines in (*body_of(terms, named=False), *closing_of(terms, named=False)):
        read_lines(flow, lines)


def lower_minutes(flow: Flow, terms: Terms) -> None:
    """Draw the berita acara of a forum before the Musrenbang."""
    flow.start(rebah=False)
    letterhead(flow, terms)
    title(flow, title_of(terms))
    flow.paragraph(f"Nomor: {terms.nomor}", rata="tengah")
    flow.gap(6)
    for _, lines in body_of(terms):
        _draw(flow, lines)
        flow.gap(6)
    _closing(flow, terms)


def _draw(flow: Flow, lines: Sequence[Baris]) -> None:
    for line in lines:
        if line.bentuk == "judul":
            section(flow, line.teks)
        elif line.bentuk == "fakta":
            flow.item(line.label, line.teks, hang=HANG_FACT, indent=HANG_NUMBER, colon=True)
        elif line.bentuk == "butir":
            flow.item(line.label, line.teks, hang=HANG_NUMBER, indent=HANG_NUMBER if line.dalam else 0)
        else:
            flow.paragraph(line.teks)
            flow.gap(2)


def _closing(flow: Flow, terms: Terms) -> None:
    """The closing sentence stays with the signatures; the table of those who sign for the participants follows."""
    shape = terms.profile.cetak["musdus"]
    places = signers(terms, shape.penanda)
    lines = [line for _, found in closing_of(terms) for line in found]
    height = sum(len(flow.document.regular.wrap(line.teks, flow.width, flow.huruf.isi)) for line in lines)
    flow.need(height * flow.huruf.isi * flow.spasi + signatures_height(flow, terms, places))
    _draw(flow, lines)
    signatures(flow, terms, places)
    form = shape.tabel["wakil"]
    flow.gap(14)
    least = max(form.baris_kosong, len(terms.isi.wakil))
    flow.need(min(least, 10) * form.tinggi_baris_mm * MM + 4 * flow.huruf.judul)
    title(flow, representatives_title(terms))
    flow.gap(5)
    table_of_people(flow, form, "", terms.isi.wakil, at_least=form.baris_kosong)
    seal_block(flow, terms)
