"""All services of one open store. Each is imported and made when a page first asks for it, to keep the start short.

They stand in four floors, and each makes its services of those below it alone: the data (``layanan_data``), the meeting
(``layanan_forum``), the usulan (``layanan_usulan``), and here the result and its papers.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from musrenbang_desktop.db.store import Store
from musrenbang_desktop.services.changes import ChangeBus
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.layanan_usulan import LayananUsulan

if TYPE_CHECKING:
    from musrenbang_desktop.services.arsip import ArsipService
    from musrenbang_desktop.services.bentuk import BentukService
    from musrenbang_desktop.services.dokumen import DokumenService
    from musrenbang_desktop.services.kesepakatan import KesepakatanService
    from musrenbang_desktop.services.layar import LayarService
    from musrenbang_desktop.services.penjelasan import PenjelasanService
    from musrenbang_desktop.services.prioritas import PrioritasService
    from musrenbang_desktop.services.segel import SegelService
    from musrenbang_desktop.services.sipd import SipdService
    from musrenbang_desktop.services.suara import SuaraService
    from musrenbang_desktop.services.suara_berkas import SuaraBerkasService
    from musrenbang_desktop.services.surat import SuratService
    from musrenbang_desktop.services.word import WordService


class Layanan(LayananUsulan):
    """What a page gets in its constructor: all of them, and of its own those of the result and of its papers."""

    @cached_property
    def arsip(self) -> ArsipService:
        """The folder that outlives the program."""
        from musrenbang_desktop.services.arsip import ArsipService

        return ArsipService(self)

    @cached_property
    def prioritas(self) -> PrioritasService:
        """Rules and scores."""
        from musrenbang_desktop.services.prioritas import PrioritasService

        return PrioritasService(self.desk)

    @cached_property
    def penjelasan(self) -> PenjelasanService:
        """Why this order, and what follows from it."""
        from musrenbang_desktop.services.penjelasan import PenjelasanService

        return PenjelasanService(self.desk, self.prioritas)

    @cached_property
    def kesepakatan(self) -> KesepakatanService:
        """The agreement."""
        from musrenbang_desktop.services.kesepakatan import KesepakatanService

        return KesepakatanService(self.desk, self.prioritas)

    @cached_property
    def suara(self) -> SuaraService:
        """Paper ballots and score sheets typed twice."""
        from musrenbang_desktop.services.suara import SuaraService

        return SuaraService(self.desk, self.prioritas)

    @cached_property
    def suara_berkas(self) -> SuaraBerkasService:
        """Votes from a file."""
        from musrenbang_desktop.services.suara_berkas import SuaraBerkasService

        return SuaraBerkasService(self.desk, self.prioritas)

    @cached_property
    def segel(self) -> SegelService:
        """The seal on the closed result."""
        from musrenbang_desktop.services.segel import SegelService

        return SegelService(self.desk, self.prioritas, self.kesepakatan, self.kalender)

    @cached_property
    def layar(self) -> LayarService:
        """What the hall sees."""
        from musrenbang_desktop.services.layar import LayarService

        return LayarService(self.desk, self.prioritas, self.kesepakatan, self.paket)

    @cached_property
    def dokumen(self) -> DokumenService:
        """The printed documents."""
        from musrenbang_desktop.services.dokumen import DokumenService

        return DokumenService(self.desk, self.prioritas, self.kesepakatan, self.kehadiran, self.layar)

    @cached_property
    def word(self) -> WordService:
        """The berita acara as a Word file."""
        from musrenbang_desktop.services.word import WordService

        return WordService(self.desk, self.dokumen)

    @cached_property
    def sipd(self) -> SipdService:
        """What was entered in SIPD."""
        from musrenbang_desktop.services.sipd import SipdService

        return SipdService(self.desk, self.prioritas, self.kesepakatan)

    @cached_property
    def surat(self) -> SuratService:
        """Numbers and days of letters about the result."""
        from musrenbang_desktop.services.surat import SuratService

        return SuratService(self.desk)

    @cached_property
    def bentuk(self) -> BentukService:
        """Copies of form profiles that the kabupaten works on."""
        from musrenbang_desktop.services.bentuk import BentukService

        return BentukService(self.desk, self.dokumen)


def build(store: Store) -> Layanan:
    """The services on an open store."""
    return Layanan(Desk(store, ChangeBus()))
