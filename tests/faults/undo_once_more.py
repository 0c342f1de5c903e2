"""A program of its own on a data folder of another: ``python -m tests.faults.undo_once_more FOLDER``.

It opens the real window, goes to the list of usulan by Ctrl+4, undoes by Ctrl+Z, does it again by Ctrl+Y, and prints
after each key what the database and the screen say, one JSON object a line. Then it ends as a window that is closed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.db import replay
from musrenbang_desktop.services.layanan import Layanan
from tests.village import opened
from ui.app import Desktop, make_application
from ui.main_window import MainWindow
from ui.usulan.page import UsulanPage

FACTS = ("label", "judul", "status", "volume", "satuan", "perkiraan_biaya", "pengusul")


def main(folder: Path) -> None:
    """Three keys, three lines."""
    app = make_application([])
    with opened(folder) as services:
        desktop = Desktop(app, services, folder, alone=True)
        window = desktop.window
        window.resize(1093, 614)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        for key in (Qt.Key.Key_4, Qt.Key.Key_Z, Qt.Key.Key_Y):
            QTest.keyClick(QApplication.focusWidget() or window, key, Qt.KeyboardModifier.ControlModifier)
            QApplication.processEvents()
            print(json.dumps(state(services, window)), flush=True)
        window.close()
        QApplication.processEvents()
        desktop.close()


def state(services: Layanan, window: MainWindow) -> dict[str, object]:
    """What is recorded, what is on screen, what undo would take back, whether the journal gives the tables."""
    page = window.page()
    if not isinstance(page, UsulanPage):
        raise TypeError(type(page))
    model = page.model
    shown = [
        " | ".join(str(model.index(row, column).data() or "") for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    return {
        "facts": [[getattr(one, name) for name in FACTS] for one in services.usulan.daftar()],
        "shown": shown,
        "undo": services.riwayat.teks_batal(),
        "replayed": replay.first_difference(services.desk.connection) is None,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
