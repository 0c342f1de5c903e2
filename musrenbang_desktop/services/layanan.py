"""All services of one open store, made once by the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from musrenbang_desktop.db.store import Store
from musrenbang_desktop.services.cadangan import CadanganService
from musrenbang_desktop.services.changes import ChangeBus
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.dokumen import DokumenService
from musrenbang_desktop.services.draf import DrafService
from musrenbang_desktop.services.forum import ForumService
from musrenbang_desktop.services.impor import ImporService
from musrenbang_desktop.services.jawaban import JawabanService
from musrenbang_desktop.services.kesepakatan import KesepakatanService
from musrenbang_desktop.services.peserta import PesertaService
from musrenbang_desktop.services.prioritas import PrioritasService
from musrenbang_desktop.services.riwayat import RiwayatService
from musrenbang_desktop.services.usulan import UsulanService


@dataclass(frozen=True, slots=True)
class Layanan:
    """What a page gets in its constructor. ``desk`` is for the composition root and the sender only."""

    desk: Desk
    bus: ChangeBus
    forum: ForumService
    peserta: PesertaService
    usulan: UsulanService
    prioritas: PrioritasService
    kesepakatan: KesepakatanService
    dokumen: DokumenService
    riwayat: RiwayatService
    impor: ImporService
    cadangan: CadanganService
    draf: DrafService
    jawaban: JawabanService


def build(store: Store) -> Layanan:
    """Build the services on an open store."""
    bus = ChangeBus()
    desk = Desk(store, bus)
    usulan = UsulanService(desk)
    prioritas = PrioritasService(desk)
    kesepakatan = KesepakatanService(desk, prioritas)
    return Layanan(
        desk=desk,
        bus=bus,
        forum=ForumService(desk),
        peserta=PesertaService(desk),
        usulan=usulan,
        prioritas=prioritas,
        kesepakatan=kesepakatan,
        dokumen=DokumenService(desk, prioritas, kesepakatan),
        riwayat=RiwayatService(desk),
        impor=ImporService(usulan),
        cadangan=CadanganService(desk),
        draf=DrafService(desk),
        jawaban=JawabanService(desk),
    )
