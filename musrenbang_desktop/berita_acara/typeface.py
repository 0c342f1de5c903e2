"""One weight of the embedded font: widths, line breaking, and the operators that show a text."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from musrenbang_desktop.berita_acara.together import AMOUNT, kept_apart, kept_together
from resources import path

#: A word that is too long for its line is broken after one of these, if there is one near the end.
_BREAK_AFTER = "/-.,;:_)"
NBSP = "\u00a0"
SMALLEST = 0.75
"""share of the size of a table to which letters may shrink so that a word is not cut"""
_WIDEST = 0.95
"""of a letter, as a share of its size: what has fewer letters than a line of these fits"""
_REPLACEMENT = "\ufffd"
_DIGIT = re.compile(r"\d")
"""what belongs together stands beside a number"""
#: How many texts a document remembers: enough for the names, places and hours that come again on every sheet.
_REMEMBERED = 2048


@lru_cache(maxsize=3)
def _parsed(file: str) -> Any:
    """A font file as reportlab read it: three quarters of the work of a short document."""
    return TTFont(file, str(path("fonts", file)), asciiReadable=True)


def initial_font() -> str:
    """A font that reportlab's canvas may name at the start, so that it never adds its unembedded Helvetica."""
    font = _parsed("Arimo-Regular.ttf")
    if font.fontName not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(font)
    return str(font.fontName)


@lru_cache(maxsize=64)
def _long_words(shortest: int) -> re.Pattern[str]:
    """Words of so many letters or more, without a mark after which they may be broken."""
    return re.compile(rf"[^\s/.,;:_)-]{{{shortest},}}[/.,;:_)-]?")


@lru_cache(maxsize=3)
def _widths(file: str) -> Mapping[str, float]:
    return {chr(code): width for code, width in _parsed(file).face.charWidths.items()}


def _font(name: str, file: str) -> Any:
    """A font of one document. Its reading place is its own: two threads may draw at once."""
    font = copy.copy(_parsed(file))
    font.fontName, font.face, font.state = name, copy.copy(font.face), WeakKeyDictionary()
    return font


