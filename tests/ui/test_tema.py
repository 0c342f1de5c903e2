"""The page of the tema: how each fared, one line for each usulan, and the whole way of the chosen one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.desktop import Stage, clipped, stages
from ui.tema.page import TemaPage
from ui.theme import TEXT_SIZES, Theme


@pytest.fixture
def stage(qtbot: Any, layanan: Layanan, say: RecordedSay, background: InlineBackground) -> Iterator[Stage]:
    ids = propose(layanan, 3)
    layanan.usulan.ubah(ids[0], tema_asal=("perempuan",))
    layanan.usulan.ubah(ids[2], tema_penerima=("lansia",))
    with stages(qtbot, lambda services: TemaPage(services, say, background)) as show:
        yield show(layanan)


def test_it_follows_what_is_decided_and_leads_to_the_usulan(stage: Stage, layanan: Layanan) -> None:
    page = stage.page
    assert page.sums.text().splitlines()[0] == "Perempuan: 1 usulan, 1 belum diputuskan"
    assert page.model.rowCount() == 2 and page.grid.hasFocus()
    first = page.grid.current().id
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan([first], "ke_kecamatan")
    assert page.way.text().endswith("dibawa ke kecamatan.")
    stage.press(Qt.Key.Key_Return)
    assert (stage.wishes[-1].page, stage.wishes[-1].record) == ("usulan", first)


def test_one_tema_is_shown_alone(stage: Stage) -> None:
    page = stage.page
    page.show_record("lansia")
    assert [page.model.row(row).tema for row in range(page.model.rowCount())] == ["untuk lansia"]


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(stage: Stage, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    for _ in range(3):
        QApplication.processEvents()
    assert clipped(stage.page) == []
