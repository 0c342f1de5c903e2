"""In a nagari the window speaks of jorong; what was typed stays as it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from ui.app import Desktop
from ui.main_window import MainWindow


@pytest.fixture
def window(layanan: Layanan, qapp: QApplication) -> Iterator[MainWindow]:
    desktop = Desktop(qapp, layanan, layanan.desk.store.path.parent, alone=True)
    desktop.window.show()
    yield desktop.window
    desktop.window.close()
    desktop.close()


def labels(window: MainWindow) -> set[str]:
    return {label.text() for label in window.page().findChildren(QLabel)}


def column_titles(window: MainWindow) -> list[str]:
    page: Any = window.page()
    return [column.title for column in page.table.rows().columns]


def test_labels_and_columns_follow_the_forum_also_back(window: MainWindow, layanan: Layanan) -> None:
    window.show_page("undangan")
    assert "Dusun" in labels(window) and "Dusun" in column_titles(window)
    window.show_page("beranda")
    layanan.forum.ubah(ragam="nagari")
    window.show_page("undangan")
    assert "Jorong" in labels(window) and "Dusun" not in labels(window)
    assert "Jorong" in column_titles(window)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Batal", "the words of Qt stay Indonesian"
    window.show_page("beranda")
    layanan.riwayat.batalkan()
    window.show_page("undangan")
    assert "Dusun" in labels(window)


def test_what_was_typed_is_never_changed(window: MainWindow, layanan: Layanan) -> None:
    ids = propose(layanan, 1)
    layanan.usulan.ubah(ids[0], judul="Jalan dusun ke balai desa")
    layanan.forum.ubah(ragam="nagari")
    window.show_page("usulan")
    page: Any = window.page()
    shown = [str(page.grid.model().index(0, place).data()) for place in range(page.grid.model().columnCount())]
    assert "Jalan dusun ke balai desa" in shown


def test_the_page_in_front_and_half_typed_words_stay(window: MainWindow, layanan: Layanan) -> None:
    window.show_page("siapkan")
    front = window.page()
    layanan.forum.ubah(ragam="gampong")
    assert window.page() is front
    window.show_page("beranda")
    window.show_page("siapkan")
    assert window.page() is not front, "built anew in the words of the place"
    page: Any = window.page()
    field = page.form.rows["pagu"].field
    field.setText("banyak sekali")
    field.commit()
    assert page.words_wait()
    window.show_page("beranda")
    layanan.forum.ubah(ragam="nagari")
    window.show_page("siapkan")
    assert window.page() is page, "words that are not in the records are not thrown away"
    field.setText("")
    field.commit()
    assert not page.words_wait()


def test_the_words_of_the_place_are_chosen_in_data_forum(window: MainWindow, layanan: Layanan) -> None:
    window.show_page("siapkan")
    page: Any = window.page()
    box = page.form.rows["ragam"].field
    assert box.currentText() == "Desa"
    place = box.findData("kampung_distrik")
    assert box.itemText(place) == "Kampung (distrik)"
    shown = [box.itemText(place) for place in range(box.count())]
    assert len(set(shown)) == len(shown) and "Desa (perbekel)" in shown, "each is known by its name"
    box.setCurrentIndex(place)
    box.activated.emit(place)
    forum = layanan.forum.aktif()
    assert forum and forum.sebutan == "Kampung Sukamaju"
    assert window.strip.forum.toolTip().startswith("Kampung Sukamaju")
    page.show_section("tim")
    assert "Kepala Kampung" in labels(window)
    part = page.form.rows["sebutan_dusun"].field
    page.show_section("fakta")
    line = part.lineEdit()
    line.setFocus()
    QTest.keyClicks(line, "Lorong")
    if popup := QApplication.activePopupWidget():
        popup.close()
    part.commit()
    jenis = page.form.rows["jenis"].field
    jenis.setCurrentIndex(1)
    jenis.activated.emit(1)
    forum = layanan.forum.aktif()
    assert forum and (forum.jenis, forum.ragam, forum.sebutan_dusun) == ("kelurahan", "", "Lorong")
    window.show_page("undangan")
    assert "Lorong" in labels(window)
