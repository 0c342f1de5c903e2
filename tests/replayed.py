"""The tables follow from the journal: the check that every service test may end with."""

from __future__ import annotations

from musrenbang_desktop.db import replay
from musrenbang_desktop.services.layanan import Layanan


def assert_replayed(layanan: Layanan) -> None:
    """Dropping the tables and replaying the journal gives the same rows."""
    assert replay.first_difference(layanan.desk.connection) is None
    assert replay.first_break(layanan.desk.connection) is None
