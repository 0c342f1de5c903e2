"""Ballots and blank score sheets: numbered, with a large number, a colour and a picture for every usulan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from musrenbang_desktop.berita_acara.ballot_colours import warna
from musrenbang_desktop.berita_acara.blocks import title
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.isi_suara import KelompokCetak, KertasSuara, PilihanCetak
from musrenbang_desktop.berita_acara.pictures import draw_picture, picture_of
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.domain.cara import SUARA

TWO_COLUMNS_FROM = 15
"""usulan; fewer stand below each other in one column of larger boxes"""
NUMBER, PICTURE, GUTTER = 13 * MM, 8 * MM, 6 * MM
BOX, SCORE_BOX = 8 * MM, 13 * MM
SAMPLE = "CONTOH"
ORDINALS = {1: "pertama", 2: "kedua", 3: "ketiga"}


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes behind an usulan: their heads and the width of one."""

    heads: tuple[str, ...]
    width: float

    @property
    def room(self) -> float:
        return self.width * len(self.heads)


def ballots(flow: Flow, terms: Terms) -> None:
    """One ballot a person where persons are counted, else one score sheet a group."""
    paper = terms.isi.kertas_suara
    if paper is None or not any(group.pilihan for group in paper.kelompok):
        flow.start(rebah=False)
        title(flow, "Surat suara dan lembar skor")
        flow.gap(6)
        flow.paragraph("NIHIL: belum ada usulan yang dinilai.", rata="tengah")
        return
    for group in paper.kelompok:
        if paper.metode in SUARA:
            for number in range(1, group.terbit + 1) if group.terbit else (0,):
                _ballot(flow, terms, paper, group, f"{group.huruf}-{number:03d}" if number else SAMPLE)
        else:
            _score_sheet(flow, terms, paper, group)


def _ballot(flow: Flow, terms: Terms, paper: KertasSuara, group: KelompokCetak, number: str) -> None:
    flow.start(rebah=False)
    flow.sheet.foot = f"Surat suara {number}"
    _head(flow, terms, "Surat suara", group.nama, number)
    flow.paragraph(instruction(paper), rata="kiri", spacing=1.25)
    flow.gap(5)
    heads = tuple(str(place) for place in range(1, len(paper.kriteria) + 1)) if paper.metode == "peringkat" else ("",)
    boxes = Boxes(heads, BOX if paper.metode != "titik" else 2 * BOX)
    columns = 2 if len(group.pilihan) >= TWO_COLUMNS_FROM else 1
    _choices(flow, group.pilihan, boxes, columns=columns, again=f"{group.nama}, surat suara {number} (lanjutan)")


def _score_sheet(flow: Flow, terms: Terms, paper: KertasSuara, group: KelompokCetak) -> None:
    flow.start(rebah=False)
    _head(flow, terms, "Lembar skor", group.nama, f"{group.huruf}-001")
    shown = "; ".join(f"{short} = {name} ({low} sampai {high})" for short, name, low, high in paper.kriteria)
    flow.paragraph(f"Tulis satu nilai di tiap kotak. {shown}.", rata="kiri", spacing=1.25)
    flow.gap(5)
    boxes = Boxes(tuple(short for short, *_ in paper.kriteria), SCORE_BOX)
    _choices(flow, group.pilihan, boxes, columns=1, again=f"{group.nama}, lembar skor {group.huruf}-001 (lanjutan)")
    flow.gap(10)
    flow.need(20 * MM)
    line = 40 * "."
    flow.paragraph(f"Ditulis oleh: {line}    Diperiksa oleh: {line}", rata="kiri")


def _head(flow: Flow, terms: Terms, name: str, group: str, number: str) -> None:
    top = flow.y
    flow.place(flow.document.bold, flow.huruf.judul, number, "kanan", flow.left, flow.width)
    flow.place(flow.document.bold, flow.huruf.judul, name.upper(), "kiri", flow.left, flow.width)
    flow.y = top - flow.huruf.judul * 1.4
    flow.paragraph(f"{group}. {terms.musyawarah} {terms.wilayah} {terms.isi.forum.tahun_pelaksanaan}", rata="kiri")
    flow.gap(2)


