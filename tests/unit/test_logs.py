"""The log is a file beside the data; a log that cannot be written never stops the work."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from musrenbang_desktop.logs import logging_to

log = logging.getLogger("musrenbang_desktop.sample")


@pytest.mark.expects_log("musrenbang_desktop.sample")
def test_warnings_are_kept_and_noise_is_not(tmp_path: Path) -> None:
    with logging_to(tmp_path) as path:
        log.warning("disk nearly full")
        log.warning("This plugin does not support raise()")
        log.info("all well")
    log.warning("after the end")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("WARNING musrenbang_desktop.sample: disk nearly full")


@pytest.mark.expects_log("musrenbang_desktop.sample")
def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    with logging_to(tmp_path):
        log.warning("still working")
