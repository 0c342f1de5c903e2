"""Scans and phone photos of printed pages: the code in the foot is read, the page turned upright and made small.

Pillow, zxing-cpp and pypdfium2 are loaded when the first page comes. Everything here may run in the background: it
touches no window and no database.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.halaman import KodeHalaman, baca_kode
from musrenbang_desktop.exchange import foto

if TYPE_CHECKING:
    from PIL import Image

#: Longest side in pixels at which a page is looked at: 12 pixels a millimetre of F4.
SISI_BACA = 4_000
#: Most pages of one scan.
BANYAK_HALAMAN = 300
#: Endings of the files that a folder is searched for; some are refused by name, so that no page is passed over.
AKHIRAN = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".heic", ".heif", ".tif", ".tiff", ".pdf"})

#: Side at which sharpness is measured, in pixels, so that every camera is measured alike.
_SISI_TAJAM = 1_600
#: The Laplacian of a black dot on white is four times white; divided by this it stays within a byte.
_HALVED = 8
#: Below this a page is called blurred; see ``tests/unit/exchange/test_halaman.py`` for how it was chosen.
BATAS_TAJAM = 0.1


@dataclass(frozen=True, slots=True)
class LembarFoto:
    """One page of a file: its code if one was read, its picture made small and upright, and how sharp it is."""

    kode: KodeHalaman | None
    data: bytes
    tajam: float
    lain: tuple[KodeHalaman, ...] = ()
    """the codes of further pages that lie in the same picture"""

    @property
    def buram(self) -> bool:
        """Whether it should be looked at before the paper is put away."""
        return self.tajam < BATAS_TAJAM


def berkas_di(path: Path) -> list[Path]:
    """The file itself, or every picture and scan in a folder and the folders in it, in the order of their names.

    Raises OSError for a folder that cannot be read.
    """
    if not path.is_dir():
        return [path]
    next(path.iterdir(), None)  # rglob finds nothing in a folder that it may not read
    found = (one for one in path.rglob("*") if one.suffix.lower() in AKHIRAN and not one.name.startswith("."))
    return sorted(one for one in found if one.is_file())


def lembar(data: bytes) -> Iterator[LembarFoto]:
    """Every page of a picture or of a scan as PDF, one after another.

    Raises RuleBroken("lampiran", ...) as :func:`foto.susutkan` does; "pdf_rusak" and "pdf_terlalu_panjang" for a scan.
    """
    if not data.startswith(b"%PDF"):
        yield _lembar(foto.tegak(data, sisi=SISI_BACA))
        return
    for picture in _pages(data):
        yield _lembar(picture)


def _lembar(picture: Image.Image) -> LembarFoto:
    codes, turn = _codes(picture)
    if turn:
        picture = picture.rotate(turn, expand=True)
    return LembarFoto(codes[0] if codes else None, foto.kecilkan(picture).data, ketajaman(picture), tuple(codes[1:]))


def _pages(data: bytes) -> Iterator[Image.Image]:
    """The pages of a scan as pictures, one in memory at a time."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise RuleBroken("lampiran", "pdf_rusak") from error
    try:
        if len(document) > BANYAK_HALAMAN:
            raise RuleBroken("lampiran", "pdf_terlalu_panjang")
        for page in document:
            scale = SISI_BACA / max(*page.get_size(), 1.0)
            yield page.render(scale=min(scale, 300 / 72)).to_pil().convert("RGB")
            page.close()
    except pypdfium2.PdfiumError as error:
        raise RuleBroken("lampiran", "pdf_rusak") from error
    finally:
        document.close()


def _codes(picture: Image.Image) -> tuple[list[KodeHalaman], int]:
    """The code in the foot, and by how many degrees the page must be turned (against the clock) to stand upright.

    Several where several pages lie in the picture; the first says how it was held.

    A photo is looked at as it is, then in grey levels that a dark or noisy one needs, then larger.
    """
    from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

    wanted = BarcodeFormats(BarcodeFormat.QRCode)
    for look in _looks(picture):
        read = [
            (kode, found.orientation)
            for found in read_barcodes(look, formats=wanted, try_invert=False)
            if (kode := baca_kode(found.text))
        ]
        if read:
            return list(dict.fromkeys(kode for kode, _ in read)), round(read[0][1] / 90) * 90 % 360
    return [], 0


def _looks(picture: Image.Image) -> Iterator[Image.Image]:
    from PIL import Image, ImageFilter, ImageOps

    grey = picture.convert("L")
    yield grey
    clear = ImageOps.autocontrast(grey, cutoff=1)
    yield clear
    yield clear.filter(ImageFilter.MedianFilter(3))
    larger = SISI_BACA / max(grey.size)
    if larger > 1.2:
        size = round(grey.width * larger), round(grey.height * larger)
        yield clear.resize(size, Image.Resampling.BICUBIC)
    yield clear.filter(ImageFilter.UnsharpMask(radius=3, percent=250, threshold=2))


def ketajaman(picture: Image.Image) -> float:
    """How crisp the letters are: the variance of the Laplacian over that of the picture, less what grain adds to it.

    Most of a page is empty paper, so the middle half of the Laplacian shows the grain of the camera alone.
    """
    from PIL import Image, ImageFilter, ImageStat

    grey = picture.convert("L")
    grey.thumbnail((_SISI_TAJAM, _SISI_TAJAM), Image.Resampling.BOX)
    spread = ImageStat.Stat(grey).var[0]
    if spread < 1 or min(grey.size) < 3:
        return 0.0
    edges = grey.filter(ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=_HALVED, offset=128))
    inside = edges.crop((1, 1, edges.width - 1, edges.height - 1))  # the border is not filtered
    grain = _quarters(inside.histogram()) / 1.349  # of a normal distribution
    clear = ImageStat.Stat(inside).var[0] - grain * grain
    return max(0.0, clear) * _HALVED * _HALVED / spread


def _quarters(histogram: list[int]) -> float:
    """The width of the middle half of the values, between the grey levels too."""
    return _share(histogram, 0.75) - _share(histogram, 0.25)


def _share(histogram: list[int], share: float) -> float:
    """The value that this share of all lies below."""
    wanted, seen = sum(histogram) * share, 0
    for value, count in enumerate(histogram):
        if count and seen + count >= wanted:
            return value + (wanted - seen) / count
        seen += count
    return 0.0
