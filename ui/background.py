"""One helper thread for what takes longer than a blink: PDF, import, export, backup, sending."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.say import Say
from ui.window_turn import Turn, on_this_thread

if TYPE_CHECKING:
    from queue import SimpleQueue

log = logging.getLogger(__name__)
T = TypeVar("T")
SWITCH_SECONDS = 0.00002
"""How long a job computes on while the window waits: each row that the window reads from the database asks for a turn,
and a search at the door reads hundreds."""


class Cancelled(Exception):
    """Raised by ``JobControl.check`` inside a job that the operator stopped."""


class Progress(NamedTuple):
    """How far the job that runs now has come; ``total`` 0 while unknown."""

    label: str
    done: int = 0
    total: int = 0
    text: str = ""


class JobControl:
    """What a job is given: a way to report, and to learn that it is no longer wanted."""

    def __init__(
        self,
        label: str,
        listener: Callable[[Progress], None],
        on_window: Callable[[Callable[[], Any]], Any] = on_this_thread,
    ) -> None:
        self.label = label
        self._listener = listener
        self._on_window = on_window
        self._stop = threading.Event()

    def on_window(self, act: Callable[[], T]) -> T:
        """Do one short act on the window's thread: everything that draws with Qt."""
        result: T = self._on_window(act)
        return result

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """Tell how far it is; may be called as often as one likes."""
        self._listener(Progress(self.label, done, total, text))

    @property
    def cancelled(self) -> bool:
        """Whether the operator pressed Batal."""
        return self._stop.is_set()

    def check(self) -> None:
        """Leave the job when it is no longer wanted."""
        if self.cancelled:
            raise Cancelled

    def cancel(self) -> None:
        """Ask the job to stop."""
        self._stop.set()


class _Job(NamedTuple):
    control: JobControl
    work: Callable[[JobControl], Any]
    on_done: Callable[[Any], object] | None
    on_error: Callable[[Exception], object] | None


class _Outcome(NamedTuple):
    job: _Job
    result: Any = None
    problem: Exception | None = None


class Background(QObject):
    """Runs jobs one after another; answers and exceptions come back on the main thread."""

    progressed = Signal(object)
    """Progress of the running job, or None when nothing runs"""
    _ended = Signal(object)
    _reported = Signal(object)
    _turn_wanted = Signal(object)

    def __init__(self, say: Say, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._jobs: SimpleQueue[_Job | None]
        self._open: list[_Job] = []
        self._thread: threading.Thread | None = None
        self._shown: Progress | None = None
        self._closed = self._listening = False
        self._turns: list[Turn] = []
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._take_next)

    def run(
        self,
        job: Callable[[JobControl], T],
        on_done: Callable[[T], object] | None = None,
        on_error: Callable[[Exception], object] | None = None,
        label: str = "",
    ) -> JobControl:
        """Do ``job`` away from the window. Without ``on_error`` a failure is said in a plain sentence.

        A cancelled job answers nothing.
        """
        control = JobControl(label, self._report, self._on_window)
        entry = _Job(control, job, on_done, on_error)
        self._open.append(entry)
        if len(self._open) == 1:
            self.progressed.emit(Progress(label))
        self._start(entry)
        return control

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._open)

    @property
    def label(self) -> str:
        """What the running job is called."""
        return self._open[0].control.label if self._open else ""

    def cancel(self) -> None:
        """Ask the running job to stop (the Batal button)."""
        if self._open:
            self._open[0].control.cancel()

    def close(self) -> None:
        """Stop everything and wait for the thread; answers that were not yet delivered are dropped."""
        self._closed = True
        for entry in self._open:
            entry.control.cancel()
        if self._thread:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None
        self._open.clear()

    def _start(self, entry: _Job) -> None:
        if self._thread is None:
            from queue import SimpleQueue  # no job runs before the first picture

            sys.setswitchinterval(SWITCH_SECONDS)
            if not self._listening:
                self._listen()
            self._jobs = SimpleQueue()
            self._thread = threading.Thread(target=self._work, name="background", daemon=True)
            self._thread.start()
        self._jobs.put(entry)

    def _listen(self) -> None:
        """Everything that the thread says arrives in the window's own time."""
        self._listening = True
        later = QtCore.Qt.ConnectionType.QueuedConnection
        self._ended.connect(self._deliver, later)
        self._reported.connect(self._pass_on, later)
        self._turn_wanted.connect(self._take_turn, later)

    def _work(self) -> None:
        while (entry := self._jobs.get()) is not None:
            self._ended.emit(perform(entry))

    def _report(self, progress: Progress) -> None:
        """On the helper thread: at most one message in a hundred steps, so a busy job does not flood the window."""
        last = self._shown
        step = max(1, progress.total // 100)
        near = last is not None and last.total == progress.total and last.text == progress.text
        if near and last is not None and abs(progress.done - last.done) < step and progress.done != progress.total:
            return
        self._shown = progress
        self._reported.emit(progress)

    def _on_window(self, act: Callable[[], T]) -> T:
        """On the helper thread: hand an act to the window and wait; while the window waits for us, do it here."""
        turn = Turn(act)
        self._turn_wanted.emit(turn)
        result: T = turn.wait(lambda: self._closed)
        return result

    @Slot(object)
    def _take_turn(self, turn: Turn) -> None:
        """Keys and timers first: a job that asks for one turn after another would else keep them waiting."""
        self._turns.append(turn)
        self._next_turn.start()

    def _take_next(self) -> None:
        while self._turns:
            self._turns.pop(0).take()

    @Slot(object)
    def _pass_on(self, progress: Progress) -> None:
        if not self._closed and self._open:
            self.progressed.emit(progress)

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        if self._closed:
            return
        self._open.remove(outcome.job)
        self.progressed.emit(Progress(self.label) if self._open else None)
        if isinstance(outcome.problem, Cancelled):
            self._say.info(self.tr("Dibatalkan: {pekerjaan}.").format(pekerjaan=outcome.job.control.label))
        elif outcome.problem is not None:
            (outcome.job.on_error or self._say.trouble)(outcome.problem)
        elif outcome.job.on_done:
            outcome.job.on_done(outcome.result)


def perform(entry: _Job) -> _Outcome:
    """Do one job and catch what it raises."""
    try:
        entry.control.check()
        return _Outcome(entry, result=entry.work(entry.control))
    except Cancelled as stopped:
        return _Outcome(entry, problem=stopped)
    except Exception as problem:  # noqa: BLE001 - it is carried to the main thread, where it is said
        log.debug("job %s ended with %s", entry.control.label, type(problem).__name__)
        return _Outcome(entry, problem=problem)
