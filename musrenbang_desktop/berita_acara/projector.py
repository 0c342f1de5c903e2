"""Ringkasan di layar: one picture of 16:9 for the projector, no letter below 28 points, nobody named."""

from __future__ import annotations

from dataclasses import replace

from musrenbang_desktop.berita_acara.bars import INK, PALE
from musrenbang_desktop.berita_acara.blocks import shortened
from musrenbang_desktop.berita_acara.flow import ASCENT, Flow
from musrenbang_desktop.berita_acara.overview import short_amount
from musrenbang_desktop.berita_acara.poster import fitting
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.domain.gambaran import rupiah_singkat
from musrenbang_desktop.domain.profile import Kertas
from musrenbang_desktop.domain.tanggal import format_tanggal

WIDE_MM, HIGH_MM, EDGE_MM = 338.667, 190.5, 12.0
"""the slide of a projector, 960 x 540 points"""
LEAST, FIGURE = 28.0, 54.0
LINE = 1.28


def projector(flow: Flow, terms: Terms) -> None:
    """Draw the one sheet: figures, and the order as far as there is room; before the agreement, where usulan are."""
    paper = Kertas(HIGH_MM, WIDE_MM, EDGE_MM, EDGE_MM, EDGE_MM, EDGE_MM)
    own = Flow(flow.document, replace(terms.profile, kertas=paper))
    own.start(rebah=True)
    own.sheet.bare = True
    _head(own, terms)
    _figures(own, terms)
    _list(own, terms)


def _head(flow: Flow, terms: Terms) -> None:
    bold = flow.document.bold
    height = 64.0
    sheet = flow.sheet
    sheet.paint(0, sheet.height - height, sheet.width, height, INK)
    words = bold.clean(f"{terms.musyawarah} {terms.wilayah}")
    day = bold.clean(format_tanggal(terms.isi.forum.tanggal, hari=False))
    room = flow.width - bold.measure(day, LEAST) - 24
    size = max(LEAST, fitting(bold, words, room, 34))
    y = sheet.height - height / 2 - LEAST * 0.35
    sheet.pale(flow.left, y, bold, size, shortened(bold, words, room, size))
    sheet.pale(flow.right - bold.measure(day, LEAST), y, bold, LEAST, day)
    flow.y = sheet.height - height - 18


def _figures(flow: Flow, terms: Terms) -> None:
    """Four boxes: a large figure and its name."""
    isi = terms.isi
    found = isi.gambaran
    usulan = found.usulan if found else 0
    agreed = len(isi.prioritas)
    entries = [(str(usulan), "usulan"), (short_amount(found.biaya_dikenal if found else None), "perkiraan biaya")]
    if agreed:
        entries.append((str(agreed), "disepakati"))
    else:
        entries.append((short_amount(found.forum.pagu if found else None), "pagu"))
    hall = isi.hitungan
    entries.append((str(hall.hadir or hall.diundang), "hadir" if hall.hadir else "diundang"))
    gap = 14.0
    width = (flow.width - gap * (len(entries) - 1)) / len(entries)
    height = FIGURE * 1.2 + LEAST * LINE + 14
    bold, regular = flow.document.bold, flow.document.regular
    top = flow.y
    for place, (value, name) in enumerate(entries):
        x = flow.left + place * (width + gap)
        flow.sheet.paint(x, top - height, width, height, PALE)
        flow.y = top - 8
        size = max(LEAST, fitting(bold, value, width - 12, FIGURE))
        flow.y -= (FIGURE - size) * 0.6
        flow.place(bold, size, value, "tengah", x, width)
        flow.y = top - 8 - FIGURE * 1.2
        flow.place(regular, LEAST, shortened(regular, name, width - 6, LEAST), "tengah", x, width)
    flow.y = top - height - 18


def _list(flow: Flow, terms: Terms) -> None:
    """The first of the agreed order; before it the bidang with most usulan."""
    regular, bold = flow.document.regular, flow.document.bold
    found = terms.isi.gambaran
    if terms.isi.prioritas:
        heading = "Prioritas yang disepakati"
        lines = [(f"{one.nomor}.", one.usulan, one.perkiraan_biaya) for one in terms.isi.prioritas]
    else:
        heading = "Usulan tiap bidang"
        lines = [(str(one.usulan), one.nama, one.biaya) for one in (found.per_bidang if found else ())]
    flow.place(bold, LEAST, heading, "kiri", flow.left, flow.width)
    flow.y -= LEAST * LINE
    most = int((flow.y - EDGE_MM * MM) / (LEAST * LINE))
    more = len(lines) - most
    shown = lines[: most - 1] if more > 0 else lines
    if not lines:
        shown = [("", "NIHIL", None)]
    hang = max((bold.measure(mark, LEAST) for mark, *_ in shown), default=0.0) + 12
    for mark, text, cost in shown:
        amount = rupiah_singkat(cost) if cost is not None else ""
        wide = regular.measure(amount, LEAST)
        base = flow.y - ASCENT * LEAST
        flow.sheet.text(flow.left + hang - 12 - bold.measure(mark, LEAST), base, bold, LEAST, mark)
        words = shortened(regular, regular.clean(text), flow.width - hang - wide - 18, LEAST)
        flow.sheet.text(flow.left + hang, base, regular, LEAST, words)
        if amount:
            flow.sheet.text(flow.right - wide, base, regular, LEAST, amount)
        flow.y -= LEAST * LINE
    if more > 0:
        words = f"dan {len(lines) - len(shown)} lainnya"
        flow.place(flow.document.italic, LEAST, words, "kiri", flow.left + hang, flow.width - hang)
