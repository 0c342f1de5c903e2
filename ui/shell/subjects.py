"""Whose history Ctrl+H tells: the record of the row or of the widget with the cursor, else that of the page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QWidget

from ui.fields import TableView
from ui.lists import list_in_front
from ui.page import Page
from ui.subject import SUBJECT


def subjects(page: Page) -> Iterator[str]:
    """The records whose history may be meant now, the nearest first."""
    focus = QApplication.focusWidget()
    table = list_in_front(page)
    row = table.current() if table is not None else None
    if isinstance(focus, TableView) and focus is table and row is not None:
        yield page.record_of(row)
    yield from of_widget(focus, page)
    if row is not None:
        yield page.record_of(row)
    yield page.record_of(None)


def of_widget(widget: QWidget | None, page: Page) -> Iterator[str]:
    """What a widget and everything around it on the page belongs to, the nearest first."""
    parts: list[str] = []
    while widget is not None and widget is not page:
        subject = widget.property(SUBJECT)
        if subject is not None:
            parts.append(subject())
        widget = widget.parentWidget()
    parts.append(page.record_of(None))
    for place, part in enumerate(parts):
        whole = part
        for above in parts[place + 1 :]:
            if not whole.startswith("#"):
                break
            whole = f"{above}{whole}"
        if whole and not whole.startswith("#"):
            yield whole
