"""The squares of a QR code, from the library that also reads signed pages (docs/adr/0026)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from zxingcpp import BarcodeFormat, create_barcode

Level = Literal["l", "m", "q"]

if TYPE_CHECKING:
    from typing_extensions import Buffer

#: In the picture a dark square is 0; the drawing counts it as 1.
_DARK = bytes([1]) + bytes(255)


@lru_cache(maxsize=4)
def matrix(text: str, level: Level) -> Sequence[bytes]:
    """Rows of squares from the top, 1 is dark, without the white around; none when no QR of this level holds the text.

    *text* is plain ASCII, as all our codes are: other letters are read differently by different readers.
    """
    try:
        code = create_barcode(text, BarcodeFormat.QRCode, ec_level=level.upper())
    except ValueError:
        return ()
    picture = code.to_image(scale=1, add_quiet_zones=False)
    side = picture.shape[0]
    squares = bytes(cast("Buffer", picture)).translate(_DARK)
    return [squares[begin : begin + side] for begin in range(0, len(squares), side)]
