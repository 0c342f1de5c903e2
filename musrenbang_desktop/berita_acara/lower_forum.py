"""The berita acara of a forum held before the Musrenbang: musyawarah dusun, rembug warga, pra-musrenbang."""

from __future__ import annotations

from collections.abc import Iterator

from musrenbang_desktop.berita_acara.attendance import table_of_people
from musrenbang_desktop.berita_acara.blocks import letterhead, signatures, signatures_height, signers, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.isi import BarisPrioritas
from musrenbang_desktop.berita_acara.minutes import described, minutes, read_in_the_hall
from musrenbang_desktop.berita_acara.notulen import named, one_full_stop, section
from musrenbang_desktop.berita_acara.seal import seal_block
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import TITIK, Terms, rupiah
from musrenbang_desktop.domain.forum import Pejabat

HANG_FACT = 42 * MM
HANG_NUMBER = 8 * MM


def minutes_of_any_forum(flow: Flow, terms: Terms) -> None:
    """Draw the berita acara that belongs to this kind of forum."""
    if terms.isi.forum.tingkat == "utama":
        minutes(flow, terms)
    else:
        lower_minutes(flow, terms)


def lower_minutes(flow: Flow, terms: Terms) -> None:
    """Draw the berita acara of a forum before the Musrenbang."""
    shape = terms.profile.cetak["musdus"]
    texts = shape.teks
    flow.start(rebah=False)
    letterhead(flow, terms)
    title(flow, terms.fill(texts["judul"]))
    flow.paragraph(f"Nomor: {terms.nomor}", rata="tengah")
    flow.gap(6)
    flow.paragraph(terms.fill(texts["pembuka"]))
    flow.gap(3)
    for label, text in _facts(terms):
        flow.item(label, text, hang=HANG_FACT, indent=HANG_NUMBER, colon=True)
    flow.gap(8)
    section(flow, f"A. {terms.fill(texts['materi'])}")
    for number, text in enumerate(_topics(terms), 1):
        flow.item(f"{number}.", text, hang=HANG_NUMBER, indent=HANG_NUMBER)
    flow.gap(8)
    section(flow, f"B. {terms.fill(texts['pimpinan'])}")
    for label, text in _leaders(terms):
        flow.item(label, text, hang=HANG_FACT, indent=HANG_NUMBER, colon=True)
    flow.gap(8)
    flow.paragraph(terms.fill(texts["putusan"]))
    _decisions(flow, terms)
    _closing(flow, terms)


def read_any_in_the_hall(flow: Flow, terms: Terms) -> None:
    """The wording for the layar of any kind of forum: no signature, nobody's name."""
    if terms.isi.forum.tingkat == "utama":
        read_in_the_hall(flow, terms)
        return
    texts = terms.profile.cetak["musdus"].teks
    flow.start(rebah=False)
    title(flow, terms.fill(texts["judul"]))
    flow.paragraph(f"Nomor: {terms.nomor}", rata="tengah")
    flow.paragraph(terms.fill(texts["pembuka"]), rata="kiri")
    for label, text in _facts(terms):
        flow.paragraph(f"{label}: {text}", rata="kiri", indent=HANG_NUMBER)
    flow.paragraph(f"{terms.fill(texts['materi'])}:", rata="kiri")
    for number, text in enumerate(_topics(terms), 1):
        flow.paragraph(f"{number}. {text}", rata="kiri", indent=HANG_NUMBER)
    flow.paragraph(terms.fill(texts["putusan"]), rata="kiri")
    found = list(_parts(terms, named_people=False))
    for number, (text, rows) in enumerate(found, 1):
        flow.paragraph(f"{number}. {text}", rata="kiri")
        for place, row in enumerate(rows, 1):
            flow.paragraph(f"{place}. {_line(row)}", rata="kiri", indent=HANG_NUMBER)
    if not found:
        flow.paragraph(terms.fill(texts["tanpa_putusan"]), rata="kiri")
    flow.paragraph(terms.fill(texts["penutup"]), rata="kiri")


def _facts(terms: Terms) -> tuple[tuple[str, str], ...]:
    present = f"{terms.jumlah_peserta} (daftar hadir terlampir)" if terms.isi.hitungan.hadir else TITIK
    return (
        ("Hari dan tanggal", terms.hari_tanggal),
        ("Jam", terms.waktu),
        ("Tempat", terms.tempat),
        ("Yang hadir", present),
    )


