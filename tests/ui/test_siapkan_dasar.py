"""The section Data dasar: no figure without source and date, old ones marked."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.data_dasar import DataDasarBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import RecordedSay
from tests.ui.pages import clipped, events
from ui.siapkan.data_dasar import DataDasarSection
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme

Show = Any
ROW = ("Krajan", "Keluarga miskin", "41", "KK", "Profil Desa", "30-6-2023")


@pytest.fixture
def section(layanan: Layanan, show: Show) -> DataDasarSection:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    page.show_section("dasar")
    found = page.section("dasar")
    assert isinstance(found, DataDasarSection)
    return found


def type_row(section: DataDasarSection, *texts: str) -> None:
    field: Any = None
    for row, text in zip(section.quick.rows.values(), texts, strict=True):
        field = row.field.lineEdit() if hasattr(row.field, "lineEdit") else row.field
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        popup = QApplication.activePopupWidget()
        if popup:
            popup.close()
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_figure_is_typed_and_marked_as_old(section: DataDasarSection, layanan: Layanan) -> None:
    type_row(section, *ROW)
    (row,) = layanan.dasar.daftar()
    assert (row.dusun, row.indikator, row.nilai, row.satuan, row.sumber, row.tanggal_data) == (
        *ROW[:5], "2023-06-30",
    )  # fmt: skip
    assert section.model.index(0, 6).data() == "data lama"
    assert section.state.text() == "1 dari 1 data sudah lama."
    limit = section.batas.field
    limit.setFocus()
    limit.selectAll()
    QTest.keyClicks(limit, "60")
    QTest.keyClick(limit, Qt.Key.Key_Return)
    assert section.model.index(0, 6).data() == ""


@pytest.mark.parametrize(("place", "key"), [(4, "sumber_data"), (5, "tanggal_data")])
def test_without_source_or_date_it_is_refused_at_its_field(
    section: DataDasarSection, layanan: Layanan, place: int, key: str
) -> None:
    before = events(layanan)
    type_row(section, *(text if number != place else "" for number, text in enumerate(ROW)))
    assert "tidak dicatat" in section.quick.rows[key].problem
    assert events(layanan) == before


def test_a_cell_cannot_lose_its_source(section: DataDasarSection, layanan: Layanan, say: RecordedSay) -> None:
    type_row(section, *ROW)
    model = section.model
    model.setData(model.index(0, 4), " ")
    assert "angka tanpa sumber tidak dicatat" in say.last.text
    model.setData(model.index(0, 5), "1 Januari 2026")
    (row,) = layanan.dasar.daftar()
    assert (row.sumber, row.tanggal_data) == ("Profil Desa", "2026-01-01")


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(section: DataDasarSection, layanan: Layanan, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    names = ("dusun", "indikator", "nilai", "satuan", "sumber")
    layanan.dasar.catat(DataDasarBaru(**dict(zip(names, ROW, strict=False)), tanggal_data="2023-06-30"))
    QApplication.processEvents()
    assert clipped(section.page) == []