class Typeface:
    """Arimo in one weight, bound to one document (the subset of glyphs belongs to it)."""

    def __init__(self, name: str, file: str, document: Any) -> None:
        self.font = _font(name, file)
        self._document = document
        self._widths = _widths(file)
        self._units: dict[str, float] = {}
        self._wrapped: dict[tuple[str, float], Sequence[str]] = {}
        self._chopped: set[tuple[str, float]] = set()
        """of these a word was cut"""
        self._shown: dict[str, str] = {}
        self._names: list[str] = []
        self._space = self._widths[" "]

    def resource(self, subset: int = 0) -> str:
        """The name of this weight inside the PDF: ``/F1+0``."""
        while len(self._names) <= subset:
            self._names.append(self.font.getSubsetInternalName(len(self._names), self._document))
        return self._names[subset]

    def measure(self, text: str, size: float) -> float:
        """Width in points of a clean text."""
        return self._measure(text) * size / 1000

    def wrap(self, text: str, width: float, size: float) -> Sequence[str]:
        """Lines no wider than *width*: broken at spaces, inside a word only when it alone is too long.

        What belongs together (``RT 15/RW 05``, ``5 km``, ``Rp 1.000``) is divided only where it alone is too long.
        """
        limit = width * 1000 / size + 0.001
        lines = self._wrapped.get((text, limit))
        if lines is None:
            if len(self._wrapped) >= _REMEMBERED:
                self._wrapped.clear()
                self._chopped.clear()
                self._shown.clear()
            lines = self._wrapped[text, limit] = self._wrap(text, limit)
        return lines

    def amount_size(self, text: str, width: float, size: float) -> float:
        """Points in which every amount of a text stands on one line of *width*: *size* where they do already.

        Half of an amount is another amount, so that a narrow column gets smaller letters.
        """
        widest = max((self._measure(self.clean(found)) for found in AMOUNT.findall(text)), default=0.0)
        return min(size, (width - 0.01) * 1000 / widest) if widest else size

    def word_size(self, text: str, width: float, size: float) -> float:
        """Points in which no word of a wrapped text is cut, but such as would need letters that are too small."""
        if (text, width * 1000 / size + 0.001) not in self._chopped:
            return size
        shortest = max(2, int(width / (size * _WIDEST)))
        found = _long_words(shortest).findall(text)
        room = (width - 0.01) * 1000
        most = room / (size * SMALLEST)
        widest = max((wide for word in found if (wide := self._measure(self.clean(word))) <= most), default=0.0)
        return min(size, room / widest) if widest else size

    def forget(self) -> None:
        """Let go of the texts that were measured; they would be measured again."""
        self._wrapped.clear()
        self._chopped.clear()
        self._units.clear()
        self._shown.clear()

    def show(self, text: str, size: float) -> str:
        """Operators that show a clean text at the current place; the font is set again when a chunk changed it."""
        shown = self._shown.get(text)
        if shown is None:
            if not text.isascii():
                return self._show_chunks(text, size)
            shown = text
            if "\\" in text or "(" in text or ")" in text:
                shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            shown = self._shown[text] = f"({shown})Tj"
        return shown

    def clean(self, text: str) -> str:
        """One line as it can be printed: single spaces, composed letters, nothing invisible, no glyph missing."""
        if not (text.isascii() and text.isprintable()):
            text = unicodedata.normalize("NFC", text)
            text = "".join(self._printable(letter) for letter in text)
        return " ".join(filter(None, text.split(" ")))

    def _printable(self, letter: str) -> str:
        if letter.isspace():
            return letter if letter == NBSP else " "
        if letter in self._widths:
            return letter
        if unicodedata.category(letter) in ("Cc", "Cf", "Mn", "Me"):
            return ""
        plain = unicodedata.normalize("NFKC", letter)
        return plain if all(part in self._widths for part in plain) else _REPLACEMENT

    def _measure(self, text: str) -> float:
        units = self._units.get(text)
        if units is None:
            units = self._units[text] = sum(map(self._widths.__getitem__, text))
        return units

    def _wrap(self, text: str, limit: float) -> Sequence[str]:
        if "\n" in text:
            parts = text.split("\n")
            found = [line for part in parts for line in self._wrap(part, limit)]
            if any((part, limit) in self._chopped for part in parts):
                self._chopped.add((text, limit))
            return found
        words = text.split() if text.isascii() and text.isprintable() else self.clean(text).split(" ")
        widths = [self._measure(word) for word in words]
        if sum(widths) + (len(words) - 1) * self._space <= limit:
            return (" ".join(words),)
        together = kept_together(words) if _DIGIT.search(text) else words
        if len(together) < len(words):
            words = [part for unit in together for part in self._whole_or_parts(unit, limit)]
            widths = [self._measure(word) for word in words]
        lines: list[str] = []
        line: list[str] = []
        used = -self._space
        for word, wide in zip(words, widths, strict=True):
            if used + self._space + wide <= limit:
                line.append(word)
                used += self._space + wide
                continue
            if line:
                lines.append(" ".join(line))
            rest, used = word, wide
            while used > limit:
                self._chopped.add((text, limit))
                cut = self._cut(rest, limit)
                lines.append(rest[:cut])
                rest = rest[cut:]
                used = self._measure(rest)
            line = [rest]
        lines.append(" ".join(line))
        return lines

    def _whole_or_parts(self, unit: str, limit: float) -> Sequence[str]:
        """What belongs together, or its shorter parts where no line could hold it."""
        if " " not in unit or self._measure(unit) <= limit:
            return (unit,)
        return [part for half in kept_apart(unit) for part in self._whole_or_parts(half, limit)]

    def _cut(self, word: str, limit: float) -> int:
        """How many letters of a word that is too long still fit, at least one; an amount in it goes on whole."""
        used, fits = 0.0, 0
        for letter in word:
            used += self._widths[letter]
            if used > limit:
                break
            fits += 1
        fits = max(fits, 1)
        for amount in AMOUNT.finditer(word):
            if 0 < amount.start() < fits < amount.end():
                return amount.start()
        nice = max(word.rfind(mark, 0, fits) for mark in _BREAK_AFTER) + 1
        return nice if nice > fits // 2 else fits

    def _show_chunks(self, text: str, size: float) -> str:
        parts: list[str] = []
        current = 0
        for subset, codes in self.font.splitString(text, self._document):
            if subset != current:
                parts.append(f"{self.resource(subset)} {size:g} Tf")
                current = subset
            parts.append(f"({''.join(map(_octal, codes))})Tj")
        if current:
            parts.append(f"{self.resource()} {size:g} Tf")
        return " ".join(parts)


def _octal(code: int) -> str:
    return chr(code) if 32 <= code < 127 and code not in b"\\()" else f"\\{code:03o}"
