"""What the cursor reaches on a page, what is said there, and the words that nobody should have to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from ui.main_window import MainWindow

#: Words of programmers and of English that no operator should have to read.
STRANGE = re.compile(
    r"\b(sync|sinkron\w*|error|submit|draft|draf|server|database|upload|download|file|save|cancel|delete|edit|input|"
    r"open|close|search|filter|refresh|update|backup|restore|export|print|preview|loading|none|null|true|false|"
    r"the|and|is|not|of|with|please)\b",
    re.IGNORECASE,
)


def focus() -> Any:
    return QApplication.focusWidget()


def name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"


def stops(page: QWidget) -> set[QWidget]:
    """Everything on the page that Tab should reach."""
    return {
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parentWidget(), QComboBox)
        and not _second_choice(widget)
    }


def _second_choice(widget: QWidget) -> bool:
    """Of buttons that exclude each other Tab reaches the chosen one; arrows reach the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return bool(group and group.exclusive() and group.checkedButton() not in (None, widget))


def walk(window: MainWindow, key: Qt.Key) -> set[QWidget]:
    """Press ``key`` until the cursor is where it was."""
    seen: list[QWidget] = []
    while len(seen) < 200:
        QTest.keyClick(focus(), key)
        if focus() in seen:
            break
        seen.append(focus())
    assert len(seen) > 2, f"the cursor is trapped in {[name_of(widget) for widget in seen]}"
    return set(seen)


def words_of(page: Any) -> Iterator[str]:
    """All that can be read on a page, its tooltips and its help; what the operator typed is not ours."""
    yield from (page.title(), re.sub("<[^>]*>", " ", page.help_text()))
    for widget in page.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            yield re.sub("<[^>]*>", " ", widget.text())
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QTableView) and widget.model() is not None:
            yield from (
                str(widget.model().headerData(place, Qt.Orientation.Horizontal) or "")
                for place in range(widget.model().columnCount(QModelIndex()))
            )
