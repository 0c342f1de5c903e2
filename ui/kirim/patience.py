"""Waiting for the network without being held by it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

LOOK_EVERY_S = 0.05


class Control(Protocol):
    """What a job is asked whether it is still wanted."""

    def check(self) -> None:
        """Leave when it is not."""


def leave_when_stopped(call: Callable[[], T], control: Control) -> T:
    """The answer of ``call``, or what it raises. A job that is stopped leaves at once; ``call`` then ends by itself.

    A stalled connection can take half a minute to give up: nobody who presses Batal or closes the
    window waits for that.
    """
    kept: dict[str, Any] = {}

    def work() -> None:
        try:
            kept["answer"] = call()
        except BaseException as problem:  # noqa: BLE001 -- it is raised again in the waiting thread
            kept["problem"] = problem

    thread = threading.Thread(target=work, name="jaringan", daemon=True)
    thread.start()
    while thread.is_alive():
        control.check()
        thread.join(LOOK_EVERY_S)
    if "problem" in kept:
        raise kept["problem"]
    answer: T = kept["answer"]
    return answer
