"""Ctrl+Z and Ctrl+Y of every act, across restarts: rows as before, rows as after, and never a method forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.services.layanan import Layanan
from tests.acts import table_more  # noqa: F401 - fills the table
from tests.acts.stage import Stage, rows_of
from tests.acts.table import ACTS, NOT_TAKEN_BACK, OUTSIDE
from tests.acts.writers import writers
from tests.village import opened


def test_every_writing_method_is_an_act_or_says_why_not() -> None:
    found = writers()
    known = set(ACTS) | set(NOT_TAKEN_BACK)
    assert found - known == set(), "a service writes in a way that nobody tries with undo: enter it into tests/acts"
    assert known - found == set(), "no service has these any more"


def written(desa: Layanan) -> tuple[int, int]:
    """How long both histories are: the events, and the acts outside them."""
    (local,) = desa.desk.connection.execute("SELECT count(*) FROM ubahan_lokal").fetchone()
    return desa.desk.store.head.seq, local


@pytest.mark.parametrize("name", sorted(ACTS))
def test_an_act_is_taken_back_and_done_again_also_after_a_restart(name: str, tmp_path: Path) -> None:
    act, folder = ACTS[name], tmp_path / "data"
    with opened(folder) as desa:
        stage = Stage(desa, tmp_path)
        doing = act.begun(stage)
        connection = desa.desk.connection
        before, at = rows_of(connection), written(desa)
        assert next(doing, None) is None
        after = rows_of(connection)
        assert written(desa) > at, "nothing was written"
        assert (desa.desk.store.head.seq > at[0]) is (name not in OUTSIDE), "what may travel, and what may not"
        assert after != before
        assert desa.riwayat.batalkan() is not None
        assert rows_of(connection) == before
        assert desa.riwayat.ulangi() is not None
        assert rows_of(connection) == after
    with opened(folder) as desa:
        connection = desa.desk.connection
        assert rows_of(connection) == after
        assert desa.riwayat.teks_batal()
        assert desa.riwayat.batalkan() is not None
        assert rows_of(connection) == before
        assert replay.first_difference(connection) is None
        assert replay.first_break(connection) is None
