"""Which folder is the practice room, and that it is never lost."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from musrenbang_desktop.db import room
from musrenbang_desktop.db.connection import open_memory
from tests.village import opened


@pytest.mark.parametrize(
    ("folder", "practice"),
    [
        ("data/latihan", True),
        ("data/Latihan", True),
        ("data", False),
        ("latihan/data", False),
        ("data/latihan 2", False),
    ],
)
def test_the_name_of_the_folder_decides(folder: str, practice: bool) -> None:
    assert room.is_practice_folder(Path(folder)) is practice


def test_a_practice_room_is_its_own_practice_room() -> None:
    assert room.practice_folder(Path("data")) == Path("data/latihan")
    assert room.practice_folder(Path("data/latihan")) == Path("data/latihan")


def test_the_open_database_knows_where_it_lies(tmp_path: Path) -> None:
    for folder, practice in ((tmp_path / "latihan", True), (tmp_path / "data", False)):
        with opened(folder) as desa:
            assert room.is_practice(desa.desk.connection) is practice
            assert desa.desk.latihan is practice
            with closing(desa.desk.store.reader()) as reader:
                assert room.is_practice(reader) is practice
    with closing(open_memory()) as memory:
        assert not room.is_practice(memory)