def _topics(terms: Terms) -> list[str]:
    """The items of the agenda; lines for the pen where none was written."""
    return [row.judul for row in terms.isi.forum.agenda] or [TITIK * 3, TITIK * 3]


def _leaders(terms: Terms) -> list[tuple[str, str]]:
    forum = terms.isi.forum
    lines = [
        ("Pimpinan rapat", _from(forum.pimpinan)),
        ("Notulis 1", _from(forum.notulis)),
        ("Notulis 2", _from(forum.notulis_kedua)),
    ]
    speakers = [one for one in forum.pemateri if one.nama.strip()]
    return lines + [(f"Narasumber {number}", described(one)) for number, one in enumerate(speakers, 1)]


def _from(person: Pejabat) -> str:
    """``Rina Kusumawati dari PKK``: the origin, else the office; dots for what was not recorded."""
    return f"{person.nama.strip() or TITIK} dari {person.dari or person.jabatan or TITIK}"


def _decisions(flow: Flow, terms: Terms) -> None:
    texts, isi = terms.profile.cetak["musdus"].teks, terms.isi
    number = 0
    for text, rows in _parts(terms):
        number += 1
        flow.item(f"{number}.", text, hang=HANG_NUMBER)
        for place, row in enumerate(rows, 1):
            flow.item(f"{place}.", _line(row), hang=HANG_NUMBER, indent=HANG_NUMBER)
        flow.gap(2)
    if not number:
        flow.paragraph(terms.fill(texts["tanpa_putusan"]), rata="kiri", indent=HANG_NUMBER)
    if isi.alasan_delegasi:
        flow.paragraph(terms.fill(terms.profile.daftar_delegasi.alasan, {"alasan": isi.alasan_delegasi}))
    flow.gap(4)


def _parts(terms: Terms, *, named_people: bool = True) -> Iterator[tuple[str, tuple[BarisPrioritas, ...]]]:
    """The decisions: what goes on, what does not, what the notulis wrote, who goes on."""
    texts, isi = terms.profile.cetak["musdus"].teks, terms.isi
    if isi.prioritas:
        yield terms.fill(texts["disepakati"], {"jumlah": str(len(isi.prioritas))}), isi.prioritas
    if isi.belum_disepakati:
        yield terms.fill(texts["belum_disepakati"], {"jumlah": str(len(isi.belum_disepakati))}), ()
    for text in isi.risalah.putusan if isi.risalah else ():
        yield text, ()
    if isi.delegasi and named_people:
        names = ", ".join(named(one.nama, one.peran) for one in isi.delegasi)
        yield one_full_stop(terms.fill(texts["delegasi"], {"nama": names})), ()


def _line(row: BarisPrioritas) -> str:
    """``Drainase (U-001), Krajan RT 02/RW 01, 120 m, Rp45.000.000``; what is unknown is left out."""
    cost = f"Rp{rupiah(row.perkiraan_biaya)}" if row.perkiraan_biaya is not None else ""
    parts = (f"{row.usulan} ({row.label})", row.lokasi, f"{row.volume} {row.satuan}".strip(), cost)
    return ", ".join(filter(None, parts))


def _closing(flow: Flow, terms: Terms) -> None:
    """The closing sentence stays with the signatures; the table of those who sign for the participants follows."""
    shape = terms.profile.cetak["musdus"]
    places = signers(terms, shape.penanda)
    text = terms.fill(shape.teks["penutup"])
    lines = len(flow.document.regular.wrap(text, flow.width, flow.huruf.isi))
    flow.need(lines * flow.huruf.isi * flow.spasi + signatures_height(flow, terms, places))
    flow.paragraph(text)
    signatures(flow, terms, places)
    form = shape.tabel["wakil"]
    flow.gap(14)
    least = max(form.baris_kosong, len(terms.isi.wakil))
    flow.need(min(least, 10) * form.tinggi_baris_mm * MM + 4 * flow.huruf.judul)
    title(flow, terms.fill(shape.teks["wakil"]))
    flow.gap(5)
    table_of_people(flow, form, "", terms.isi.wakil, at_least=form.baris_kosong)
    seal_block(flow, terms)
