"""The berita acara itself: what was heard, what was agreed, who signed."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.attendance import table_of_people
from musrenbang_desktop.berita_acara.blocks import Place, letterhead, officials, signatures, signatures_height, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.quorum import delegates, quorum_text
from musrenbang_desktop.berita_acara.seal import seal_block
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import TITIK, Terms
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.profile import Klausul, Letak

HANG_NUMBER = 7 * MM
HANG_FACT = 42 * MM
HANG_CLAUSE = 30 * MM


def minutes(flow: Flow, terms: Terms) -> None:
    """Draw the berita acara and the page of those who sign for the participants.

    Where closer lines let the text end on one sheet they are used; where they do not, the lines stay wide.
    """
    sheets, first = flow.document.sheets, len(flow.document.sheets)
    wide, close = flow.huruf.spasi, flow.huruf.spasi_rapat
    for spacing in (wide, (wide + close) / 2, close, wide):
        del sheets[first:]
        flow.spasi = spacing
        _text(flow, terms)
        if len(sheets) == first + 1:
            break
    flow.spasi = wide
    _representatives(flow, terms)


def read_in_the_hall(flow: Flow, terms: Terms) -> None:
    """The wording for the layar: no signature, nobody's name. Sheets hold few lines, so nothing is kept together."""
    flow.start(rebah=False)
    title(flow, terms.teks("judul"))
    flow.paragraph(f"Nomor: {terms.nomor}", rata="tengah")
    flow.paragraph(terms.teks("pembuka"), rata="kiri")
    flow.paragraph(terms.teks("pertimbangan"), rata="kiri")
    for place, key in enumerate(("sambutan_umum", "pemaparan_umum", "tanggapan"), 1):
        flow.paragraph(f"{place}. {terms.teks(key)}", rata="kiri", indent=HANG_NUMBER)
    flow.paragraph(terms.teks("maka"), rata="kiri")
    for label, text in _fact_lines(terms):
        if text:
            flow.paragraph(f"{label}: {text}", rata="kiri", indent=HANG_NUMBER)
    flow.paragraph(terms.teks("menyepakati").upper(), face=flow.document.bold, rata="tengah")
    for number, clause in _clauses(terms):
        flow.paragraph(f"{number.upper()}: {terms.fill(clause.teks)}", rata="kiri")
        flow.gap(3)
    flow.paragraph(terms.teks("penutup"), rata="kiri")


def _text(flow: Flow, terms: Terms) -> None:
    flow.start(rebah=False)
    letterhead(flow, terms)
    title(flow, terms.teks("judul"))
    flow.paragraph(f"Nomor: {terms.nomor}", rata="tengah")
    flow.gap(6)
    flow.paragraph(terms.teks("pembuka"))
    flow.gap(5)
    _legal_basis(flow, terms)
    _considered(flow, terms)
    _facts(flow, terms)
    _agreed(flow, terms)
    _closing(flow, terms)


def _legal_basis(flow: Flow, terms: Terms) -> None:
    """Only citations that somebody has compared with the regulation, and only where the kabupaten wants them."""
    checked = [entry.teks for entry in terms.profile.dasar_hukum if entry.status == "sah"]
    if terms.profile.cetak_dasar_hukum and checked:
        flow.paragraph("Dasar hukum:")
        for number, text in enumerate(checked, 1):
            flow.item(f"{number}.", text, hang=HANG_NUMBER)
        flow.gap(5)


def _considered(flow: Flow, terms: Terms) -> None:
    forum = terms.isi.forum
    flow.paragraph(terms.teks("pertimbangan"))
    _speakers(flow, 1, terms.teks("sambutan" if forum.sambutan else "sambutan_umum"), forum.sambutan)
    _speakers(flow, 2, terms.teks("pemaparan" if forum.pemateri else "pemaparan_umum"), forum.pemateri)
    flow.item("3.", terms.teks("tanggapan"), hang=HANG_NUMBER)
    flow.gap(3)


def _speakers(flow: Flow, number: int, text: str, people: Sequence[Pejabat]) -> None:
    flow.item(f"{number}.", text, hang=HANG_NUMBER)
    for index, person in enumerate(people):
        letter = chr(ord("a") + index % 26)
        flow.item(f"{letter}.", f"{_described(person)};", hang=HANG_NUMBER, indent=HANG_NUMBER)


def _described(person: Pejabat) -> str:
    """``Drs. Warsito, Camat Kaliwungu, dari Kecamatan Kaliwungu``."""
    origin = f"dari {person.dari}" if person.dari else ""
    return ", ".join(part for part in (person.nama or TITIK, person.jabatan, origin) if part)


