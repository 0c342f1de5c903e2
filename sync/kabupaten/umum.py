"""What the public page and the villages around see of an usulan: the form made by its village, where people are known.

A form counts only for the wording that it was made for. An older laptop sends none: then the rule of this server holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.domain.publik import TERPANJANG, hanya_menyamarkan, sidik
from sync.kabupaten.models import Usulan
from sync.kabupaten.privacy import blur, without_numbers


def read(value: Sequence[object]) -> list[str]:
    """[title, place, fingerprint] as a device sends them."""
    return [text.replace("\0", "")[:TERPANJANG] if isinstance(text, str) else "" for text in value]


def judul(usulan: Usulan) -> str:
    """The title that others see."""
    return _shown(usulan, 0, usulan.judul)


def lokasi(usulan: Usulan) -> str:
    """The place that others see."""
    return _shown(usulan, 1, usulan.lokasi)


def ditulis_ulang(usulan: Usulan) -> bool:
    """Whether its village worded it anew for others, beyond hiding names: then the page says so, for what was sealed
    reads differently.
    """
    return _fits(usulan) and not all(
        hanya_menyamarkan(said, shown)
        for said, shown in zip((usulan.judul, usulan.lokasi), usulan.publik, strict=False)
        if shown
    )


def _shown(usulan: Usulan, place: int, said: str) -> str:
    return without_numbers(usulan.publik[place]) if _fits(usulan) and usulan.publik[place] else blur(said)


def _fits(usulan: Usulan) -> bool:
    return len(usulan.publik) == 3 and bool(usulan.publik[2] == sidik(usulan.judul, usulan.lokasi))
