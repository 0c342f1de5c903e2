"""Pages as a scanner or a phone would picture them: turned, in perspective, dark, noisy, blurred, packed hard."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from random import Random

import pypdfium2
from PIL import Image, ImageEnhance, ImageFilter

TABLE = (112, 88, 66)
"""the table on which the page lies"""


def pictures(pdf: bytes, dpi: int = 200) -> Iterator[Image.Image]:
    """The pages of a PDF as a scanner sees them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()


def photographed(
    page: Image.Image,
    *,
    turn: float = 0.0,
    lean: float = 0.0,
    light: float = 1.0,
    noise: int = 0,
    blur: float = 0.0,
    quality: int = 60,
    side: int = 3000,
    seed: int = 1,
) -> bytes:
    """A JPEG of the page on a table, held as ``on_table`` and seen as ``seen`` say."""
    return seen(on_table(page, turn=turn, lean=lean), light, noise, blur, quality, side, seed)


def on_table(page: Image.Image, *, turn: float = 0.0, lean: float = 0.0) -> Image.Image:
    """The page as it lies: ``turn`` is degrees, ``lean`` how much shorter the far edge is (0.1 is 10 %)."""
    edge = round(max(page.size) * 0.04)
    picture = Image.new("RGB", (page.width + 2 * edge, page.height + 2 * edge), TABLE)
    picture.paste(page, (edge, edge))
    if turn:
        picture = picture.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=TABLE)
    if lean:
        width, height = picture.size
        inset = width * lean / 2
        corners = (-inset, 0, 0, height, width, height, width + inset, 0)
        picture = picture.transform(
            picture.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=TABLE
        )
    return picture


def seen(
    lying: Image.Image,
    light: float = 1.0,
    noise: int = 0,
    blur: float = 0.0,
    quality: int = 60,
    side: int = 3000,
    seed: int = 1,
) -> bytes:
    """The JPEG of a phone: ``light`` is 1 as it is, ``noise`` the spread of grey levels, ``blur`` a radius in pixels,
    ``side`` the longest side.
    """
    picture = lying.copy()
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    if blur:
        picture = picture.filter(ImageFilter.GaussianBlur(blur))
    if light != 1.0:
        picture = ImageEnhance.Brightness(picture).enhance(light)
    if noise:
        picture = _grainy(picture, noise, seed)
    packed = BytesIO()
    picture.save(packed, "JPEG", quality=quality)
    return packed.getvalue()


def _grainy(picture: Image.Image, noise: int, seed: int) -> Image.Image:
    """Grain with a mean of nothing: grey added in one half of it, taken away in the other."""
    tile = Image.frombytes("L", (509, 509), Random(seed).randbytes(509 * 509))
    grain = Image.new("L", picture.size)
    for x in range(0, picture.width, 509):
        for y in range(0, picture.height, 509):
            grain.paste(tile, (x, y))
    spread = grain.point([round(128 + (value - 128) * noise / 74) for value in range(256)])
    from PIL import ImageChops

    bands = [ImageChops.add(band, spread, 1, -128) for band in picture.split()]
    return Image.merge("RGB", bands)
