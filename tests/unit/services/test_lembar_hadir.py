"""Paper against screen where names repeat, where a deputy is invited too, and where the meeting was put off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.lembar_hadir import TAMU
from tests.small_forum import small_forum
from tests.village import opened


@pytest.fixture
def desa(tmp_path: Path) -> Iterator[Layanan]:
    """Two people of one name are invited, one of the PKK and one of the RT, and Joko."""
    with opened(tmp_path) as services:
        services.forum.buka(small_forum())
        services.peserta.undang_banyak(
            [
                PesertaBaru(nama="Siti Aminah", unsur="PKK"),
                PesertaBaru(nama="Siti Aminah", unsur="RT"),
                PesertaBaru(nama="Joko", unsur="RT"),
            ]
        )
        yield services


def totals(desa: Layanan) -> list[tuple[int, int]]:
    return [(one.halaman, one.layar) for one in desa.lembar_hadir.jumlah()]


def test_a_deputy_signs_one_line_only_also_where_two_people_bear_the_name(desa: Layanan) -> None:
    second = desa.peserta.daftar(hanya="undangan")[1]
    desa.lembar_hadir.wakil(second.id, "Rini")
    assert [row.wakil for row in desa.lembar_hadir.baris()] == ["", "Rini", ""], "the one of the same unsur"
    assert totals(desa) == [(1, 1), (TAMU, 0)]


def test_the_deputy_stands_for_the_one_who_did_not_come(desa: Layanan) -> None:
    first, second, _joko = desa.peserta.daftar(hanya="undangan")
    desa.lembar_hadir.wakil(second.id, "Rini")
    desa.lembar_hadir.tandai(first.id, hadir=True)
    rows = desa.lembar_hadir.baris()
    assert [(row.bertanda, row.wakil) for row in rows] == [(True, ""), (True, "Rini"), (False, "")]
    assert totals(desa) == [(1, 2), (TAMU, 0)]


def test_an_invited_deputy_signs_the_own_line_and_no_guest_is_lost(desa: Layanan) -> None:
    joko = desa.peserta.daftar(hanya="undangan")[2]
    desa.peserta.hadirkan(joko.id, "09.00", wakil_dari="Siti Aminah")
    desa.peserta.catat_tamu(PesertaBaru(nama="Wagiman"))
    assert totals(desa) == [(1, 1), (TAMU, 1)], "two people are here, two signatures stand on paper"


def test_the_sheets_of_the_second_meeting_are_counted_anew(desa: Layanan) -> None:
    for person in desa.peserta.daftar(hanya="undangan")[:2]:
        desa.lembar_hadir.tandai(person.id, hadir=True)
    desa.kehadiran.pilih_bagian("2/3")
    desa.lembar_hadir.catat_jumlah(1, 2)
    desa.kehadiran.tunda("2026-01-22", "", "jembatan putus")
    assert desa.lembar_hadir.kurang() == [], "what was signed at the first meeting does not stop the second"
    connection = desa.desk.connection
    before = replay.dump(connection)
    with desa.desk.store.transaction():
        replay.rebuild(connection)
    assert replay.dump(connection) == before
    assert desa.riwayat.teks_batal() == "Musyawarah ditunda dari 2026-01-21 ke 2026-01-22"
    desa.riwayat.batalkan()
    assert desa.kehadiran.sekarang().lembar == {1: 2} and desa.peserta.hitung().hadir == 2
    desa.riwayat.ulangi()
    assert desa.kehadiran.sekarang().lembar == {}


def test_the_history_tells_a_count_from_its_taking_back(desa: Layanan) -> None:
    desa.lembar_hadir.catat_jumlah(1, 2)
    desa.lembar_hadir.catat_jumlah(1, None)
    assert [one.kalimat.rsplit(" ", 1)[1] for one in desa.riwayat.daftar()[:2]] == ["dikosongkan", "dicatat"]
