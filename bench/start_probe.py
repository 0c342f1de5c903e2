"""Started anew for each sample: shows a window, and says when it has been painted and the event loop has turned.

``python -m bench.start_probe bare`` is an empty QMainWindow with a label; ``... ours FOLDER`` is the program itself,
with its own command line, on an existing data folder. Both close by themselves.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Watches one window until it has been painted and the loop is free."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._modules: list[str] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let everything through; after the first paint ask the loop to come back."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._modules = list(sys.modules)
            QTimer.singleShot(0, self._window, self._report)
        return False

    def _report(self) -> None:
        print("painted", flush=True)
        import json

        from bench.memory import peak_mib

        print(json.dumps({"peak_mib": peak_mib(), "modules": sorted(self._modules)}), flush=True)
        QTimer.singleShot(0, self._window, QApplication.quit)


def bare() -> int:
    """The least that PySide6 can show."""
    from PySide6.QtWidgets import QLabel

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
    _watch_every_main_window()
    from musrenbang_desktop.cli import run

    return run(["--data-dir", folder])


def _watch_every_main_window() -> None:
    for name in ("show", "showNormal", "showMaximized", "showFullScreen"):
        original = getattr(QMainWindow, name)

        def shown(self: QMainWindow, original: object = original) -> None:
            if not self.isVisible():
                FirstPaint(self)
            original(self)  # type: ignore[operator]

        setattr(QMainWindow, name, shown)


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else ours(sys.argv[2]))
