"""Photos and papers from phones: made small, turned upright, and freed of everything the camera wrote into them.

Pillow is loaded when the first picture comes. Everything here may run in the background: it touches no window and no
database.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.koordinat import parse_koordinat
from musrenbang_desktop.domain.lampiran import Titik
from musrenbang_desktop.exchange.bentuk_foto import bentuk_asing

if TYPE_CHECKING:
    from PIL import Image

#: Longest side in pixels and bytes of a photo (peers.md PROP-04).
SISI_FOTO, BITA_FOTO = 1_600, 300_000
#: The same of a paper that was photographed: small print must stay readable.
SISI_SURAT, BITA_SURAT = 2_480, 1_000_000
#: Largest PDF that is kept, in bytes (PROP-05).
BITA_PDF = 5 * 1024 * 1024
#: Largest file that is opened at all, in bytes.
BITA_MASUK = 60 * 1024 * 1024

_FORMATS = ("JPEG", "PNG", "WEBP", "BMP")
#: Pixels of a picture that must be unpacked whole; a camera's JPEG is unpacked at a smaller scale, so Pillow's own
#: limit serves. A progressive one is held whole before it can be: 1.2 GB at that limit.
_LARGEST_WHOLE = 50_000_000
#: Pixels of a JPEG that is unpacked at twice the size that is wanted, or more, for finer edges; a larger one is
#: unpacked as small as it can be, so that a camera's photo takes no more than about 100 MB.
_LARGEST_FINE = 24_000_000
_QUALITIES = (85, 78, 70, 62, 54)
_GPS, _ORIENTATION = 0x8825, 0x0112
#: What Pillow raises over bytes that are not what they should be.
_BROKEN = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, AttributeError, ArithmeticError, struct.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Foto:
    """A JPEG without metadata, its size in pixels, and the place that the camera had written, if any."""

    data: bytes
    lebar: int
    tinggi: int
    titik: Titik | None


def susutkan(data: bytes, *, sisi: int = SISI_FOTO, bita: int = BITA_FOTO) -> Foto:
    """Shrink a picture to ``sisi`` pixels on its longest side and ``bita`` bytes.

    Raises RuleBroken("lampiran", ...): "heic", "avif", "video", "gambar_lama" for what ``bentuk_asing`` knows,
    "bukan_gambar", "rusak" for half a file, "terlalu_luas" for a picture that would fill the memory.
    """
    plain, titik = _opened(data, sisi)
    return _small(plain, bita, titik)


def tegak(data: bytes, *, sisi: int) -> Image.Image:
    """The pixels of a picture, upright, at most ``sisi`` on the longest side. Raises as :func:`susutkan` does."""
    return _opened(data, sisi)[0]


def kecilkan(image: Image.Image, *, sisi: int = SISI_SURAT, bita: int = BITA_SURAT) -> Foto:
    """The same for a picture that is open already; the given one stays as it is."""
    from PIL import Image

    small = image.convert("RGB")  # a copy
    small.thumbnail((sisi, sisi), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return _small(small, bita, None)


def _opened(data: bytes, sisi: int) -> tuple[Image.Image, Titik | None]:
    from PIL import BmpImagePlugin, Image, JpegImagePlugin, PngImagePlugin, UnidentifiedImageError, WebPImagePlugin

    del BmpImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # named, so that a frozen program has them
    if foreign := bentuk_asing(data):
        raise RuleBroken("lampiran", foreign)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a camera of 108 megapixels is large, not hostile
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                return _shrink(image, sisi)
    except Image.DecompressionBombError as error:
        raise RuleBroken("lampiran", "terlalu_luas") from error
    except UnidentifiedImageError as error:
        raise RuleBroken("lampiran", "bukan_gambar") from error
    except _BROKEN as error:
        if isinstance(error, RuleBroken):
            raise
        raise RuleBroken("lampiran", "rusak") from error


def _shrink(image: Image.Image, sisi: int) -> tuple[Image.Image, Titik | None]:
    from PIL import Image

    width, height = image.size
    whole = image.format not in ("JPEG", "MPO") or "progressive" in image.info
    if whole and width * height > _LARGEST_WHOLE:
        raise RuleBroken("lampiran", "terlalu_luas")
    # Pillow's thumbnail asks for a square, of which a wide picture's height may be less: it would be unpacked whole
    wanted = sisi / max(width, height) * (2 if width * height <= _LARGEST_FINE else 1)
    image.draft(None, (max(1, int(width * wanted)), max(1, int(height * wanted))))
    image.thumbnail((sisi, sisi), Image.Resampling.LANCZOS, reducing_gap=2.0)
    image.load()  # half a file is refused here, before its notes are read
    turn, titik = _notes(image)
    return _plain(image if turn is None else image.transpose(turn)), titik


def _small(plain: Image.Image, bita: int, titik: Titik | None) -> Foto:
    from PIL import Image

    while True:
        for quality in _QUALITIES:
            packed = _packed(plain, quality)
            if len(packed) <= bita:
                return Foto(packed, *plain.size, titik)
        plain = plain.resize((max(1, plain.width * 4 // 5), max(1, plain.height * 4 // 5)), Image.Resampling.LANCZOS)


def _notes(image: Image.Image) -> tuple[Image.Transpose | None, Titik | None]:
    """How the camera was held, and where. Broken notes are no notes: the picture itself is good."""
    from PIL import Image

    turns = Image.Transpose
    held = {
        2: turns.FLIP_LEFT_RIGHT,
        3: turns.ROTATE_180,
        4: turns.FLIP_TOP_BOTTOM,
        5: turns.TRANSPOSE,
        6: turns.ROTATE_270,
        7: turns.TRANSVERSE,
        8: turns.ROTATE_90,
    }
    try:
        exif = image.getexif()
        turn = held.get(exif.get(_ORIENTATION, 1))
    except _BROKEN:
        return None, None
    try:
        return turn, _place(exif.get_ifd(_GPS))
    except _BROKEN:
        return turn, None


def _plain(image: Image.Image) -> Image.Image:
    """The pixels alone, on white where they were transparent: nothing that the file said about them comes along."""
    from PIL import Image

    if image.mode.startswith("I"):  # grey of 16 bits, from a scanner: Pillow would make all of it white
        image = image.point(lambda grey: grey * (1 / 257)).convert("L")
    plain = Image.new("RGB", image.size, "white")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        plain.paste(image, mask=image)
    else:
        plain.paste(image.convert("RGB"))
    return plain


def _packed(image: Image.Image, quality: int) -> bytes:
    packed = BytesIO()
    image.save(packed, "JPEG", quality=quality, optimize=True, progressive=True)
    return packed.getvalue()


def _place(gps: Mapping[int, Any]) -> Titik | None:
    """The place in the EXIF block; None when there is none or it is not here (a camera without a fix writes 0, 0)."""
    try:
        lintang, bujur = _degrees(gps[2], gps[1], "S"), _degrees(gps[4], gps[3], "W")
        return Titik(*parse_koordinat(f"{lintang:.6f}; {bujur:.6f}"))
    except (KeyError, TypeError, ValueError, ZeroDivisionError, IndexError):
        return None


def _degrees(parts: Any, side: Any, negative: str) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    return -value if str(side).strip("\0 ").upper() == negative else value
