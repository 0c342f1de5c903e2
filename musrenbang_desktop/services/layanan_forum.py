"""The services of the meeting: what it is, who is invited and came, how it runs. They stand on those of the data."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from musrenbang_desktop.services.layanan_data import LayananData

if TYPE_CHECKING:
    from musrenbang_desktop.services.agenda import AgendaService
    from musrenbang_desktop.services.bicara import BicaraService
    from musrenbang_desktop.services.data_dasar import DataDasarService
    from musrenbang_desktop.services.forum import ForumService
    from musrenbang_desktop.services.gladi import GladiService
    from musrenbang_desktop.services.kehadiran import KehadiranService
    from musrenbang_desktop.services.kelahiran import KelahiranService
    from musrenbang_desktop.services.lembar_hadir import LembarHadirService
    from musrenbang_desktop.services.notulen import NotulenService
    from musrenbang_desktop.services.pagu import PaguService
    from musrenbang_desktop.services.peserta import PesertaService
    from musrenbang_desktop.services.salinan import SalinanService
    from musrenbang_desktop.services.sidang import SidangService
    from musrenbang_desktop.services.silsilah import SilsilahService
    from musrenbang_desktop.services.undangan import UndanganService
    from musrenbang_desktop.services.unsur import UnsurService


class LayananForum(LayananData):
    """What a meeting is prepared, opened and held with."""

    @cached_property
    def forum(self) -> ForumService:
        """The facts of the forum."""
        from musrenbang_desktop.services.forum import ForumService

        return ForumService(self.desk)

    @cached_property
    def agenda(self) -> AgendaService:
        """The rows of the agenda."""
        from musrenbang_desktop.services.agenda import AgendaService

        return AgendaService(self.forum)

    @cached_property
    def silsilah(self) -> SilsilahService:
        """Forums held before this one."""
        from musrenbang_desktop.services.silsilah import SilsilahService

        return SilsilahService(self.desk, self.forum)

    @cached_property
    def pagu(self) -> PaguService:
        """The ceilings of the sources of money."""
        from musrenbang_desktop.services.pagu import PaguService

        return PaguService(self.desk, self.forum)

    @cached_property
    def unsur(self) -> UnsurService:
        """Who is to be represented."""
        from musrenbang_desktop.services.unsur import UnsurService

        return UnsurService(self.desk, self.forum)

    @cached_property
    def dasar(self) -> DataDasarService:
        """The figures of the village."""
        from musrenbang_desktop.services.data_dasar import DataDasarService

        return DataDasarService(self.desk, self.forum)

    @cached_property
    def salinan(self) -> SalinanService:
        """The set-up of earlier forums."""
        from musrenbang_desktop.services.salinan import SalinanService

        return SalinanService(self.desk)

    @cached_property
    def peserta(self) -> PesertaService:
        """Invitations and attendance."""
        from musrenbang_desktop.services.peserta import PesertaService

        return PesertaService(self.desk)

    @cached_property
    def undangan(self) -> UndanganService:
        """Letters, codes at the door, doubles."""
        from musrenbang_desktop.services.undangan import UndanganService

        return UndanganService(self.desk)

    @cached_property
    def kehadiran(self) -> KehadiranService:
        """Opening, representation, delegates."""
        from musrenbang_desktop.services.kehadiran import KehadiranService

        return KehadiranService(self.desk)

    @cached_property
    def lembar_hadir(self) -> LembarHadirService:
        """The signed paper sheets."""
        from musrenbang_desktop.services.lembar_hadir import LembarHadirService

        return LembarHadirService(self.desk, self.peserta, self.kehadiran)

    @cached_property
    def kelahiran(self) -> KelahiranService:
        """Births of the team; only the annex of their decree shows them."""
        from musrenbang_desktop.services.kelahiran import KelahiranService

        return KelahiranService(self.desk)

    @cached_property
    def gladi(self) -> GladiService:
        """The rehearsal before the forum."""
        from musrenbang_desktop.services.gladi import GladiService

        return GladiService(self.desk, self.cadangan, self.undangan, self.unsur)

    @cached_property
    def sidang(self) -> SidangService:
        """The agenda while it runs."""
        from musrenbang_desktop.services.sidang import SidangService

        return SidangService(self.desk)

    @cached_property
    def bicara(self) -> BicaraService:
        """Turns to speak."""
        from musrenbang_desktop.services.bicara import BicaraService

        return BicaraService(self.desk)

    @cached_property
    def notulen(self) -> NotulenService:
        """What was said and decided."""
        from musrenbang_desktop.services.notulen import NotulenService

        return NotulenService(self.desk)
