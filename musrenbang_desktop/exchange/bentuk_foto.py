"""What a file is that looks like a photo and cannot be read here, by its first bytes: each has its own way out."""

from __future__ import annotations

from typing import Literal

BentukAsing = Literal["", "heic", "avif", "video", "gambar_lama"]

_HEIC = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1"})
_AVIF = frozenset({b"avif", b"avis"})
#: Films that do not begin as an MP4 does: Matroska and WebM, Flash, MPEG, Windows Media, Ogg.
_FILM = (b"\x1a\x45\xdf\xa3", b"FLV\x01", b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3", b"\x30\x26\xb2\x75", b"OggS")
#: GIF, TIFF and the raw photos of cameras built on it, Photoshop, JPEG 2000, JPEG XL, icons, PCX, SVG.
_OLD = (
    b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"8BPS", b"\x00\x00\x00\x0cjP  ", b"\xff\x4f\xff\x51",
    b"\x00\x00\x00\x0cJXL ", b"\xff\x0a", b"\x00\x00\x01\x00", b"\x0a\x05\x01\x08", b"<svg", b"IIRO", b"IIU\0",
    b"FUJIFILM",
)  # fmt: skip


def bentuk_asing(data: bytes) -> BentukAsing:
    """``heic`` and ``avif`` of phones, ``video`` for a film, ``gambar_lama`` for an old or rare picture; else nothing.

    The name of the file is not asked: phones and chats give any ending to anything.
    """
    if data[4:8] == b"ftyp":
        brands = {data[8:12], *(data[place : place + 4] for place in range(16, min(len(data), 64), 4))}
        if data[8:12] in _AVIF or (data[8:12] in (b"mif1", b"msf1") and brands & _AVIF):
            return "avif"
        return "heic" if data[8:12] in _HEIC else "video"
    if data.startswith(_FILM) or (data[:4] == b"RIFF" and data[8:12] == b"AVI "):
        return "video"
    return "gambar_lama" if data.startswith(_OLD) else ""
