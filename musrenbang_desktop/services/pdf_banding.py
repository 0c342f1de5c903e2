"""Two PDF files side by side: the same bytes, the same words, the same looks, or where they part."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_LABEL = re.compile(r"U-\d{3,}")
#: Dots an inch at which a copy is compared with the original, page by page.
_DPI = 50
#: Most pages of a copy, and most points of the long side of one: more is no paper of ours and only fills the memory.
_MOST_PAGES, _LONGEST = 2000, 3000


def same_bytes(original: bytes, data: bytes) -> int:
    """How many bytes at the beginning are the same."""
    low, high = 0, min(len(original), len(data))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if original[:middle] == data[:middle] else (low, middle - 1)
    return low


def changed_inside(original: bytes, data: bytes) -> bool:
    """Whether ``data`` is the original with something changed inside, not a file that another program wrote.

    What a program for certified signatures adds behind the original ends with a cross-reference of its own.
    """
    first = same_bytes(original, data)
    if first == len(original):
        return b"startxref" not in data[first:]
    if len(original) == len(data):  # bytes changed in places far apart, as when two are swapped
        same = sum(one == other for one, other in zip(original, data, strict=True))
        return same >= len(original) // 2
    rest = min(len(original), len(data)) - first
    last = same_bytes(original[::-1][:rest], data[::-1][:rest])
    return first + last >= max(len(original), len(data)) // 2


def keywords(data: bytes) -> str:
    """The key words among the properties; empty when the file cannot be read."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ""
    try:
        return str(document.get_metadata_dict().get("Keywords", ""))
    except (ValueError, pypdfium2.PdfiumError):
        return ""
    finally:
        document.close()


def pages(data: bytes) -> list[tuple[str, bytes]]:
    """Words and looks of every page, on a screen and in print: a file may show its reader another figure than it
    prints (ISO 32000-2, 12.5.3 and 8.11.4.4).

    Raises ValueError for a file of more or larger pages than a paper has, OSError or RuntimeError for a broken one.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > _MOST_PAGES:
            raise ValueError("too many pages")
        scripted = pypdfium2.raw.FPDFDoc_GetJavaScriptActionCount(document) > 0
        return [_page(page, b"script" if scripted else b"") for page in document]
    finally:
        document.close()


def _page(page: PdfPage, looks: bytes) -> tuple[str, bytes]:
    """``looks`` goes before those of the page."""
    if max(page.get_size()) > _LONGEST:
        raise ValueError("page too large")
    textpage = page.get_textpage()
    words = str(textpage.get_text_range())
    textpage.close()
    for mode in (None, "print"):
        picture = page.render(scale=_DPI / 72, grayscale=True, optimize_mode=mode)
        looks += bytes(picture.buffer)
        picture.close()
    looks += b"note" * _notes(page)
    page.close()
    return words, looks


def _notes(page: PdfPage) -> int:
    """How many notes lie on the page, also hidden ones; fields do not count, a certified signature is one of them."""
    import pypdfium2

    raw, found = pypdfium2.raw, 0
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        found += raw.FPDFAnnot_GetSubtype(note) != raw.FPDF_ANNOT_WIDGET
        raw.FPDFPage_CloseAnnot(note)
    return found


def words_of(found: list[tuple[str, bytes]]) -> list[str]:
    """The words alone, page by page."""
    return [text for text, _ in found]


def first_line(given: list[tuple[str, bytes]], wanted: list[tuple[str, bytes]]) -> str:
    """Where a copy leaves the original, with the usulan that the line belongs to."""
    if len(given) != len(wanted):
        return f"jumlah halamannya {len(given)}, seharusnya {len(wanted)}"
    for number, ((text, _), (other, _)) in enumerate(zip(given, wanted, strict=True), 1):
        if text == other:
            continue
        label = ""
        for line, right in zip_longest(text.splitlines(), other.splitlines(), fillvalue=""):
            if line != right:
                here = "".join(_LABEL.findall(right)[:1]) or label
                return f'halaman {number}{f" pada {here}" if here else ""}: tertulis "{line}", seharusnya "{right}"'
            label = "".join(_LABEL.findall(right)[-1:]) or label
    return "gambar halamannya berbeda walaupun tulisannya sama"
