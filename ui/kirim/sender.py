"""Sends round by round: the network part in the background, each result written on the main thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.journal.keystore import KeyMissing
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.desk import Desk
from ui.background import Background, JobControl, Progress
from ui.kirim.patience import leave_when_stopped

if TYPE_CHECKING:
    from sync.device.errors import NotSent
    from sync.device.exchange import Answer, Applied, Outgoing
    from sync.device.link import Link
    from sync.device.pace import Pace

#: After this many failures in a row the operator is asked instead of the clock.
TRIES = 4

Stage = Literal["diam", "mengirim", "menunggu", "gagal", "selesai"]


@dataclass(frozen=True, slots=True)
class State:
    """What the page shows. ``kalimat`` says what went wrong, ``detik`` how long until the next try."""

    stage: Stage = "diam"
    terkirim: int = 0
    dari: int = 0
    bukti: int = 0
    jawaban: int = 0
    usulan: frozenset[str] = frozenset()
    cocok: bool | None = None
    kalimat: str = ""
    detik: int = 0

    @property
    def busy(self) -> bool:
        """Whether a run is under way."""
        return self.stage in ("mengirim", "menunggu")


@dataclass(slots=True)
class _Run:
    """What lives as long as one run."""

    pace: Pace
    link: Link | None = None
    failures: list[Exception] = field(default_factory=list)

    def hang_up(self) -> None:
        """Let the connection go; the next try makes its own, perhaps to another address."""
        link, self.link = self.link, None
        if link is not None:
            link.close()


class Sender(QObject):
    """One run at a time; ``start`` begins, ``cancel`` ends it. What was confirmed stays confirmed."""

    changed = Signal(object)
    """State"""
    broke = Signal(object)
    """an exception that no sentence is known for"""

    def __init__(
        self,
        desk: Desk,
        background: Background,
        parent: QObject | None = None,
        *,
        late: Callable[[], dict[str, int]] = dict,
        before: Callable[[], object] = bool,
    ) -> None:
        """``late`` tells which forum missed the calendar by how many days; what is sent is marked with it. ``before``
        records what must be said before anything is sent.
        """
        super().__init__(parent)
        self._desk, self._background, self._late, self._before = desk, background, late, before
        self._run: _Run | None = None
        self._control: JobControl | None = None
        self.state = State()
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)
        background.progressed.connect(self._on_progress)

    def start(self) -> None:
        """Send everything and fetch everything; while waiting for the next try: try now."""
        if self.state.stage == "menunggu":
            self._again()
        elif not self.state.busy:
            from sync.device.pace import Pace

            try:
                self._before()
            except Trouble as problem:
                self._show(State("gagal", kalimat=str(problem)))
                return
            self._run = _Run(Pace())
            self._show(State("mengirim", dari=box.waiting(self._desk.connection)))
            self._round()

    def cancel(self) -> None:
        """Stop. The round under way is abandoned; the next run begins from what is confirmed."""
        if self._control is not None:
            self._control.cancel()
        self._stop(State())

    def _round(self) -> None:
        run, state = self._run, self.state
        if run is None:
            return
        store, late = self._desk.store, self._late()

        def job(control: JobControl) -> tuple[Outgoing, Answer] | None:
            from sync.device import exchange, identity
            from sync.device.link import Link

            if control.cancelled:
                return None
            control.report(state.terkirim, state.dari)
            reader = store.reader()
            try:
                me = identity.identity(reader, store.key_place)
                outgoing = exchange.prepare(reader, me, run.pace.size, late)
            finally:
                reader.close()
            link = run.link = run.link or Link(me.address)
            return outgoing, leave_when_stopped(lambda: exchange.post(outgoing, None, link), control)

        self._control = self._background.run(
            job,
            lambda made: self._arrived(run, made),
            lambda problem: self._failed(run, problem),
            label=self.tr("Mengirim ke kabupaten"),
        )

    def _arrived(self, run: _Run, made: tuple[Outgoing, Answer] | None) -> None:
        from sync.device import exchange
        from sync.device.errors import NotSent

        if run is not self._run or made is None:
            return
        try:
            applied = exchange.apply(self._desk.store, *made)
        except (NotSent, Trouble) as problem:
            self._failed(run, problem)
            return
        run.failures.clear()
        run.pace.succeeded()
        self._add(applied)
        if not applied.selesai:
            self._round()

    def _add(self, applied: Applied) -> None:
        before = self.state
        now = replace(
            before,
            terkirim=before.terkirim + applied.terkirim,
            dari=max(before.dari, before.terkirim + applied.terkirim),
            bukti=before.bukti + applied.bukti,
            jawaban=before.jawaban + applied.jawaban,
            usulan=before.usulan | applied.usulan,
            cocok=applied.cocok,
        )
        if applied.selesai:
            self._stop(replace(now, stage="selesai"))
        else:
            self._show(now)
        self._desk.bus.publish(
            Changes(kinds=frozenset({"bukti", "jawaban"}), records=applied.usulan, label="menerima kabar kabupaten")
        )

    def _failed(self, run: _Run, problem: Exception) -> None:
        from sync.device.errors import NotSent

        if run is not self._run:
            return
        if not isinstance(problem, NotSent | Trouble | KeyMissing):
            self._stop(State())
            self.broke.emit(problem)
            return
        run.failures.append(problem)
        run.hang_up()
        if isinstance(problem, NotSent) and problem.passing and len(run.failures) < TRIES:
            self._wait(run, problem)
        else:
            self._stop(replace(self.state, stage="gagal", kalimat=str(problem)))

    def _wait(self, run: _Run, problem: NotSent) -> None:
        seconds = max(1, round(run.pace.failed(problem)))
        self._show(replace(self.state, stage="menunggu", kalimat=str(problem), detik=seconds))
        self._clock.start()

    def _tick(self) -> None:
        left = self.state.detik - 1
        if left > 0:
            self._show(replace(self.state, detik=left))
        else:
            self._again()

    def _again(self) -> None:
        self._clock.stop()
        self._show(replace(self.state, stage="mengirim", kalimat="", detik=0))
        self._round()

    def _on_progress(self, progress: Progress | None) -> None:
        """A job that was cancelled from the status line answers nothing: notice it here."""
        if progress is None and self.state.stage == "mengirim" and self._control and self._control.cancelled:
            self._stop(State())

    def _stop(self, state: State) -> None:
        self._clock.stop()
        run, self._run, self._control = self._run, None, None
        if run is not None:
            run.hang_up()
        self._show(state)

    def _show(self, state: State) -> None:
        self.state = state
        self.changed.emit(state)
