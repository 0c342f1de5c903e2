"""The berita acara itself: what was heard, what was agreed, who signed."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.attendance import table_of_people
from musrenbang_desktop.berita_acara.blocks import Place, letterhead, signatures, signatures_height, signers, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.naskah import (
    Baris,
    body,
    clauses,
    closing,
    considered_lines,
    described,
    fact_lines,
    legal_basis,
)
from musrenbang_desktop.berita_acara.seal import seal_block
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.domain.profile import Klausul, Letak

__all__ = [
    "clauses",
    "considered_lines",
    "described",
    "fact_lines",
    "legal_basis",
    "minutes",
    "read_in_the_hall",
    "read_lines",
    "team_lines",
]

HANG_NUMBER = 7 * MM
HANG_FACT = 42 * MM
HANG_CLAUSE = 30 * MM

#: How narrow the gaps between the parts may become, as a part of the usual ones.
NARROW = 0.4
#: White below each part in points; the last one before the signatures has none of its own.
LAST = "terakhir"
_BELOW = {"pertimbangan": 3.0, "keterangan": 6.0, "waktu": 3.0, LAST: 0.0}


def minutes(flow: Flow, terms: Terms) -> None:
    """Draw the berita acara and the page of those who sign for the participants.

    Where closer lines, then narrower gaps too, let the text end on one sheet they are used; where they do not, all
    stays wide.
    """
    sheets, first = flow.document.sheets, len(flow.document.sheets)
    wide, close = flow.huruf.spasi, flow.huruf.spasi_rapat
    for flow.spasi, flow.sela in ((wide, 1.0), ((wide + close) / 2, 1.0), (close, 1.0), (close, NARROW), (wide, 1.0)):
        del sheets[first:]
        _text(flow, terms)
        if len(sheets) == first + 1:
            break
    flow.spasi, flow.sela = wide, 1.0
    _representatives(flow, terms, one_sheet=len(sheets) == first + 1)


def read_in_the_hall(flow: Flow, terms: Terms) -> None:
    """The wording for the layar: no signature, nobody's name. Sheets hold few lines, so nothing is kept together."""
    flow.start(rebah=False)
    title(flow, terms.teks("judul"))
    flow.paragraph(f"Nomor: {terms.nomor}", rata="tengah")
    for _, lines in body(terms, named=False):
        read_lines(flow, lines)
    for number, clause in clauses(terms):
        colon = ":" if clause_place(number)[1] else ""
        flow.paragraph(f"{number.upper()}{colon} {terms.fill(clause.teks)}", rata="kiri")
        flow.gap(3)
    for _, lines in closing(terms, named=False):
        read_lines(flow, lines)


def read_lines(flow: Flow, lines: Sequence[Baris]) -> None:
    """Lines of the text as the hall reads them, one below the other."""
    for line in lines:
        if line.bentuk == "tengah":
            flow.paragraph(line.teks, face=flow.document.bold, rata="tengah")
        elif line.bentuk == "fakta":
            flow.paragraph(f"{line.label}: {line.teks}", rata="kiri", indent=HANG_NUMBER)
        elif line.bentuk == "butir":
            flow.paragraph(f"{line.label} {line.teks}", rata="kiri", indent=HANG_NUMBER)
        else:
            flow.paragraph(line.teks, rata="kiri")


def _text(flow: Flow, terms: Terms) -> None:
    flow.start(rebah=False)
    letterhead(flow, terms)
    title(flow, terms.teks("judul"))
    flow.paragraph(f"Nomor: {terms.nomor}", rata="tengah")
    flow.gap(6)
    for name, lines in body(terms):
        _part(flow, name, lines)
    for number, clause in clauses(terms)[:-1]:
        _clause(flow, number, clause, terms)
    _closing(flow, terms)


def _part(flow: Flow, name: str, lines: Sequence[Baris]) -> None:
    for line in lines:
        if line.bentuk == "tengah":
            flow.need(flow.huruf.isi * flow.spasi * 4)
            flow.paragraph(line.teks, face=flow.document.bold, rata="tengah")
        elif line.bentuk == "judul":
            flow.gap(4)
            flow.need(flow.huruf.isi * flow.spasi * 2)
            flow.paragraph(line.teks, face=flow.document.bold, rata="kiri")
        elif line.bentuk == "catatan":
            flow.paragraph(line.teks, size=flow.huruf.tabel, rata="kiri")
        elif line.bentuk == "butir":
            flow.item(line.label, line.teks, hang=HANG_NUMBER, indent=HANG_NUMBER if line.dalam else 0)
        elif line.bentuk == "fakta":
            flow.item(line.label, line.teks, hang=HANG_FACT, indent=HANG_NUMBER, colon=bool(line.label))
        else:
            flow.paragraph(line.teks)
    flow.gap(_BELOW.get(name, 5))


