"""Work in the background of which only what was made for the newest wish counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from ui.background import Background, JobControl

W = TypeVar("W")
T = TypeVar("T")


class Newest(Generic[W]):
    """``wish`` says what is wanted now. What was made, or failed, for another one by then is asked for again."""

    def __init__(self, background: Background, wish: Callable[[], W]) -> None:
        self._background, self._wish = background, wish
        self._control: JobControl | None = None

    @property
    def running(self) -> bool:
        """Whether something is being made; a cancelled job answers nothing, so it does not count."""
        return self._control is not None and not self._control.cancelled

    def run(
        self,
        make: Callable[[JobControl], T],
        keep: Callable[[T], object],
        explain: Callable[[Exception], object],
        *,
        again: Callable[[], object],
        label: str,
    ) -> None:
        """``make`` it in the background; ``keep`` it or ``explain`` why not, or do ``again`` what is wanted by then."""
        asked = self._wish()

        def ended(tell: Callable[[], object]) -> None:
            self._control = None
            if self._wish() == asked:
                tell()
            else:
                again()

        waiting = self._control = JobControl("", lambda _progress: None)
        control = self._background.run(
            make, lambda made: ended(lambda: keep(made)), lambda why: ended(lambda: explain(why)), label=label
        )
        if self._control is waiting:  # it did not end at once
            self._control = control
