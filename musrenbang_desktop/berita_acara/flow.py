"""Running text on numbered sheets: paragraphs, hanging items, room, page breaks, the foot of every page."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.sheet import MM, Document, Sheet
from musrenbang_desktop.berita_acara.typeface import NBSP, Typeface
from musrenbang_desktop.domain.profile import Profile, Rata

#: Millimetres below the text that the code of the page needs, whatever the margin is.
FOOT_MM = 18.0
#: Height of a first line above its baseline and of a last line below it, as shares of the font size.
ASCENT, DESCENT = 0.80, 0.24


class Flow:
    """Places blocks from the top down and takes a new sheet when the next one does not fit."""

    def __init__(self, document: Document, profile: Profile) -> None:
        self.document = document
        self.kertas = profile.kertas
        self.huruf = profile.huruf
        self.spasi = profile.huruf.spasi
        self.sela = 1.0
        """the part of the usual white that gaps leave"""
        self.rebah = False
        self.sheet: Sheet
        self.y = 0.0
        self._fresh = True

    @property
    def left(self) -> float:
        return self.kertas.kiri_mm * MM

    @property
    def width(self) -> float:
        return self.kertas.ruang_mm(rebah=self.rebah) * MM

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return max(self.kertas.bawah_mm, FOOT_MM) * MM

    @property
    def room(self) -> float:
        """Height left on this sheet."""
        return self.y - self.bottom

    @property
    def fresh(self) -> bool:
        """Nothing stands on this sheet yet."""
        return self._fresh and self.y == self.top

    @property
    def top(self) -> float:
        return self.sheet.height - self.kertas.atas_mm * MM

    def start(self, *, rebah: bool) -> None:
        """Begin a new sheet, upright or lying across."""
        self.rebah = rebah
        self.new_sheet()

    def new_sheet(self) -> None:
        """Go on at the top of a new sheet."""
        sides = (self.kertas.lebar_mm * MM, self.kertas.tinggi_mm * MM)
        self.sheet = self.document.sheet(*(reversed(sides) if self.rebah else sides))
        self.y = self.top

    def need(self, height: float) -> None:
        """Make sure that *height* fits on this sheet, unless not even an empty one could hold it."""
        whole = self.top - self.bottom
        if height > self.room and height <= whole:
            self.new_sheet()

    def gap(self, height: float) -> None:
        """Leave white space; at the top of a sheet there is none."""
        if self.y < self.top:
            self.y = max(self.y - height * self.sela, self.bottom)

    def paragraph(
        self,
        text: str,
        *,
        face: Typeface | None = None,
        size: float = 0.0,
        rata: Rata | str = "penuh",
        indent: float = 0.0,
        width: float = 0.0,
        spacing: float = 0.0,
    ) -> None:
        """Set a paragraph; *rata* "penuh" fills every line but the last to both margins."""
        face = face or self.document.regular
        size = size or self.huruf.isi
        wide = width or self.width - indent
        leading = size * (spacing or self.spasi)
        for part in text.split("\n"):
            self._lines(face.wrap(part, wide, size), face, size, leading, rata, self.left + indent, wide)

    def item(self, label: str, text: str, *, hang: float, indent: float = 0.0, colon: bool = False) -> None:
        """A label and its text beside it: ``KESATU : ...``, ``1. ...``, ``Tempat : ...``."""
        size, leading = self.huruf.isi, self.huruf.isi * self.spasi
        face = self.document.bold if label.isupper() else self.document.regular
        lines = self.document.regular.wrap(text, self.width - indent - hang, size)
        self.need(leading * min(len(lines), 2))
        baseline = self.y - self._first(size, leading)
        self.sheet.text(self.left + indent, baseline, face, size, face.clean(label))
        if colon:
            self.sheet.text(self.left + indent + hang - 9, baseline, self.document.regular, size, ":")
        x, wide = self.left + indent + hang, self.width - indent - hang
        self._lines(lines, self.document.regular, size, leading, "penuh", x, wide)

    def place(self, face: Typeface, size: float, text: str, rata: Rata | str, x: float, width: float) -> None:
        """Show one line whose top is the current y, without moving on."""
        self._show(self.y - ASCENT * size, face, size, text, rata, x, width)

    def _lines(
        self, lines: Sequence[str], face: Typeface, size: float, leading: float, rata: str, x: float, width: float
    ) -> None:
        last = len(lines) - 1
        for index, line in enumerate(lines):
            # never one line alone at the foot or the head of a sheet
            together = len(lines) if len(lines) <= 3 else 2
            if index == 0:
                self.need(leading * together)
            elif index == last - 1:
                self.need(leading * 2)
            else:
                self.need(leading)
            how = ("kiri" if index == last else "penuh") if rata == "penuh" else rata
            self._show(self.y - self._first(size, leading), face, size, line, how, x, width)
            self.y -= leading

    @staticmethod
    def _first(size: float, leading: float) -> float:
        return (leading - size * (ASCENT + DESCENT)) / 2 + size * ASCENT

    def _show(self, y: float, face: Typeface, size: float, line: str, rata: str, x: float, width: float) -> None:
        spare = width - face.measure(line, size)
        if rata == "penuh":
            spaces = line.count(" ") + line.count(NBSP)
            spacing = spare / spaces if spaces else 0.0
            self.sheet.text(x, y, face, size, line, spacing if 0 < spacing < size * 1.1 else 0.0)
            return
        shift = {"kiri": 0.0, "tengah": spare / 2, "kanan": spare}[rata]
        self.sheet.text(x + shift, y, face, size, line)
