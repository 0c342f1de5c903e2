"""The words of the berita acara of any kind of forum as plain lines: of the Musrenbang itself as its profile orders
them, of a forum held before it (musyawarah dusun, rembug warga, pra-musrenbang) as ``[musdus]`` writes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musrenbang_desktop.berita_acara import naskah
from musrenbang_desktop.berita_acara.isi import BarisPrioritas
from musrenbang_desktop.berita_acara.naskah import Baris, described
from musrenbang_desktop.berita_acara.notulen import named_delegate, one_full_stop
from musrenbang_desktop.berita_acara.terms import TITIK, Terms, rupiah
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.profile import Klausul
from musrenbang_desktop.domain.volume import volume_satuan

Parts = list[tuple[str, Sequence[Baris]]]


def is_lower(terms: Terms) -> bool:
    """Whether this forum is held before the Musrenbang."""
    return terms.isi.forum.tingkat != "utama"


def title_of(terms: Terms) -> str:
    """The title, one line of the profile a line."""
    return _musdus(terms, "judul") if is_lower(terms) else terms.teks("judul")


def representatives_title(terms: Terms) -> str:
    """What stands above those who sign for the participants."""
    return _musdus(terms, "wakil") if is_lower(terms) else terms.teks("wakil")


def body_of(terms: Terms, *, named: bool = True) -> Parts:
    """The parts before the numbered clauses; the layar asks for them without names of people."""
    if not is_lower(terms):
        return naskah.body(terms, named=named)
    parts = [("pembuka", _opening(terms)), ("materi", _topics(terms))]
    if named:
        parts.append(("pimpinan", _leaders(terms)))
    return [*parts, ("putusan", list(_decisions(terms, named)))]


def clauses_of(terms: Terms) -> list[tuple[str, Klausul]]:
    """The clauses; a forum before the Musrenbang has none."""
    return [] if is_lower(terms) else naskah.clauses(terms)


def closing_of(terms: Terms, *, named: bool = True) -> Parts:
    """What follows the clauses."""
    if is_lower(terms):
        return [("penutup", [Baris(_musdus(terms, "penutup"))])]
    return naskah.closing(terms, named=named)


def _musdus(terms: Terms, key: str, **words: str) -> str:
    return terms.fill(terms.profile.cetak["musdus"].teks[key], words)


def _opening(terms: Terms) -> list[Baris]:
    present = f"{terms.jumlah_peserta} (daftar hadir terlampir)" if terms.isi.hitungan.hadir else TITIK
    facts = (
        ("Hari dan tanggal", terms.hari_tanggal),
        ("Jam", terms.waktu),
        ("Tempat", terms.tempat),
        ("Yang hadir", present),
    )
    return [Baris(_musdus(terms, "pembuka")), *(Baris(text, label, "fakta") for label, text in facts)]


def _topics(terms: Terms) -> list[Baris]:
    """What was dealt with, else the items of the agenda; lines for the pen where neither was written."""
    forum = terms.isi.forum
    topics = forum.materi or tuple(row.judul for row in forum.agenda) or (TITIK * 3,) * 2
    items = [Baris(topic, f"{number}.", "butir", dalam=True) for number, topic in enumerate(topics, 1)]
    return [Baris(f"A. {_musdus(terms, 'materi')}", bentuk="judul"), *items]


def _leaders(terms: Terms) -> list[Baris]:
    forum = terms.isi.forum
    lines = [
        ("Pimpinan rapat", _from(forum.pimpinan)),
        ("Notulis 1", _from(forum.notulis)),
        ("Notulis 2", _from(forum.notulis_kedua)),
    ]
    speakers = [one for one in forum.pemateri if one.nama.strip()]
    lines += [(f"Narasumber {number}", described(one)) for number, one in enumerate(speakers, 1)]
    head = Baris(f"B. {_musdus(terms, 'pimpinan')}", bentuk="judul")
    return [head, *(Baris(text, label, "fakta") for label, text in lines)]


def _from(person: Pejabat) -> str:
    """``Rina Kusumawati dari PKK``: the origin, else the office; dots for what was not recorded."""
    return f"{person.nama.strip() or TITIK} dari {person.dari or person.jabatan or TITIK}"


def _decisions(terms: Terms, named: bool) -> Iterator[Baris]:
    """What goes on, what does not, what the notulis wrote, who goes on and why it is they."""
    yield Baris(_musdus(terms, "putusan"))
    number = 0
    for text, rows in _decided(terms, named):
        number += 1
        yield Baris(text, f"{number}.", "butir")
        for place, row in enumerate(rows, 1):
            yield Baris(_line(row), f"{place}.", "butir", dalam=True)
    if not number:
        yield Baris(_musdus(terms, "tanpa_putusan"))
    if terms.isi.alasan_delegasi and named:
        yield Baris(terms.fill(terms.profile.daftar_delegasi.alasan, {"alasan": terms.isi.alasan_delegasi}))


def _decided(terms: Terms, named: bool) -> Iterator[tuple[str, tuple[BarisPrioritas, ...]]]:
    isi = terms.isi
    if isi.prioritas:
        yield _musdus(terms, "disepakati", jumlah=str(len(isi.prioritas))), isi.prioritas
    if isi.belum_disepakati:
        yield _musdus(terms, "belum_disepakati", jumlah=str(len(isi.belum_disepakati))), ()
    for text in isi.risalah.putusan if isi.risalah else ():
        yield text, ()
    if isi.delegasi and named:
        names = ", ".join(named_delegate(one.nama, one.peran) for one in isi.delegasi)
        yield one_full_stop(_musdus(terms, "delegasi", nama=names)), ()


def _line(row: BarisPrioritas) -> str:
    """``Drainase (U-001), Krajan RT 02/RW 01, 120 m, Rp45.000.000``; what is unknown is left out."""
    cost = f"Rp{rupiah(row.perkiraan_biaya)}" if row.perkiraan_biaya is not None else ""
    parts = (f"{row.usulan} ({row.label})", row.lokasi, volume_satuan(row.volume, row.satuan), cost)
    return ", ".join(filter(None, parts))
