"""Every filter, search and order of every page stays as it was set; a new one that is not kept is found here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.ui.conftest import InlineBackground, RecordedSay
from ui.fields import ChoiceBox, SearchBox, TableView
from ui.fields.find_line import FindLine
from ui.kept_filters import KEPT
from ui.page import Page
from ui.pages import PAGES, PageSpec
from ui.segments import Segments

#: A choice of what is shown always offers everything.
ALL = "semua"

#: What only looks into a file that is previewed: nothing of it is recorded, and it is gone with the program.
OF_A_PREVIEW = {"Cari di berkas ini", "Tampilkan baris"}

#: Pages that keep something, with the names of what they keep; a page that is not named has no filter.
EXPECTED: dict[str, set[str]] = {
    "undangan": {"Saring undangan", "Tampilkan satu unsur", "Tampilkan menurut surat"},
    "kehadiran": {"Saring yang hadir", "Cari calon delegasi"},
    "usulan": {
        "Cari usulan", "Saring dusun", "Saring bidang", "Saring jalur", "Saring tema", "Saring pemeriksaan",
        "Perlu dilengkapi", "Daftar usulan",
    },
    "tahun_lalu": {"Cari usulan tahun lalu"},
    "profil": {"Cari bagian"},
    "dokumen": {"Cari dokumen"},
    "titipan": {"Cari titipan", "Saring titipan"},
    "sipd": {"Yang ditampilkan"},
    "berkas": {"Cari usulan atau pengusul", "Yang ditampilkan", "Berkas yang belum ada"},
    "tema": {"Tema"},
    "riwayat": {"Cari di riwayat"},
}  # fmt: skip

Open = Callable[[PageSpec, Layanan], Page]


@pytest.fixture
def opened(qtbot: Any, say: RecordedSay, background: InlineBackground) -> Open:
    def make(spec: PageSpec, services: Layanan) -> Page:
        area = QScrollArea()
        qtbot.addWidget(area)
        page = spec.make(area, services, say, background)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.resize(1093, 614)
        area.show()
        page.refresh(None)
        page.on_shown()
        QApplication.processEvents()
        return page

    return make


def parts(page: Page) -> Iterator[None]:
    """Every part of the page in front, one after another; some are only made then."""
    yield
    for row in page.findChildren(Segments):
        for button in row.findChildren(QAbstractButton):
            button.click()
            QApplication.processEvents()
            yield


def kept(page: Page) -> dict[str, QWidget]:
    """What the page says it keeps, by the name of the thing."""
    return {_name(one): one for one in page.findChildren(QWidget) if one.property(KEPT)}


def _name(widget: QWidget) -> str:
    text = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return text.partition(" (")[0].rstrip(" 0123456789")


def filters(page: Page) -> list[QWidget]:
    """What must be kept: searches, choices that offer everything, lists whose order can be chosen."""
    found: list[QWidget] = [box for box in page.findChildren(SearchBox) if not isinstance(box.parentWidget(), FindLine)]
    for box in page.findChildren(ChoiceBox):
        offered = [box.itemText(place).casefold() for place in range(box.count())]
        if any(text.startswith(ALL) for text in offered) and not box.isEditable():
            found.append(box)
    found += [table for table in page.findChildren(TableView) if table.model() and table.rows().sortable]
    return [one for one in found if _name(one) not in OF_A_PREVIEW]


def change(widget: QWidget) -> None:
    """Set it to something else, as an operator does."""
    if isinstance(widget, SearchBox):
        widget.setText("a")
        widget.flush()
    elif isinstance(widget, ChoiceBox):
        other = next(place for place in range(widget.count()) if place != widget.currentIndex())
        widget.fill(widget.itemData(other))
        widget.committed.emit(widget.value())
    elif isinstance(widget, TableView):
        widget.order_by([one.key for one in widget.rows().columns if one.sort][1], down=True)
    elif isinstance(widget, QAbstractButton):
        widget.setChecked(not widget.isChecked())


def state(widget: QWidget) -> object:
    """What it is set to."""
    if isinstance(widget, SearchBox):
        return widget.text()
    if isinstance(widget, ChoiceBox):
        return widget.value()
    if isinstance(widget, TableView):
        return widget.rows().sort_column, widget.rows().sort_order == Qt.SortOrder.DescendingOrder
    return isinstance(widget, QAbstractButton) and widget.isChecked()


@pytest.mark.parametrize("spec", PAGES, ids=[spec.key for spec in PAGES])
def test_every_filter_is_there_after_a_restart(
    spec: PageSpec, held: Layanan, open_village: OpenVillage, opened: Open
) -> None:
    page = opened(spec, held)
    before: dict[str, object] = {}
    for _part in parts(page):
        assert [_name(one) for one in filters(page) if not one.property(KEPT)] == [], "not kept over a restart"
        for name, widget in kept(page).items():
            if name not in before and (widget.isVisible() or len(page.findChildren(Segments)) == 0):
                change(widget)
                before[name] = state(widget)
    assert set(before) == EXPECTED.get(spec.key, set())
    page.window().hide()
    page.window().deleteLater()
    again = opened(spec, open_village())
    for _part in parts(again):
        """All parts are made."""
    assert {name: state(widget) for name, widget in kept(again).items()} == before
