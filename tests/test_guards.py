"""The guards themselves: each planted fault must fail, each honest test must pass."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

PLANTED = """
import logging, os, threading, time
from pathlib import Path
import pytest
from PySide6.QtCore import QRunnable, QThread, QThreadPool
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from tests.guards import threads

threads.GRACE_S = 0.3
EARLIER = []

class Sleep(QRunnable):
    def __init__(self, seconds):
        super().__init__()
        self.seconds = seconds
    def run(self):
        time.sleep(self.seconds)

def test_bad_box(qapp):
    EARLIER.append("box")
    QMessageBox.question(None, "Hapus", "Yakin?")

def test_bad_box_swallowed(qapp):
    try:
        QFileDialog.getOpenFileName(None, "Buka")
    except BaseException:
        pass

def test_bad_exec(qapp):
    QDialog().exec()

def test_bad_log():
    logging.getLogger("musrenbang_desktop.db").warning("salinan gagal")

@pytest.mark.expects_log("musrenbang_desktop", "penuh")
def test_bad_other_log():
    logging.getLogger("musrenbang_desktop.db").warning("salinan gagal")

def test_bad_thread():
    threading.Thread(target=time.sleep, args=(1,), daemon=True).start()

def test_bad_job():
    QThreadPool.globalInstance().start(Sleep(0.5))

def test_good_patched_box(qapp, monkeypatch):
    monkeypatch.setattr(QMessageBox, "question", lambda *args: QMessageBox.StandardButton.Yes)
    assert QMessageBox.question(None, "Hapus", "Yakin?") == QMessageBox.StandardButton.Yes

@pytest.mark.expects_log("musrenbang_desktop", "gagal")
def test_good_log():
    logging.getLogger("musrenbang_desktop.db").warning("salinan gagal")

def test_good_log_in_test(expect_log):
    expect_log("musrenbang_desktop.db")
    logging.getLogger("musrenbang_desktop.db").error("salinan gagal")

def test_good_thread():
    threading.Thread(target=time.sleep, args=(0.05,)).start()

def test_good_job():
    pool = QThreadPool()
    pool.start(Sleep(0.05))

def test_good_home():
    assert "musrenbang-tests-" in str(Path.home())
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

@pytest.mark.long
def test_good_long_one_goes_first():
    assert EARLIER == []
"""


def test_planted_faults_fail_and_honest_tests_pass(tmp_path: Path) -> None:
    (tmp_path / "test_planted.py").write_text(PLANTED, encoding="utf-8")
    conftest = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    (tmp_path / "conftest.py").write_text(conftest, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n long\n expects_log\n opens_dialogs\n keeps_threads\nfaulthandler_timeout = 60\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:randomly", "-p", "no:cacheprovider", "test_planted.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    outcome: dict[str, set[str]] = {}
    for word, name in re.findall(r"^(PASSED|FAILED|ERROR) test_planted\.py::(\w+)", done.stdout, re.MULTILINE):
        outcome.setdefault(name, set()).add(word)
    assert len(outcome) == 14, done.stdout + done.stderr
    for name, words in outcome.items():
        expected_to_pass = name.startswith("test_good")
        assert (words == {"PASSED"}) is expected_to_pass, f"{name}: {words}\n{done.stdout}"
