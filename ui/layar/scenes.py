"""The scenes in the order of the day, each with its digit on the remote control."""

from __future__ import annotations

from collections.abc import Callable

from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.layar.acara import AcaraScene
from ui.layar.berita_acara import BeritaAcaraScene
from ui.layar.giliran import GiliranScene
from ui.layar.hitam import HitamScene
from ui.layar.jawaban import JawabanScene
from ui.layar.pagu import PaguScene
from ui.layar.peringkat import PeringkatScene
from ui.layar.ringkasan import RingkasanScene
from ui.layar.scene import Scene
from ui.layar.selamat import SelamatScene
from ui.layar.usulan import UsulanScene

#: digit on the keyboard -> key of the scene
DIGITS = {
    "1": "selamat",
    "2": "acara",
    "3": "jawaban",
    "4": "usulan",
    "5": "peringkat",
    "6": "pagu",
    "7": "berita_acara",
    "8": "hitam",
    "9": "ringkasan",
    "0": "giliran",
}


def make_scenes(services: Layanan, background: Background, arrived: Callable[[], object]) -> dict[str, Scene]:
    """Every scene under its key; ``arrived`` is called when one got what it waited for."""
    made: tuple[Scene, ...] = (
        SelamatScene(services),
        AcaraScene(services),
        JawabanScene(services),
        UsulanScene(services),
        PeringkatScene(services),
        PaguScene(services),
        BeritaAcaraScene(services, background, arrived),
        HitamScene(services),
        RingkasanScene(services),
        GiliranScene(services),
    )
    found = {scene.key: scene for scene in made}
    return {key: found[key] for key in DIGITS.values()}
