"""Closing the window to open it again on the same folder: after a copy was brought, the data is another."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

_ASKED = "buka_lagi"


def close_to_reopen(window: QWidget) -> bool:
    """Close ``window`` as the operator would; False where they stay in it after all."""
    app = QApplication.instance()
    if app is None or not window.close():
        return False
    app.setProperty(_ASKED, True)
    return True


def is_wanted(app: QApplication) -> bool:
    """Whether the window that was closed is to be opened again. Says so once."""
    asked = bool(app.property(_ASKED))
    app.setProperty(_ASKED, None)
    return asked
