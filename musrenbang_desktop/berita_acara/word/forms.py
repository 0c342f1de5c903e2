"""The kinds of paper that have a Word file, each with a template of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from musrenbang_desktop.domain.forum import Tingkat

JenisWord = Literal["lengkap", "penundaan", "tanpa_kuorum", "notulen"]
"""What can be asked for: keys of ``berita_acara.JENIS``."""

Bentuk = Literal["lengkap", "musdus", "penundaan", "tanpa_kuorum", "notulen"]
"""What has a template: a forum before the Musrenbang has a berita acara of another form (``musdus``)."""

BENTUK: Mapping[Bentuk, str] = {
    "lengkap": "Berita Acara",
    "musdus": "Berita Acara Musyawarah",
    "penundaan": "Berita Acara Penundaan",
    "tanpa_kuorum": "Berita Acara Tanpa Kuorum",
    "notulen": "Notulen",
}
"""Each with the name that its template has as a file."""


def bentuk_of(jenis: JenisWord, tingkat: Tingkat) -> Bentuk:
    """The form of this paper in a forum of this level."""
    return "musdus" if jenis == "lengkap" and tingkat != "utama" else jenis
