"""Small pictures that were drawn already: for as long as the program runs, and those of its first picture for good.

Drawing the first one loads QtSvg: 2.7 MiB and 5 ms that a start does without when it finds them drawn.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

FILE_NAME = "gambar.simpanan"
MOST_PIXELS = 64 * 64
"""A larger picture is not kept."""
_HEAD = struct.Struct("<IHH")
_WHOLE = struct.Struct("<I")
"""CRC-32 of all that follows: a wrong pixel would be shown for good, since its drawing is never made again"""


class Drawing(NamedTuple):
    """What was drawn: the whole SVG text in its colour, and the size in pixels of the screen."""

    text: bytes
    width: int
    height: int


class KeptPictures:
    """Draws what it has not."""

    def __init__(self) -> None:
        self._images: dict[Drawing, QImage] = {}
        self._read: dict[Drawing, bytes] = {}
        self._file: Path | None = None

    def open(self, folder: Path) -> None:
        """Take what an earlier start left there; a file that is missing or damaged holds nothing."""
        self._file = folder / FILE_NAME
        with suppress(OSError, struct.error):
            self._read = read(self._file.read_bytes())

    def get(self, text: bytes, size: QSize, draw: Callable[[], QImage]) -> QImage:
        """The picture, drawn only once."""
        drawing = Drawing(text, size.width(), size.height())
        image = self._images.get(drawing)
        if image is None:
            pixels = self._read.get(drawing)
            image = _image(drawing, pixels) if pixels else draw()
            if image.size() == size and drawing.width * drawing.height <= MOST_PIXELS:  # else it was not drawn
                self._images[drawing] = image
        return image

    def save(self) -> None:
        """Once, when the first picture is there: leave what it needed. Where that is not allowed, it is drawn again."""
        file, self._file = self._file, None
        if file is None or self._images.keys() == self._read.keys():
            return
        half = file.with_suffix(".baru")
        data = b"".join(_record(drawing, image) for drawing, image in self._images.items())
        with suppress(OSError):
            half.write_bytes(_WHOLE.pack(zlib.crc32(data)) + data)
            half.replace(file)


def read(data: bytes) -> dict[Drawing, bytes]:
    """The pixels of each drawing, 4 bytes each. Raises struct.error for a file that is damaged or ends too early."""
    found: dict[Drawing, bytes] = {}
    place = _WHOLE.size
    if _WHOLE.unpack_from(data) != (zlib.crc32(memoryview(data)[place:]),):
        raise struct.error("damaged")
    while place < len(data):
        length, width, height = _HEAD.unpack_from(data, place)
        begin = place + _HEAD.size + length
        place = begin + 4 * width * height
        if place > len(data):
            raise struct.error("cut off")
        found[Drawing(data[begin - length : begin], width, height)] = data[begin:place]
    return found


def _record(drawing: Drawing, image: QImage) -> bytes:
    plain = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return _HEAD.pack(len(drawing.text), drawing.width, drawing.height) + drawing.text + bytes(plain.constBits())


def _image(drawing: Drawing, pixels: bytes) -> QImage:
    plain = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels, drawing.width, drawing.height, 4 * drawing.width, plain).copy()  # its own pixels


kept_pictures = KeptPictures()
