"""Texts in a window that show what somebody typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import look


def plain_label(name: str = "", text: str = "", parent: QWidget | None = None) -> QLabel:
    """A text that wraps and stands as it was typed, also with a sign of less in it; ``name`` is its look."""
    from PySide6.QtCore import Qt  # the first picture shows nothing that was typed

    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if name:
        look(label, name)
    return label
