"""Nothing typed is lost: transactions, replay, recovery, one program at a time, files that are not ours."""

from __future__ import annotations

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from musrenbang_desktop.db import backup, journal_copy, replay
from musrenbang_desktop.db.connection import open_reader
from musrenbang_desktop.db.errors import AlreadyOpen, DiskFull, NewerDatabase, NoAccess, NotOurFile
from musrenbang_desktop.db.opening import FILE_NAME, open_store
from musrenbang_desktop.db.store import Store
from musrenbang_desktop.journal.canonical import NotCanonical
from musrenbang_desktop.journal.events import from_bytes
from musrenbang_desktop.journal.keystore import FileKeys
from musrenbang_desktop.services.layanan import Layanan, build
from tests.small_forum import small_forum, some_usulan
from tests.village import ForumClock, opened


def _write_two(store: Store, forum: str, *titles: object) -> None:
    with store.act(forum) as act:
        for title in titles:
            act.append("usulan.catat", act.next_id(), {"judul": title})


def _fill(desa: Layanan) -> None:
    for usulan in some_usulan(400):
        desa.usulan.catat(usulan)


def test_an_act_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        forum = desa.forum.buka(small_forum())
        store = desa.desk.store
        before, head = replay.dump(store.connection), store.head
        with pytest.raises(NotCanonical):
            _write_two(store, forum, "Talud", 1.5)
        assert replay.dump(store.connection) == before
        assert store.head == head
        desa.usulan.catat(some_usulan(1)[0])
        assert replay.first_break(store.connection) is None


def test_a_start_finds_everything_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(5), "impor")
        before = replay.dump(desa.desk.connection)
    with opened(tmp_path) as desa:
        assert replay.dump(desa.desk.connection) == before
        assert [usulan.nomor for usulan in desa.usulan.daftar()] == [1, 2, 3, 4, 5]


def test_every_event_says_how_many_had_told_of_its_record_before(tmp_path: Path) -> None:
    """Undone acts and those done again count too, and so does an earlier event of the same act."""
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(3), "impor")
        desa.riwayat.batalkan()
        desa.riwayat.ulangi()
        first, second, _ = (usulan.id for usulan in desa.usulan.daftar())
        desa.ganda.gabung(first, second)
        desa.riwayat.batalkan()
        seen: Counter[str] = Counter()
        for (data,) in desa.desk.connection.execute("SELECT isi FROM jurnal ORDER BY n").fetchall():
            event = from_bytes(data)
            assert event.dasar == (seen[event.record] or None), event
            seen[event.record] += 1
        assert seen[first] >= 3


@pytest.mark.parametrize("many", [2500, 1])
def test_one_event_changed_inside_the_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr("musrenbang_desktop.journal.chain.MANY", many)
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(5), "impor")
        connection = desa.desk.connection
        data = connection.execute("SELECT isi FROM jurnal WHERE seq = 4").fetchone()[0]
        connection.execute("UPDATE jurnal SET isi = ? WHERE seq = 4", (data.replace(b"30000000", b"90000000"),))
        assert replay.first_break(connection) == (desa.desk.store.device, 4)


