"""Where the data may lie, and the room that is put by for a full disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from musrenbang_desktop.db import ruang
from musrenbang_desktop.db.connection import engine
from musrenbang_desktop.db.errors import DiskFull, NoAccess
from musrenbang_desktop.db.opening import open_store
from musrenbang_desktop.db.tempat import copied_by, is_share
from musrenbang_desktop.journal.keystore import FileKeys
from tests.small_forum import small_forum
from tests.village import ForumClock, opened


@pytest.mark.parametrize(
    ("folder", "share"),
    [
        (r"\\kantor\data", True),
        ("//kantor/data", True),
        (r"\\?\UNC\kantor\data", True),
        (r"\\?\C:\data", False),
        (r"D:\desa\data", False),
        ("/srv/desa/data", False),
    ],
)
def test_a_share_is_known_by_how_it_is_written(folder: str, share: bool) -> None:
    assert is_share(folder) is share


def test_a_share_is_refused_in_words_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(NoAccess, match="di laptop ini"):
        open_store(Path("//kantor/data"), ForumClock(), FileKeys(tmp_path))


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/srv/desa/OneDrive - Kantor Desa/Musrenbang", "OneDrive"),
        ("/srv/desa/Dropbox/data", "Dropbox"),
        ("/srv/desa/My Drive/data", "Google Drive"),
        ("/srv/desa/Dokumen/data", ""),
    ],
)
def test_a_folder_that_is_copied_to_the_internet_is_known_by_its_name(folder: str, service: str) -> None:
    assert copied_by(Path(folder)) == service


class Disk(NamedTuple):
    free: int


def test_room_is_put_by_with_a_copy_and_only_where_there_is_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        with monkeypatch.context() as small:
            small.setattr("shutil.disk_usage", lambda _folder: Disk(ruang.LEAST_FREE - 1))
            desa.cadangan.buat()
            assert not (tmp_path / ruang.NAME).exists()
        desa.cadangan.buat()
        found = (tmp_path / ruang.NAME).stat()
        assert found.st_size == ruang.SIZE
        assert found.st_blocks * 512 >= ruang.SIZE, "it really takes the room"


def test_on_a_full_disk_the_room_is_given_up_and_the_next_try_goes_through(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        assert ruang.put_by(tmp_path)
        pages = _limited(desa.desk.connection.execute)
        with pytest.raises(DiskFull, match="ruang darurat baru saja dilepas"):
            desa.forum.ubah(tempat="Balai " * 4_000)
        assert not (tmp_path / ruang.NAME).exists()
        desa.desk.connection.execute(f"PRAGMA max_page_count = {pages * 10}")  # as room on the disk would be
        desa.forum.ubah(tempat="Balai " * 4_000)
        forum = desa.forum.aktif()
        assert forum and forum.tempat.startswith("Balai")


def _limited(execute: Callable[[str], engine.Cursor]) -> int:
    """Let the database grow no further: SQLite answers as it does on a full disk."""
    pages = int(execute("PRAGMA page_count").fetchone()[0])
    execute(f"PRAGMA max_page_count = {pages}")
    return pages
