"""Fixtures: the services on a real store, as empty or as full as a test of a page needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from musrenbang_desktop.services.layanan import Layanan
    from tests.village import Prepared, Wall

OpenVillage = Callable[[], "Layanan"]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Stores that are made once and copied for each test."""
    from tests.village import Prepared

    return Prepared(tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def wall() -> Wall:
    """The clock on the wall, for whoever opens a store with it."""
    from tests.village import Wall

    return Wall()


@pytest.fixture
def own_laptop() -> bool:
    """Whether each test has a laptop of its own; overridden where a server sees more than one of them."""
    return False


@pytest.fixture
def open_village(
    request: pytest.FixtureRequest, prepared: Prepared, own_laptop: bool, tmp_path: Path
) -> Iterator[OpenVillage]:
    """Opens the data folder of the test; called again it closes it first, as a restart of the program does.

    What the test begins with, an opened or a whole forum, is in the folder already: see the fixtures below.
    """
    from tests.village import ForumClock, empty

    folder = tmp_path / "data"
    begun = next((make for name, make in BEGINNINGS.items() if name in request.fixturenames), empty)
    clock = ForumClock() if own_laptop else prepared.copy(begun, folder)
    with ExitStack() as stack:

        def start() -> Layanan:
            from tests.village import opened

            stack.close()
            return stack.enter_context(opened(folder, clock))

        yield start


@pytest.fixture
def kosong(open_village: OpenVillage) -> Layanan:
    """Services of a new data folder: no forum yet."""
    return open_village()


@pytest.fixture
def layanan(kosong: Layanan) -> Layanan:
    """Services with the forum of Desa Sukamaju on the desk; nobody came yet and nothing was proposed."""
    if kosong.forum.aktif() is None:
        forum_of_sukamaju(kosong)
    return kosong


@pytest.fixture
def held(kosong: Layanan) -> Layanan:
    """Services with the whole forum of Desa Sukamaju, held and closed."""
    if kosong.forum.aktif() is None:
        whole_and_closed(kosong)
    return kosong


@pytest.fixture
def held_open(kosong: Layanan) -> Layanan:
    """The same while the result may still be changed."""
    if kosong.forum.aktif() is None:
        whole_and_open(kosong)
    return kosong


@pytest.fixture
def ranked(layanan: Layanan) -> list[str]:
    """Ids of twelve scored usulan, best first."""
    ids = propose(layanan, 12)
    lock_rules(layanan)
    score(layanan, ids)
    return [baris.usulan for baris in layanan.prioritas.hasil().baris]


def forum_of_sukamaju(layanan: Layanan) -> None:
    """Open the forum of the sample."""
    from resources.sample import contoh

    layanan.forum.buka(contoh().forum)


def whole_and_closed(layanan: Layanan) -> None:
    """Hold the whole forum of the sample."""
    from tests.sukamaju import whole_forum

    whole_forum(layanan)


def whole_and_open(layanan: Layanan) -> None:
    """The same without its end."""
    from tests.sukamaju import whole_forum

    whole_forum(layanan, close=False)


#: Fixture -> what it asks to stand in the folder of the test before it is opened.
BEGINNINGS: dict[str, Callable[[Layanan], None]] = {
    "layanan": forum_of_sukamaju,
    "held": whole_and_closed,
    "held_open": whole_and_open,
}


def propose(layanan: Layanan, how_many: int = 48) -> list[str]:
    """Record the first usulan of the sample in one act; returns their ids."""
    from resources.sample import contoh

    baru = [satu.isi for satu in contoh().usulan[:how_many]]
    return layanan.usulan.catat_banyak(baru, "mencatat usulan contoh")


def lock_rules(layanan: Layanan, groups: int = 4) -> None:
    """Set and lock the rules of the sample, for its first ``groups`` groups."""
    from resources.sample import contoh

    aturan = contoh().aturan
    layanan.prioritas.ubah_aturan(aturan.kriteria, aturan.kelompok[:groups], aturan.seri)
    layanan.prioritas.kunci(("Sutrisno", "Hj. Siti Aminah"))


def score(layanan: Layanan, ids: Sequence[str]) -> None:
    """Give the recorded usulan the scores of the sample, in all groups of the rules."""
    from resources.sample import contoh

    sample = contoh()
    named = {satu.kunci: record for satu, record in zip(sample.usulan, ids, strict=False)}
    for kelompok in layanan.prioritas.aturan().kelompok:
        sheet = sample.skor[kelompok.id]
        layanan.prioritas.isi(kelompok.id, {named[kunci]: row for kunci, row in sheet.items() if kunci in named})


def order(layanan: Layanan) -> list[str]:
    """Ids of the agreed order, as it stands."""
    found = layanan.kesepakatan.sekarang()
    assert found is not None
    return [butir.usulan for butir in found.butir]


def agree(layanan: Layanan, ranked: list[str]) -> None:
    """Everything goes to the kecamatan, and the result is closed."""
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ranked, "ke_kecamatan")
    layanan.kesepakatan.tutup()
