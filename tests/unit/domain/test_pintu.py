"""Few letters mean one person: of a word, of two words, with the dusun or the RT, and a digit for the line."""

from __future__ import annotations

import pytest

from musrenbang_desktop.domain.pintu import Calon, Ketikan, baca_ketikan, peringkat

HARTONO = Calon("hartono prayitno", "rt ketua rt kaliwungu", "07", "02")
SARJONO = Calon("h. sarjono purnomo, s.pd.", "bpd ketua bpd krajan", "01", "01")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ha", Ketikan("ha")),
        ("ha3", Ketikan("ha", 3)),
        (" ha3 ", Ketikan("ha", 3)),
        ("ha0", Ketikan("ha0")),
        ("ha12", Ketikan("ha12")),
        ("har 7", Ketikan("har 7")),
        ("3", Ketikan("3")),
        ("", Ketikan("")),
        ("MD1:", Ketikan("MD1:")),
        ("rt3", Ketikan("rt 3")),
        ("RT.03", Ketikan("RT 3")),
        ("har rt3", Ketikan("har rt 3")),
        ("har rt12/rw1", Ketikan("har rt 12 rw 1")),
        ("kurt3", Ketikan("kurt", 3)),
        ("dusun2", Ketikan("dusun2")),
        ("ali gg4", Ketikan("ali gg4")),
    ],
)
def test_a_digit_right_behind_the_letters_is_the_line(text: str, expected: Ketikan) -> None:
    assert baca_ketikan(text) == expected


@pytest.mark.parametrize(
    ("typed", "calon", "rank"),
    [
        ("har", HARTONO, 0),
        ("hartono p", HARTONO, 0),
        ("sar", SARJONO, 0),
        ("h. sar", SARJONO, 0),
        ("pray", HARTONO, 1),
        ("har pr", HARTONO, 2),
        ("hp", HARTONO, 3),
        ("harp", HARTONO, 3),
        ("sp", SARJONO, 3),
        ("har 7", HARTONO, 4),
        ("har 07", HARTONO, 4),
        ("har rt 7", HARTONO, 4),
        ("har rw 2", HARTONO, 4),
        ("har kal", HARTONO, 4),
        ("h p kal", HARTONO, 4),
        ("kaliw", HARTONO, 5),
        ("yitn", HARTONO, 6),
        ("har 8", HARTONO, None),
        ("har rw 7", HARTONO, None),
        ("ph", HARTONO, None),
        ("pr har", HARTONO, None),
        ("kal har", HARTONO, None),
        ("hx", HARTONO, None),
        ("spd", SARJONO, None),
    ],
)
def test_the_better_the_letters_fit_the_name_the_earlier_it_stands(typed: str, calon: Calon, rank: int | None) -> None:
    assert peringkat(typed, calon) == rank


def test_a_person_without_rt_lives_at_no_number() -> None:
    assert peringkat("har 7", HARTONO._replace(rt="", rw="")) is None
