"""Started anew for each sample: shows a window, and says when it has been painted and the event loop has turned.

``python -m bench.start_probe bare`` is an empty QMainWindow with a label; ``... ours FOLDER`` is the program itself,
with its own command line and its own order of imports, on an existing data folder. Both close by themselves.
"""

from __future__ import annotations

import sys


def bare() -> int:
    """The least that PySide6 can show."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    from bench.first_paint import FirstPaint

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setWindowTitle("bare")
    window.setCentralWidget(QLabel("Musrenbang " * 6))
    window.resize(900, 600)
    FirstPaint(window)
    window.show()
    return app.exec()


def ours(folder: str) -> int:
    """The program, as the operator starts it."""
    from musrenbang_desktop.cli import run, window_program

    window_program().load_window_system()  # as the command line does, before the watcher needs Qt

    from bench.first_paint import watch_every_main_window

    watch_every_main_window()
    return run(["--data-dir", folder])


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else ours(sys.argv[2]))
