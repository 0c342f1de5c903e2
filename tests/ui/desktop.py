"""One page as the window holds it: shown, in a scroll area, refreshed by what the services publish."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.ui.cut import cut_tables
from ui.background import Background
from ui.bridge import ChangeBridge
from ui.page import GoTo, Page
from ui.say import Say


class Stage:
    """Shows one page and types into whatever has the cursor. ``page`` is of the class that the test asked for."""

    def __init__(self, qtbot: Any, layanan: Layanan, page: Any) -> None:
        self.layanan, self.page = layanan, page
        self.wishes: list[GoTo] = []
        self._open = True
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(page)
        self.area.resize(933, 480)
        page.wants_page.connect(self.wishes.append)
        self._bridge = ChangeBridge(layanan.bus, self.area)
        self._bridge.changed.connect(self._take)
        page.refresh(None)
        self.area.show()
        qtbot.waitExposed(self.area)
        self.area.activateWindow()
        page.on_shown()
        QApplication.processEvents()

    def _take(self, changes: Any) -> None:
        if self.page.kinds & changes.kinds or "semua" in changes.kinds:
            self.page.refresh(None if "semua" in changes.kinds else changes)

    @property
    def focus(self) -> QWidget:
        """The widget with the cursor."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the cursor"
        return found

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        QTest.keyClicks(self.focus, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the cursor is."""
        QTest.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    def close(self) -> None:
        """The page goes away, as when the program ends: before its store does."""
        if self._open:
            self._open = False
            self._bridge.close()
            self.area.close()
            self.area.deleteLater()
            QApplication.sendPostedEvents(self.area, QEvent.Type.DeferredDelete)


Show = Callable[[Layanan], Stage]


@contextmanager
def stages(qtbot: Any, make: Callable[[Layanan], Page]) -> Iterator[Show]:
    """Puts pages on stage and takes them away at the end of the test."""
    kept: list[Stage] = []

    def show(layanan: Layanan) -> Stage:
        kept.append(Stage(qtbot, layanan, make(layanan)))
        return kept[-1]

    yield show
    for stage in kept:
        stage.close()


def shows(page: Callable[[Layanan, Say, Background], Page]) -> Any:
    """A fixture that puts a page of this class on stage: ``show = shows(UsulanPage)``, then ``show(layanan).page``.

    It asks for the village too, so that the pages are gone before their store is.
    """

    @pytest.fixture
    def show(qtbot: Any, open_village: OpenVillage, say: Say, background: Background) -> Iterator[Show]:
        with stages(qtbot, lambda layanan: page(layanan, say, background)) as opened:
            yield opened

    return show


def events(layanan: Layanan) -> int:
    """How many events the journal holds."""
    return layanan.desk.store.head.seq


def clipped(page: QWidget) -> list[str]:
    """Buttons and labels that are narrower or lower than their words, and tables that are cut at the edge."""
    found = [_choice(box) for box in page.findChildren(QComboBox) if box.isVisible() and not box.isEditable()]
    found = [text for text in found if text]
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton | QLabel) or not widget.text():
            continue
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
        wide = widget.minimumSizeHint().width()
        if widget.height() < needed - 1 or widget.width() < wide - 1:
            found.append(f"{widget.text()!r} {widget.width()}x{widget.height()}, needs {wide}x{needed}")
    return found + cut_tables(page)


def _choice(box: QComboBox) -> str:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    return f"{box.currentText()!r} has {field.width()}, needs {needed}" if field.width() < needed else ""
