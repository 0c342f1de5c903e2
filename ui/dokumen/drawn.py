"""One document as it was drawn: its bytes, its pages, and what the list says about it. No Qt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from musrenbang_desktop.db.queries.dokumen import Cetakan
from musrenbang_desktop.services.penggambar import Penggambar
from ui.dokumen.render import Sheet, sheets


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF that is ready to be looked at, saved and printed: always these very bytes."""

    jenis: str
    data: bytes
    sheets: tuple[Sheet, ...]
    sha256: str
    urutan: tuple[str, ...] = ()
    """ids of the people whose lines are typed in again, in the order drawn"""

    def is_saved(self, cetakan: Cetakan | None) -> bool:
        """Whether the file in the folder holds these bytes."""
        return cetakan is not None and cetakan.sha256 == self.sha256


def draw(jenis: str, penggambar: Penggambar, ulang: int = 0) -> Drawn:
    """Draw one document, with the mark of a reprint. Takes a blink or two, so it runs in the background.

    Raises RuleBroken.
    """
    data = penggambar.gambar(jenis, ulang)
    return Drawn(jenis, data, sheets(data), hashlib.sha256(data).hexdigest(), penggambar.urutan(jenis))