def _clause(flow: Flow, number: str, clause: Klausul, terms: Terms) -> None:
    hang, colon = clause_place(number)
    flow.item(number.upper(), terms.fill(clause.teks), hang=hang, colon=colon)
    flow.gap(3)


def clause_place(number: str) -> tuple[float, bool]:
    """How far a decision stands from its number in points, and whether a colon follows: ``KESATU :`` or ``1.``"""
    return (HANG_NUMBER, False) if number.endswith((".", ")")) else (HANG_CLAUSE, True)


def _closing(flow: Flow, terms: Terms) -> None:
    """The last decision and what follows it share the sheet of the signatures: nobody signs an empty page."""
    places = signers(terms, terms.profile.penanda_tangan)
    last = clauses(terms)[-1:]
    after = closing(terms)
    texts = [line.teks for _, lines in after for line in lines] + [terms.fill(clause.teks) for _, clause in last]
    size = flow.huruf.isi
    width = flow.width - max((clause_place(number)[0] for number, _ in last), default=0.0)
    lines = sum(len(flow.document.regular.wrap(text, width, size)) for text in texts)
    gaps = 3 + 5 * len(after)
    flow.need(lines * size * flow.spasi + gaps * flow.sela + signatures_height(flow, terms, places))
    for number, clause in last:
        _clause(flow, number, clause, terms)
    flow.gap(2)
    for index, (name, found) in enumerate(after):
        _part(flow, name if index < len(after) - 1 else LAST, found)
    signatures(flow, terms, places)


def team_lines(terms: Terms) -> tuple[tuple[str, str], ...]:
    """Who helped the forum along and by which decree: label and text, empty where nothing was recorded."""
    forum = terms.isi.forum
    helpers = "; ".join(described(person) for person in forum.fasilitator if person.nama.strip())
    timekeeper = described(forum.penjaga_waktu) if forum.penjaga_waktu.nama.strip() else ""
    return (("Fasilitator", helpers), ("Penjaga waktu", timekeeper), ("SK tim", terms.surat_keputusan))


def _team(flow: Flow, terms: Terms) -> None:
    """Who helped the forum along and by which decree, then the witnesses two by two, each with room for a pen."""
    flow.gap(10)
    lines = [(label, text) for label, text in team_lines(terms) if text]
    widest = max((flow.document.regular.measure(label, flow.huruf.isi) for label, _ in lines), default=0.0)
    for label, text in lines:
        flow.item(label, text, hang=max(HANG_CLAUSE, widest + 12), colon=True)
    people = [person for person in terms.isi.forum.saksi if person.nama.strip()]
    sides: tuple[Letak, Letak] = ("kiri", "kanan")
    for first in range(0, len(people), 2):
        places = [
            Place(side, "", f"Saksi {first + offset}", person)
            for offset, (side, person) in enumerate(zip(sides, people[first : first + 2], strict=False), 1)
        ]
        signatures(flow, terms, places, dated=False)


def _representatives(flow: Flow, terms: Terms, *, one_sheet: bool) -> None:
    """A sheet of their own, unless the text left most of its second sheet free."""
    shape, people = terms.profile.wakil, terms.isi.wakil
    if terms.profile.wakil_lembar_baru:
        if one_sheet or flow.room < flow.huruf.judul * 6 + _whole_height(flow, terms):
            flow.start(rebah=False)
        flow.gap(24)
        title(flow, terms.teks("wakil"))
    else:
        flow.gap(16)
        words = terms.teks("wakil").split("\n")
        flow.need(len(words) * flow.huruf.isi * flow.spasi + _people_height(flow, terms))
        flow.paragraph("\n".join(words), rata="tengah")
    flow.gap(10 if terms.profile.wakil_lembar_baru else 5)
    table_of_people(flow, shape, "", people, at_least=shape.baris_kosong)
    _team(flow, terms)
    if terms.profile.tembusan:
        flow.gap(14)
        flow.need(flow.huruf.isi * flow.spasi * (len(terms.profile.tembusan) + 1))
        flow.paragraph("Tembusan:", rata="kiri")
        for number, text in enumerate(terms.profile.tembusan, 1):
            flow.item(f"{number}.", terms.fill(text), hang=HANG_NUMBER)
    seal_block(flow, terms)


def _whole_height(flow: Flow, terms: Terms) -> float:
    """What all rows of those who sign take, each on one line."""
    shape = terms.profile.wakil
    rows = max(len(terms.isi.wakil), shape.baris_kosong)
    return rows * max(shape.tinggi_baris_mm * MM, flow.huruf.tabel * 2) + flow.huruf.tabel * 3


def _people_height(flow: Flow, terms: Terms) -> float:
    """What the head and the first rows of those who sign take at least, so that the words above them stay with them."""
    shape = terms.profile.wakil
    rows = min(max(len(terms.isi.wakil), shape.baris_kosong), 5)
    return rows * max(shape.tinggi_baris_mm * MM, flow.huruf.tabel * 2) + flow.huruf.tabel * 3
