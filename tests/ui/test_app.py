"""The application around the window: crash relay, second start, no heavy import before the first picture."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import qDebug, qInstallMessageHandler, qWarning

from ui.crash import CrashRelay, qt_messages_to_log
from ui.instance import FirstWindow, ask_first_window, server_name

ROOT = Path(__file__).parents[2]
SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.instance import ask_first_window

app = QCoreApplication([])
sys.exit(0 if ask_first_window(Path(sys.argv[1])) else 3)
"""


def test_an_exception_in_a_thread_reaches_the_operator(say, qapp, qtbot, expect_log):
    expect_log("ui.say", "our own mistake")
    relay = CrashRelay(say)
    relay.install()
    try:
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        assert say.said == []
        qtbot.waitUntil(lambda: len(say.said) == 1, timeout=1000)
    finally:
        relay.remove()
    assert say.last.kind == "error"
    assert "aman" in say.last.text
    assert "ZeroDivisionError" in say.last.details


def test_an_exception_in_the_main_thread_reaches_the_operator(say, qapp, qtbot, expect_log):
    expect_log("ui.say", "our own mistake")
    before = sys.excepthook
    relay = CrashRelay(say)
    relay.install()
    try:
        sys.excepthook(ValueError, ValueError("x"), None)
        qtbot.waitUntil(lambda: len(say.said) == 1, timeout=1000)
    finally:
        relay.remove()
    assert sys.excepthook is before


def test_messages_of_qt_join_our_log(caplog, expect_log):
    expect_log("qt", "sesuatu")
    before = qInstallMessageHandler(None)
    try:
        qt_messages_to_log()
        with caplog.at_level(logging.DEBUG, "qt"):
            qWarning("sesuatu dari Qt")
            qDebug("bisik")
            qWarning("This plugin does not support propagateSizeHints()")
    finally:
        qInstallMessageHandler(before)
    assert [(record.levelname, record.message) for record in caplog.records] == [
        ("WARNING", "sesuatu dari Qt"),
        ("DEBUG", "bisik"),
    ]


def test_names_of_two_data_folders_differ(tmp_path):
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
    assert len(server_name(tmp_path)) < 40


def test_a_second_start_brings_the_first_window_to_the_front(qapp, qtbot, tmp_path):
    shown: list[int] = []
    first = FirstWindow(tmp_path, lambda: shown.append(1))
    asker = subprocess.Popen([sys.executable, "-c", SECOND_START, str(tmp_path)], cwd=ROOT)
    qtbot.waitUntil(lambda: asker.poll() is not None, timeout=10_000)
    first.close()
    assert (asker.returncode, shown) == (0, [1])


def test_without_a_first_window_nobody_answers(qapp, tmp_path):
    assert ask_first_window(tmp_path) is False


def test_nothing_heavy_is_imported_for_the_first_picture():
    code = (
        "import sys\n"
        "from ui.app import Desktop, make_application\n"
        "heavy = ['PySide6.QtNetwork', 'PySide6.QtPrintSupport', 'PySide6.QtSvg', 'psutil', 'reportlab', 'requests',\n"
        "         'sqlite_utils', 'num2words', 'PIL', 'msgspec', 'babel', 'asyncio', 'concurrent.futures']\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    seen = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "[]"


def test_only_say_opens_dialogs():
    for file in sorted((ROOT / "ui").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if file.name != "say.py":
            assert "QMessageBox" not in text, file
            assert "QFileDialog" not in text, file
