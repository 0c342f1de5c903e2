"""From a checked preview to recorded usulan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.usulan import UsulanService

if TYPE_CHECKING:
    from musrenbang_desktop.exchange.usulan_import import Pratinjau


class ImporService:
    """Writes what a preview accepted. The preview itself (:mod:`musrenbang_desktop.exchange.usulan_import`) writes
    nothing.
    """

    def __init__(self, usulan: UsulanService) -> None:
        self._usulan = usulan

    def terapkan(self, pratinjau: Pratinjau, berkas: str) -> int:
        """Record every accepted row in one act, taken back by one undo; returns how many.

        Raises RuleBroken("berkas", "tanpa_usulan") when no row was accepted.
        """
        rows = [row.usulan for row in pratinjau.rows if row.usulan is not None]
        if not rows:
            raise RuleBroken("berkas", "tanpa_usulan")
        self._usulan.catat_banyak(rows, f"mengimpor {len(rows)} usulan dari {berkas}")
        return len(rows)
