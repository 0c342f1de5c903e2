"""A member of a zip file, unpacked piece by piece: what looks through it needs no room for the whole."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator

#: Packed bytes at a time. They become at most a thousand times as many.
_PACKED = 2**14

_LOCAL_HEAD = 30
_ENCRYPTED = 1


def pieces(data: bytes, package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The pieces in order, of a package that holds ``data``.

    Raises zipfile.BadZipFile or zlib.error when they are not what was packed, and what ``package.read`` raises.
    """
    if member.compress_type != zipfile.ZIP_DEFLATED or member.flag_bits & _ENCRYPTED:
        yield package.read(member)
        return
    unpack, check, size = zlib.decompressobj(-zlib.MAX_WBITS), 0, 0
    for piece in _packed(data, member):
        unpacked = unpack.decompress(piece)
        check, size = zlib.crc32(unpacked, check), size + len(unpacked)
        if size > member.file_size:
            break
        yield unpacked
    if check != member.CRC or size != member.file_size or not unpack.eof:
        raise zipfile.BadZipFile(member.filename)


def _packed(data: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    head = data[member.header_offset : member.header_offset + _LOCAL_HEAD]
    if len(head) < _LOCAL_HEAD or not head.startswith(b"PK\3\4"):
        raise zipfile.BadZipFile(member.filename)
    name, extra = (int.from_bytes(head[place : place + 2], "little") for place in (26, 28))
    start = member.header_offset + _LOCAL_HEAD + name + extra
    end = start + member.compress_size
    for place in range(start, end, _PACKED):
        yield data[place : min(place + _PACKED, end)]
