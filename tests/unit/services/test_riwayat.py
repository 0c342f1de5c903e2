"""The history says what happened, in words a hall understands, at the price of what is shown."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.db.connection import engine
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.practice import mark_as_practice
from tests.small_forum import small_forum, some_usulan
from tests.village import opened


def instructions(desa: Layanan, ask: object) -> int:
    """How much SQLite worked while ``ask`` ran, in hundreds of its instructions: the same on every computer."""
    count = 0

    def tick() -> int:
        nonlocal count
        count += 1
        return 0

    connection: engine.Connection = desa.desk.connection
    connection.set_progress_handler(tick, 100)
    ask()
    connection.set_progress_handler(None, 0)
    return count


def test_an_act_of_many_events_is_one_entry_with_its_whole_number(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat(some_usulan(1)[0])
        desa.usulan.catat_banyak(some_usulan(900), "impor")
        sentences = [entry.kalimat for entry in desa.riwayat.daftar(limit=3)]
        assert sentences[:2] == ["900 usulan dicatat sekaligus", "Usulan U-001 Drainase gang 1 dicatat"]
        assert len(desa.riwayat.daftar(limit=1)[0].rincian) == 50
        assert [one.kalimat for one in desa.riwayat.satu_record(desa.usulan.daftar()[1].id)] == [
            "Usulan U-002 Drainase gang 1 dicatat"
        ]
        desa.riwayat.batalkan()
        assert desa.riwayat.daftar(limit=1)[0].kalimat == "Dibatalkan: 900 usulan dicatat sekaligus"


def test_the_undo_menu_costs_the_same_after_a_thousand_acts(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        first = desa.usulan.catat_banyak(some_usulan(100), "impor")[0]
        desa.kesepakatan.susun()
        desa.desk.connection.execute("PRAGMA synchronous=OFF")
        for number in range(500):
            desa.usulan.ubah(first, perkiraan_biaya=number)
        desa.kesepakatan.tetapkan([first], "dana_desa")
        desa.riwayat.teks_batal()
        assert instructions(desa, desa.riwayat.teks_batal) <= 3


def test_undo_belongs_to_the_forum_on_the_desk(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        first = desa.forum.buka(small_forum())
        desa.usulan.catat(some_usulan(1)[0])
        desa.forum.buka(small_forum())
        assert desa.riwayat.teks_batal() is None
        desa.usulan.catat(some_usulan(2)[1])
        desa.forum.pilih(first)
        assert desa.riwayat.teks_batal() == "Usulan U-001 Drainase gang 1 dicatat"
        desa.riwayat.batalkan()
        assert desa.usulan.daftar() == []


def test_no_sentence_speaks_like_a_program(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat(some_usulan(1)[0])
        desa.kesepakatan.susun()
        assert desa.riwayat.teks_batal() == "Urutan disusun dari skor"
        desa.riwayat.batalkan()
        mark_as_practice(desa)
        assert desa.riwayat.teks_batal() == "Data forum: forum latihan menjadi ya"
        desa.peserta.ubah(desa.peserta.undang(PesertaBaru(nama="Sri")), diundang=False)
        assert desa.riwayat.teks_batal() == "Sri: undangan menjadi tidak"


def test_an_act_on_many_usulan_names_three_and_counts_the_rest(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(5), "impor")
        desa.kesepakatan.susun()
        desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
        assert desa.riwayat.teks_batal() == (
            "U-001 Drainase gang 1, U-002 Drainase gang 2, U-003 Drainase gang 3 dan 2 lagi: dibawa ke kecamatan"
        )
