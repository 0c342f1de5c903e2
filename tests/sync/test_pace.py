"""How the laptop adapts to a line, and the one sentence of every failure."""

from __future__ import annotations

import pytest

from sync.device import errors
from sync.device.errors import Busy, NotSent, TooBig, TooSlow, Unreachable
from sync.device.pace import Pace
from sync.wire import limits
from tests.sync.sentences import check_sentence


def all_errors(kind: type[NotSent] = NotSent) -> list[type[NotSent]]:
    return [kind, *(each for sub in kind.__subclasses__() for each in all_errors(sub))]


@pytest.mark.parametrize("kind", all_errors(), ids=lambda kind: kind.__name__)
def test_every_error_has_a_sentence_for_the_operator(kind: type[NotSent]) -> None:
    check_sentence(kind())
    assert kind.__name__ in (errors.__doc__ or "")


def test_a_stalled_line_gets_smaller_batches_and_a_good_one_larger() -> None:
    pace = Pace()
    assert pace.size == limits.FIRST_BATCH
    pace.failed(TooSlow())
    pace.failed(TooBig())
    assert pace.size == limits.FIRST_BATCH // 4
    for _ in range(3):
        pace.succeeded()
    assert pace.size == limits.FIRST_BATCH // 2
    for _ in range(40):
        pace.succeeded()
    assert pace.size == limits.LARGEST_BATCH
    for _ in range(20):
        pace.failed(TooSlow())
    assert pace.size == limits.SMALLEST_BATCH


def test_waiting_grows_with_failures_up_to_a_quarter_of_an_hour() -> None:
    pace = Pace()
    waits = [pace.failed(Unreachable()) for _ in range(20)]
    assert 0.5 <= waits[0] <= 2 and max(waits) <= 900 and waits[-1] >= 225
    pace.succeeded()
    assert pace.failed(Unreachable()) <= 2


def test_the_server_says_how_long_to_wait() -> None:
    assert 30 <= Pace().failed(Busy(30)) <= 37.5
