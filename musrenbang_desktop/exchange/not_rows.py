"""What stands in a list without being one of it: sums, signatures, running numbers."""

from __future__ import annotations

import re

TOTAL = re.compile(r"(?:(?:sub|grand)\s*)?(?:jumlah|total)\b", re.IGNORECASE)
_MONTHS = "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
SIGNED_AT = re.compile(rf"[A-Z][\w .'\-]{{1,40}},\s*[0-9._ \u2026]*\s*(?:{_MONTHS})\s*[0-9._\u2026]*", re.IGNORECASE)
SIGNED_BY = re.compile(
    r"(?:mengetahui|menyetujui|disetujui|disahkan oleh|dibuat oleh)\b[\s,:/]*(?:$|oleh|kepala|lurah|camat|ketua)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\(?[0-9]{1,4}(?:\.[0-9]{1,3})*[.)]?")


def is_ordinal(text: str) -> bool:
    """Whether the text only counts: ``12``, ``(3)``, ``1.2.``."""
    return bool(_DIGITS.fullmatch(text))
