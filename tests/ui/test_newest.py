"""Only what was made for the newest wish counts, whether it succeeded or failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.ui.conftest import RecordedSay
from ui.background import JobControl
from ui.dokumen.newest import Newest


class Held:
    """Jobs that end when the test says so."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], object]] = []

    def run(self, job: Any, done: Any, failed: Any, label: str = "") -> JobControl:
        control = JobControl(label, lambda _progress: None)

        def end() -> None:
            try:
                made = job(control)
            except ValueError as problem:
                failed(problem)
            else:
                done(made)

        self.jobs.append(end)
        return control


def test_a_result_of_an_older_wish_is_made_again_and_never_kept(say: RecordedSay) -> None:
    held, wanted, kept, failed = Held(), ["a"], [], []
    newest: Newest[str] = Newest(held, lambda: wanted[-1])  # type: ignore[arg-type]  # the part of it that is used

    def go() -> None:
        wish = wanted[-1]
        newest.run(lambda _control: _made(wish), kept.append, failed.append, again=go, label="")

    go()
    assert newest.running
    wanted.append("rusak")
    held.jobs.pop()()
    assert kept == []
    wanted.append("b")
    held.jobs.pop()()
    assert failed == [], "why an older one failed is nothing to the operator"
    held.jobs.pop()()
    assert kept == ["b"]
    assert not newest.running
    wanted.append("rusak")
    go()
    held.jobs.pop()()
    assert [str(one) for one in failed] == ["rusak"]
    assert say.said == []


def _made(wish: str) -> str:
    if wish == "rusak":
        raise ValueError(wish)
    return wish
