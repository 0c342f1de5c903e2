"""What neighbours and public pages see of an usulan: its title and place without the names of residents.

The usulan itself stays as it was said, and so does what was sealed. The public form is a record of its own, made for
one wording: ``untuk`` is the fingerprint of that wording, and a form for another one counts for nothing.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from musrenbang_desktop.domain.nama_orang import NOMOR_TERSEMBUNYI, TERSEMBUNYI, DaftarNama, tanpa_nama
from musrenbang_desktop.domain.usulan import Usulan

AKHIRAN = ".publik"
"""Behind the id of an usulan: its public form is a record of its own."""
TERPANJANG = 1_000
_HIDDEN = re.compile("|".join(map(re.escape, (TERSEMBUNYI, NOMOR_TERSEMBUNYI))))


@dataclass(frozen=True, slots=True)
class Publik:
    """A public form. It holds what is shown, whether or not it differs from what was said. ``ditulis`` names the texts
    that the operator wrote: ``judul``, ``lokasi``, or both with a space between; the rule made the others.
    """

    judul: str = ""
    lokasi: str = ""
    untuk: str = ""
    ditulis: str = ""


@dataclass(frozen=True, slots=True)
class BarisPublik:
    """An usulan beside what others see of it. ``diubah``: the operator wrote it, else it is what the rule makes."""

    usulan: Usulan
    publik: Publik
    diubah: bool

    @property
    def id(self) -> str:
        """The id of the usulan."""
        return self.usulan.id

    @property
    def berbeda(self) -> bool:
        """Whether others see something else than the village."""
        return (self.publik.judul, self.publik.lokasi) != (self.usulan.judul, self.usulan.lokasi)


def sidik(judul: str, lokasi: str) -> str:
    """The fingerprint of a wording: laptop and server count it alike."""
    return hashlib.sha256(f"{judul}\0{lokasi}".encode()).hexdigest()[:12]


def hanya_menyamarkan(tertulis: str, tampil: str) -> bool:
    """Whether a text for others is the written one with words hidden, and nothing said differently."""
    first, *rest = _HIDDEN.split(tampil)
    if not rest:
        return tampil == tertulis
    at = len(first)
    for piece in rest[:-1]:
        found = tertulis.find(piece, at + 1)
        if found < 0:
            return False
        at = found + len(piece)
    return tertulis.startswith(first) and tertulis.endswith(rest[-1]) and at + len(rest[-1]) < len(tertulis)


def usulan_untuk_umum(usulan: Usulan, orang: DaftarNama) -> Publik:
    """What the rule makes of an usulan."""
    judul, lokasi = (tanpa_nama(text, orang) for text in (usulan.judul, usulan.lokasi))
    return Publik(judul, lokasi, sidik(usulan.judul, usulan.lokasi))
