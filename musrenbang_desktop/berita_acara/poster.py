"""Posters that invite to the hall: what, when, where, in letters as large as the sheet allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from musrenbang_desktop.berita_acara.bars import INK
from musrenbang_desktop.berita_acara.flow import ASCENT, Flow
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.berita_acara.typeface import Typeface
from musrenbang_desktop.domain.profile import Kertas
from musrenbang_desktop.domain.tanggal import format_jam

A3 = (297.0, 420.0)
EDGE_MM, FOOT_MM = 14.0, 20.0
"""what no printer of a village office can print on, with some to spare"""


def poster(flow: Flow, terms: Terms) -> None:
    """Draw the poster on the paper of the profile, upright."""
    kertas = terms.profile.kertas
    _poster(flow, terms, kertas.lebar_mm, kertas.tinggi_mm)


def poster_a3(flow: Flow, terms: Terms) -> None:
    """Draw the poster on A3, exactly 297 x 420 mm."""
    _poster(flow, terms, *A3)


def _poster(own: Flow, terms: Terms, wide: float, high: float) -> None:
    paper = Kertas(wide, high, EDGE_MM, EDGE_MM, EDGE_MM, FOOT_MM)
    flow = Flow(own.document, replace(terms.profile, kertas=paper))
    flow.start(rebah=False)
    flow.sheet.foot = ""
    flow.sheet.margins = (EDGE_MM * MM, EDGE_MM * MM, FOOT_MM * MM)
    unit = flow.width / 100
    shape, bold, regular = terms.profile.sehari.poster, flow.document.bold, flow.document.regular
    _band(flow, terms.fill(shape.atas), terms.fill(shape.judul), unit)
    flow.y -= 5 * unit
    _centred(flow, regular, terms.fill(shape.ajakan), 5.2 * unit, most=3)
    flow.y -= 5 * unit
    forum = terms.isi.forum
    hour = f"{format_jam(forum.jam_mulai)} {forum.zona}" if forum.jam_mulai.strip() else "." * 12
    spare = flow.room - 34 * unit
    day = terms.hari_tanggal.replace(", ", ",\n", 1)
    for label, text, size in (
        ("HARI, TANGGAL", day, 9.4),
        ("PUKUL", f"{hour} s.d. selesai", 9.4),
        ("TEMPAT", terms.tempat, 7.0),
    ):
        _fact(flow, label, text, size * unit, unit)
        flow.y -= max(2 * unit, min(6 * unit, (spare - 40 * unit) / 3))
    closing = regular.wrap(terms.fill(shape.bawah), flow.width, 3.6 * unit)
    signer = f"{terms.sebutan.kepala} {terms.desa}"
    height = len(closing) * 3.6 * unit * 1.3 + 12 * unit
    flow.y = min(flow.y, flow.bottom + height)
    flow.sheet.rule(flow.left, flow.y, flow.right, flow.y, 1.2)
    flow.y -= 3 * unit
    _centred(flow, regular, terms.fill(shape.bawah), 3.6 * unit, most=4)
    flow.y -= 2 * unit
    _centred(flow, bold, signer, 3.6 * unit, most=1)


def _band(flow: Flow, above: str, name: str, unit: float) -> None:
    """White letters on a band of colour: what it is, and whose."""
    bold, regular = flow.document.bold, flow.document.regular
    lines = [part for part in name.upper().split("\n") if part]
    sizes = [min(11 * unit, fitting(bold, bold.clean(line), flow.width - 8 * unit, 11 * unit)) for line in lines]
    small = 4.2 * unit
    height = 5 * unit + small * 1.6 + sum(size * 1.18 for size in sizes) + 4 * unit
    flow.sheet.paint(flow.left, flow.y - height, flow.width, height, INK)
    y = flow.y - 5 * unit
    top = regular.clean(above)
    for face, size, text in (
        (regular, small, top),
        *((bold, s, bold.clean(t)) for s, t in zip(sizes, lines, strict=True)),
    ):
        flow.sheet.pale(flow.left + (flow.width - face.measure(text, size)) / 2, y - ASCENT * size, face, size, text)
        y -= size * (1.6 if face is regular else 1.18)
    flow.y -= height


def _fact(flow: Flow, label: str, text: str, size: float, unit: float) -> None:
    """A small label and the fact below it, centred; the letters shrink until it takes three lines at most."""
    bold, regular = flow.document.bold, flow.document.regular
    flow.place(regular, 3.2 * unit, label, "tengah", flow.left, flow.width)
    flow.y -= 3.2 * unit * 1.5
    _centred(flow, bold, text, size, most=3)


def _centred(flow: Flow, face: Typeface, text: str, size: float, *, most: int) -> None:
    """Centred lines, at most so many: smaller letters where they would be more."""
    lines = _lines(face, text, size, flow.width)
    while len(lines) > most and size > 6:
        size *= 0.94
        lines = _lines(face, text, size, flow.width)
    for line in lines:
        flow.place(face, size, line, "tengah", flow.left, flow.width)
        flow.y -= size * 1.25


def _lines(face: Typeface, text: str, size: float, width: float) -> Sequence[str]:
    return [line for part in text.split("\n") for line in face.wrap(part, width, size)]


def fitting(face: Typeface, text: str, width: float, most: float) -> float:
    """The largest size in points, at most *most*, at which the text fits the width."""
    natural = face.measure(text, 1.0)
    return min(most, width / natural) if natural else most
