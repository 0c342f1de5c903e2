"""Lembar uji: rulers by which an operator sees before the day whether the printer keeps sizes and margins."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.sheet import MM, Sheet
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.berita_acara.typeface import Typeface
from musrenbang_desktop.domain.profile import Kolom

REACH_MM = 25
"""how far the scale at each edge reaches into the sheet"""
MARK_MM = 20
"""the mark at each edge that is measured with a ruler"""
ACROSS_MM, UPRIGHT_MM = 120, 150
CROSS = 5 * MM

STEPS = (
    "Cetak lembar ini di kertas yang dipakai pada hari musyawarah, dengan ukuran sebenarnya (100%).",
    (
        f"Ukur skala mendatar: harus {ACROSS_MM} mm. Ukur skala tegak: harus {UPRIGHT_MM} mm. "
        "Kalau lebih pendek, printer mengecilkan halaman: matikan pilihan sesuaikan ke halaman, "
        "lalu pilih kertas F4 atau Folio di pengaturan printer."
    ),
    (
        f"Ukur dari tepi kertas ke garis {MARK_MM} di keempat sisi: harus {MARK_MM} mm. "
        "Kalau kiri 22,5 mm, cetakan bergeser 2,5 mm ke kanan: saat mencetak lembar ini lagi, tulis -2,5 "
        "pada Koreksi printer, Geser ke kanan. Begitu pula atas dan Geser ke bawah."
    ),
    (
        "Angka terkecil yang masih tercetak di tiap sisi adalah tepi yang tidak terjangkau printer. "
        "Angka itu harus lebih kecil dari tepi formulir (kotak garis tipis)."
    ),
    "Tanda silang di keempat sudut harus utuh, tegak, dan tidak miring.",
)

_KOLOM = (
    Kolom("apa", "Yang diukur", 78),
    Kolom("harus", "Harus", 27, "kanan"),
    Kolom("hasil", "Hasil ukur (mm)", 60),
)


def rulers(flow: Flow, terms: Terms) -> None:
    """Draw the sheet on the paper of the profile."""
    flow.start(rebah=False)
    sheet, kertas = flow.sheet, terms.profile.kertas
    sheet.bare = True
    small = flow.huruf.kaki
    regular, bold = flow.document.regular, flow.document.bold
    _edges(sheet, regular, small)
    for x in (MARK_MM * MM, sheet.width - MARK_MM * MM):
        for y in (MARK_MM * MM, sheet.height - MARK_MM * MM):
            _cross(sheet, x, y)
    left, lower = kertas.kiri_mm * MM, kertas.bawah_mm * MM
    right, upper = sheet.width - kertas.kanan_mm * MM, sheet.height - kertas.atas_mm * MM
    for x0, y0, x1, y1 in (
        (left, lower, right, lower),
        (left, upper, right, upper),
        (left, lower, left, upper),
        (right, lower, right, upper),
    ):
        sheet.rule(x0, y0, x1, y1, 0.25)
    flow.y = upper - REACH_MM * MM + (upper - sheet.height) + 16 * MM
    pad = 6 * MM
    inner = (left + pad, right - left - 2 * pad)
    flow.place(bold, 15, "LEMBAR UJI PRINTER", "tengah", *inner)
    flow.y -= 20
    size = f"{kertas.lebar_mm:g} x {kertas.tinggi_mm:g} mm".replace(".", ",")
    flow.place(regular, 11, f"Kertas formulir ini: {size}", "tengah", *inner)
    flow.y -= 22
    x0 = left + (right - left - ACROSS_MM * MM) / 2
    _scale(sheet, regular, small, x0, flow.y - 6 * MM, ACROSS_MM)
    flow.y -= 16 * MM
    side = left + pad + 4 * MM
    _upright(sheet, regular, small, side, flow.y - UPRIGHT_MM * MM, UPRIGHT_MM)
    _words(flow, terms, side + 14 * MM, right - pad - side - 14 * MM)


def _words(flow: Flow, terms: Terms, x: float, width: float) -> None:
    """What to measure, what to do about it, and room for the results."""
    size = flow.huruf.isi - 1
    regular = flow.document.regular
    for number, text in enumerate(STEPS, 1):
        flow.place(regular, size, f"{number}.", "kiri", x, 16)
        for line in regular.wrap(text, width - 16, size):
            flow.place(regular, size, line, "kiri", x + 16, width - 16)
            flow.y -= size * 1.3
        flow.y -= 4
    flow.y -= 6
    table = Table(flow, _KOLOM, min_height_mm=7.5, share=width / flow.width)
    shift = x - table.grid.edges[0]
    table.grid.edges = [edge + shift for edge in table.grid.edges]
    wanted = (
        ("Skala mendatar", ACROSS_MM), ("Skala tegak", UPRIGHT_MM),
        (f"Tepi kiri ke garis {MARK_MM}", MARK_MM), (f"Tepi kanan ke garis {MARK_MM}", MARK_MM),
        (f"Tepi atas ke garis {MARK_MM}", MARK_MM), (f"Tepi bawah ke garis {MARK_MM}", MARK_MM),
    )  # fmt: skip
    table.draw([table.data([what, f"{mm} mm", ""]) for what, mm in wanted])
    flow.y -= 10
    flow.place(regular, size, f"Printer: {'.' * 30}  Tanggal: {'.' * 20}", "kiri", x, width)
    flow.y -= size * 1.6
    flow.place(regular, flow.huruf.kaki, f"Profil formulir {terms.profile.id}", "kiri", x, width)


def _edges(sheet: Sheet, face: Typeface, size: float) -> None:
    """A scale from the edge of the paper inwards, at every side, clear of the words."""
    middle, half = sheet.width / 2, sheet.height * 0.2
    for mm in range(REACH_MM + 1):
        at = mm * MM
        tick = 5 * MM if mm % 10 == 0 else 3.4 * MM if mm % 5 == 0 else 2 * MM
        width = 0.6 if mm == MARK_MM else 0.3
        for x in (at, sheet.width - at):
            sheet.rule(x, half, x, half + tick, width)
        for y in (at, sheet.height - at):
            sheet.rule(middle, y, middle + tick, y, width)
        if mm % 5 == 0 and mm:
            label = str(mm)
            wide = face.measure(label, size)
            for x in (at, sheet.width - at):
                sheet.text(x - wide / 2, half - size * 1.1, face, size, label)
            for y in (at, sheet.height - at):
                sheet.text(middle - wide - 3, y - size * 0.35, face, size, label)
    for x in (0.0, sheet.width - REACH_MM * MM):
        sheet.rule(x, half, x + REACH_MM * MM, half, 0.4)
    for y in (0.0, sheet.height - REACH_MM * MM):
        sheet.rule(middle, y, middle, y + REACH_MM * MM, 0.4)


def _scale(sheet: Sheet, face: Typeface, size: float, x: float, y: float, length: int) -> None:
    """A horizontal ruler of so many millimetres with its zero at x."""
    sheet.rule(x, y, x + length * MM, y, 0.6)
    for mm in range(length + 1):
        tick = 5 * MM if mm % 10 == 0 else 3.4 * MM if mm % 5 == 0 else 2 * MM
        sheet.rule(x + mm * MM, y, x + mm * MM, y + tick, 0.3)
        if mm % 10 == 0:
            label = str(mm)
            sheet.text(x + mm * MM - face.measure(label, size) / 2, y - size * 1.1, face, size, label)


def _upright(sheet: Sheet, face: Typeface, size: float, x: float, y: float, length: int) -> None:
    """An upright ruler with its zero at y."""
    sheet.rule(x, y, x, y + length * MM, 0.6)
    for mm in range(length + 1):
        tick = 5 * MM if mm % 10 == 0 else 3.4 * MM if mm % 5 == 0 else 2 * MM
        sheet.rule(x, y + mm * MM, x + tick, y + mm * MM, 0.3)
        if mm % 10 == 0:
            label = str(mm)
            sheet.text(x - face.measure(label, size) - 3, y + mm * MM - size * 0.35, face, size, label)


def _cross(sheet: Sheet, x: float, y: float) -> None:
    sheet.rule(x - CROSS, y, x + CROSS, y, 0.5)
    sheet.rule(x, y - CROSS, x, y + CROSS, 0.5)
