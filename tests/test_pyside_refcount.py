"""The pinned PySide6 must give back every reference to None that it takes.

PySide6 6.12.0 on CPython 3.11 releases one too many at each call that returns nothing. After some thousand calls none
is left and the interpreter aborts, in the middle of a meeting. From Python 3.12 on None is immortal and cannot show it.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

CALLS = 1000

#: In a process of its own: a broken binding would take this one down with it.
COUNT = f"""
import sys
from PySide6.QtCore import QObject
thing = QObject()
thing.setObjectName("hangat")
before = sys.getrefcount(None)
for _ in range({CALLS}):
    thing.setObjectName("usulan")
print(sys.getrefcount(None) - before)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_nothing_keep_the_count_of_none() -> None:
    done = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < CALLS // 100
