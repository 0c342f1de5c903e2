"""Formulir verifikasi: one sheet an agreed usulan, its documents ticked as far as they are recorded."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.attendance import NIHIL
from musrenbang_desktop.berita_acara.blocks import letterhead, title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.isi_sehari import LembarVerifikasi
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.table import Table
from musrenbang_desktop.berita_acara.terms import TIDAK_ADA, TITIK, Terms
from musrenbang_desktop.domain.bentuk_sehari import BentukVerifikasi, DokumenVerifikasi
from musrenbang_desktop.domain.kesiapan import jawab_untuk
from musrenbang_desktop.domain.rupiah import format_rupiah

HANG_FACT = 38 * MM
TICK = "v"
ROOMY, CLOSE = 1.0, 0.6
"""shares of the height of a row: a sheet that would run over is drawn once more with the smaller one"""
BOX = 4.2 * MM
PEN = 17 * MM


def verification(flow: Flow, terms: Terms) -> None:
    """Draw a sheet for every agreed usulan; NIHIL where none is agreed."""
    shape = terms.profile.sehari.verifikasi
    if not terms.isi.sehari.verifikasi:
        flow.start(rebah=False)
        letterhead(flow, terms)
        title(flow, terms.fill(shape.judul))
        flow.gap(12)
        flow.paragraph(f"{NIHIL}: belum ada usulan yang disepakati.", rata="tengah")
        return
    sheets = flow.document.sheets
    for usulan in terms.isi.sehari.verifikasi:
        first = len(sheets)
        for share in (ROOMY, CLOSE):
            del sheets[first:]
            _sheet(flow, terms, shape, usulan, share)
            if len(sheets) == first + 1:
                break


def _sheet(flow: Flow, terms: Terms, shape: BentukVerifikasi, usulan: LembarVerifikasi, share: float) -> None:
    flow.start(rebah=False)
    letterhead(flow, terms)
    title(flow, terms.fill(shape.judul))
    flow.gap(8)
    cost = usulan.perkiraan_biaya
    for label, text in (
        ("Nomor usulan", usulan.label),
        ("Bidang", usulan.bidang or TIDAK_ADA),
        ("Jenis kegiatan", usulan.judul),
        ("Lokasi", usulan.lokasi or TIDAK_ADA),
        ("Volume", usulan.volume or TIDAK_ADA),
        ("Perkiraan biaya", TIDAK_ADA if cost is None else format_rupiah(cost)),
        ("Pengusul", usulan.pengusul or TIDAK_ADA),
        ("Tanggal verifikasi", TITIK),
    ):
        flow.item(label, text, hang=HANG_FACT, colon=True)
    flow.gap(6)
    table = Table(flow, shape.tabel.kolom, letters="", min_height_mm=shape.tabel.tinggi_baris_mm * share)
    keys = [column.isi for column in shape.tabel.kolom]
    rows = []
    for number, paper in enumerate(shape.dokumen, 1):
        there, missing, note = known_of(usulan, paper)
        texts = {
            "nomor": str(number),
            "dokumen": paper.teks,
            "ada": TICK if there else "",
            "tidak": TICK if missing else "",
            "keterangan": note,
        }
        rows.append(table.data([texts[key] for key in keys]))
    table.draw(rows)
    flow.gap(4)
    flow.paragraph(shape.keterangan, size=flow.huruf.tabel, rata="kiri", spacing=1.2)
    flow.gap(8)
    flow.need(8 * flow.huruf.isi + PEN + 60)
    _conclusion(flow, shape.kesimpulan)
    _signers(flow, shape.penanda)


def known_of(usulan: LembarVerifikasi, paper: DokumenVerifikasi) -> tuple[bool, bool, str]:
    """Whether the document is recorded as there, as missing, and the note; nothing of it where nobody looked."""
    if paper.dari == "koordinat":
        return False, False, f"Titik tercatat: {usulan.koordinat}" if usulan.koordinat else ""
    if paper.dari == "penerima":
        people = "" if usulan.penerima is None else f"Tercatat {usulan.penerima:,} jiwa"
        return False, False, people.replace(",", ".")
    if not paper.dari:
        return False, False, ""
    row = jawab_untuk(usulan.kesiapan, paper.dari)
    if row.jawab == "belum_tahu":
        return False, False, row.bukti
    if row.jawab == "tidak":
        return False, True, row.bukti
    return paper.pasti, False, row.bukti or ("" if paper.pasti else "Tercatat ada, periksa berkasnya")


def _conclusion(flow: Flow, words: str) -> None:
    """The two boxes and a line for the reason."""
    size = flow.huruf.isi
    regular, bold = flow.document.regular, flow.document.bold
    flow.place(bold, size, bold.clean(words), "kiri", flow.left, flow.width)
    x = flow.left + bold.measure(bold.clean(words), size) + 8 * MM
    for word in ("Layak", "Tidak layak"):
        low = flow.y - size * 1.05
        for x0, y0, x1, y1 in (
            (x, low, x + BOX, low),
            (x, low + BOX, x + BOX, low + BOX),
            (x, low, x, low + BOX),
            (x + BOX, low, x + BOX, low + BOX),
        ):
            flow.sheet.rule(x0, y0, x1, y1, 0.8)
        flow.place(regular, size, word, "kiri", x + BOX + 2 * MM, flow.width)
        x += BOX + 12 * MM + regular.measure(word, size)
    flow.y -= size * 2.1
    flow.place(regular, size, "Catatan:", "kiri", flow.left, flow.width)
    flow.sheet.dotted(flow.left + 18 * MM, flow.right, flow.y - size)
    flow.y -= size * 2.4


def _signers(flow: Flow, roles: Sequence[str]) -> None:
    """Three places side by side, the names to be written by hand."""
    size, face = flow.huruf.tabel + 1, flow.document.regular
    gap = 5 * MM
    width = (flow.width - gap * (len(roles) - 1)) / len(roles)
    heads = [face.wrap(role, width, size) for role in roles]
    top = flow.y
    deepest = top - max(map(len, heads)) * size * 1.2
    for place, lines in enumerate(heads):
        flow.y = top
        for line in lines:
            flow.place(face, size, line, "tengah", flow.left + place * (width + gap), width)
            flow.y -= size * 1.2
        left = flow.left + place * (width + gap)
        flow.sheet.dotted(left + 2 * MM, left + width - 2 * MM, deepest - PEN)
        flow.y = deepest - PEN - 3
        flow.place(face, size, "(nama terang)", "tengah", left, width)
    flow.y = deepest - PEN - size * 1.6
