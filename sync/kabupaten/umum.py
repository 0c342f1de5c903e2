"""What the public page and the villages around see of an usulan: the form made by its village, where people are known.

A form counts only for the wording that it was made for. An older laptop sends none: then the rule of this server holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.domain.publik import TERPANJANG, sidik
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


def _shown(usulan: Usulan, place: int, said: str) -> str:
    if len(usulan.publik) == 3 and usulan.publik[2] == sidik(usulan.judul, usulan.lokasi):
        return without_numbers(usulan.publik[place])
    return blur(said)
