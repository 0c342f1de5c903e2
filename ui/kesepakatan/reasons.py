"""The reasons that this page asks for: why not agreed, why ahead of another, why opened again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.services.layanan import Layanan
from ui.kesepakatan.half_said import key_of
from ui.kesepakatan.model import REASONS_OF_A_DESA, USUAL_MOVES, USUAL_REASONS, Tempat, tr
from ui.reason_line import ReasonLine


class Reasons:
    """One line asks them all; half an answer waits under the question it belongs to."""

    def __init__(self, services: Layanan, line: ReasonLine) -> None:
        self._services, self._line = services, line

    def why_not_agreed(self, places: Sequence[Tempat]) -> None:
        """One answer for all these usulan; one alone shows what was said before."""
        records = [place.id for place in places]
        one = places[0] if len(places) == 1 else None
        self._line.ask(
            self.tr("Kenapa {nama} belum disepakati?").format(
                nama=one.label if one else self.tr("{n} usulan").format(n=len(places))
            ),
            self.tr("Catat alasan"),
            lambda text: self._services.kesepakatan.beri_alasan(records, text),
            self._services.paket.alasan_belum_disepakati() or self._usual(),
            key=key_of(self._services, "alasan", *records),
            before=one.butir.alasan if one else "",
        )

    def _usual(self) -> list[str]:
        forum = self._services.forum.aktif()
        left_out = REASONS_OF_A_DESA if forum and forum.jenis == "kelurahan" else frozenset()
        return [tr(text) for text in USUAL_REASONS if text not in left_out]

    def why_ahead(self, place: Tempat) -> None:
        """Why this usulan is agreed before one that its own origin ranks higher."""
        self._line.ask(
            self.tr("Kenapa {nama} didahulukan dari yang lebih utama di asalnya?").format(nama=place.label),
            self.tr("Catat alasan"),
            lambda text: self._services.kesepakatan.jelaskan_lompatan([place.id], text),
            [tr(text) for text in USUAL_MOVES],
            key=key_of(self._services, "lompat", place.id),
        )

    def why_open_again(self) -> None:
        """Opens the agreement again once the reason is given; it stays in the history."""
        self._line.ask(
            self.tr("Kenapa kesepakatan dibuka lagi?"),
            self.tr("Buka lagi"),
            self._services.kesepakatan.buka_lagi,
            key=key_of(self._services, "buka"),
        )

    @staticmethod
    def tr(text: str) -> str:
        return QCoreApplication.translate("Reasons", text)
