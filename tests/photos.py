"""Pictures as phones make them. All invented."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image

GPS, ORIENTATION = 0x8825, 0x0112
DESCRIPTION, MAKER = 0x010E, 0x010F


def photo(
    width: int = 1200,
    height: int = 800,
    *,
    titik: tuple[float, float] | None = None,
    orientation: int = 1,
    form: str = "JPEG",
    quality: int = 90,
    noise: int = 0,
) -> bytes:
    """A picture whose upper left quarter is red; with ``noise`` it packs as badly as gravel."""
    image = Image.new("RGB", (width, height), (40, 90, 160))
    image.paste((220, 30, 30), (0, 0, width // 2, height // 2))
    if noise:
        tile = Image.frombytes("L", (256, 256), Random(1).randbytes(256 * 256)).resize((width, height))
        image = Image.merge("RGB", [Image.blend(band, tile, noise / 100) for band in image.split()])
    exif = Image.Exif()
    exif[MAKER], exif[DESCRIPTION] = "HP Contoh", "depan rumah Pak Contoh"
    exif[ORIENTATION] = orientation
    if titik:
        exif[GPS] = {1: _side(titik[0], "NS"), 2: _dms(titik[0]), 3: _side(titik[1], "EW"), 4: _dms(titik[1])}
    packed = BytesIO()
    kept = {"exif": exif} if form in ("JPEG", "WEBP", "PNG") else {}
    image.save(packed, form, **({"quality": quality, **kept} if form == "JPEG" else kept))
    return packed.getvalue()


def heic(brand: bytes = b"heic") -> bytes:
    """The beginning of an iPhone's picture; ``brand`` says which camera or film made it."""
    return b"\x00\x00\x00\x24ftyp" + brand + b"\x00\x00\x00\x00mif1heic" + bytes(200)


def pdf(size: int = 2_000) -> bytes:
    """Something that begins as a PDF does."""
    return b"%PDF-1.7\n" + b"x" * size


def written(folder: Path, name: str, data: bytes) -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_bytes(data)
    return path


def _side(value: float, names: str) -> str:
    return names[value < 0]


def _dms(value: float) -> tuple[float, float, float]:
    degrees, rest = divmod(abs(value), 1)
    minutes, rest = divmod(rest * 60, 1)
    return degrees, minutes, round(rest * 60, 4)
