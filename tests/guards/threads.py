"""A thread or a pool job that outlives its test disturbs another one, far away and at random: it fails its own test.

Threads of fixtures with a wider scope (a running server) exist before the test begins and are not counted.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.guards.dialogs import uses_windows

GRACE_S = 3.0


@pytest.fixture(autouse=True)
def no_thread_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test when a Python thread that it started still runs GRACE_S after its end."""
    before = set(threading.enumerate())
    yield
    if request.node.get_closest_marker("keeps_threads"):
        return
    deadline = time.monotonic() + GRACE_S
    while (left := started_since(before)) and time.monotonic() < deadline:
        time.sleep(0.01)
    if left:
        pytest.fail(f"threads outlive the test: {', '.join(thread.name for thread in left)}", pytrace=False)


def started_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Living threads not in ``before``. Python's stand-ins for foreign (Qt) threads never end and say nothing."""
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]


@pytest.fixture(autouse=True)
def no_qt_job_left(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test when a QThread or a QThreadPool that it used is still busy GRACE_S after its end."""
    if not uses_windows(request) or request.node.get_closest_marker("keeps_threads"):
        yield
        return
    from PySide6.QtCore import QThread, QThreadPool

    used: list[Any] = [QThreadPool.globalInstance()]
    remember_starts(QThread, used, monkeypatch)
    remember_starts(QThreadPool, used, monkeypatch)
    yield
    if busy := [repr(each) for each in used if outlives(each)]:
        pytest.fail(f"Qt threads or pool jobs outlive the test: {', '.join(busy)}", pytrace=False)


def remember_starts(cls: Any, used: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on ``cls.start`` also notes on whom it was called."""
    start = cls.start

    def noted(self: Any, *args: Any, **kwargs: Any) -> Any:
        if not any(self is each for each in used):
            used.append(self)
        return start(self, *args, **kwargs)

    monkeypatch.setattr(cls, "start", noted)


def outlives(each: Any) -> bool:
    """Whether a QThread or QThreadPool is still at work after the grace. One already deleted is not."""
    shiboken = sys.modules["shiboken6"]
    if not shiboken.isValid(each):
        return False
    wait_ms = int(GRACE_S * 1000)
    return not (each.waitForDone(wait_ms) if hasattr(each, "waitForDone") else each.wait(wait_ms))
