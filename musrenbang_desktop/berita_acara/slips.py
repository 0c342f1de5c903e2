"""Tanda terima usulan: one slip a proposer, several on a sheet, to be cut apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.blocks import title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.isi_sehari import BarisSlip, Slip
from musrenbang_desktop.berita_acara.qr import draw_qr
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import Terms

QR_SIDE = 26 * MM
MOST_LINES = 10
"""usulan on one slip; a proposer with more gets a second one"""
_GAP = 5 * MM


@dataclass(frozen=True, slots=True)
class _Set:
    """The lines of one slip as they are set, and the height that they take in points."""

    title: tuple[str, ...]
    head: tuple[str, ...]
    words: tuple[tuple[str, tuple[str, ...]], ...]
    beside: tuple[str, ...]
    height: float


def slips(flow: Flow, terms: Terms) -> None:
    """Draw every slip; no slip is divided by the edge of a sheet."""
    flow.start(rebah=False)
    found = [part for slip in terms.isi.sehari.slip for part in _parts(slip)]
    if not found:
        title(flow, terms.fill(terms.profile.sehari.slip.judul))
        flow.gap(12)
        flow.paragraph(f"{NIHIL}: belum ada usulan yang dicatat.", rata="tengah")
    whole = flow.room
    for slip in found:
        for part, made in _fitting(flow, terms, slip, whole):
            flow.need(made.height + _GAP)
            _draw(flow, terms, part, made)


def _parts(slip: Slip) -> Iterator[Slip]:
    for first in range(0, len(slip.baris), MOST_LINES):
        yield Slip(slip.pengusul, slip.baris[first : first + MOST_LINES], slip.tautan)


def _fitting(flow: Flow, terms: Terms, slip: Slip, room: float) -> Iterator[tuple[Slip, _Set]]:
    """The slip, or halves of it where it is higher than a sheet."""
    made, half = _measure(flow, terms, slip), len(slip.baris) // 2
    if made.height + _GAP <= room or not half:
        yield slip, made
        return
    for rows in (slip.baris[:half], slip.baris[half:]):
        yield from _fitting(flow, terms, Slip(slip.pengusul, rows, slip.tautan), room)


def _measure(flow: Flow, terms: Terms, slip: Slip) -> _Set:
    size, leading = flow.huruf.tabel + 0.5, (flow.huruf.tabel + 0.5) * 1.2
    regular = flow.document.regular
    hang = _hang(flow, slip.baris)
    width = flow.width - QR_SIDE - _GAP - hang
    words = tuple(
        (one.label, tuple(regular.wrap(f"{one.judul} ({one.tempat})" if one.tempat else one.judul, width, size)))
        for one in slip.baris
    )
    shape = terms.profile.sehari.slip
    under = shape.tautan if slip.tautan else shape.tanpa_tautan
    small = flow.huruf.kaki
    beside = tuple(regular.wrap(terms.fill(under), QR_SIDE, small))
    if slip.tautan:
        beside += tuple(regular.wrap(slip.tautan.partition("#")[0], QR_SIDE, small))
    lines = sum(len(texts) for _, texts in words)
    wide = flow.width - QR_SIDE - _GAP
    title = tuple(flow.document.bold.wrap(terms.fill(shape.judul).upper(), wide, flow.huruf.isi))
    said = (terms.fill(shape.keterangan), f"Pengusul: {slip.pengusul or '-'}")
    head = tuple(line for text in said for line in regular.wrap(text, wide, size))
    left = len(title) * flow.huruf.isi * 1.35 + leading * (len(head) + lines + 2.2) + 6
    right = (QR_SIDE if slip.tautan else 0) + len(beside) * small * 1.2 + 2 * MM
    return _Set(title, head, words, beside, max(left, right))


def _hang(flow: Flow, rows: Sequence[BarisSlip]) -> float:
    size = flow.huruf.tabel + 0.5
    return max(flow.document.bold.measure(one.label, size) for one in rows) + 6


def _draw(flow: Flow, terms: Terms, slip: Slip, made: _Set) -> None:
    shape = terms.profile.sehari.slip
    size, leading = flow.huruf.tabel + 0.5, (flow.huruf.tabel + 0.5) * 1.2
    regular, bold = flow.document.regular, flow.document.bold
    top, width = flow.y, flow.width - QR_SIDE - _GAP
    for line in made.title:
        flow.place(bold, flow.huruf.isi, line, "kiri", flow.left, width)
        flow.y -= flow.huruf.isi * 1.35
    for line in made.head:
        flow.place(regular, size, line, "kiri", flow.left, width)
        flow.y -= leading
    flow.y -= 4
    hang = _hang(flow, slip.baris)
    for label, lines in made.words:
        flow.place(bold, size, label, "kiri", flow.left, hang)
        for line in lines:
            flow.place(regular, size, line, "kiri", flow.left + hang, width - hang)
            flow.y -= leading
    flow.y = min(flow.y - leading * 0.7, top - made.height + leading * 1.4)
    words = f"{shape.petugas}: {'.' * 34}"
    flow.place(regular, size, words, "kiri", flow.left, width)
    x = flow.right - QR_SIDE
    flow.y = top
    if slip.tautan:
        draw_qr(flow.sheet, slip.tautan, x, top - QR_SIDE, QR_SIDE)
        flow.y = top - QR_SIDE
    for line in made.beside:
        flow.place(regular, flow.huruf.kaki, line, "tengah", x, QR_SIDE)
        flow.y -= flow.huruf.kaki * 1.2
    flow.y = top - made.height
    flow.sheet.dotted(flow.left, flow.right, flow.y - _GAP / 2)
    flow.y -= _GAP
