"""From a checked preview to recorded usulan and invited people."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.peserta import PesertaService
from musrenbang_desktop.services.usulan import UsulanService

if TYPE_CHECKING:
    from musrenbang_desktop.exchange.peserta_import import PratinjauPeserta
    from musrenbang_desktop.exchange.usulan_import import Pratinjau


class ImporService:
    """Writes what a preview accepted. The preview itself (:mod:`musrenbang_desktop.exchange.usulan_import`) writes
    nothing.
    """

    def __init__(self, usulan: UsulanService, peserta: PesertaService) -> None:
        self._usulan = usulan
        self._peserta = peserta

    def terapkan(self, pratinjau: Pratinjau, berkas: str) -> int:
        """Record every accepted row in one act, taken back by one undo; returns how many.

        Raises RuleBroken("berkas", "tanpa_usulan") when no row was accepted.
        """
        rows = [row.usulan for row in pratinjau.rows if row.usulan is not None]
        if not rows:
            raise RuleBroken("berkas", "tanpa_usulan")
        self._usulan.catat_banyak(rows, f"mengimpor {len(rows)} usulan dari {berkas}")
        return len(rows)

    def undang(self, pratinjau: PratinjauPeserta, terpilih: Collection[int]) -> int:
        """Invite the people of the chosen rows in one act, taken back by one undo; returns how many.

        Raises RuleBroken("berkas", "tanpa_orang") when no row was chosen.
        """
        chosen = [row.peserta for row in pratinjau.rows if row.peserta is not None and row.row in terpilih]
        if not chosen:
            raise RuleBroken("berkas", "tanpa_orang")
        self._peserta.undang_banyak(chosen)
        return len(chosen)
