"""Turns to speak, by unsur and sex: shares computed by hand from a simulated log, and no person in any output."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.bicara import LAINNYA, Giliran, pangsa, persen
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import JenisKelamin, PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.village import Wall, opened

#: 20 people: 10 RT (8 L, 2 P), 6 PKK (6 P), 4 tani (4 L); so 12 L and 8 P.
HALL: tuple[tuple[str, JenisKelamin, int], ...] = (("RT", "L", 8), ("RT", "P", 2), ("PKK", "P", 6), ("Tani", "L", 4))


@pytest.fixture
def desa(tmp_path: Path, wall: Wall) -> Iterator[Layanan]:
    with opened(tmp_path, wall) as services:
        services.forum.buka(small_forum())
        for unsur, sex, count in HALL:
            for number in range(count):
                services.peserta.catat_tamu(
                    PesertaBaru(nama=f"Warga {unsur} {sex} {number}", unsur=unsur, jenis_kelamin=sex)
                )
        yield services


def speak(desa: Layanan, wall: Wall, *log: tuple[str, JenisKelamin, float]) -> None:
    """A simulated log: who speaks, and for how many minutes."""
    for unsur, sex, minutes in log:
        desa.bicara.mulai(unsur, sex)
        wall.pass_minutes(minutes)
    desa.bicara.selesai()


def test_shares_follow_the_log(desa: Layanan, wall: Wall) -> None:
    """20 minutes: RT 3 + 5 + 6 = 14 (70 %), PKK 2 (10 %), Tani 4 (20 %); L 3 + 6 + 4 = 13 (65 %), P 5 + 2 = 7 (35 %).

    In the hall: RT 10 of 20 (50 %), PKK 6 (30 %), Tani 4 (20 %); L 12 (60 %), P 8 (40 %).
    """
    speak(desa, wall, ("RT", "L", 3), ("PKK", "P", 2), ("RT", "P", 5), ("Tani", "L", 4), ("RT", "L", 6))
    found = desa.bicara.pangsa()
    assert (found.giliran, found.detik, found.hadir) == (5, 1200, 20)
    assert [(b.nama, b.giliran, b.detik, b.hadir) for b in found.per_unsur] == [
        ("RT", 3, 840, 10),
        ("Tani", 1, 240, 4),
        ("PKK", 1, 120, 6),
    ]
    assert [b.pangsa_bicara for b in found.per_unsur] == [Fraction(7, 10), Fraction(1, 5), Fraction(1, 10)]
    assert [b.pangsa_hadir for b in found.per_unsur] == [Fraction(1, 2), Fraction(1, 5), Fraction(3, 10)]
    assert [(b.nama, b.pangsa_bicara, b.pangsa_hadir) for b in found.per_jenis_kelamin] == [
        ("Laki-laki", Fraction(13, 20), Fraction(12, 20)),
        ("Perempuan", Fraction(7, 20), Fraction(8, 20)),
    ]
    assert [persen(b.selisih) for b in found.per_unsur] == [20, 0, -20]


def test_the_warning_fires_beyond_the_limit_and_not_at_it(desa: Layanan, wall: Wall) -> None:
    """RT leads by 20 points and PKK lags by 20: silence at 20, both named at 19, the widest first."""
    speak(desa, wall, ("RT", "L", 3), ("PKK", "P", 2), ("RT", "P", 5), ("Tani", "L", 4), ("RT", "L", 6))
    assert desa.bicara.pangsa().menonjol(desa.sidang.sekarang().batas_selisih) == ()
    desa.sidang.batas_selisih(19)
    assert [b.nama for b in desa.bicara.pangsa().menonjol(desa.sidang.sekarang().batas_selisih)] == ["PKK", "RT"]


def test_a_few_sentences_warn_nobody(desa: Layanan, wall: Wall) -> None:
    speak(desa, wall, ("RT", "L", 4))
    assert desa.bicara.pangsa().menonjol(20) == ()
    speak(desa, wall, ("RT", "L", 1))
    assert [b.nama for b in desa.bicara.pangsa().menonjol(20)] == ["RT", "Laki-laki", "Perempuan", "PKK"]


def test_one_key_ends_a_turn_and_begins_the_next(desa: Layanan, wall: Wall) -> None:
    desa.bicara.mulai("RT", "L")
    wall.pass_minutes(2)
    desa.bicara.mulai("PKK", "P")
    first, second = desa.bicara.daftar()
    assert (first.detik(wall.now), first.berjalan, second.berjalan) == (120, False, True)
    desa.riwayat.batalkan()
    assert [turn.berjalan for turn in desa.bicara.daftar()] == [True], "undo gives the floor back"
    desa.riwayat.ulangi()
    assert [turn.berjalan for turn in desa.bicara.daftar()] == [False, True]
    assert desa.riwayat.daftar(limit=1)[0].kalimat == "Diulangi: Giliran bicara RT (laki-laki) selesai"
    assert replay.first_difference(desa.desk.connection) is None


def test_the_line_is_served_in_order(desa: Layanan, wall: Wall) -> None:
    desa.bicara.antre("Tani", "L")
    desa.bicara.antre("PKK", "P")
    assert desa.bicara.berjalan() is None
    desa.bicara.berikut()
    assert [turn.unsur for turn in desa.bicara.antrean()] == ["PKK"]
    desa.bicara.berikut()
    going = desa.bicara.berjalan()
    assert going is not None
    assert going.unsur == "PKK"
    with pytest.raises(RuleBroken):
        desa.bicara.berikut()


def test_the_keys_stay_as_they_were_at_the_first_turn(desa: Layanan) -> None:
    """Ten unsur: eight have a key, and whoever comes later counts as Lainnya, in the turns and in the hall."""
    for number in range(7):
        desa.peserta.catat_tamu(PesertaBaru(nama=f"Tamu {number}", unsur=f"Unsur {number}", jenis_kelamin="P"))
    keys = desa.bicara.unsur()
    assert keys == ("RT", "PKK", "Tani", "Unsur 0", "Unsur 1", "Unsur 2", "Unsur 3", "Unsur 4", LAINNYA)
    desa.bicara.mulai(LAINNYA, "P")
    for number in range(3):
        desa.peserta.catat_tamu(PesertaBaru(nama=f"Lain {number}", unsur="Unsur 6", jenis_kelamin="L"))
    assert desa.bicara.unsur() == keys
    others = next(b for b in desa.bicara.pangsa().per_unsur if b.nama == LAINNYA)
    assert others.hadir == 2 + 3
    with pytest.raises(RuleBroken):
        desa.bicara.mulai("Unsur 6", "L")


def test_no_person_is_named_in_a_turn_or_its_history(desa: Layanan, wall: Wall) -> None:
    desa.peserta.catat_tamu(PesertaBaru(nama="Wagiyem Rahasia", unsur="PKK", jenis_kelamin="P"))
    before = desa.desk.store.head.seq
    speak(desa, wall, ("PKK", "P", 1))
    desa.bicara.antre("RT", "L")
    rows = desa.desk.connection.execute("SELECT isi FROM jurnal WHERE seq > ?", (before,)).fetchall()
    written = b" ".join(row[0] for row in rows)
    assert b"PKK" in written
    assert b"Wa" not in written.replace(b"WIB", b"")
    assert all("Wagiyem" not in entry.kalimat for entry in desa.riwayat.daftar(limit=3))


TURNS = st.lists(
    st.tuples(st.sampled_from(["RT", "PKK", "Tani", LAINNYA]), st.sampled_from(["L", "P"]), st.integers(0, 5000)),
    min_size=1,
    max_size=40,
)


@given(TURNS, st.randoms())
def test_shares_are_whole_and_do_not_depend_on_the_order(
    log: list[tuple[str, JenisKelamin, int]], chance: Random
) -> None:
    start = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
    turns = [
        Giliran(id=str(n), unsur=unsur, jenis_kelamin=sex, mulai=start, selesai=start + timedelta(seconds=seconds))
        for n, (unsur, sex, seconds) in enumerate(log)
    ]
    found = pangsa(turns, {"RT": 10, "PKK": 6}, 9, 7, 16, start)
    total = sum(seconds for *_, seconds in log)
    for groups in (found.per_unsur, found.per_jenis_kelamin):
        assert sum(one.detik for one in groups) == found.detik == total
        assert sum(one.pangsa_bicara for one in groups) == (1 if total else 0)
        assert sum(one.giliran for one in groups) == len(log)
    chance.shuffle(turns)
    assert pangsa(turns, {"RT": 10, "PKK": 6}, 9, 7, 16, start) == found


def test_a_clock_that_was_set_back_counts_nothing() -> None:
    start = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
    turn = Giliran(id="1", unsur="RT", jenis_kelamin="L", mulai=start)
    assert turn.detik(start - timedelta(hours=1)) == 0
