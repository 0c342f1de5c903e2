"""What the attendance still lacks before a result may be closed."""

from __future__ import annotations

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kehadiran import KehadiranService
from musrenbang_desktop.services.lembar_hadir import LembarHadirService
from musrenbang_desktop.services.peserta import PesertaService


def kurang_hadir(desk: Desk) -> list[RuleBroken]:
    """A quorum missed without a reason, a delegation against its rule, paper and screen that differ; worst first."""
    kehadiran = KehadiranService(desk)
    return kehadiran.kurang() + LembarHadirService(desk, PesertaService(desk), kehadiran).kurang()
