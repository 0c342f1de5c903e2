"""The section Susunan acara: typed, ordered, computed, printed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import RecordedSay
from tests.ui.pages import Shown, clipped, events, in_front
from ui.siapkan.acara import AcaraSection
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme

Show = Any
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def section(layanan: Layanan, show: Show) -> AcaraSection:
    layanan.forum.ubah(agenda=(), jam_mulai="08.30")
    shown: Shown = show(SiapkanPage, layanan)
    shown.page.show_section("acara")
    found = shown.page.section("acara")
    assert isinstance(found, AcaraSection)
    return found


def titles(layanan: Layanan) -> list[str]:
    return [row.acara.judul for row in layanan.agenda.daftar()]


def type_row(section: AcaraSection, *texts: str) -> None:
    field: Any = None
    for row, text in zip(section.quick.rows.values(), texts, strict=False):
        field = row.field
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_rows_are_typed_and_moved_by_keyboard(section: AcaraSection, layanan: Layanan) -> None:
    type_row(section, "Pembukaan", "15", "Pimpinan sidang")
    assert in_front(section.quick.rows["judul_acara"].field), "the next row follows at once"
    type_row(section, "Sambutan", "20")
    assert titles(layanan) == ["Pembukaan", "Sambutan"]
    assert "35 menit, pukul 08.30 sampai 09.05 WIB" in section.state.text()
    section.table.setFocus()
    assert section.table.currentIndex().row() == 1
    QTest.keyClick(section.table, Qt.Key.Key_Up, ALT)
    assert titles(layanan) == ["Sambutan", "Pembukaan"]
    assert section.table.currentIndex().row() == 0, "the cursor goes with the row"
    QTest.keyClick(section.table, Qt.Key.Key_Up, ALT)
    assert titles(layanan) == ["Sambutan", "Pembukaan"]
    QTest.keyClick(section.table, Qt.Key.Key_Delete)
    assert titles(layanan) == ["Pembukaan"]


def test_what_is_not_understood_is_explained_at_its_field(section: AcaraSection, layanan: Layanan) -> None:
    before = events(layanan)
    type_row(section, "", "15")
    assert section.quick.rows["judul_acara"].problem == "Tulis dulu nama acaranya."
    type_row(section, "Pembukaan", "")
    assert titles(layanan) == ["Pembukaan"]
    type_row(section, "Sambutan")
    assert section.quick.rows["menit"].problem == "Lama acara ditulis dalam menit, dari 1 sampai 600."
    assert events(layanan) == before + 1, "only the row that was whole"


def test_a_cell_is_changed_where_it_stands(section: AcaraSection, layanan: Layanan, say: RecordedSay) -> None:
    type_row(section, "Pembukaan", "15")
    model = section.model
    assert model.setData(model.index(0, 2), "25")
    assert layanan.agenda.menit() == 25
    model.setData(model.index(0, 2), "seribu")
    assert layanan.agenda.menit() == 25
    assert say.last.kind == "warning"


def test_a_usual_agenda_is_taken_and_replaced_only_when_meant(
    section: AcaraSection, layanan: Layanan, say: RecordedSay
) -> None:
    section.use_button.click()
    assert len(titles(layanan)) == 10
    section.templates.fill("rembug-warga")
    say.answers = [False, True]
    section.use_button.click()
    assert len(titles(layanan)) == 10
    section.use_button.click()
    assert len(titles(layanan)) == 7
    layanan.riwayat.batalkan()
    assert len(titles(layanan)) == 10


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(section: AcaraSection, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    section.use_button.click()
    QApplication.processEvents()
    assert clipped(section.page) == []
