"""Perubahan: how this version differs from the one before, and what was added after the seal."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.blocks import title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.domain.profile import Kolom

KOLOM = (
    Kolom("label", "No", 16),
    Kolom("judul", "Usulan atau bagian", 44),
    Kolom("hal", "Yang berubah", 29),
    Kolom("dulu", "Sebelumnya", 38),
    Kolom("kini", "Sekarang", 38),
)
KOLOM_TAMBAHAN = (
    Kolom("nomor", "No", 10, "tengah"),
    Kolom("teks", "Tambahan", 67),
    Kolom("oleh", "Diminta oleh", 32),
    Kolom("alasan", "Alasan", 34),
    Kolom("kode", "Kode segel", 22, "tengah"),
)

SAMA = f"{NIHIL}: isinya sama"
TAMBAHAN = "Tambahan sesudah hasil disegel:"


def changes_if_any(flow: Flow, terms: Terms) -> None:
    """The page behind a berita acara; nothing for a first version.

    An addendum alone adds no page: what was sealed stays the same file, the addendum stands on the sheet of the seal.
    """
    if terms.isi.sehari.versi.nomor > 1:
        _changes(flow, terms)


def changes(flow: Flow, terms: Terms) -> None:
    """Draw the page as a paper of its own, with what was added after the seal."""
    _changes(flow, terms)
    _added(flow, terms)


def _changes(flow: Flow, terms: Terms) -> None:
    version = terms.isi.sehari.versi
    flow.start(rebah=False)
    title(flow, title_of_changes(terms))
    flow.gap(9)
    for text in sentences(terms):
        flow.paragraph(text, rata="kiri")
    if version.nomor > 1:
        flow.gap(6)
        table = Table(flow, KOLOM)
        rows = [table.data([one.label, one.judul, one.hal, one.dulu, one.kini]) for one in version.beda]
        table.draw(rows or [table.notice(SAMA)])


def _added(flow: Flow, terms: Terms) -> None:
    if added := terms.isi.sehari.tambahan:
        flow.gap(12)
        flow.need(6 * flow.huruf.isi * flow.spasi)
        flow.paragraph(TAMBAHAN, rata="kiri", face=flow.document.bold)
        flow.gap(4)
        table = Table(flow, KOLOM_TAMBAHAN)
        table.draw([table.data([str(o.nomor), o.teks, o.oleh, o.alasan, o.kode]) for o in added])


def title_of_changes(terms: Terms) -> str:
    """The title, line by line."""
    return f"Perubahan Berita Acara\n{terms.musyawarah} {terms.wilayah} {terms.kecamatan}\nNomor: {terms.nomor}"


def sentences(terms: Terms) -> list[str]:
    """Which version this is, and why there is another one."""
    version = terms.isi.sehari.versi
    if version.nomor == 1:
        return [f"{NIHIL}: berita acara ini versi pertama."]
    which = (
        f"Berita acara ini versi {version.nomor}. Yang berbeda dari versi {version.nomor - 1}, "
        "yang pernah disimpan atau dicetak, adalah sebagai berikut."
    )
    reason = f"Kesepakatan dibuka lagi karena {version.alasan.rstrip('.')}." if version.alasan else ""
    return [which, *([reason] if reason else [])]
