"""How a text of a list is kept: on one line, without NIK, without what means nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from musrenbang_desktop.exchange.plain import is_dash, means_nothing, plain, without_nik

LONGEST_TEXT = 500

_FORMULA = re.compile(r"[=+@]\s*\w")


def tidy(cell: str) -> tuple[str, tuple[str, ...]]:
    """A text as it is kept, and what was done to it."""
    written = plain(cell)
    if not written or is_dash(written):
        return "", ()
    if means_nothing(written):
        return "", (f"“{written}” bukan isian; dibiarkan kosong",)
    remarks = []
    text = without_nik(written)
    if text != written:
        remarks.append("nomor 16 angka (NIK atau nomor KK) dibuang dan tidak disimpan")
    if text[:1] == ":":
        text = text.lstrip(": ")
        remarks.append("tanda “:” di depan dibuang")
    if len(text) > LONGEST_TEXT:
        remarks.append(f"tulisan panjang sekali ({len(text)} huruf); sebaiknya diringkas")
    if _FORMULA.match(text):
        remarks.append("tampak seperti rumus; disimpan sebagai tulisan biasa")
    return text, tuple(remarks)


# --- many texts at once -----------------------------------------------------------------------------------------------

#: Letters as they matter here: every digit is a 0, what is not printable ASCII is a 1 without meaning.
_SHAPE = bytes(ord("0") if 48 <= code < 58 else code if 32 <= code < 127 or code == 10 else 1 for code in range(256))
_ODD_LINE = re.compile(rb"\n(?:[ :=+@]|(?<= \n))")
_ODD_INSIDE = (b"\1", b"  ")
_DIGITS_OF_NIK = re.compile(rb"0000(?:[ .\-]0000|000000000000)")
_LONGEST_NOTHING = len("undefined")


def all_tidy(texts: Sequence[str]) -> bool:
    """Whether ``tidy`` would keep each of the texts as it stands and remark on none.

    Looks at all of them in a few passes, which takes a fiftieth of asking one by one. A yes is certain; a no only
    says that somebody must ask one by one.
    """
    joined = "\n".join(texts)
    if not joined.isascii():
        return False
    shape = f"\n{joined}\n".encode().translate(_SHAPE)
    lengths = set(map(len, texts)) or {0}
    return (
        shape.count(b"\n") == len(texts) + 1
        and not _ODD_LINE.search(shape)
        and not any(odd in shape for odd in _ODD_INSIDE)
        and not _DIGITS_OF_NIK.search(shape)
        and max(lengths) <= LONGEST_TEXT
        and (
            min(lengths) > _LONGEST_NOTHING
            or not any(is_dash(text) or means_nothing(text) for text in texts if len(text) <= _LONGEST_NOTHING)
        )
    )
