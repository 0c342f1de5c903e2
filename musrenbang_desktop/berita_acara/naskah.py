"""The running text of a berita acara as plain lines, part by part, as the profile orders them; drawn by others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.berita_acara.quorum import quorum_text
from musrenbang_desktop.berita_acara.terms import TITIK, Terms, orang
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.profile import Klausul

#: Lines to write by hand what was not recorded.
BLANK_TOPICS = 3


@dataclass(frozen=True, slots=True)
class Baris:
    """One line of the text: a paragraph, a numbered item (``dalam`` under another one), a fact with its label, a
    heading of a part, or a word alone in the middle.
    """

    teks: str
    label: str = ""
    bentuk: Literal["alinea", "butir", "fakta", "judul", "tengah", "catatan"] = "alinea"
    dalam: bool = False


Part = Callable[[Terms, bool], Sequence[Baris]]
"""Lines of a part; the flag says whether people are named, which the layar does not do."""


def body(terms: Terms, *, named: bool = True) -> list[tuple[str, Sequence[Baris]]]:
    """The parts before the numbered decisions, each with its name; empty ones are left out."""
    names = terms.profile.naskah
    return _parts(terms, names[: names.index("klausul")], named)


def closing(terms: Terms, *, named: bool = True) -> list[tuple[str, Sequence[Baris]]]:
    """The parts after the numbered decisions: how it was decided, and the last sentence."""
    names = terms.profile.naskah
    return _parts(terms, names[names.index("klausul") + 1 :], named)


def clauses(terms: Terms) -> list[tuple[str, Klausul]]:
    """The clauses of this forum, numbered without a gap where one of them does not apply."""
    every = terms.profile.klausul
    applying = [clause for clause in every if clause.jika != "delegasi" or terms.isi.delegasi]
    return [(named.nomor, clause) for named, clause in zip(every, applying, strict=False)]


def legal_basis(terms: Terms) -> list[str]:
    """Only citations that somebody has compared with the regulation, and only where the kabupaten wants them."""
    profile = terms.profile
    return [entry.teks for entry in profile.dasar_hukum if entry.status == "sah"] if profile.cetak_dasar_hukum else []


def considered_lines(terms: Terms) -> list[tuple[str, str, bool]]:
    """What the hall heard, as (number, text, whether it stands under the line before it): speeches, papers, answers."""
    forum = terms.isi.forum
    lines = [("1.", terms.teks("sambutan" if forum.sambutan else "sambutan_umum"), False), *_speakers(forum.sambutan)]
    lines += [("2.", terms.teks("pemaparan" if forum.pemateri else "pemaparan_umum"), False)]
    return [*lines, *_speakers(forum.pemateri), ("3.", terms.teks("tanggapan"), False)]


def described(person: Pejabat) -> str:
    """Who it is: ``Drs. Warsito, Camat Kaliwungu, dari Kecamatan Kaliwungu``."""
    origin = f"dari {person.dari}" if person.dari else ""
    return ", ".join(part for part in (person.nama or TITIK, person.jabatan, origin) if part)


def fact_lines(terms: Terms) -> tuple[tuple[str, str], ...]:
    """Day, hours, place, people: label and text; what was not recorded is an empty text."""
    return (*_when(terms), *_who(terms))


def _when(terms: Terms) -> tuple[tuple[str, str], ...]:
    return ("Hari dan tanggal", terms.hari_tanggal), ("Waktu", terms.waktu), ("Tempat", terms.tempat)


def _who(terms: Terms) -> tuple[tuple[str, str], ...]:
    return (
        ("Peserta", f"{terms.jumlah_peserta} (daftar hadir terlampir)"),
        ("Kuorum", quorum_text(terms)),
        ("Sebelumnya", terms.musyawarah_sebelumnya),
    )


def _parts(terms: Terms, names: Sequence[str], named: bool) -> list[tuple[str, Sequence[Baris]]]:
    found = [(name, PARTS[name](terms, named)) for name in names]
    return [(name, lines) for name, lines in found if lines]


def _speakers(people: Sequence[Pejabat]) -> list[tuple[str, str, bool]]:
    return [(f"{chr(ord('a') + index % 26)}.", f"{described(person)};", True) for index, person in enumerate(people)]


def _text(key: str) -> Part:
    return lambda terms, _named: [Baris(terms.teks(key))]


def _facts(lines: Sequence[tuple[str, str]]) -> list[Baris]:
    return [Baris(text, label, "fakta") for label, text in lines if text]


def _basis(terms: Terms, named: bool) -> list[Baris]:
    checked = legal_basis(terms) if named else []
    items = [Baris(text, f"{number}.", "butir") for number, text in enumerate(checked, 1)]
    return [Baris("Dasar hukum:"), *items] if items else []


def _considered(terms: Terms, named: bool) -> list[Baris]:
    lines = considered_lines(terms)
    if not named:
        general = ("sambutan_umum", "pemaparan_umum", "tanggapan")
        lines = [(f"{place}.", terms.teks(key), False) for place, key in enumerate(general, 1)]
    return [
        Baris(terms.teks("pertimbangan")),
        *(Baris(text, number, "butir", dalam=below) for number, text, below in lines),
    ]


def _topics(terms: Terms, _named: bool) -> list[Baris]:
    """What was dealt with; room to write it where it was not recorded."""
    topics = terms.isi.forum.materi or (TITIK * 4,) * BLANK_TOPICS
    items = [Baris(topic, f"{number}.", "butir", dalam=True) for number, topic in enumerate(topics, 1)]
    return [Baris(terms.teks("dibahas")), Baris(terms.teks("materi"), bentuk="judul"), *items]


def _leaders(terms: Terms, named: bool) -> list[Baris]:
    """Who led, wrote and spoke, each with the place that he comes from."""
    if not named:
        return []
    forum = terms.isi.forum
    roles = [("Pemimpin rapat", described(forum.pimpinan)), ("Notulis", described(forum.notulis))]
    speakers = [described(person) for person in forum.pemateri] or [TITIK]
    several = len(speakers) > 1
    roles += [
        ("" if number > 1 else "Narasumber", f"{number}. {name}" if several else name)
        for number, name in enumerate(speakers, 1)
    ]
    return [Baris(terms.teks("unsur"), bentuk="judul"), *(Baris(text, label, "fakta") for label, text in roles)]


def _decided_how(terms: Terms, _named: bool) -> list[Baris]:
    """By consent, by acclamation or by a vote with its figures; all of them to strike out while it is not recorded."""
    putusan = terms.isi.putusan
    if putusan is None or not putusan.cara:
        return [Baris(terms.teks("cara_kosong")), Baris(terms.teks("cara_catatan"), bentuk="catatan")]
    if putusan.cara != "suara":
        return [Baris(terms.teks(putusan.cara))]
    figures = {
        "setuju": putusan.setuju,
        "tidak_setuju": putusan.tidak_setuju,
        "abstain": putusan.abstain,
        "suara": putusan.jumlah,
    }
    words = {name: TITIK if count is None else orang(count) for name, count in figures.items()}
    return [Baris(terms.fill(terms.profile.teks["suara"], words))]


PARTS: Mapping[str, Part] = {
    "pembuka": _text("pembuka"),
    "dasar_hukum": _basis,
    "pertimbangan": _considered,
    "keterangan": lambda terms, _named: [Baris(terms.teks("maka")), *_facts(fact_lines(terms))],
    "waktu": lambda terms, _named: _facts(_when(terms)),
    "diselenggarakan": _text("diselenggarakan"),
    "kehadiran": lambda terms, _named: _facts(_who(terms)),
    "materi": _topics,
    "unsur": _leaders,
    "menyepakati": lambda terms, _named: [Baris(terms.teks("menyepakati").upper(), bentuk="tengah")],
    "putusan": _text("putusan"),
    "cara": _decided_how,
    "penutup": _text("penutup"),
}
