"""The services of the usulan: all that is known of them before they are ranked. They stand on those of the meeting."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from musrenbang_desktop.services.layanan_forum import LayananForum

if TYPE_CHECKING:
    from musrenbang_desktop.services.antardesa import AntardesaService
    from musrenbang_desktop.services.berkas_kurang import BerkasKurangService
    from musrenbang_desktop.services.cetak_kamus import CetakKamusService
    from musrenbang_desktop.services.ganda import GandaService
    from musrenbang_desktop.services.impor import ImporService
    from musrenbang_desktop.services.kamus import KamusService
    from musrenbang_desktop.services.kontak import KontakService
    from musrenbang_desktop.services.lampiran import LampiranService
    from musrenbang_desktop.services.nasib import NasibService
    from musrenbang_desktop.services.publik import PublikService
    from musrenbang_desktop.services.tahun_lalu import TahunLaluService
    from musrenbang_desktop.services.titipan import TitipanService
    from musrenbang_desktop.services.usulan import UsulanService


class LayananUsulan(LayananForum):
    """What usulan are recorded, compared and completed with."""

    @cached_property
    def usulan(self) -> UsulanService:
        """The list of usulan."""
        from musrenbang_desktop.services.usulan import UsulanService

        return UsulanService(self.desk)

    @cached_property
    def lampiran(self) -> LampiranService:
        """Photos and papers of usulan and of the forum."""
        from musrenbang_desktop.services.lampiran import LampiranService

        return LampiranService(self.desk)

    @cached_property
    def berkas_kurang(self) -> BerkasKurangService:
        """Files that must still be asked for before the village is left."""
        from musrenbang_desktop.services.berkas_kurang import BerkasKurangService

        return BerkasKurangService(self.desk, self.lampiran)

    @cached_property
    def publik(self) -> PublikService:
        """What neighbours and public pages see of usulan."""
        from musrenbang_desktop.services.publik import PublikService

        return PublikService(self.desk)

    @cached_property
    def nasib(self) -> NasibService:
        """What became of the usulan with a tema."""
        from musrenbang_desktop.services.nasib import NasibService

        return NasibService(self.desk)

    @cached_property
    def kontak(self) -> KontakService:
        """How to reach who proposed; kept apart from everything that is sent or printed."""
        from musrenbang_desktop.services.kontak import KontakService

        return KontakService(self.desk)

    @cached_property
    def titipan(self) -> TitipanService:
        """Usulan that came outside a forum."""
        from musrenbang_desktop.services.titipan import TitipanService

        return TitipanService(self.desk, self.usulan)

    @cached_property
    def tahun_lalu(self) -> TahunLaluService:
        """Usulan of earlier years that still wait."""
        from musrenbang_desktop.services.tahun_lalu import TahunLaluService

        return TahunLaluService(self.desk, self.paket)

    @cached_property
    def ganda(self) -> GandaService:
        """Usulan that are alike, merging and splitting."""
        from musrenbang_desktop.services.ganda import GandaService

        return GandaService(self.desk)

    @cached_property
    def antardesa(self) -> AntardesaService:
        """What the villages around propose."""
        from musrenbang_desktop.services.antardesa import AntardesaService

        return AntardesaService(self.desk, self.paket)

    @cached_property
    def kamus(self) -> KamusService:
        """The kamus usulan and the plans of the forum's package."""
        from musrenbang_desktop.services.kamus import KamusService

        return KamusService(self.desk, self.usulan, self.paket)

    @cached_property
    def cetak_kamus(self) -> CetakKamusService:
        """The kamus as a booklet, and the list of usulan without a plan."""
        from musrenbang_desktop.services.cetak_kamus import CetakKamusService

        return CetakKamusService(self.desk, self.paket, self.kamus)

    @cached_property
    def impor(self) -> ImporService:
        """Usulan and people from files."""
        from musrenbang_desktop.services.impor import ImporService

        return ImporService(self.usulan, self.peserta)
