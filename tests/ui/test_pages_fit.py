"""Our pages on the smallest screen, with letters of 100 % and 200 %: nothing clipped, nothing wider than the window."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.sukamaju import whole_forum
from tests.ui.cut import cut_tables
from tests.ui.pages import Shown, clipped
from ui.app import Desktop
from ui.beranda.page import BerandaPage
from ui.fields import ChoiceBox, LineField, SearchBox, TableView
from ui.kehadiran.page import KehadiranPage
from ui.kesepakatan.page import KesepakatanPage
from ui.nilai_text import any_decimals, column_text
from ui.page import Page
from ui.prioritas.page import PrioritasPage
from ui.riwayat.page import RiwayatPage
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme
from ui.undangan.page import UndanganPage
from ui.usulan.page import UsulanPage

#: What the shell leaves of 1093x614, with the names of the steps and, at 200 %, without them.
ROOM = {11: (896, 519), 22: (970, 475)}
PAGES: tuple[type[Page], ...] = (
    BerandaPage, SiapkanPage, UndanganPage, KehadiranPage, PrioritasPage, KesepakatanPage, RiwayatPage,
)  # fmt: skip

Show = Callable[..., Shown]


@pytest.fixture(scope="module", params=(TEXT_SIZES[0], TEXT_SIZES[-1]), ids=("100%", "200%"))
def points(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def look_at(page: type[Page], services: Layanan, show: Show, theme: Theme, points: int) -> Shown:
    theme.text_size = points
    theme.apply()
    shown = show(page, services, *ROOM[points])
    for _ in range(4):
        QApplication.processEvents()
    return shown


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("full", [False, True], ids=("kosong", "penuh"))
def test_nothing_is_clipped(
    page: type[Page], full: bool, points: int, kosong: Layanan, show: Show, theme: Theme
) -> None:
    if full:
        whole_forum(kosong)
    shown = look_at(page, kosong, show, theme, points)
    assert shown.page.width() <= shown.area.viewport().width(), "the page needs a horizontal scroll bar"
    assert clipped(shown.page) == []


def test_the_door_in_all_its_states(points: int, layanan: Layanan, show: Show, theme: Theme) -> None:
    layanan.peserta.undang_banyak([one.sebelum_hadir for one in contoh().undangan])
    shown = look_at(KehadiranPage, layanan, show, theme, points)
    page = shown.page

    def check(state: str) -> None:
        for _ in range(4):
            QApplication.processEvents()
        assert shown.page.width() <= shown.area.viewport().width(), state
        assert clipped(page) == [], state

    QTest.keyClicks(page.door.box, "wa")
    check("matches")
    QTest.keyClick(page.door.box, Qt.Key.Key_Return)
    check("welcome")
    QTest.keyClicks(page.door.box, "zzz")
    QTest.keyClick(page.door.box, Qt.Key.Key_Return)
    check("guest")
    page.escape()
    page.focus_filter()
    check("list")


@pytest.mark.parametrize("part", ["skor", "peringkat"])
def test_every_score_is_in_sight(part: str, points: int, held: Layanan, show: Show, theme: Theme) -> None:
    page = look_at(PrioritasPage, held, show, theme, points).page
    page.show_part(part)
    for _ in range(4):
        QApplication.processEvents()
    assert clipped(page) == []
    grid = page.grid if part == "skor" else page.ranking
    keys = [column.key for column in grid.rows().columns]
    if part == "skor":
        assert not any(grid.isColumnHidden(keys.index(kriteria.id)) for kriteria in page.sheet.aturan.kriteria)


def test_what_the_agreement_folds_is_written_below_it(
    points: int, held_open: Layanan, show: Show, theme: Theme
) -> None:
    page = look_at(KesepakatanPage, held_open, show, theme, points).page
    unagreed = next(tempat for tempat in page.state.tempat if tempat.butir.alasan)
    page.show_record(unagreed.id)
    for _ in range(4):
        QApplication.processEvents()
    assert cut_tables(page) == []
    keys = [column.key for column in page.table.rows().columns]
    for key in ("urutan", "nomor", "judul", "keluaran"):
        assert not page.table.isColumnHidden(keys.index(key)), key
    assert page.detail.isVisible()
    alasan = keys.index("alasan")
    letters = page.table.columnWidth(alasan) / page.table.fontMetrics().averageCharWidth()
    assert letters >= 16 or unagreed.butir.alasan in page.detail.words.text()


def test_a_name_of_120_letters_is_shown_whole_at_the_door(
    points: int, layanan: Layanan, show: Show, theme: Theme
) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Prof. Dr. Ir. H. Haryo Sosrokusumo Diningrat, S.Sos., M.Si. " * 2))
    shown = look_at(KehadiranPage, layanan, show, theme, points)
    QTest.keyClicks(shown.page.door.box, "haryo")
    for _ in range(4):
        QApplication.processEvents()
    assert len(shown.page.door.matches.lines) == 1
    assert clipped(shown.page) == []


def test_letters_grow_while_the_page_is_open(layanan: Layanan, show: Show, theme: Theme) -> None:
    page = look_at(KehadiranPage, layanan, show, theme, TEXT_SIZES[0]).page
    small = page.door.box.font().pointSizeF(), page.counters.number.font().pointSizeF()
    theme.resize(4)
    QApplication.processEvents()
    assert page.door.box.font().pointSizeF() == 2 * small[0]
    assert page.counters.number.font().pointSizeF() == 2 * small[1]


def test_the_columns_of_people_grow_with_the_letters(layanan: Layanan, show: Show, theme: Theme) -> None:
    layanan.peserta.undang_banyak([one.sebelum_hadir for one in contoh().undangan])
    table = look_at(UndanganPage, layanan, show, theme, TEXT_SIZES[0]).page.table
    place = [column.key for column in table.rows().columns].index("jenis_kelamin")
    small = table.columnWidth(place)
    theme.resize(4)
    for _ in range(3):
        QApplication.processEvents()
    assert table.columnWidth(place) > 1.5 * small


def test_every_input_has_a_name(layanan: Layanan, show: Show) -> None:
    for kind in PAGES:
        page = show(kind, layanan).page
        nameless = [
            widget
            for widget_class in (LineField, SearchBox, ChoiceBox, TableView, QPushButton)
            for widget in page.findChildren(widget_class)
            if not widget.accessibleName()
            and not (isinstance(widget, QPushButton) and (widget.text() or not widget.isVisible()))
        ]
        assert nameless == [], (kind, [type(widget).__name__ for widget in nameless])


@pytest.mark.usefixtures("qtbot")
def test_ctrl_z_at_the_door_belongs_to_the_window(layanan: Layanan, qapp: Any, tmp_path: Any) -> None:
    layanan.peserta.undang_banyak([one.sebelum_hadir for one in contoh().undangan[:5]])
    desktop = Desktop(qapp, layanan, tmp_path, alone=True)
    try:
        desktop.window.show()
        desktop.window.activateWindow()
        desktop.window.show_page("kehadiran")
        QApplication.processEvents()
        box = QApplication.focusWidget()
        QTest.keyClicks(box, "wah")
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert layanan.peserta.hitung().hadir == 1
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert layanan.peserta.hitung().hadir == 0
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(QApplication.focusWidget(), "Kromo")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        (guest,) = layanan.peserta.daftar(hanya="hadir")
        assert (guest.nama, guest.jenis_kelamin) == ("Kromo", "P")
    finally:
        desktop.window.close()
        desktop.close()


@pytest.mark.parametrize(("page", "cost"), [(UsulanPage, "perkiraan_biaya"), (KesepakatanPage, "biaya")])
def test_nothing_is_pushed_out_of_sight_by_long_names(
    page: type[Page], cost: str, held_open: Layanan, show: Show, theme: Theme
) -> None:
    first = held_open.usulan.daftar()[0].id
    held_open.usulan.ubah(first, dusun="Krajan Wetan Kidul Kali " * 3, pengusul="Kelompok Tani Sumber Rejeki " * 3)
    theme.text_size = TEXT_SIZES[0]
    theme.apply()
    shown = show(page, held_open, *ROOM[11])
    for _ in range(4):
        QApplication.processEvents()
    table = shown.page.findChild(TableView)
    keys = [column.key for column in table.rows().columns]
    assert table.horizontalScrollBar().maximum() == 0, [table.columnWidth(place) for place in range(len(keys))]
    for place in (keys.index(cost), 0, 1 if page is KesepakatanPage else keys.index("volume")):
        assert table.columnWidth(place) >= table.sizeHintForColumn(place)


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ((44, 7), ["44", "7"]),
        ((44, Fraction(87, 2)), ["44,00", "43,50"]),
        ((1250, None, Fraction(1, 3)), ["1.250,00", "", "0,33"]),
    ],
)
def test_commas_of_a_column_stand_below_each_other(values: tuple[Any, ...], texts: list[str]) -> None:
    column = [None if value is None else Fraction(value) for value in values]
    decimals = any_decimals(column)
    assert [column_text(value, decimals=decimals) for value in column] == texts