def _facts(flow: Flow, terms: Terms) -> None:
    flow.paragraph(terms.teks("maka"))
    for label, text in _fact_lines(terms):
        if text:
            flow.item(label, text, hang=HANG_FACT, indent=HANG_NUMBER, colon=True)
    flow.gap(6)


def _fact_lines(terms: Terms) -> tuple[tuple[str, str], ...]:
    return (
        ("Hari dan tanggal", terms.hari_tanggal),
        ("Waktu", terms.waktu),
        ("Tempat", terms.tempat),
        ("Peserta", f"{terms.jumlah_peserta} (daftar hadir terlampir)"),
        ("Kuorum", quorum_text(terms)),
        ("Sebelumnya", terms.musyawarah_sebelumnya),
    )


def _agreed(flow: Flow, terms: Terms) -> None:
    size = flow.huruf.isi * flow.spasi
    flow.need(size * 4)
    flow.paragraph(terms.teks("menyepakati").upper(), face=flow.document.bold, rata="tengah")
    flow.gap(5)
    for number, clause in _clauses(terms)[:-1]:
        _clause(flow, number, clause, terms)


def _clauses(terms: Terms) -> list[tuple[str, Klausul]]:
    """The clauses of this forum, numbered without a gap where one of them does not apply."""
    every = terms.profile.klausul
    applying = [clause for clause in every if clause.jika != "delegasi" or terms.isi.delegasi]
    return [(named.nomor, clause) for named, clause in zip(every, applying, strict=False)]


def _clause(flow: Flow, number: str, clause: Klausul, terms: Terms) -> None:
    flow.item(number.upper(), terms.fill(clause.teks), hang=HANG_CLAUSE, colon=True)
    flow.gap(3)


def _closing(flow: Flow, terms: Terms) -> None:
    """The last clause and the closing sentence share the sheet of the signatures: nobody signs an empty page."""
    people = officials(terms)
    places = [
        Place(entry.letak, terms.fill(entry.pengantar), terms.fill(entry.sebutan), people[entry.peran])
        for entry in terms.profile.penanda_tangan
    ]
    last = _clauses(terms)[-1:]
    texts = [terms.teks("penutup"), *(terms.fill(clause.teks) for _, clause in last)]
    size, width = flow.huruf.isi, flow.width - HANG_CLAUSE
    lines = sum(len(flow.document.regular.wrap(text, width, size)) for text in texts)
    flow.need(lines * size * flow.spasi + 8 + signatures_height(flow, terms, places))
    for number, clause in last:
        _clause(flow, number, clause, terms)
    flow.gap(2)
    flow.paragraph(texts[0])
    signatures(flow, terms, places)


def _team(flow: Flow, terms: Terms) -> None:
    """Who helped the forum along and by which decree, then the witnesses two by two, each with room for a pen."""
    forum = terms.isi.forum
    helpers = "; ".join(_described(person) for person in forum.fasilitator if person.nama.strip())
    timekeeper = _described(forum.penjaga_waktu) if forum.penjaga_waktu.nama.strip() else ""
    facts = (("Fasilitator", helpers), ("Penjaga waktu", timekeeper), ("SK tim", terms.surat_keputusan))
    flow.gap(10)
    for label, text in facts:
        if text:
            flow.item(label, text, hang=HANG_CLAUSE, colon=True)
    people = [person for person in terms.isi.forum.saksi if person.nama.strip()]
    sides: tuple[Letak, Letak] = ("kiri", "kanan")
    for first in range(0, len(people), 2):
        places = [
            Place(side, "", f"Saksi {first + offset}", person)
            for offset, (side, person) in enumerate(zip(sides, people[first : first + 2], strict=False), 1)
        ]
        signatures(flow, terms, places, dated=False)


def _representatives(flow: Flow, terms: Terms) -> None:
    flow.start(rebah=False)
    title(flow, terms.teks("wakil"))
    flow.gap(10)
    table_of_people(flow, terms.profile.wakil, "", terms.isi.wakil, at_least=terms.profile.wakil.baris_kosong)
    _team(flow, terms)
    if terms.profile.tembusan:
        flow.gap(14)
        flow.need(flow.huruf.isi * flow.spasi * (len(terms.profile.tembusan) + 1))
        flow.paragraph("Tembusan:", rata="kiri")
        for number, text in enumerate(terms.profile.tembusan, 1):
            flow.item(f"{number}.", terms.fill(text), hang=HANG_NUMBER)
    seal_block(flow, terms)
    delegates(flow, terms)
