"""The day and the hours of a forum are readable before anything is recorded with them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum, ForumBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"tanggal": ""}, "tanggal", "kosong"),
        ({"tanggal": "21-01-2026"}, "tanggal", "bukan_tanggal"),
        ({"tanggal": "2026-02-30"}, "tanggal", "bukan_tanggal"),
        ({"jam_mulai": "pagi"}, "jam_mulai", "bukan_jam"),
        ({"jam_mulai": "25.00"}, "jam_mulai", "bukan_jam"),
        ({"jam_selesai": "nanti"}, "jam_selesai", "bukan_jam"),
    ],
)
def test_what_is_no_day_and_no_hour_is_refused(fields: dict[str, str], field: str, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        ForumBaru(**{**asdict_shallow(small_forum()), **fields})
    assert (refused.value.field, refused.value.code) == (field, code)


@pytest.mark.parametrize("hour", ["", "9", "9.05", "09:05"])
def test_an_hour_as_people_write_it_is_taken_and_may_be_unknown(hour: str) -> None:
    assert replace(small_forum(), jam_mulai=hour).jam_mulai == hour


def asdict_shallow(forum: ForumBaru) -> dict[str, Any]:
    """The facts as they are, values of several parts included."""
    return {name: getattr(forum, name) for name in ForumBaru.__dataclass_fields__}


def test_what_an_older_program_recorded_is_still_read_and_may_be_changed_elsewhere(kosong: Layanan) -> None:
    kosong.forum.buka(small_forum())
    with kosong.desk.write("forum", "dahulu") as act:
        act.append("forum.ubah", kosong.desk.forum_id, {"jam_mulai": "pagi"})
    forum = kosong.forum.aktif()
    assert isinstance(forum, Forum) and forum.jam_mulai == "pagi"
    kosong.forum.ubah(tempat="Balai baru")
    with pytest.raises(RuleBroken, match="bukan_jam"):
        kosong.forum.ubah(jam_mulai="siang")
