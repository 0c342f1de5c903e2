"""kill -9 at random moments; ``just faults`` does the same two hundred times."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.db import journal_copy
from tests.faults.kill import Figures, Victim, kill_many
from tests.faults.witness import copy_is_whole
from tests.small_forum import small_forum, some_usulan
from tests.village import opened


def test_twenty_kills_lose_nothing() -> None:
    figures = kill_many(20, seed=20)
    assert figures.faults == []
    assert (figures.kills, figures.lost, figures.doubled) == (20, 0, 0)
    assert figures.confirmed > 20
    assert figures.in_flight <= 20


def recorded(folder: Path, count: int) -> Victim:
    with opened(folder) as desa:
        desa.forum.buka(small_forum())
        usulan = some_usulan(count)
        return Victim(folder, {desa.usulan.catat(one): one.judul for one in usulan})


def judged(victim: Victim) -> Figures:
    figures = Figures()
    victim.judge(figures)
    return figures


def test_a_sound_folder_passes(tmp_path: Path) -> None:
    assert judged(recorded(tmp_path, 3)).good


def test_a_write_that_is_gone_is_counted_once(tmp_path: Path) -> None:
    victim = recorded(tmp_path, 2)
    victim.confirmed["never-1"] = "Talud"
    assert judged(victim).lost == 1
    assert judged(victim).lost == 0


def test_a_write_with_another_text_is_lost(tmp_path: Path) -> None:
    victim = recorded(tmp_path, 2)
    first = next(iter(victim.confirmed))
    victim.confirmed[first] = "Talud"
    assert judged(victim).lost == 1


def test_a_write_that_is_there_twice_is_counted(tmp_path: Path) -> None:
    victim = recorded(tmp_path, 1)
    with opened(tmp_path) as desa:
        desa.usulan.catat(some_usulan(1)[0])
    figures = judged(victim)
    assert (figures.lost, figures.doubled, figures.in_flight) == (0, 1, 1)


def test_tables_that_left_the_journal_are_seen(tmp_path: Path) -> None:
    victim = recorded(tmp_path, 1)
    with opened(tmp_path) as desa:
        desa.desk.connection.execute("UPDATE usulan SET dusun = 'Lain'")
    assert judged(victim).faults == ["tables differ from the replay of the journal"]


def test_a_broken_chain_is_seen(tmp_path: Path) -> None:
    victim = recorded(tmp_path, 2)
    with opened(tmp_path) as desa:
        desa.desk.connection.execute("UPDATE jurnal SET hash = zeroblob(32) WHERE seq = 2")
    assert any("recovery" in fault for fault in judged(victim).faults)


def test_a_second_file_that_lost_its_end_is_seen(tmp_path: Path) -> None:
    recorded(tmp_path, 2)
    with opened(tmp_path) as desa:
        assert copy_is_whole(tmp_path, desa.desk.store)
        copy = tmp_path / journal_copy.FILE_NAME
        copy.write_bytes(copy.read_bytes()[:-1])
        assert not copy_is_whole(tmp_path, desa.desk.store)
