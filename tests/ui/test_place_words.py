"""A kelurahan reads no word of a desa on any page, in any list or any choice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QTableView

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.kelurahan import whole_kelurahan
from tests.place_words import FIXED, strange, typed
from tests.sukamaju import whole_forum
from tests.ui.conftest import RecordedSay
from tests.ui.reach import words_of
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.preferences import Preferences
from ui.segments import Segments
from ui.theme import Theme


class WindowSay(RecordedSay):
    def attach(self, *_window: Any) -> None:
        """Nothing is shown."""


@pytest.fixture
def say() -> WindowSay:
    return WindowSay()


#: (page, words) that name a desa and must: each with the reason.
MEANT = {
    ("siapkan", "RKP Desa dan"): "says what a kelurahan does not have",
    ("siapkan", "Dusun"): "one of the words that a place may choose for its parts",
    ("siapkan", "SDGs Desa"): "the name of a source of figures",
    ("profil", "RKP Desa"): "the name of another form that can be looked at",
    ("usulan", "SDGs Desa ke"): "the name of the goals, empty in a kelurahan",
}


@pytest.fixture(params=["kelurahan", "nagari"])
def window(
    request: Any, kosong: Layanan, qtbot: Any, say: Any, background: Any, theme: Theme, tmp_path: Path
) -> Iterator[MainWindow]:
    if request.param == "kelurahan":
        whole_kelurahan(kosong)
    else:
        whole_forum(kosong)
        kosong.kesepakatan.buka_lagi("sebutan")
        kosong.forum.ubah(ragam=request.param)
        kosong.kesepakatan.tutup()
    kosong.kesepakatan.buka_lagi("dilengkapi")
    first = kosong.usulan.daftar()[0]
    kosong.usulan.ubah(first.id, tema_asal=("perempuan",), sumber_usulan="musdus", kewenangan="desa")
    kosong.titipan.catat(UsulanBaru(judul="Lampu gang", sumber_usulan="musdus"))
    made = MainWindow(kosong, say, background, theme, Preferences(tmp_path / "jendela.ini"))
    made.resize(1093, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def views(key: str, page: Any) -> Iterator[None]:
    if key == "usulan":
        page.show_record(page.services.usulan.daftar()[0].id)
        for fold in page.panel.folds.values():
            fold.head.setChecked(True)
    yield
    for row in page.findChildren(Segments):
        for button in row.findChildren(QAbstractButton):
            button.click()
            QApplication.processEvents()
            yield


def texts(page: Any) -> Iterator[str]:
    """Labels, tooltips, choices, cells."""
    yield from words_of(page)
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        if model is None:
            continue
        columns = model.columnCount(QModelIndex()) if isinstance(view, QTableView) else 1
        for place in range(min(model.rowCount(QModelIndex()), 60)):
            for column in range(columns):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    yield str(model.index(place, column).data(role) or "")


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_a_page_speaks_as_the_place_does(key: str, window: MainWindow) -> None:
    own = typed(window.services)
    forum = window.services.forum.aktif()
    assert forum is not None
    elsewhere = forum.jenis == "kelurahan"
    meant = {words for page, words in MEANT if page == key}
    window.show_page(key)
    QApplication.processEvents()
    found: dict[str, str] = {}
    for _view in views(key, window.page()):
        for text in texts(window.page()):
            found |= dict.fromkeys(strange(text if elsewhere else FIXED.sub(" ", text), own), text)
    chosen = set() if elsewhere or key != "siapkan" else {"Desa"}  # a nagari may choose to be called so
    assert {words: text for words, text in found.items() if words not in meant | chosen} == {}
    if elsewhere:
        assert meant <= found.keys(), "an exception that nobody needs any more"
