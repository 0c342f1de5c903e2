"""The code of a printed page: by it a signed page that was photographed finds its place again."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: What every code of a page begins with.
AWALAN = "M1:"
#: Digits of the trace that a code carries: enough to tell two prints of one forum apart.
PANJANG_JEJAK = 6
#: Most pages of one paper.
_MOST = 9_999

_SHAPE = re.compile(r"M1:([^:\s]{1,40}):([A-Z0-9]{1,6}):([0-9A-F]{0,6}):(\d{1,4})/(\d{1,4})")


@dataclass(frozen=True, slots=True)
class KodeHalaman:
    """Which page of which paper of which forum.

    ``kertas`` is the short name that :func:`singkatan` gives the paper, ``jejak`` the first digits of the trace in its
    foot (empty on papers of before the meeting), ``halaman`` and ``dari`` count within this paper.
    """

    forum: str
    kertas: str
    jejak: str
    halaman: int
    dari: int

    @property
    def teks(self) -> str:
        """``M1:K7Q2M3AB-17:DAHA:3F2A91:2/3``: letters of which a QR needs little room."""
        return f"{AWALAN}{self.forum}:{self.kertas}:{self.jejak}:{self.halaman}/{self.dari}".upper()

    @property
    def pendek(self) -> str:
        """``DAHA 2/3``: what an eye reads in the foot."""
        return f"{self.kertas} {self.halaman}/{self.dari}"


def baca_kode(teks: str) -> KodeHalaman | None:
    """The page that a code names; None for the text of any other QR."""
    found = _SHAPE.fullmatch(teks.strip())
    if found is None:
        return None
    forum, kertas, jejak, halaman, dari = found.groups()
    if not 1 <= int(halaman) <= int(dari) <= _MOST:
        return None
    return KodeHalaman(forum.lower(), kertas, jejak.lower(), int(halaman), int(dari))


def singkatan(jenis: str) -> str:
    """The short name of a paper, at most six letters: ``daftar_hadir_nama`` becomes ``DAHANA``, ``mandat`` ``MAND``."""
    words = re.sub(r"[^a-z0-9_]", "", jenis.lower()).split("_")
    letters = 4 if len(words) == 1 else 2
    return "".join(word[:letters] for word in words)[:6].upper() or "X"
