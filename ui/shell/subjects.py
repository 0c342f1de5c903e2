"""Whose history Ctrl+H tells: the record of the row or of the widget with the cursor, else that of the page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QWidget

from ui.lists import list_in_front
from ui.page import Page
from ui.subject import SUBJECT


def subjects(page: Page) -> Iterator[str]:
    """The records whose history may be meant now, the nearest first."""
    focus = QApplication.focusWidget()
    table = list_in_front(page)
    row = table.current() if table is not None else None
    record = page.record_of(row) if row is not None else ""
    if record and focus is table:
        yield record  # where nothing happened to it, that is said: it is not told of what stands around it
        return
    said = list(of_widget(focus, page))
    yield from said or (record, page.record_of(None))


def of_widget(widget: QWidget | None, page: Page) -> Iterator[str]:
    """What a widget and everything around it on the page says that it shows, the nearest first."""
    parts: list[str] = []
    while widget is not None and widget is not page:
        subject = widget.property(SUBJECT)
        if subject is not None:
            parts.append(subject())
        widget = widget.parentWidget()
    around = page.record_of(None)
    for place, part in enumerate(parts):
        whole = part
        for above in (*parts[place + 1 :], around):
            if not whole.startswith("#"):
                break
            whole = f"{above}{whole}"
        if whole and not whole.startswith("#"):
            yield whole
