"""The services of the data: what the kabupaten sent, copies, history. They know nothing of a forum's work."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from musrenbang_desktop.services.changes import ChangeBus
from musrenbang_desktop.services.desk import Desk

if TYPE_CHECKING:
    from musrenbang_desktop.services.bukti import BuktiService
    from musrenbang_desktop.services.cadangan import CadanganService
    from musrenbang_desktop.services.draf import DrafService
    from musrenbang_desktop.services.flashdisk import FlashdiskService
    from musrenbang_desktop.services.jawaban import JawabanService
    from musrenbang_desktop.services.kalender import KalenderService
    from musrenbang_desktop.services.paket import PaketService
    from musrenbang_desktop.services.pemulihan import PemulihanService
    from musrenbang_desktop.services.riwayat import RiwayatService


class LayananData:
    """What is there without a forum. ``desk`` is for the composition root and the sender only."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.bus: ChangeBus = desk.bus

    @cached_property
    def paket(self) -> PaketService:
        """The kabupaten's package."""
        from musrenbang_desktop.services.paket import PaketService

        return PaketService(self.desk)

    @cached_property
    def kalender(self) -> KalenderService:
        """The kabupaten's calendar."""
        from musrenbang_desktop.services.kalender import KalenderService

        return KalenderService(self.desk, self.paket)

    @cached_property
    def riwayat(self) -> RiwayatService:
        """History, undo and redo."""
        from musrenbang_desktop.services.riwayat import RiwayatService

        return RiwayatService(self.desk)

    @cached_property
    def draf(self) -> DrafService:
        """Half-typed forms."""
        from musrenbang_desktop.services.draf import DrafService

        return DrafService(self.desk)

    @cached_property
    def jawaban(self) -> JawabanService:
        """Receipts and decisions."""
        from musrenbang_desktop.services.jawaban import JawabanService

        return JawabanService(self.desk)

    @cached_property
    def bukti(self) -> BuktiService:
        """Signed pages and the evidence of the forum."""
        from musrenbang_desktop.services.bukti import BuktiService

        return BuktiService(self.desk)

    @cached_property
    def cadangan(self) -> CadanganService:
        """Copies of the data."""
        from musrenbang_desktop.services.cadangan import CadanganService

        return CadanganService(self.desk)

    @cached_property
    def flashdisk(self) -> FlashdiskService:
        """Copies that are carried away."""
        from musrenbang_desktop.services.flashdisk import FlashdiskService

        return FlashdiskService(self.desk, self.cadangan)

    @cached_property
    def pemulihan(self) -> PemulihanService:
        """Copies that are brought from another laptop."""
        from musrenbang_desktop.services.pemulihan import PemulihanService

        return PemulihanService(self.desk)
