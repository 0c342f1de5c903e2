"""A warning that nobody expects is a fault that nobody has noticed yet: it fails the test.

``@pytest.mark.expects_log("sync.device", "tidak terjangkau")`` allows records of that logger (and those below it) whose
text matches the pattern; the fixture ``expect_log`` does the same from inside a test.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator

import pytest

Expectation = tuple[str, re.Pattern[str]]


class Watch(logging.Handler):
    """Collects every record at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected: list[Expectation] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def expect(self, logger: str, pattern: str = "") -> None:
        self.expected.append((logger, re.compile(pattern)))

    def unexpected(self) -> list[str]:
        return [
            f"{record.levelname} {record.name}: {record.getMessage()}"
            for record in self.records
            if not any(allows(expectation, record) for expectation in self.expected)
        ]


def allows(expectation: Expectation, record: logging.LogRecord) -> bool:
    logger, pattern = expectation
    below = record.name == logger or record.name.startswith(f"{logger}.")
    return below and pattern.search(record.getMessage()) is not None


@pytest.fixture(autouse=True)
def log_watch(request: pytest.FixtureRequest) -> Iterator[Watch]:
    """Fail the test when it logs a warning or worse that it does not expect."""
    watch = Watch()
    for marker in request.node.iter_markers("expects_log"):
        watch.expect(*marker.args, **marker.kwargs)
    root = logging.getLogger()
    root.addHandler(watch)
    try:
        yield watch
    finally:
        root.removeHandler(watch)
    if unexpected := watch.unexpected():
        pytest.fail("unexpected log records:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture
def expect_log(log_watch: Watch) -> Callable[..., None]:
    """``expect_log("sync.device", "pattern")``: from here on this record is no fault."""
    return log_watch.expect
