"""Every part of every page, and every field in it, found the same way in each window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from musrenbang_desktop.services.layanan import Layanan
from tests.sukamaju import record_people_and_usulan, whole_forum
from ui.app import Desktop
from ui.fields import FieldRow, SearchBox
from ui.main_window import MainWindow
from ui.page import Page
from ui.reason_line import ReasonLine
from ui.segments import Segments

Typed = QLineEdit | QPlainTextEdit

#: Pages whose Ctrl+N opens a form of its own.
WITH_A_FORM = ("undangan", "kehadiran", "usulan", "titipan", "prioritas", "layar")


class Spot(NamedTuple):
    """Where a field stands: in which part of its page, under which name, and as which one of that name."""

    part: str
    name: str
    place: int


def finished_but_open(services: Layanan) -> None:
    """The whole day of Sukamaju; its result is not closed."""
    whole_forum(services, close=False)


def before_the_scores(services: Layanan) -> None:
    """People and usulan; the rules are still open."""
    record_people_and_usulan(services)


@contextmanager
def window_over(services: Layanan, qapp: QApplication, folder: Path) -> Iterator[MainWindow]:
    """A window of the program on these services."""
    desktop = Desktop(qapp, services, folder, alone=True)
    desktop.window.resize(1093, 700)
    desktop.window.show()
    desktop.window.setUpdatesEnabled(False)  # nobody looks: what is typed counts, not its picture
    try:
        yield desktop.window
    finally:
        voice: Any = desktop.window._say
        voice.ask = lambda *_question, **_words: True
        desktop.window.close()
        QApplication.processEvents()
        desktop.close()
        desktop.window.deleteLater()
        QApplication.sendPostedEvents(desktop.window, QEvent.Type.DeferredDelete)


def parts(key: str, page: Any, turn: int = 0) -> Iterator[str]:
    """Every part of a page in front, its new form, and its questions; each turn at another record."""
    for row in page.findChildren(Segments):  # the same part comes first, whatever was in front before
        if first := next((one for one in row.findChildren(QAbstractButton) if one.isVisible()), None):
            first.click()
    if key == "prioritas":
        assert page.rules.below
    yield ""
    for row in page.findChildren(Segments):
        for button in row.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled():
                button.click()
                yield button.text()
    if key in WITH_A_FORM:
        page.new_item()
        yield "new"
    if more := _MORE.get(key):
        yield from more(page, turn)


def _usulan(page: Any, turn: int) -> Iterator[str]:
    page.show_record(page.services.usulan.daftar()[turn].id)
    for fold in page.panel.folds.values():
        fold.head.setChecked(False)
    for name, fold in page.panel.folds.items():
        fold.head.setChecked(True)
        yield name
    page.panel.withdraw()
    yield "withdraw"


def _sipd(page: Any, _turn: int) -> Iterator[str]:
    page.refuse()
    yield "refuse"


def _undangan(page: Any, turn: int) -> Iterator[str]:
    page.table.selectRow(turn)
    for button in (page.acts.letter_button, page.acts.card_button):
        button.click()
        yield button.text()
        button.click()


def _kehadiran(page: Any, turn: int) -> Iterator[str]:
    for row in page.findChildren(Segments):
        row.findChildren(QAbstractButton)[1].click()
    page.present.table.selectRow(turn)
    page.present.more_button.setChecked(False)
    page.present.more_button.click()
    yield "person"
    page.present.more_button.click()


_MORE = {"usulan": _usulan, "sipd": _sipd, "undangan": _undangan, "kehadiran": _kehadiran}


def close_questions(page: Page) -> None:
    """Nothing is asked any more from the round before."""
    for line in page.findChildren(ReasonLine):
        line.cancel()
    page.escape()


def fields(page: Page) -> list[Typed]:
    """Where letters can be typed now."""
    found: list[Typed] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly() and not _search(one)]


def spots(part: str, page: Page) -> list[tuple[Spot, Typed]]:
    """The fields in sight with where they stand."""
    counted: dict[str, int] = {}
    found = []
    for one in fields(page):
        name = name_of(one)
        counted[name] = counted.get(name, -1) + 1
        found.append((Spot(part, name, counted[name]), one))
    return found


def name_of(one: QWidget) -> str:
    """The name that a screen reader says."""
    above = one.parentWidget()
    return one.accessibleName() or (above.accessibleName() if isinstance(above, QComboBox) else "")


def text_of(one: Typed) -> str:
    """What stands in a field."""
    return one.toPlainText() if isinstance(one, QPlainTextEdit) else one.text()


def remark_of(one: QWidget) -> str:
    """What is said below a field about its words."""
    above: QWidget | None = one
    while above is not None and not isinstance(above, FieldRow):
        above = above.parentWidget()
    return above.problem if above is not None else ""


def _search(one: QWidget) -> bool:
    return isinstance(one, SearchBox) or (isinstance(one, QLineEdit) and one.echoMode() != QLineEdit.EchoMode.Normal)


class CursorStays(QObject):
    """The cursor never leaves the fields that it watches: what is kept then was kept while somebody typed."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.FocusOut

    @classmethod
    def in_field(cls, one: Typed) -> None:
        """Watch a field; a list hands the cursor on to its line."""
        above = one.parentWidget()
        for watched in (one, above) if isinstance(above, QComboBox) else (one,):
            if not watched.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly):
                watched.installEventFilter(cls(watched))
