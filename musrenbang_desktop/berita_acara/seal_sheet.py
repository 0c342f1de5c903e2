"""Lembar segel: who signed the seal beside the laptop, and a page of its own for each addendum."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.blocks import Place, signatures, signatures_height, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.isi_segel import LembarSegel, TambahanSegel
from musrenbang_desktop.berita_acara.qr import QUIET, draw_qr
from musrenbang_desktop.berita_acara.seal import LARGE, MODULE, qr_of, seal_block
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.profile import Kolom

_SAKSI = (
    Kolom("nomor", "No", 9, "tengah"),
    Kolom("nama", "Nama", 45),
    Kolom("jabatan", "Jabatan", 36),
    Kolom("waktu", "Waktu menandatangani", 38),
    Kolom("sidik", "Sidik kunci", 37, "tengah"),
)
_HANG = 32 * MM
_NOBODY = Pejabat("")


def seal_sheet(flow: Flow, terms: Terms) -> None:
    """Draw the sheet; before the seal it says so."""
    found = terms.isi.lembar_segel or LembarSegel()
    flow.start(rebah=False)
    title(flow, f"Lembar Segel\n{terms.musyawarah} {terms.wilayah}\nNomor: {terms.nomor}")
    flow.gap(8)
    if terms.isi.segel is None:
        flow.paragraph("Hasil musyawarah ini belum disegel.", rata="kiri")
        return
    seal_block(flow, terms)
    flow.gap(14)
    flow.paragraph("Yang ikut menandatangani segel dengan kuncinya sendiri:", rata="kiri", face=flow.document.bold)
    flow.gap(4)
    table = Table(flow, _SAKSI)
    rows = [
        table.data([str(number), one.nama, one.jabatan, one.waktu, one.sidik])
        for number, one in enumerate(found.saksi, 1)
    ]
    table.draw(rows or [table.notice(NIHIL)])
    flow.gap(8)
    flow.paragraph(
        "Sidik kunci dicocokkan dengan yang dibacakan pemilik kuncinya. Waktu menurut jam laptop.",
        size=flow.huruf.tabel,
        rata="kiri",
        spacing=1.25,
    )
    flow.gap(8)
    words = f"Catatan tambahan sesudah segel: {len(found.tambahan)}, masing-masing di halaman sendiri."
    flow.paragraph(words if found.tambahan else f"Catatan tambahan sesudah segel: {NIHIL}.", rata="kiri")
    for one in found.tambahan:
        _addendum(flow, terms, one)


def _addendum(flow: Flow, terms: Terms, one: TambahanSegel) -> None:
    """What was added, who asked, why, its own code and QR, and who signs it by hand."""
    flow.start(rebah=False)
    title(flow, f"Catatan Tambahan {one.nomor}\n{terms.musyawarah} {terms.wilayah}\nNomor: {terms.nomor}")
    flow.gap(10)
    for label, text in (
        ("Tambahan", one.teks),
        ("Diminta oleh", one.oleh),
        ("Alasan", one.alasan),
        ("Disegel", one.waktu),
    ):
        flow.item(label, text, hang=_HANG, colon=True)
        flow.gap(3)
    flow.gap(6)
    flow.paragraph(
        "Urutan dan keluaran yang sudah disegel tidak berubah karena catatan ini.",
        rata="kiri",
    )
    _own_seal(flow, one)
    places = _places(terms)
    if signatures_height(flow, terms, places) + 16 > flow.room:  # nobody signs a sheet that does not say what
        flow.new_sheet()
        words = f"Tanda tangan untuk Catatan Tambahan {one.nomor}, kode segel catatan {one.kode}."
        flow.paragraph(words, rata="kiri", face=flow.document.bold)
    flow.gap(16)
    signatures(flow, terms, places, dated=False)


def _own_seal(flow: Flow, one: TambahanSegel) -> None:
    """The code of the addendum beside its QR."""
    found = qr_of(one.qr)
    side = found[1] if found else 0.0
    size, leading = flow.huruf.tabel, flow.huruf.tabel * 1.3
    x = flow.left + (side + 5 * MM if found else 0.0)
    width = flow.right - x
    before = "segel" if one.nomor == 1 else f"catatan tambahan {one.nomor - 1}, sidik"
    texts = (
        f"Menyambung pada {before} {one.induk}.",
        "QR memuat seluruh catatan ini; diperiksa tanpa internet."
        if found
        else "Catatannya terlalu panjang untuk satu QR; isinya diperiksa dari berkas PDF ini.",
    )
    lines = [line for text in texts for line in flow.document.regular.wrap(text, width, size)]
    height = max(side, LARGE * 1.3 + leading * (3 + len(lines)) + 8 * MM)
    flow.gap(12)
    flow.need(height)
    top = flow.y
    if found:
        draw_qr(flow.sheet, one.qr, flow.left, top - side, side, found[0])
    flow.y = top - QUIET * MODULE
    flow.place(flow.document.bold, flow.huruf.isi, "SEGEL CATATAN TAMBAHAN", "kiri", x, width)
    flow.y -= leading * 1.6
    flow.place(flow.document.bold, LARGE, one.kode, "kiri", x, width)
    flow.y -= LARGE * 1.3
    for line in lines:
        flow.place(flow.document.regular, size, line, "kiri", x, width)
        flow.y -= leading
    flow.y = top - height


def _places(terms: Terms) -> Sequence[Place]:
    """Who leads, who keeps the minutes, and two witnesses."""
    forum = terms.isi.forum
    saksi = [*forum.saksi, _NOBODY, _NOBODY][:2]
    return (
        Place("kiri", "", "Notulis", forum.notulis),
        Place("kanan", "", "Pimpinan musyawarah", forum.pimpinan),
        Place("kiri", "", "Saksi", saksi[0]),
        Place("kanan", "", "Saksi", saksi[1]),
    )
