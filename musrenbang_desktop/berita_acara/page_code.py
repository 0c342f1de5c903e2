"""The small QR in the foot by which a signed page that was photographed finds its place again.

Half a millimetre a module: read from a phone photo of the whole sheet, also where F4 was shrunk to A4.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.berita_acara.qr_matrix import matrix
from musrenbang_desktop.berita_acara.sheet import MM, Sheet
from musrenbang_desktop.domain.halaman import PANJANG_JEJAK, KodeHalaman, singkatan

#: Side of one square; 0.45 mm remain on A4.
MODULE = 0.5 * MM
#: The largest side in squares: the foot has no room for more.
_MOST = 29


def number_pages(sheets: Sequence[Sheet], isi: IsiBeritaAcara, jenis: str) -> None:
    """Give the sheets of one paper their codes; a forum that prints no code of its own gets none."""
    if not isi.kode_forum or isi.tanpa_kode:
        return
    for number, sheet in enumerate(sheets, 1):
        sheet.kode = KodeHalaman(isi.forum.id, singkatan(jenis), isi.jejak[:PANJANG_JEJAK].lower(), number, len(sheets))


def page_code(sheet: Sheet, kode: KodeHalaman, x: float, top: float) -> float:
    """Draw the code with its upper left corner at x, top and return its side in points; nothing for a text too long.

    The white around it is what the foot leaves free.
    """
    squares, side = _squares(kode.teks)
    # the squares stay the one text that is remembered
    sheet.fills += [f"q 0 g {MODULE:.4f} 0 0 {-MODULE:.4f} {x:.2f} {top:.2f} cm", squares, "f Q"]
    return side * MODULE


@lru_cache(maxsize=512)
def _squares(text: str) -> tuple[str, int]:
    """The dark squares as rectangles, and how many squares a side has. The window draws the same pages many times."""
    # a small code is read from farther away than a well corrected one
    rows: Sequence[bytes] = min(matrix(text, "m"), matrix(text, "l"), key=len)
    if len(rows) > _MOST:
        rows = ()
    found = [f"{start} {index} {length} 1 re" for index, row in enumerate(rows) for start, length in _runs(row)]
    return "\n".join(found), len(rows)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Where dark squares begin and how many stand side by side."""
    found, at = [], 0
    for part in row.replace(b"\0", b" ").split(b" "):
        if part:
            found.append((at, len(part)))
        at += len(part) + 1
    return found
