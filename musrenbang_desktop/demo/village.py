"""The invented village of the demo."""

from __future__ import annotations

from resources.sample import Contoh, contoh

NAMA = "Desa Sukamaju"

#: The demo may only use a region code that cannot exist.
KODE = "00.00.00.2001"


def sample() -> Contoh:
    """The whole invented forum."""
    return contoh()
