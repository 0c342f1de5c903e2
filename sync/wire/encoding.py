"""Bytes as text, and compression with a cap."""

from __future__ import annotations

import base64
import binascii
import gzip
import zlib

from sync.wire.errors import Malformed, TooLarge


def to_text(data: bytes) -> str:
    """Base64 without padding: four characters for three bytes."""
    return base64.b64encode(data).rstrip(b"=").decode()


def from_text(text: str, size: int) -> bytes:
    """The ``size`` bytes behind :func:`to_text`. Raises Malformed."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (ValueError, binascii.Error) as error:
        raise Malformed("bukan base64") from error
    if len(data) != size or to_text(data) != text:
        raise Malformed(f"panjangnya bukan {size} bita")
    return data


def deflate(data: bytes) -> tuple[bytes, str]:
    """The shorter of the bytes themselves and their gzip form, with the content coding to announce ("" for none)."""
    packed = gzip.compress(data, 9, mtime=0)
    return (packed, "gzip") if len(packed) + len("Content-Encoding: gzip\r\n") < len(data) else (data, "")


def inflate(data: bytes, coding: str, cap: int) -> bytes:
    """The bytes behind a content coding, never more than ``cap`` of them in memory. Raises Malformed, TooLarge."""
    if coding in ("", "identity"):
        if len(data) > cap:
            raise TooLarge(f"lebih dari {cap} bita")
        return data
    if coding != "gzip":
        raise Malformed(f"pemampatan tidak dikenal: {coding[:20]}")
    stream = zlib.decompressobj(wbits=31)
    try:
        plain = stream.decompress(data, cap + 1)
    except zlib.error as error:
        raise Malformed("gzip rusak") from error
    if len(plain) > cap:
        raise TooLarge(f"lebih dari {cap} bita")
    if not stream.eof or stream.unused_data:
        raise Malformed("gzip terpotong")
    return plain


def squeeze(data: bytes, phrases: bytes) -> bytes:
    """``data`` deflated bare (RFC 1951), with ``phrases`` that the other end knows too."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zdict=phrases)
    return stream.compress(data) + stream.flush()


def unsqueeze(data: bytes, phrases: bytes, cap: int) -> tuple[bytes, bytes]:
    """What :func:`squeeze` was given, at most ``cap`` bytes, and what stands behind it. Raises Malformed, TooLarge."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS, zdict=phrases)
    try:
        plain = stream.decompress(data, cap + 1)
    except zlib.error as error:
        raise Malformed("bentuk ringkas rusak") from error
    if len(plain) > cap:
        raise TooLarge(f"lebih dari {cap} bita")
    if not stream.eof:
        raise Malformed("bentuk ringkas terpotong")
    return plain, stream.unused_data
