"""What a widget tells of when Ctrl+H is pressed in it.

A page knows the record of a row (:meth:`ui.page.Page.record_of`); a widget that stands for a record says so itself.
A subject that begins with ``#`` is a part of what stands above it: the line of a witness says ``#1``, its field
``#saksi``, the page the forum.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

SUBJECT = "pokokRiwayat"
"""the property that holds what a widget tells of"""


def tells_of(widget: QWidget, subject: Callable[[], str]) -> None:
    """Whatever has the cursor in ``widget`` belongs to this record; nothing where it shows none."""
    widget.setProperty(SUBJECT, subject)
