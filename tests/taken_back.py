"""What every sequence of acts must keep: what is taken back is gone, what is done again is there, a restart changes
nothing, and the tables follow from the journal.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.replayed import assert_replayed
from tests.village import opened


class TakenBack(RuleBasedStateMachine):
    """A forum in a folder of its own, checked against a simple list of what was shown after each act.

    A machine says what is shown, begins with ``_begun`` and calls ``_acted`` at the end of each of its rules.
    """

    nothing_before = True
    """whether what was done before ``_begun`` cannot be taken back"""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._open()

    def _open(self) -> None:
        self._context = opened(Path(self._folder.name))
        self.desa = self._context.__enter__()

    def _shown(self) -> object:
        raise NotImplementedError

    def _begun(self) -> None:
        self.past = [self._shown()]
        self.future: list[object] = []

    def _acted(self) -> None:
        if self._shown() != self.past[-1]:
            self.past.append(self._shown())
            self.future = []

    @rule()
    def undo(self) -> None:
        if len(self.past) > 1:
            assert self.desa.riwayat.batalkan() is not None
            self.future.append(self.past.pop())
        elif self.nothing_before:
            assert self.desa.riwayat.batalkan() is None

    @rule()
    def redo(self) -> None:
        done = self.desa.riwayat.ulangi()
        assert (done is None) == (not self.future)
        if done:
            self.past.append(self.future.pop())

    @rule()
    def restart(self) -> None:
        self._context.__exit__(None, None, None)
        self._open()

    @invariant()
    def shows_what_was_done(self) -> None:
        assert self._shown() == self.past[-1]

    @invariant()
    def follows_from_the_journal(self) -> None:
        assert_replayed(self.desa)

    def teardown(self) -> None:
        self._context.__exit__(None, None, None)
        self._folder.cleanup()
