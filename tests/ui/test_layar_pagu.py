"""The money of every source on the layar: however many there are, the hall reads the usulan and the amounts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSizeF

from musrenbang_desktop.domain.pagu import PaguSumber
from musrenbang_desktop.domain.sumber_dana import LONGEST_NAME, MOST, SumberDana
from musrenbang_desktop.services.layanan import Layanan
from tests.sukamaju import agree, record_people_and_usulan, score
from tests.ui.conftest import InlineBackground
from ui.colours import colours
from ui.layar.board import Board
from ui.layar.frame import Box, Frame
from ui.layar.projector import Projector

JUTA = 1_000_000


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    sample = record_people_and_usulan(kosong)
    score(kosong, sample)
    agree(kosong, sample, close=False)
    return kosong


@pytest.fixture
def projector(desa: Layanan, background: InlineBackground, qtbot: Any) -> Iterator[Projector]:
    made = Projector(desa, background)
    yield made
    made.close()


def frames(projector: Projector, size: tuple[int, int] = (1366, 768)) -> list[Frame]:
    """All pages of the scene for one screen."""
    scene = projector.scenes["pagu"]
    scene.read()
    found: list[Frame] = []
    pages = 1
    while len(found) < pages:
        board = Board(QSizeF(*size), colours())
        pages = scene.draw(board, len(found))
        found.append(board.frame(len(found), pages))
    return found


def test_many_sources_have_a_page_of_their_own_and_leave_the_others_to_the_usulan(
    projector: Projector, desa: Layanan
) -> None:
    names = [f"{n} {'Bantuan keuangan khusus dari provinsi ' * 3}"[:LONGEST_NAME] for n in range(MOST)]
    desa.pagu.ganti([PaguSumber(name, 900 * JUTA) for name in names])
    found = frames(projector)
    money = [text.words for text in found[0].texts if " dari Rp900 juta" in text.words]
    assert len(money) == MOST, "no name is so long that it hides the amounts"
    assert len(found) < 12, f"{len(found)} pages for 48 usulan"
    assert found[-1].texts[-1].words == f"{len(found)} dari {len(found)}"
    titles = {one.judul for one in desa.usulan.daftar()}
    shown = [text.words for frame in found for text in frame.texts]
    assert len(titles & set(shown)) > len(titles) // 2
    for frame in found:
        assert all(text.rect.bottom() <= 768 for text in frame.texts)


def test_the_line_below_the_own_budget_speaks_of_each_source_for_itself(projector: Projector, desa: Layanan) -> None:
    """Dana Desa has enough; what another payer gives is nothing that the pagu of the village must hold."""
    agreed = desa.kesepakatan.sekarang()
    assert agreed is not None
    own = [butir.usulan for butir in agreed.butir if butir.keluaran == "dana_desa"]
    cost = desa.layar.hasil_pagu().terpakai
    desa.pagu.ganti([PaguSumber("Dana Desa", cost)])
    desa.usulan.ubah(own[0], sumber_dana=(SumberDana("APBN", 5_000 * JUTA),), perkiraan_biaya=5_000 * JUTA)
    words = [text.words for frame in frames(projector) for text in frame.texts]
    assert any(one.startswith("Sisa pagu") for one in words)
    assert not any(one.startswith("Pagu dilampaui") for one in words)


def test_a_ceiling_of_nothing_is_passed_by_the_first_rupiah(projector: Projector, desa: Layanan) -> None:
    desa.pagu.ganti([PaguSumber("Dana Desa", 0)])
    (frame, *_) = frames(projector)
    assert [item for item in frame.items if isinstance(item, Box) and item.fill == colours().danger]
    assert any(text.words.startswith("Pagu dilampaui") for one in frames(projector) for text in one.texts)
