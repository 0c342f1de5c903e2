"""Filters and order stay: on another page, in another forum's way, after a restart."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.small_forum import small_forum, some_usulan
from tests.ui.conftest import RecordedSay
from ui.background import Background
from ui.fields import SearchBox
from ui.kehadiran.delegates import DelegatesPart
from ui.kehadiran.page import KehadiranPage
from ui.riwayat.page import RiwayatPage
from ui.tahun_lalu.page import TahunLaluPage
from ui.tema.page import TemaPage
from ui.undangan.page import UndanganPage
from ui.usulan.page import UsulanPage


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    kosong.forum.buka(small_forum())
    kosong.usulan.catat_banyak(some_usulan(6), "mencatat")
    return kosong


@pytest.fixture
def page_of(qtbot: Any, say: RecordedSay, background: Background) -> Any:
    def make(kind: Any, services: Layanan) -> Any:
        page = kind(services, say, background)
        qtbot.addWidget(page)
        page.resize(900, 520)
        page.show()
        page.refresh(None)
        QApplication.processEvents()
        return page

    return make


def titles(page: Any) -> list[str]:
    return [usulan.judul for usulan in page.model.rows()]


def test_filter_and_order_of_usulan_are_there_after_a_restart(
    desa: Layanan, open_village: OpenVillage, page_of: Any
) -> None:
    page = page_of(UsulanPage, desa)
    page.filters.search.setText("gang")
    page.filters.search.flush()
    page.filters.dusun.fill("Krajan")
    page.filters.dusun.committed.emit("Krajan")
    page.grid.order_by("perkiraan_biaya", down=True)
    before = titles(page)
    page.hide()  # another page comes to the front, or the window closes, before the two seconds are over
    page.deleteLater()
    page = page_of(UsulanPage, open_village())
    assert page.filters.search.text() == "gang"
    assert page.filters.dusun.value() == "Krajan"
    assert page.grid.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    assert titles(page) == before == [f"Drainase gang {n}" for n in (6, 5, 4, 3, 2, 1)]


def test_each_forum_has_its_own(desa: Layanan, page_of: Any) -> None:
    first = desa.forum.aktif()
    assert first is not None
    page = page_of(UsulanPage, desa)
    page.filters.search.setText("gang 3")
    page.filters.search.flush()
    desa.forum.buka(small_forum())
    page.refresh(None)
    assert page.filters.search.text() == ""
    desa.forum.pilih(first.id)
    page.refresh(None)
    assert titles(page) == ["Drainase gang 3"]


@pytest.mark.parametrize("kind", [UndanganPage, RiwayatPage, TahunLaluPage])
def test_words_of_a_search_stay(kind: Any, desa: Layanan, open_village: OpenVillage, page_of: Any) -> None:
    page = page_of(kind, desa)
    search = page.findChild(SearchBox)
    search.setText("dicatat")
    search.flush()
    page.hide()
    page.deleteLater()
    assert page_of(kind, open_village()).findChild(SearchBox).text() == "dicatat"


def test_the_search_among_those_present_stays(desa: Layanan, open_village: OpenVillage, page_of: Any) -> None:
    page = page_of(KehadiranPage, desa)
    page.parts.button("daftar").click()
    page.present.search.setText("Krajan")
    page.present.search.flush()
    page.hide()
    page.deleteLater()
    page = page_of(KehadiranPage, open_village())
    page.present.reload()
    assert page.present.search.text() == "Krajan"


def test_the_chosen_tema_stays(desa: Layanan, open_village: OpenVillage, page_of: Any) -> None:
    page = page_of(TemaPage, desa)
    page.theme.fill("perempuan")
    page.theme.committed.emit("perempuan")
    page.hide()
    page.deleteLater()
    assert page_of(TemaPage, open_village()).theme.value() == "perempuan"


def test_the_search_among_possible_delegates_stays(desa: Layanan, open_village: OpenVillage, qtbot: Any) -> None:
    def part(services: Layanan) -> DelegatesPart:
        made = DelegatesPart(services)
        qtbot.addWidget(made)
        made.show()
        made.reload()
        return made

    first = part(desa)
    first.search.setText("siti")
    first.search.flush()
    first.hide()
    first.deleteLater()
    assert part(open_village()).search.text() == "siti"


def test_a_cleared_filter_is_forgotten(desa: Layanan, page_of: Any) -> None:
    page = page_of(UsulanPage, desa)
    page.filters.search.setText("gang")
    page.filters.search.flush()
    page.hide()
    assert desa.draf.ambil("saringan usulan") != {}
    page.show()
    page.filters.clear()
    page.filters.search.flush()
    page.hide()
    assert desa.draf.ambil("saringan usulan") == {}
