"""Fields of single forms: the postponement, the opening without a quorum, the notulen, what a new version changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from musrenbang_desktop.berita_acara import changes, notulen, quorum, without_quorum
from musrenbang_desktop.berita_acara.naskah import Baris
from musrenbang_desktop.berita_acara.terms import TITIK, Terms
from musrenbang_desktop.berita_acara.word.forms import Bentuk
from musrenbang_desktop.berita_acara.word.nilai import Nilai
from musrenbang_desktop.domain.bentuk_cetak import KOLOM_CETAK
from musrenbang_desktop.domain.kehadiran import Penundaan


def terms_of(terms: Terms, bentuk: Bentuk) -> Terms:
    """The words of the day of which this form speaks: a postponement has moved the forum on since."""
    return quorum.day_of(terms, _postponement(terms)) if bentuk == "penundaan" else terms


def instead(terms: Terms, bentuk: Bentuk) -> dict[str, Nilai]:
    """The fields that this form fills with something else than the berita acara of the forum."""
    if bentuk == "penundaan":
        *texts, last = quorum.postponed_sentences(terms, _postponement(terms))
        title = quorum.postponed_title(terms, _postponement(terms))
        return _form(title, [Baris(text) for text in texts], [Baris(last)]) | {"nomor": TITIK}
    if bentuk == "tanpa_kuorum":
        words, needed = terms.profile.cetak["tanpa_kuorum"].teks, without_quorum.needed(terms.isi.pembukaan)
        first, *others = (Baris(text) for text in without_quorum.opening_sentences(terms))
        numbered = [Baris(line.teks, f"{number}.", "butir") for number, line in enumerate(others, 1)]
        closing = [Baris(terms.fill(words["penutup"]))] if needed else []
        return _form(terms.fill(words["judul"]), [first, *(numbered if needed else others)], closing) | {"nomor": TITIK}
    if bentuk == "notulen":
        words = terms.profile.cetak["notulen"].teks
        lines = [Baris(text, label, "fakta") for label, text in notulen.head_facts(terms)]
        return _form(terms.fill(words["judul"]), lines, [Baris(terms.fill(words["penutup"]))])
    return {}


def _form(title: str, before: Sequence[Baris], closing: Sequence[Baris]) -> dict[str, Nilai]:
    return {
        "judul": title.upper(),
        "naskah_awal": [line_of(line) for line in before],
        "klausul": [],
        "naskah_akhir": [line_of(line) for line in closing],
    }


def _postponement(terms: Terms) -> Penundaan | None:
    """The one time that the meeting was put off; nothing while it never was, for a sheet to fill in by hand."""
    return terms.isi.penundaan[-1] if terms.isi.penundaan else None


def line_of(line: Baris) -> dict[str, Nilai]:
    """One line of the text as a row of a template."""
    return {"bentuk": line.bentuk, "label": line.label, "teks": line.teks, "dalam": "ya" if line.dalam else ""}


def notes(terms: Terms) -> dict[str, Nilai]:
    """What the notulen says, part by part."""
    shape, day = terms.profile.cetak["notulen"], terms.isi.risalah
    said = sorted(KOLOM_CETAK["notulen.pembicaraan"])
    parts = zip("ABCD", ("acara", "pembicaraan", "usulan", "putusan"), strict=True)
    return {
        "bagian": {key: f"{letter}. {terms.fill(shape.teks[key])}" for letter, key in parts},
        "acara": list[Mapping[str, Nilai]](notulen.agenda_cells(terms, day)),
        "pembicaraan": [
            {"acara": item, "ucapan": [{key: notulen.said(one, key) for key in said} for one in spoken]}
            for item, spoken in notulen.by_item(day)
        ],
        "pendapat": list[Mapping[str, Nilai]](notulen.opinion_cells(day)),
        "putusan": [
            {"nomor": f"{number}.", "teks": text} for number, text in enumerate(notulen.decided(terms, shape, day), 1)
        ],
    }


def versions(terms: Terms) -> dict[str, Nilai]:
    """How this version differs from the one before; all empty for a first one."""
    found = terms.isi.sehari
    if found.versi.nomor == 1:
        return {"judul_perubahan": "", "versi": [], "perubahan": [], "tambahan": []}
    return {
        "judul_perubahan": changes.title_of_changes(terms).upper(),
        "versi": [{"teks": text} for text in changes.sentences(terms)],
        "perubahan": [asdict(one) for one in found.versi.beda],
        "tambahan": [asdict(one) | {"nomor": str(one.nomor)} for one in found.tambahan],
    }
