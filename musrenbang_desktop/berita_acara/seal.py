"""The block that a sealed forum leaves on paper: the spoken code, a line to write it by hand, and the QR."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.isi import SegelCetak
from musrenbang_desktop.berita_acara.qr import QUIET, draw_qr
from musrenbang_desktop.berita_acara.qr_matrix import Level, matrix
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import Terms

#: Side of one square of the QR: four dots of a 200 dpi scan, read also when soiled.
MODULE = 0.55 * MM
#: The levels of correction, best first: with Q a quarter of the code may be lost, and paper is folded and stamped. A
#: list of more than 370 usulan fits only the lower ones, one of more than 650 none.
LEVELS: tuple[Level, ...] = ("q", "m", "l")
#: Points of the code, to be read from across a table.
LARGE = 21.0
_PEN = 11 * MM
_GAP = 5 * MM


def qr_of(text: str) -> tuple[Level, float] | None:
    """Level and printed side of the QR with its white border, in points; None for a text that no QR can hold."""
    for level in LEVELS:
        if squares := len(matrix(text, level)):
            return level, (squares + 2 * QUIET) * MODULE
    return None


def seal_block(flow: Flow, terms: Terms) -> None:
    """Draw the seal; nothing while the forum is not sealed. No page break divides it."""
    segel = terms.isi.segel
    if segel is None:
        return
    found = qr_of(segel.qr)
    wide = found[1] if found else -_GAP
    size, leading = flow.huruf.tabel, flow.huruf.tabel * 1.3
    bold, regular = flow.document.bold, flow.document.regular
    x = flow.left + wide + _GAP
    width = flow.right - x
    texts = (
        seal_line(segel),
        "QR memuat urutan, keluaran, dan nilai semua usulan; diperiksa tanpa internet."
        if found
        else "Daftarnya terlalu panjang untuk satu QR; isinya diperiksa dari berkas PDF ini.",
        "Urutan di kertas harus sama dengan isi QR; kode di sini harus sama dengan yang di notulen.",
    )
    lines = [regular.wrap(text, width, size) for text in texts]
    written = LARGE * 1.3 + leading * 3 + _PEN + sum(map(len, lines)) * leading + leading
    height = max(wide, written)
    flow.gap(12)
    flow.need(height + 4)
    top = flow.y
    if found:
        draw_qr(flow.sheet, segel.qr, flow.left, top - wide, wide, found[0])
    flow.y = top - QUIET * MODULE
    flow.place(bold, flow.huruf.isi, "SEGEL HASIL MUSYAWARAH", "kiri", x, width)
    flow.y -= leading * 1.6
    flow.place(bold, LARGE, segel.kode, "kiri", x, width)
    flow.y -= LARGE * 1.3
    flow.place(regular, size, "Kode segel dibacakan dan ditulis tangan di notulen:", "kiri", x, width)
    flow.y -= _PEN
    flow.sheet.dotted(x, min(flow.right, x + 75 * MM), flow.y)
    flow.y -= leading * 0.6
    for part in lines:
        for line in part:
            flow.place(regular, size, line, "kiri", x, width)
            flow.y -= leading
    flow.y = top - height


def seal_line(segel: SegelCetak) -> str:
    """Which seal this is: ``Segel 3f2a-91bc, laptop k7q2m3ab, 12 usulan.``"""
    return f"Segel {_grouped(segel.id)}, laptop {segel.laptop}, {segel.usulan} usulan."


def _grouped(text: str) -> str:
    """``3f2a-91bc-...``: easier to compare by eye."""
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))
