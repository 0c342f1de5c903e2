"""A power cut at a bad moment, an older file, a full disk: what was recorded comes back, and is not recorded twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from musrenbang_desktop.db import backup, journal_copy, migrations, replay, settings
from musrenbang_desktop.db.connection import engine, open_writer
from musrenbang_desktop.db.errors import Damaged, NoAccess
from musrenbang_desktop.db.journal_copy import Copied, JournalCopy
from musrenbang_desktop.db.opening import FILE_NAME, Opened, open_store
from musrenbang_desktop.db.whole_file import HALF
from musrenbang_desktop.journal.keystore import FILE_NAME as KEY_FILE
from musrenbang_desktop.journal.keystore import FileKeys
from musrenbang_desktop.services.layanan import Layanan
from tests.faults.witness import copy_is_whole
from tests.small_forum import small_forum, some_usulan
from tests.village import ForumClock, opened

PRAGMA_ACTION, CREATE_TABLE, ALLOW, DENY = 19, 2, 0, 1


def start(folder: Path) -> Opened:
    return open_store(folder, ForumClock(), FileKeys(folder))


def record_three(desa: Layanan) -> None:
    desa.forum.buka(small_forum())
    desa.usulan.catat_banyak(some_usulan(3), "impor")


def remove_database(folder: Path) -> None:
    for path in folder.glob(f"{FILE_NAME}*"):
        path.unlink()


def test_what_is_written_behind_a_torn_record_can_be_read(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        record_three(desa)
    path = tmp_path / journal_copy.FILE_NAME
    path.write_bytes(path.read_bytes()[:-7])
    for _ in range(2):
        with opened(tmp_path) as desa:
            desa.usulan.catat(some_usulan(1)[0])
    assert [copied.seq for copied in journal_copy.read(path)] == [1, 2, 3, 4, 5, 6]


def test_damage_in_the_middle_of_the_second_file_hides_nothing_behind_it(tmp_path: Path) -> None:
    events = [Copied("ab" * 16, seq, b"{%d}" % seq) for seq in range(1, 6)]
    path = tmp_path / journal_copy.FILE_NAME
    journal_copy.write(path, events)
    data = bytearray(path.read_bytes())
    data[40] ^= 1
    path.write_bytes(bytes(data) + b"\0" * 100)
    assert journal_copy.read(path) == [events[0], *events[2:]]
    assert not journal_copy.is_whole(path, journal_copy.read(path))


def test_the_lines_of_another_device_are_written_again_too(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        record_three(desa)
    (tmp_path / KEY_FILE).unlink()
    remove_database(tmp_path)
    with opened(tmp_path) as desa:
        desa.usulan.catat(some_usulan(1)[0])
    (tmp_path / journal_copy.FILE_NAME).unlink()
    with opened(tmp_path) as desa:
        assert len({copied.device for copied in journal_copy.read(tmp_path / journal_copy.FILE_NAME)}) == 2
        assert copy_is_whole(tmp_path, desa.desk.store)


@pytest.mark.parametrize("copies", [0, 1])
def test_an_emptied_database_is_recovered_and_the_key_stays(tmp_path: Path, copies: int) -> None:
    with opened(tmp_path) as desa:
        record_three(desa)
        for _ in range(copies):
            desa.cadangan.buat()
        before = replay.dump(desa.desk.connection)
    key = (tmp_path / KEY_FILE).read_bytes()
    remove_database(tmp_path)
    (tmp_path / FILE_NAME).touch()
    found = start(tmp_path)
    assert "dipulihkan" in found.pemulihan
    assert replay.dump(found.store.connection) == before
    assert (tmp_path / KEY_FILE).read_bytes() == key
    found.close()


def test_with_only_a_backup_left_the_forum_is_there(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        record_three(desa)
        desa.cadangan.buat()
    remove_database(tmp_path)
    (tmp_path / journal_copy.FILE_NAME).unlink()
    with opened(tmp_path) as desa:
        assert len(desa.usulan.daftar()) == 3


def test_a_power_cut_in_the_middle_of_a_recovery_loses_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.cadangan.buat()
        desa.usulan.catat_banyak(some_usulan(3), "impor")
    remove_database(tmp_path)
    shutil.copy(backup.copies(tmp_path / backup.FOLDER)[0], tmp_path / FILE_NAME)
    found = start(tmp_path)
    assert "3 catatan" in found.pemulihan
    found.close()
    with opened(tmp_path) as desa:
        desa.usulan.catat(some_usulan(1)[0])
        assert [usulan.nomor for usulan in desa.usulan.daftar()] == [1, 2, 3, 4]
        assert replay.first_break(desa.desk.connection) is None
        assert copy_is_whole(tmp_path, desa.desk.store)


def test_a_second_file_that_tells_another_story_is_kept_aside(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        record_three(desa)
        device = desa.desk.store.device
    path = tmp_path / journal_copy.FILE_NAME
    held = journal_copy.read(path)
    journal_copy.write(path, [*held[:3], Copied(device, 4, b"{}"), Copied(device, 5, held[3].data)])
    found = start(tmp_path)
    assert found.pemulihan == ""
    assert found.store.head.seq == 4
    found.close()
    assert journal_copy.read(path) == held
    assert len(journal_copy.read(next(tmp_path.glob(f"{path.name}-*")))) == 5


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _break_chain(path: Path) -> None:
    connection = engine.connect(path)
    connection.execute("UPDATE jurnal SET hash = zeroblob(32) WHERE seq = 2")
    connection.commit()
    connection.close()


@pytest.mark.parametrize("harm", [_empty, _break_chain])
def test_recovery_takes_the_newest_copy_that_is_whole_and_does_not_repeat(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    with opened(tmp_path) as desa:
        record_three(desa)
        desa.cadangan.buat()
        desa.desk.store.clock.now += timedelta(hours=1)
        newest = desa.cadangan.buat().berkas
        before = replay.dump(desa.desk.connection)
    harm(newest)
    _break_chain(tmp_path / FILE_NAME)
    assert not backup.is_good(newest)
    found = start(tmp_path)
    assert "cadangan pukul 09.00" in found.pemulihan
    assert replay.dump(found.store.connection) == before
    found.close()
    again = start(tmp_path)
    assert again.pemulihan == ""
    again.close()


def test_a_copy_of_a_broken_chain_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        record_three(desa)
        desa.desk.connection.execute("UPDATE jurnal SET hash = zeroblob(32) WHERE seq = 2")
        with pytest.raises(Damaged, match="dipulihkan sendiri"):
            desa.cadangan.buat()
        assert desa.cadangan.daftar() == []


def test_settings_and_drafts_of_the_bad_file_are_saved(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        record_three(desa)
        settings.put(desa.desk.connection, "kirim.kartu", "kartu")
        desa.draf.simpan("usulan", "baris", {"judul": "Talud"})
        device = desa.desk.store.device
    _break_chain(tmp_path / FILE_NAME)
    with opened(tmp_path) as desa:
        assert settings.get(desa.desk.connection, "kirim.kartu") == "kartu"
        assert desa.draf.ambil("usulan") == {"baris": {"judul": "Talud"}}
        assert desa.desk.store.device == device


def test_a_power_cut_while_the_file_is_made_does_not_lock_the_operator_out(tmp_path: Path) -> None:
    connection = open_writer(tmp_path / FILE_NAME)
    made: list[str] = []

    def cut(action: int, name: str | None, *_rest: object) -> int:
        if action == CREATE_TABLE:
            made.append(str(name))
        return DENY if action == PRAGMA_ACTION and "jurnal" in made else ALLOW

    connection.set_authorizer(cut)
    with pytest.raises(engine.DatabaseError):
        migrations.migrate(connection)
    connection.close()
    with opened(tmp_path) as desa:
        record_three(desa)


def test_rubbish_in_the_file_of_the_lock_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "sedang-dibuka").write_bytes(b"rubbish" * 1000)
    with opened(tmp_path) as desa:
        assert desa.forum.daftar() == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_second_file_without_room_does_not_fail_an_act_that_is_committed(
    tmp_path: Path, expect_log: Callable[..., None]
) -> None:
    expect_log("musrenbang_desktop.db.journal_copy", "lags behind|not synced")
    (tmp_path / journal_copy.FILE_NAME).symlink_to("/dev/full")
    copy = JournalCopy(tmp_path)
    copy.append([Copied("ab" * 16, 1, b"{}")])
    copy.close()


def test_half_made_copies_of_a_power_cut_are_removed(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        left = tmp_path / backup.FOLDER / f"musrenbang-20260101-080000{HALF}"
        left.parent.mkdir()
        left.write_bytes(b"half")
        desa.cadangan.buat()
    assert not left.exists()


def test_a_place_for_copies_that_is_no_folder_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / backup.FOLDER).write_text("x")
    with opened(tmp_path) as desa, pytest.raises(NoAccess, match="sudah tercatat aman"):
        desa.cadangan.buat()


def test_a_data_folder_with_a_folder_in_the_way_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / journal_copy.FILE_NAME).mkdir()
    with pytest.raises(NoAccess, match="sudah tercatat aman"):
        start(tmp_path)
    (tmp_path / journal_copy.FILE_NAME).rmdir()
    start(tmp_path).close()
