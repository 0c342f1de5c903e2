"""What a berita acara says about quorum and delegates, and the short berita acara of a meeting put off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from musrenbang_desktop.berita_acara.attendance import table_of_people
from musrenbang_desktop.berita_acara.blocks import annex_head, annex_places, letterhead, signatures, signers, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.berita_acara.terms import TITIK, Terms, orang
from musrenbang_desktop.domain.kehadiran import Penundaan
from musrenbang_desktop.domain.kuorum import Bagian
from musrenbang_desktop.domain.surat import Surat
from musrenbang_desktop.domain.tanggal import format_jam, format_tanggal

_SHARES = {"2/3": "dua pertiga", "1/2+1": "setengah ditambah satu", "tidak": "tanpa kuorum"}
SHORT_DOTS = "." * 8


def share_words(bagian: Bagian) -> str:
    """The share of the invited that a quorum asks for, in words."""
    return _SHARES[bagian]


def asked_share(terms: Terms) -> str:
    """The share that this forum asks for, in words; dots on a sheet for the pen where it asks for none."""
    share = terms.isi.bagian or terms.profile.kuorum.bagian
    return SHORT_DOTS if share == "tidak" else _SHARES[share]


def quorum_text(terms: Terms) -> str:
    """``50 dari 64 undangan hadir saat dibuka pukul 09.05; kuorum ... tercapai``, then what was not represented and why
    the meeting went on; nothing where nobody opened.
    """
    opened = terms.isi.pembukaan
    if opened is None:
        return ""
    texts = terms.profile.teks_kuorum
    shape = texts.kedua if opened.kedua else texts.tercapai if opened.tercapai else texts.tidak_tercapai
    words = {
        "hadir": f"{opened.hadir}{_deputies(opened.wakil)}",
        "diundang": str(opened.diundang),
        "perlu": str(opened.perlu),
        "bagian": _SHARES[opened.bagian],
        "saat": f" saat dibuka {opened.jam}" if opened.jam else "",
        "alasan": opened.alasan.rstrip("."),
    }
    parts = [terms.fill(shape, words)] if opened.diundang and opened.perlu else []
    if opened.tak_terwakili:
        parts.append(f"belum terpenuhi: {', '.join(opened.tak_terwakili)}")
    if opened.alasan:
        parts.append(terms.fill(texts.alasan, words))
    return "; ".join(parts)


def delegates(flow: Flow, terms: Terms) -> None:
    """The annex with the delegates and substitutes; NIHIL while nobody was chosen."""
    people = terms.isi.delegasi
    shape = terms.profile.daftar_delegasi
    flow.start(rebah=False)
    annex_head(flow, terms, shape)
    table_of_people(flow, shape.tabel, "", people)
    if terms.isi.alasan_delegasi:
        flow.gap(5)
        flow.paragraph(terms.fill(shape.alasan, {"alasan": terms.isi.alasan_delegasi.rstrip(".")}))
    flow.gap(4)
    signatures(flow, terms, annex_places(terms, shape.penanda))


def chosen_delegates(flow: Flow, terms: Terms) -> None:
    """The annex within the whole berita acara: nothing where nobody was chosen, as the clause is not there either."""
    if terms.isi.delegasi:
        delegates(flow, terms)


def mandate(flow: Flow, terms: Terms) -> None:
    """The letter that the delegates show at the kecamatan; lines to fill in by hand while nobody was chosen."""
    shape = terms.profile.daftar_delegasi
    flow.start(rebah=False)
    letterhead(flow, terms)
    title(flow, terms.fill(shape.mandat_judul))
    letter = terms.isi.surat.get("mandat", Surat())
    flow.paragraph(f"Nomor: {letter.nomor_surat or TITIK}", rata="tengah")
    flow.gap(8)
    flow.paragraph(terms.fill(shape.mandat_pembuka))
    flow.gap(6)
    least = 0 if terms.isi.delegasi else terms.profile.delegasi.paling_banyak or terms.profile.delegasi.paling_sedikit
    table_of_people(flow, shape.tabel, "", terms.isi.delegasi, at_least=least)
    flow.gap(8)
    for text in (shape.mandat_isi, shape.mandat_penutup):
        flow.paragraph(terms.fill(text))
        flow.gap(6)
    (giver,) = annex_places(terms, ("kepala",))
    signatures(flow, terms, [replace(giver, pengantar="")])  # who gives the mandate does not only take note of it


def postponements(flow: Flow, terms: Terms) -> None:
    """One sheet for every time the meeting was put off; a sheet to fill in by hand while it never was."""
    found = terms.isi.penundaan
    for entry in found or (None,):
        _postponement(flow, terms, entry)


def _postponement(flow: Flow, terms: Terms, entry: Penundaan | None) -> None:
    that_day = day_of(terms, entry)
    flow.start(rebah=False)
    letterhead(flow, that_day)
    title(flow, postponed_title(terms, entry))
    flow.paragraph(f"Nomor: {TITIK}", rata="tengah")
    flow.gap(8)
    for text in postponed_sentences(terms, entry):
        flow.paragraph(text)
        flow.gap(6)
    signatures(flow, that_day, signers(that_day, terms.profile.penanda_tangan))


def day_of(terms: Terms, entry: Penundaan | None) -> Terms:
    """Day and hour come from the record: the forum itself has moved on to another day since."""
    if entry is None:
        return terms
    forum = replace(terms.isi.forum, tanggal=entry.tanggal, jam_mulai=entry.jam_mulai)
    return Terms(replace(terms.isi, forum=forum), terms.profile)


def postponed_title(terms: Terms, entry: Penundaan | None) -> str:
    """The title, one line of the profile a line."""
    return day_of(terms, entry).fill(terms.profile.teks_kuorum.tunda_judul)


def postponed_sentences(terms: Terms, entry: Penundaan | None) -> list[str]:
    """What the berita acara of one postponement says, paragraph by paragraph; the last one closes it."""
    that_day, texts, rule = day_of(terms, entry), terms.profile.teks_kuorum, terms.profile.kuorum
    words = _words(that_day.isi, terms, entry)
    free = entry is not None and entry.bagian == "tidak"
    found = [
        that_day.fill(text, words) for text in (texts.tunda_pembuka, texts.tunda_bebas if free else texts.tunda_isi)
    ]
    if entry is not None:
        found += [f"Yang sudah hadir: {_present(entry)}.", f"Alasan: {entry.alasan.rstrip('.')}."]
    else:
        found.append(f"Alasan: {TITIK}{TITIK}{TITIK}")
    if rule.dasar_sah:  # a citation that nobody has compared with the regulation is never printed
        found.append(f"Dasar: {rule.dasar}.")
    return [*found, *(that_day.fill(text, words) for text in (texts.tunda_ke, texts.tunda_penutup))]


def _words(isi: IsiBeritaAcara, terms: Terms, entry: Penundaan | None) -> Mapping[str, str]:
    rule = terms.profile.kuorum
    words = {"tunggu_jam": str(rule.tunggu_jam), "tunda_hari": str(rule.tunda_hari), "zona": isi.forum.zona}
    if entry is None:
        empty = dict.fromkeys(("hadir", "diundang", "perlu", "jam", "jam_baru"), SHORT_DOTS)
        empty["jam_mulai"] = format_jam(isi.forum.jam_mulai) if isi.forum.jam_mulai.strip() else SHORT_DOTS
        return words | empty | {"bagian": asked_share(terms), "tanggal_baru": TITIK}
    return words | {
        "hadir": f"{orang(entry.hadir)}{_deputies(entry.wakil)}",
        "diundang": orang(entry.diundang),
        "perlu": orang(entry.perlu),
        "bagian": _SHARES[entry.bagian],
        "jam": entry.jam,
        "jam_mulai": entry.jam_mulai or SHORT_DOTS,
        "jam_baru": entry.jam_baru,
        "tanggal_baru": format_tanggal(entry.tanggal_baru),
    }


def _deputies(count: int) -> str:
    """Who reads the count may ask how many of the invited sent somebody."""
    return f" ({count} di antaranya diwakili)" if count else ""


def _present(entry: Penundaan) -> str:
    unknown = f", {entry.tanpa_jk} belum dicatat jenis kelaminnya" if entry.tanpa_jk else ""
    total = entry.laki + entry.perempuan + entry.tanpa_jk
    return f"{total} orang ({entry.laki} laki-laki, {entry.perempuan} perempuan{unknown}), tamu termasuk"
