"""The colour behind the number of an usulan on ballots: who does not read finds it by number, colour and picture.

Pale, so that the number stands out on them and a printer without colour still shows it.
"""

from __future__ import annotations

WARNA: tuple[tuple[str, tuple[float, float, float]], ...] = (
    ("merah", (0.98, 0.76, 0.74)),
    ("kuning", (1.0, 0.94, 0.60)),
    ("hijau", (0.74, 0.92, 0.74)),
    ("biru", (0.74, 0.86, 0.99)),
    ("jingga", (1.0, 0.84, 0.62)),
    ("ungu", (0.88, 0.80, 0.97)),
    ("putih", (1.0, 1.0, 1.0)),
)
"""name as the facilitator says it, and the ink"""


def warna(nomor: int) -> tuple[str, tuple[float, float, float]]:
    """The colour of the usulan with this number; neighbours never share one."""
    return WARNA[(nomor - 1) % len(WARNA)]
