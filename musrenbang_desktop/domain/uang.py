"""Whole rupiah as the forms print them. How they are read from what people type: :mod:`.rupiah`."""

from __future__ import annotations

#: Largest amount that is read: the journal keeps whole numbers of at most 53 bits.
TERBESAR = 2**53 - 1


def format_rupiah(amount: int | None) -> str:
    """``Rp1.250.000``; a dash while the amount is unknown."""
    if amount is None:
        return "-"
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{abs(amount):,}".replace(",", ".")
