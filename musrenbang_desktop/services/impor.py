"""From a checked preview to recorded usulan and invited people."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from musrenbang_desktop.domain.bidang import BIDANG_DESA, BIDANG_KELURAHAN, SATUAN
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.peserta import PesertaService
from musrenbang_desktop.services.usulan import UsulanService

if TYPE_CHECKING:
    from musrenbang_desktop.exchange.peserta_import import PratinjauPeserta
    from musrenbang_desktop.exchange.usulan_import import Pratinjau


def _came_by(usulan: UsulanBaru, lewat: str, berkas: str, baris: int) -> UsulanBaru:
    if not lewat or usulan.sumber_usulan:
        return usulan
    remark = "; ".join(filter(None, (usulan.keterangan, f"Sumber: {berkas} baris {baris}")))
    return replace(usulan, sumber_usulan=lewat, keterangan=remark)


class ImporService:
    """Writes what a preview accepted. The preview itself (:mod:`musrenbang_desktop.exchange.usulan_import`) writes
    nothing.
    """

    def __init__(self, usulan: UsulanService, peserta: PesertaService) -> None:
        self._usulan = usulan
        self._peserta = peserta

    def templat(self, forum: Forum) -> Callable[[], bytes]:
        """What makes the Excel sheet to be filled in the dusun, with the words of this forum in its drop-down lists.

        The words are read now; the answer touches no database, so it may run in the background.
        """
        from musrenbang_desktop.exchange.usulan_template import templat_usulan

        village = forum.jenis == "desa"
        usual = {"dusun": (), "satuan": SATUAN, "bidang": BIDANG_DESA if village else BIDANG_KELURAHAN}
        words = {name: tuple(dict.fromkeys((*self._usulan.pilihan(name), *always))) for name, always in usual.items()}
        title = f"Daftar usulan Musrenbang {forum.sebutan}, rencana tahun {forum.tahun_rencana}"
        return lambda: templat_usulan(title, words, "Dusun" if village else "Lingkungan")

    def terapkan(self, pratinjau: Pratinjau, berkas: str, lewat: str = "") -> int:
        """Record every accepted row in one act, taken back by one undo; returns how many.

        ``lewat`` says on which way the whole list came (a survey, a musyawarah dusun) where a row itself does not;
        file and row then stand in its remark, so that the answer of a household is found again.

        Raises RuleBroken("berkas", "tanpa_usulan") when no row was accepted.
        """
        rows = [_came_by(row.usulan, lewat, berkas, row.row) for row in pratinjau.rows if row.usulan is not None]
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
