"""Tables that go on where nobody sees it."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView, QWidget


def cut_tables(page: QWidget) -> list[str]:
    """Tables in sight whose columns go on beyond their right edge."""
    tables = [table for table in page.findChildren(QTableView) if table.isVisible()]
    return [
        f"{table.accessibleName()}: {beyond} pixels too wide"
        for table in tables
        if (beyond := table.horizontalScrollBar().maximum()) > 0
    ]
