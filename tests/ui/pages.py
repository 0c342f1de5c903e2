"""A page in a window of its own, as the shell would show it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.cut import cut_tables
from ui.page import Page


@dataclass
class Shown:
    """The page, and where it asked to go."""

    page: Any
    area: QScrollArea
    pages: list[str] = field(default_factory=list)


def shown_page(page: Page, services: Layanan, qtbot: QtBot, width: int, height: int) -> Shown:
    """Put the page into a window and pass the changes on, as the shell does."""
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(page)
    shown = Shown(page, area)
    page.wants_page.connect(lambda wish: shown.pages.append(wish.page))

    def pass_on(changes: Changes) -> None:
        if "semua" in changes.kinds or not page.kinds or page.kinds & changes.kinds:
            page.refresh(None if "semua" in changes.kinds else changes)

    services.bus.subscribe(pass_on)
    area.resize(width, height)
    area.show()
    qtbot.waitExposed(area)
    area.activateWindow()
    page.refresh(None)
    page.on_shown()
    QApplication.processEvents()
    return shown


def events(services: Layanan) -> int:
    """How many events the journal holds."""
    return services.desk.store.head.seq


def in_front(widget: QWidget) -> bool:
    """Whether its window would type into it; a window system may be slow to make the window the active one."""
    return widget.window().focusWidget() is widget


def clipped(page: QWidget) -> list[str]:
    """Labels and buttons that get less room than their text needs, and tables that are cut at the edge."""
    found = []
    for widget in [*page.findChildren(QLabel), *page.findChildren(QPushButton)]:
        if not widget.isVisible() or _inside_a_table(widget, page) or widget.layout() is not None:
            continue
        need = widget.sizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            words = re.sub("<[^>]*>", "", widget.text()).split()
            longest = max(map(widget.fontMetrics().horizontalAdvance, words), default=0)
            enough = widget.height() >= widget.heightForWidth(widget.width()) - 1 and widget.width() >= longest
        else:
            enough = widget.width() >= need.width() - 1 and widget.height() >= need.height() - 1
        if not enough:
            found.append(f"{type(widget).__name__} {widget.text() or widget.accessibleName()!r}")
    return found + cut_tables(page)


def _inside_a_table(widget: QWidget, page: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False
