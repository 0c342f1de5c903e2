"""Sheets of paper and the PDF made of them. All measures are points, y runs upwards as in PDF."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from musrenbang_desktop.berita_acara.typeface import Typeface, initial_font
from musrenbang_desktop.domain.halaman import KodeHalaman

MM = 72 / 25.4

Weight = Literal["regular", "bold", "italic"]

rl_config.useA85 = 0  # plain binary streams: a quarter smaller, and faster


class _Canvas(Canvas):  # type: ignore[misc]  # reportlab ships no types
    """reportlab's canvas, which lets the typefaces see the document that they belong to."""

    @property
    def document(self) -> Any:
        return self._doc


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a viewer shows as the properties of the document. ``stamp`` is a PDF date: ``D:20260121000000``."""

    title: str
    author: str
    subject: str
    stamp: str
    keywords: str = ""


@dataclass(slots=True)
class Sheet:
    """One page while it is being laid out: operators collected by layer, written once at the end."""

    width: float
    height: float
    fills: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    rules: dict[float, list[str]] = field(default_factory=dict)
    dots: list[str] = field(default_factory=list)
    images: list[tuple[bytes, float, float, float, float]] = field(default_factory=list)
    font: tuple[Typeface, float] | None = None
    foot: str | None = None
    """what stands at the right of the foot instead of the page of pages"""
    margins: tuple[float, float, float] | None = None
    """left, right and lower margin in points, where they are not those of the profile"""
    bare: bool = False
    """without a foot: a picture for the hall"""
    kode: KodeHalaman | None = None
    """which page this is, for the QR in the foot"""

    def text(self, x: float, y: float, face: Typeface, size: float, text: str, spacing: float = 0.0) -> None:
        """Show a clean text with its baseline at x, y; *spacing* widens every space."""
        self._set(face, size)
        shown = f"1 0 0 1 {x:.2f} {y:.2f} Tm {face.show(text, size)}"
        self.words.append(f"{spacing:.3f} Tw {shown} 0 Tw" if spacing else shown)

    def lines(self, x: float, y: float, face: Typeface, size: float, leading: float, texts: Sequence[str]) -> None:
        """Show clean texts below each other, all from x; an empty one leaves its line free."""
        start, show, add = f"1 0 0 1 {x:.2f}", face.show, self.words.append
        for text in texts:
            if text:
                self._set(face, size)
                add(f"{start} {y:.2f} Tm {show(text, size)}")
            y -= leading

    def _set(self, face: Typeface, size: float) -> None:
        """Say the font, unless it is that of the text before."""
        if self.font is None or self.font[0] is not face or self.font[1] != size:
            self.font = (face, size)
            self.words.append(f"{face.resource()} {size:g} Tf")

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw a straight line."""
        self.rules.setdefault(width, []).append(f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l")

    def dotted(self, x0: float, x1: float, y: float) -> None:
        """Draw a dotted line to write on."""
        self.dots.append(f"{x0:.2f} {y:.2f} m {x1:.2f} {y:.2f} l")

    def fill(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Paint a rectangle below everything else."""
        self.fills.append(f"{grey:g} g {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def paint(self, x: float, y: float, width: float, height: float, ink: tuple[float, float, float]) -> None:
        """Paint a rectangle in a colour (red, green, blue from 0 to 1) below everything else."""
        red, green, blue = ink
        self.fills.append(f"{red:g} {green:g} {blue:g} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def fold(self) -> None:
        """Hold what is drawn so far in few long texts: a thousand short ones take three times the memory."""
        self.words = ["\n".join(self.words)] if self.words else []
        self.rules = {width: ["\n".join(segments)] for width, segments in self.rules.items()}

    def pale(self, x: float, y: float, face: Typeface, size: float, text: str, grey: float = 1.0) -> None:
        """Show a clean text in a shade of grey (1 is white) on what was painted so far, below all other words."""
        self.fills.append(
            f"{grey:g} g BT {face.resource()} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm {face.show(text, size)} ET"
        )

    def take_operators(self) -> str:
        """The whole content of the page, which is let go: reportlab holds it from here on."""
        parts = [*self.fills, "0 g 0 G"] if self.fills else []
        for width, segments in self.rules.items():
            parts += [f"{width:g} w", *segments, "S"]
        if self.dots:
            parts += ["0.6 w [0.6 1.8] 0 d", *self.dots, "S [] 0 d"]
        if self.words:
            parts += ["BT", *self.words, "ET"]
        self.fills, self.words, self.rules, self.dots = [], [], {}, []
        return "\n".join(parts)


class Document:
    """The sheets of one PDF and its three weights of the font."""

    def __init__(self) -> None:
        regular = initial_font()
        self._canvas = _Canvas(
            "", pageCompression=1, invariant=1, initialFontName=regular, initialFontSize=10, lang="id-ID"
        )
        document = self._canvas.document
        # the identity of the file comes from what is drawn; reportlab's own would follow SOURCE_DATE_EPOCH
        document.signature = hashlib.blake2b(digest_size=16)
        self.regular = Typeface("Arimo", "Arimo-Regular.ttf", document)
        self.bold = Typeface("Arimo-Bold", "Arimo-Bold.ttf", document)
        self.italic = Typeface("Arimo-Italic", "Arimo-Italic.ttf", document)
        self.sheets: list[Sheet] = []

    def sheet(self, width: float, height: float) -> Sheet:
        """Take a new sheet; the one before is nearly done."""
        if self.sheets:
            self.sheets[-1].fold()
        self.sheets.append(Sheet(width, height))
        return self.sheets[-1]

    def save(self, about: Metadata) -> bytes:
        """The bytes of the PDF; they depend on nothing but what was drawn and on *about*."""
        canvas = self._canvas
        canvas.setTitle(about.title)
        canvas.setAuthor(about.author)
        canvas.setSubject(about.subject)
        canvas.setCreator("Musrenbang Desktop")
        if about.keywords:
            canvas.setKeywords(about.keywords)
            canvas.document.signature.update(about.keywords.encode("ascii"))
        canvas.document.signature.update(about.stamp.encode("ascii"))
        canvas.setDateFormatter(lambda *_: about.stamp)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        for face in (self.regular, self.bold, self.italic):
            face.forget()
        for sheet in self.sheets:
            canvas.setPageSize((sheet.width, sheet.height))
            for image, x, y, width, height in sheet.images:
                canvas.document.signature.update(image)
                canvas.drawImage(
                    ImageReader(io.BytesIO(image)), x, y, width, height, mask="auto", preserveAspectRatio=True
                )
            operators = sheet.take_operators()
            canvas.document.signature.update(operators.encode("ascii"))
            canvas.addLiteral(operators)
            canvas.showPage()
        made: bytes = canvas.getpdfdata()
        return made