@pytest.mark.parametrize("harm", ["rubbish", "truncated", "missing", "event"])
@pytest.mark.expects_log("musrenbang_desktop.db.opening")
def test_a_damaged_file_is_recovered_without_a_question(tmp_path: Path, harm: str) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(3), "impor")
        desa.cadangan.buat()
        desa.usulan.catat(some_usulan(4)[3])
        device, before = desa.desk.store.device, replay.dump(desa.desk.connection)
        if harm == "event":
            desa.desk.connection.execute("UPDATE jurnal SET isi = isi || ' ' WHERE seq = 2")
    path = tmp_path / FILE_NAME
    data = path.read_bytes()
    if harm == "rubbish":
        path.write_bytes(b"\x00\xff" * 40_000)
    elif harm == "truncated":
        path.write_bytes(data[: len(data) // 2])
    elif harm == "missing":
        path.unlink()
    found = open_store(tmp_path, ForumClock(), FileKeys(tmp_path))
    try:
        assert replay.dump(found.store.connection) == before
        assert found.store.device == device
        assert replay.first_break(found.store.connection) is None
        assert "dipulihkan" in found.pemulihan
    finally:
        found.close()
    assert harm == "missing" or list(tmp_path.glob("rusak-*/" + FILE_NAME))


@pytest.mark.expects_log("musrenbang_desktop.db.opening")
def test_without_any_backup_the_second_file_brings_everything_back(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(3), "impor")
        before = replay.dump(desa.desk.connection)
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 500)
    with opened(tmp_path) as desa:
        assert replay.dump(desa.desk.connection) == before
        desa.usulan.catat(some_usulan(4)[3])


def test_a_torn_line_of_the_second_file_is_passed_over(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(3), "impor")
    path = tmp_path / journal_copy.FILE_NAME
    path.write_bytes(path.read_bytes()[:-7])
    assert [copied.seq for copied in journal_copy.read(path)] == [1, 2, 3]


def test_a_second_start_on_the_same_data_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    with opened(tmp_path), pytest.raises(AlreadyOpen, match="sudah terbuka"):
        open_store(tmp_path, ForumClock(), FileKeys(tmp_path))
    with opened(tmp_path) as desa:
        assert desa.forum.daftar() == []


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.desk.connection.execute("PRAGMA user_version=99")
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(NewerDatabase, match="versi program yang lebih baru"):
        open_store(tmp_path, ForumClock(), FileKeys(tmp_path))
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.desk.connection.execute("PRAGMA application_id=1234")
    with pytest.raises(NotOurFile):
        open_store(tmp_path, ForumClock(), FileKeys(tmp_path))


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(NoAccess, match="Pilih folder lain"):
        open_store(tmp_path / "berkas" / "data", ForumClock(), FileKeys(tmp_path))


def test_a_full_disk_is_said_in_words_and_loses_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(3), "impor")
        connection = desa.desk.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(DiskFull, match="penuh"):
            _fill(desa)
        kept = len(desa.usulan.daftar())
        connection.execute("PRAGMA max_page_count=1000000")
        desa.usulan.catat(some_usulan(1)[0])
        assert len(desa.usulan.daftar()) == kept + 1
        assert replay.first_break(connection) is None


def test_the_file_is_durable_by_its_settings(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        connection = desa.desk.connection
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "mmap_size")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "mmap_size": 0}


def test_copies_are_checked_and_thinned_by_age(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        clock: ForumClock = desa.desk.store.clock
        for _ in range(60):
            clock.now += timedelta(hours=12)
            desa.cadangan.buat()
        kept = desa.cadangan.daftar()
    ages = [kept[0].jam - point.jam for point in kept]
    assert [round(age / timedelta(hours=12)) for age in ages[:12]] == list(range(12))
    assert 14 <= len(kept) <= 19
    assert timedelta(days=20) < ages[-1] <= timedelta(days=29)
    assert all(backup.is_good(point.berkas) for point in kept)
    connection = open_reader(kept[0].berkas)
    assert json.loads(connection.execute("SELECT isi FROM jurnal").fetchone()[0])["f"]["desa"] == "Sukamaju"
    connection.close()


def test_short_sessions_get_their_copy_at_a_later_start(tmp_path: Path) -> None:
    for hours in range(2):
        found = open_store(tmp_path, ForumClock(), FileKeys(tmp_path))
        clock: ForumClock = found.store.clock
        clock.now += timedelta(hours=hours)
        desa = build(found.store)
        if hours:
            assert desa.cadangan.perlu()
            desa.cadangan.buat()
        else:
            desa.forum.buka(small_forum())
            assert not desa.cadangan.perlu()
        found.close()
    with opened(tmp_path) as desa:
        assert not desa.cadangan.perlu()


def test_a_clock_put_back_does_not_stop_the_copies(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        clock: ForumClock = desa.desk.store.clock
        clock.now -= timedelta(days=400)
        assert desa.cadangan.perlu()


def test_a_copy_is_due_only_after_changes_and_time(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        assert not desa.cadangan.perlu()
        desa.forum.buka(small_forum())
        assert not desa.cadangan.perlu()
        clock: ForumClock = desa.desk.store.clock
        clock.now += timedelta(hours=1)
        assert desa.cadangan.perlu()
        desa.cadangan.buat()
        assert not desa.cadangan.perlu()
        clock.now += timedelta(hours=1)
        assert not desa.cadangan.perlu(), "nothing new came in that hour"


def test_copies_are_made_in_the_background_while_usulan_are_recorded(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(500), "impor")
        with ThreadPoolExecutor(1) as background:
            copying = background.submit(lambda: [desa.cadangan.buat() for _ in range(5)])
            for usulan in some_usulan(100):
                desa.usulan.catat(usulan)
            made = copying.result()
        assert all(backup.is_good(point.berkas) for point in made)
        assert replay.first_break(desa.desk.connection) is None
        assert len(desa.usulan.daftar()) == 600
