"""Posters that invite to the hall: what, when, where, in letters as large as the sheet allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from musrenbang_desktop.berita_acara.bars import INK
from musrenbang_desktop.berita_acara.flow import ASCENT, Flow
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import TITIK, Terms
from musrenbang_desktop.berita_acara.typeface import Typeface
from musrenbang_desktop.domain.profile import Kertas
from musrenbang_desktop.domain.tanggal import format_jam

A3 = (297.0, 420.0)
EDGE_MM, FOOT_MM = 14.0, 20.0
"""what no printer of a village office can print on, with some to spare"""
SHARES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.62, 0.54, 0.46, 0.38)
"""of the largest letters, tried in this order"""


def poster(flow: Flow, terms: Terms) -> None:
    """Draw the poster on the paper of the profile, upright."""
    kertas = terms.profile.kertas
    _poster(flow, terms, kertas.lebar_mm, kertas.tinggi_mm)


def poster_a3(flow: Flow, terms: Terms) -> None:
    """Draw the poster on A3, exactly 297 x 420 mm."""
    _poster(flow, terms, *A3)


def _poster(own: Flow, terms: Terms, wide: float, high: float) -> None:
    """Draw with letters as large as they may be, and smaller until everything stands on the one sheet."""
    paper = Kertas(wide, high, EDGE_MM, EDGE_MM, EDGE_MM, FOOT_MM)
    sheets = own.document.sheets
    first = len(sheets)
    for share in SHARES:
        del sheets[first:]
        flow = Flow(own.document, replace(terms.profile, kertas=paper))
        flow.start(rebah=False)
        flow.sheet.foot = ""
        flow.sheet.margins = (EDGE_MM * MM, EDGE_MM * MM, FOOT_MM * MM)
        if _fill(flow, terms, flow.width / 100 * share):
            return


def _fill(flow: Flow, terms: Terms, unit: float) -> bool:
    """Draw all of it with letters measured in *unit*; False where it does not fit above the lower margin."""
    shape, forum = terms.profile.sehari.poster, terms.isi.forum
    bold, regular = flow.document.bold, flow.document.regular
    closing = _lines(regular, terms.fill(shape.bawah), 3.6 * unit, flow.width)
    kept = (len(closing) + 1) * 3.6 * unit * 1.25 + 7 * unit
    band(flow, terms.fill(shape.atas), terms.fill(shape.judul), unit)
    flow.y -= 5 * unit
    _centred(flow, regular, terms.fill(shape.ajakan), 5.2 * unit, most=3)
    hour = f"{format_jam(forum.jam_mulai)} {forum.zona}" if forum.jam_mulai.strip() else "." * 12
    facts = (
        ("HARI, TANGGAL", terms.hari_tanggal.replace(", ", ",\n", 1), 9.4 * unit),
        ("PUKUL", f"{hour} s.d. selesai", 9.4 * unit),
        ("TEMPAT", ",\n".join(part for part in (forum.tempat, forum.alamat) if part) or TITIK, 6.6 * unit),
    )
    sizes = [_size(bold, text, size, flow.width, most=4) for _, text, size in facts]
    tall = sum(
        3.2 * unit * 1.5 + size * 1.25 * len(_lines(bold, text, size, flow.width))
        for (_, text, _), size in zip(facts, sizes, strict=True)
    )
    gap = (flow.y - flow.bottom - kept - tall) / (len(facts) + 1)
    if gap < 2.5 * unit:
        return False
    for (label, text, _), size in zip(facts, sizes, strict=True):
        flow.y -= gap
        flow.place(regular, 3.2 * unit, label, "tengah", flow.left, flow.width)
        flow.y -= 3.2 * unit * 1.5
        _centred(flow, bold, text, size, most=4)
    flow.y = flow.bottom + kept
    flow.sheet.rule(flow.left, flow.y, flow.right, flow.y, 1.2)
    flow.y -= 3 * unit
    _centred(flow, regular, terms.fill(shape.bawah), 3.6 * unit, most=len(closing))
    flow.y -= 1 * unit
    _centred(flow, bold, f"{terms.sebutan.kepala} {terms.desa}", 3.6 * unit, most=1)
    return True


def band(flow: Flow, above: str, name: str, unit: float) -> None:
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


def _centred(flow: Flow, face: Typeface, text: str, size: float, *, most: int) -> None:
    """Centred lines, at most so many: smaller letters where they would be more."""
    size = _size(face, text, size, flow.width, most=most)
    for line in _lines(face, text, size, flow.width):
        flow.place(face, size, line, "tengah", flow.left, flow.width)
        flow.y -= size * 1.25


def _size(face: Typeface, text: str, size: float, width: float, *, most: int) -> float:
    """The largest size up to *size* at which the text takes so many lines at most."""
    while len(_lines(face, text, size, width)) > most and size > 6:
        size *= 0.94
    return size


def _lines(face: Typeface, text: str, size: float, width: float) -> Sequence[str]:
    return [line for part in text.split("\n") for line in face.wrap(part, width, size)]


def fitting(face: Typeface, text: str, width: float, most: float) -> float:
    """The largest size in points, at most *most*, at which the text fits the width."""
    natural = face.measure(text, 1.0)
    return min(most, width / natural) if natural else most
