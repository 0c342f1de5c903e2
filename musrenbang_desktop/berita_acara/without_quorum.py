"""The berita acara of a meeting that was opened without a quorum: for a reason, or as the second one after a delay.

The postponement itself has its own berita acara (``quorum.postponements``).
"""

from __future__ import annotations

from collections.abc import Iterator

from musrenbang_desktop.berita_acara.blocks import letterhead, signatures, signers, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.quorum import SHORT_DOTS, asked_share, share_words
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import TITIK, Terms, orang
from musrenbang_desktop.domain.kehadiran import Pembukaan, Penundaan
from musrenbang_desktop.domain.tanggal import format_tanggal

HANG_NUMBER = 8 * MM


def without_quorum(flow: Flow, terms: Terms) -> None:
    """Draw the sheet; one to fill in by hand while nobody opened, a single sentence where there was a quorum."""
    texts = terms.profile.cetak["tanpa_kuorum"].teks
    flow.start(rebah=False)
    letterhead(flow, terms)
    title(flow, terms.fill(texts["judul"]))
    flow.paragraph(f"Nomor: {TITIK}", rata="tengah")
    flow.gap(8)
    first, *others = opening_sentences(terms)
    flow.paragraph(first)
    flow.gap(5)
    if not needed(terms.isi.pembukaan):
        for text in others:
            flow.paragraph(text)
        return
    for number, text in enumerate(others, 1):
        flow.item(f"{number}.", text, hang=HANG_NUMBER)
        flow.gap(4)
    flow.gap(4)
    flow.paragraph(terms.fill(texts["penutup"]))
    signatures(flow, terms, signers(terms, terms.profile.penanda_tangan))


def needed(opened: Pembukaan | None) -> bool:
    """Whether this berita acara is asked for: not where the first meeting had its quorum."""
    return opened is None or not (opened.perlu and opened.tercapai and not opened.kedua)


def opening_sentences(terms: Terms) -> list[str]:
    """How the meeting was opened, and then in numbered sentences why it went on; or that there was a quorum."""
    texts, opened = terms.profile.cetak["tanpa_kuorum"].teks, terms.isi.pembukaan
    hour = f" pukul {opened.jam} {terms.isi.forum.zona}" if opened and opened.jam else ""
    first = terms.fill(texts["pembuka"], {"saat": hour})
    return [first, *(_sentences(terms, opened) if needed(opened) else (terms.fill(texts["tercapai"]),))]


def _sentences(terms: Terms, opened: Pembukaan | None) -> Iterator[str]:
    texts = terms.profile.cetak["tanpa_kuorum"].teks
    words = _words(terms, opened)
    for put_off in terms.isi.penundaan:
        text = "ditunda_bebas" if put_off.bagian == "tidak" else "ditunda"
        yield terms.fill(texts[text], words | _postponed(put_off))
    reached, second = opened is not None and opened.tercapai, opened is not None and opened.kedua
    free = opened is not None and opened.bagian == "tidak"
    yield terms.fill(texts["bebas" if free else "cukup" if reached else "hadir"], words)
    if second and not reached:
        yield terms.fill(texts["kedua"], words)
    if (opened and opened.alasan) or not (reached or second):
        yield terms.fill(texts["alasan"], words)
    if opened and opened.kurang:
        yield terms.fill(texts["kurang"], words)
    yield terms.fill(texts["hasil"], words)


def _words(terms: Terms, opened: Pembukaan | None) -> dict[str, str]:
    zone = {"zona": terms.isi.forum.zona, "saat": ""}
    if opened is None:
        empty = dict.fromkeys(("hadir", "diundang", "perlu"), SHORT_DOTS)
        return zone | empty | {"bagian": asked_share(terms), "alasan": TITIK * 3, "kurang": TITIK}
    return zone | {
        "hadir": orang(opened.hadir),
        "diundang": orang(opened.diundang),
        "perlu": orang(opened.perlu),
        "bagian": share_words(opened.bagian),
        "alasan": opened.alasan.rstrip(".") or TITIK * 3,
        "kurang": "; ".join(opened.kurang),
    }


def _postponed(entry: Penundaan) -> dict[str, str]:
    return {
        "tanggal_lama": format_tanggal(entry.tanggal),
        "jam_mulai": entry.jam_mulai or SHORT_DOTS,
        "jam": entry.jam,
        "hadir": orang(entry.hadir),
        "diundang": orang(entry.diundang),
        "perlu": orang(entry.perlu),
        "bagian": share_words(entry.bagian),
    }
