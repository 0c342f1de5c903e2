"""The last line of a sealed paper's PDF: the laptop's signature over every byte before it (docs/seal.md, 9).

A comment behind ``%%EOF`` is nothing to a PDF reader (ISO 32000-2, 7.5.5), so the file opens everywhere; and whoever
has the file and the key of the laptop can check it without our program's data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from musrenbang_desktop.journal import keys

AWALAN_BERKAS = b"musrenbang-berkas-1\n"
TANDA = b"%MDS-TTD1 "
_LINE = re.compile(TANDA + rb"([0-9a-f]{64}) ([0-9a-f]{128})\n\Z")
_LENGTH = len(TANDA) + 64 + 1 + 128 + 1


@dataclass(frozen=True, slots=True)
class TandaBerkas:
    """The key that a file names, and whether it has signed every byte before the line."""

    kunci: bytes
    utuh: bool

    @property
    def laptop(self) -> str:
        """The tag of the laptop: what its record ids begin with."""
        return keys.device_tag(keys.device_id(self.kunci))


def bubuhkan(private: bytes, data: bytes) -> bytes:
    """The file with its signature as the last line; the same bytes always get the same line."""
    line = TANDA + keys.public_key(private).hex().encode() + b" "
    return data + line + keys.sign(private, AWALAN_BERKAS + data + line).hex().encode() + b"\n"


def baca(data: bytes) -> TandaBerkas | None:
    """Check the last line of a file; None when it does not end in one."""
    found = _LINE.match(data, max(0, len(data) - _LENGTH))
    if found is None:
        return None
    kunci, tanda = (bytes.fromhex(part.decode()) for part in found.groups())
    return TandaBerkas(kunci, keys.verify(kunci, tanda, AWALAN_BERKAS + data[: found.start(2)]))