def instruction(paper: KertasSuara) -> str:
    """How a ballot is filled in, as it stands on it and as the facilitator says it."""
    most = paper.jatah
    if paper.metode == "peringkat":
        places = ", ".join(
            f"{place} untuk pilihan {ORDINALS.get(place, f'ke-{place}')}" for place in range(1, len(paper.kriteria) + 1)
        )
        words = f"Centang kotak {places}."
    elif paper.metode == "titik":
        dots = f"; Anda punya {most} titik" if most else ""
        words = f"Gambar titik di kotak usulan{dots}. Satu usulan boleh lebih dari satu titik."
    else:
        limit = f", paling banyak {most}" if most else ""
        words = f"Beri tanda centang pada kotak usulan yang Anda setujui{limit}."
    secret = " Jangan menulis nama: pilihan Anda rahasia." if paper.rahasia else ""
    return f"{words}{secret} Kertas yang salah isi dapat ditukar kepada panitia."


def _choices(flow: Flow, items: Sequence[PilihanCetak], boxes: Boxes, *, columns: int, again: str) -> None:
    """Rows from the top down, then the next column, then the next sheet; the heads stand above every column.

    ``again`` says on every further sheet whose it is: sheets of several groups lie on one table.
    """
    width = (flow.width - GUTTER * (columns - 1)) / columns
    column, top = 0, flow.y
    _heads(flow, boxes, flow.left + width)
    for item in items:
        row = _Row(flow, item, width - boxes.room)
        if row.height > flow.room:
            column += 1
            if column == columns:
                number = flow.sheet.foot
                flow.new_sheet()
                flow.sheet.foot = number
                flow.paragraph(again, face=flow.document.bold, rata="kiri")
                flow.gap(4)
                column, top = 0, flow.y
            flow.y = top
            _heads(flow, boxes, flow.left + column * (width + GUTTER) + width)
        row.draw(flow, flow.left + column * (width + GUTTER), width, boxes)


def _heads(flow: Flow, boxes: Boxes, right: float) -> None:
    if not any(boxes.heads):
        return
    size = flow.huruf.tabel
    for index, head in enumerate(boxes.heads):
        flow.place(flow.document.bold, size, head, "tengah", right - boxes.room + index * boxes.width, boxes.width)
    flow.y -= size * 1.4


class _Row:
    """One usulan: number, picture, title and place, boxes."""

    def __init__(self, flow: Flow, item: PilihanCetak, width: float) -> None:
        self.item = item
        self.size = flow.huruf.tabel
        self.leading = self.size * 1.18
        self.room = width - NUMBER - PICTURE - 3 * MM
        self.lines = flow.document.regular.wrap(item.judul, self.room, self.size)
        self.places = flow.document.italic.wrap(item.tempat, self.room, self.size - 1) if item.tempat else []
        self.risks = flow.document.bold.wrap(item.risiko, self.room, self.size - 1) if item.risiko else []
        self.words = (len(self.lines) + len(self.places) + len(self.risks)) * self.leading
        self.height = max(PICTURE, BOX, self.words) + 2.4 * MM

    def draw(self, flow: Flow, x: float, width: float, boxes: Boxes) -> None:
        top, sheet = flow.y, flow.sheet
        middle = top - self.height / 2
        flow.y = middle + 15 * 0.4
        sheet.paint(x, top - self.height + 0.6 * MM, NUMBER - 2 * MM, self.height - 1.2 * MM, warna(self.item.nomor)[1])
        flow.place(flow.document.bold, 15, str(self.item.nomor), "kanan", x, NUMBER - 3 * MM)
        draw_picture(sheet, picture_of(self.item.judul, self.item.bidang), x + NUMBER, middle - PICTURE / 2, PICTURE)
        flow.y = middle + self.words / 2
        for face, size, lines in (
            (flow.document.regular, self.size, self.lines),
            (flow.document.italic, self.size - 1, self.places),
            (flow.document.bold, self.size - 1, self.risks),
        ):
            for line in lines:
                flow.place(face, size, line, "kiri", x + NUMBER + PICTURE + 3 * MM, self.room)
                flow.y -= self.leading
        self._boxes(flow, x + width - boxes.room, middle, boxes)
        flow.y = top - self.height
        sheet.rule(x, flow.y, x + width, flow.y, 0.3)

    @staticmethod
    def _boxes(flow: Flow, x: float, middle: float, boxes: Boxes) -> None:
        low, high = middle - BOX / 2 + 0.5 * MM, middle + BOX / 2 - 0.5 * MM
        for index in range(len(boxes.heads)):
            left, right = x + index * boxes.width + 1 * MM, x + (index + 1) * boxes.width - 1 * MM
            for y in (low, high):
                flow.sheet.rule(left, y, right, y)
            for edge in (left, right):
                flow.sheet.rule(edge, low, edge, high)
