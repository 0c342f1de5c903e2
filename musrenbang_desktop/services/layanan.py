"""All services of one open store. Each is imported and made when a page first asks for it, to keep the start short."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from musrenbang_desktop.db.store import Store
from musrenbang_desktop.services.changes import ChangeBus
from musrenbang_desktop.services.desk import Desk

if TYPE_CHECKING:
    from musrenbang_desktop.services.agenda import AgendaService
    from musrenbang_desktop.services.antardesa import AntardesaService
    from musrenbang_desktop.services.arsip import ArsipService
    from musrenbang_desktop.services.bentuk import BentukService
    from musrenbang_desktop.services.berkas_kurang import BerkasKurangService
    from musrenbang_desktop.services.bicara import BicaraService
    from musrenbang_desktop.services.bukti import BuktiService
    from musrenbang_desktop.services.cadangan import CadanganService
    from musrenbang_desktop.services.cetak_kamus import CetakKamusService
    from musrenbang_desktop.services.data_dasar import DataDasarService
    from musrenbang_desktop.services.dokumen import DokumenService
    from musrenbang_desktop.services.draf import DrafService
    from musrenbang_desktop.services.flashdisk import FlashdiskService
    from musrenbang_desktop.services.forum import ForumService
    from musrenbang_desktop.services.ganda import GandaService
    from musrenbang_desktop.services.gladi import GladiService
    from musrenbang_desktop.services.impor import ImporService
    from musrenbang_desktop.services.jawaban import JawabanService
    from musrenbang_desktop.services.kalender import KalenderService
    from musrenbang_desktop.services.kamus import KamusService
    from musrenbang_desktop.services.kehadiran import KehadiranService
    from musrenbang_desktop.services.kelahiran import KelahiranService
    from musrenbang_desktop.services.kesepakatan import KesepakatanService
    from musrenbang_desktop.services.kontak import KontakService
    from musrenbang_desktop.services.lampiran import LampiranService
    from musrenbang_desktop.services.layar import LayarService
    from musrenbang_desktop.services.lembar_hadir import LembarHadirService
    from musrenbang_desktop.services.nasib import NasibService
    from musrenbang_desktop.services.notulen import NotulenService
    from musrenbang_desktop.services.pagu import PaguService
    from musrenbang_desktop.services.paket import PaketService
    from musrenbang_desktop.services.penjelasan import PenjelasanService
    from musrenbang_desktop.services.peserta import PesertaService
    from musrenbang_desktop.services.prioritas import PrioritasService
    from musrenbang_desktop.services.riwayat import RiwayatService
    from musrenbang_desktop.services.salinan import SalinanService
    from musrenbang_desktop.services.segel import SegelService
    from musrenbang_desktop.services.sidang import SidangService
    from musrenbang_desktop.services.silsilah import SilsilahService
    from musrenbang_desktop.services.sipd import SipdService
    from musrenbang_desktop.services.suara import SuaraService
    from musrenbang_desktop.services.suara_berkas import SuaraBerkasService
    from musrenbang_desktop.services.surat import SuratService
    from musrenbang_desktop.services.tahun_lalu import TahunLaluService
    from musrenbang_desktop.services.titipan import TitipanService
    from musrenbang_desktop.services.undangan import UndanganService
    from musrenbang_desktop.services.unsur import UnsurService
    from musrenbang_desktop.services.usulan import UsulanService
    from musrenbang_desktop.services.word import WordService


class Layanan:
    """What a page gets in its constructor. ``desk`` is for the composition root and the sender only."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.bus: ChangeBus = desk.bus

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
    def bukti(self) -> BuktiService:
        """Signed pages and the evidence of the forum."""
        from musrenbang_desktop.services.bukti import BuktiService

        return BuktiService(self.desk)

    @cached_property
    def arsip(self) -> ArsipService:
        """The folder that outlives the program."""
        from musrenbang_desktop.services.arsip import ArsipService

        return ArsipService(self)

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
    def kelahiran(self) -> KelahiranService:
        """Births of the team; only the annex of their decree shows them."""
        from musrenbang_desktop.services.kelahiran import KelahiranService

        return KelahiranService(self.desk)

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
    def paket(self) -> PaketService:
        """The kabupaten's package."""
        from musrenbang_desktop.services.paket import PaketService

        return PaketService(self.desk)

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
    def kalender(self) -> KalenderService:
        """The kabupaten's calendar."""
        from musrenbang_desktop.services.kalender import KalenderService

        return KalenderService(self.desk, self.paket)

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

    @cached_property
    def layar(self) -> LayarService:
        """What the hall sees."""
        from musrenbang_desktop.services.layar import LayarService

        return LayarService(self.desk, self.prioritas, self.kesepakatan, self.paket)

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

    @cached_property
    def riwayat(self) -> RiwayatService:
        """History, undo and redo."""
        from musrenbang_desktop.services.riwayat import RiwayatService

        return RiwayatService(self.desk)

    @cached_property
    def impor(self) -> ImporService:
        """Usulan and people from files."""
        from musrenbang_desktop.services.impor import ImporService

        return ImporService(self.usulan, self.peserta)

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
    def gladi(self) -> GladiService:
        """The rehearsal before the forum."""
        from musrenbang_desktop.services.gladi import GladiService

        return GladiService(self.desk, self.cadangan, self.undangan, self.unsur)

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


def build(store: Store) -> Layanan:
    """The services on an open store."""
    return Layanan(Desk(store, ChangeBus()))
