"""The notulen: a point belongs to the turn in which it was said, and nothing of it is lost by undo or a replay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.village import Wall, opened


@pytest.fixture
def desa(tmp_path: Path, wall: Wall) -> Iterator[Layanan]:
    with opened(tmp_path, wall) as services:
        services.forum.buka(small_forum())
        services.forum.ubah(agenda=(Acara("Pembukaan", 10), Acara("Tanya jawab", 30)))
        services.peserta.catat_tamu(PesertaBaru(nama="Warga", unsur="PKK", jenis_kelamin="P"))
        yield services


def test_a_point_belongs_to_the_turn_that_goes_on_and_says_no_name(desa: Layanan, wall: Wall) -> None:
    desa.sidang.mulai("Tanya jawab")
    wall.pass_minutes(4)
    desa.bicara.mulai("PKK", "P")
    turn = desa.bicara.daftar()[0].id
    wall.pass_minutes(2)
    desa.notulen.catat("Air bersih RW 03 didahulukan", tanggapan="Masuk daftar")
    (note,) = desa.notulen.daftar()
    assert (note.oleh, note.giliran, note.acara, note.jam) == ("PKK (perempuan)", turn, "Tanya jawab", "09.04")
    assert (note.pokok, note.tanggapan, note.nomor) == ("Air bersih RW 03 didahulukan", "Masuk daftar", 1)


def test_a_turn_that_is_noted_takes_no_second_point(desa: Layanan, wall: Wall) -> None:
    desa.bicara.mulai("PKK", "P")
    desa.notulen.catat("Satu")
    wall.pass_minutes(1)
    desa.notulen.catat("Dua")
    assert [(note.oleh, bool(note.giliran), note.jam) for note in desa.notulen.daftar()] == [
        ("PKK (perempuan)", True, "09.00"),
        ("", False, "09.01"),
    ]


def test_a_decision_belongs_to_no_turn(desa: Layanan) -> None:
    desa.bicara.mulai("PKK", "P")
    desa.notulen.catat("Lelang dibatalkan", jenis="putusan")
    (note,) = desa.notulen.daftar()
    assert (note.jenis, note.oleh, note.giliran) == ("putusan", "", "")


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"pokok": "  "}, "pokok", "kosong"),
        ({"pokok": "x" * 2001}, "pokok", "terlalu_panjang"),
        ({"pokok": "Rangkuman", "jenis": "rangkuman"}, "oleh", "kosong"),
        ({"pokok": "Isi", "jenis": "lain"}, "jenis_notulen", "tidak_dikenal"),
    ],
)
def test_what_cannot_be_a_note_is_refused(desa: Layanan, fields: dict[str, str], field: str, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        desa.notulen.catat(**fields)  # type: ignore[arg-type]  # a kind that does not exist is what is tried
    assert (broken.value.field, broken.value.code) == (field, code)
    assert desa.notulen.daftar() == []


def test_notes_are_changed_and_taken_out_after_the_result_was_closed(desa: Layanan) -> None:
    record = desa.notulen.catat("Satu", oleh="BPD")
    desa.usulan.catat_banyak(some_usulan(1), "mencatat usulan")
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([one.id for one in desa.usulan.daftar()], "ke_kecamatan", "")
    desa.kesepakatan.tutup()
    desa.notulen.ubah(record, tanggapan=" Dijawab ", oleh="Ketua BPD")
    (note,) = desa.notulen.daftar()
    assert (note.oleh, note.tanggapan) == ("Ketua BPD", "Dijawab")
    desa.notulen.keluarkan(record)
    assert desa.notulen.daftar() == []
    desa.riwayat.batalkan()
    assert [note.oleh for note in desa.notulen.daftar()] == ["Ketua BPD"]


def test_the_history_names_who_spoke_and_not_what_was_said(desa: Layanan) -> None:
    record = desa.notulen.catat("Rahasia rapat", oleh="BPD")
    desa.notulen.ubah(record, pokok="Lain")
    desa.notulen.keluarkan(record)
    told = [entry.kalimat for entry in desa.riwayat.daftar(3)]
    assert told == [
        "Notulen: pokok pembicaraan BPD dikeluarkan",
        "Notulen: pokok pembicaraan BPD diubah",
        "Notulen: pokok pembicaraan BPD dicatat",
    ]


def test_a_replay_writes_the_same_notes(desa: Layanan) -> None:
    record = desa.notulen.catat("Satu", oleh="BPD")
    desa.notulen.catat("Dua", jenis="rangkuman", oleh="Kelompok Perempuan")
    desa.notulen.ubah(record, pokok="Satu saja")
    desa.riwayat.batalkan()
    assert replay.first_difference(desa.desk.connection) is None
    assert [note.pokok for note in desa.notulen.daftar()] == ["Satu", "Dua"]
