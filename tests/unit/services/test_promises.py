"""What the services promise about closing, locking, undo, listeners and paper, one promise a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.db.queries.usulan import Saringan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from tests.practice import mark_as_practice
from tests.small_forum import small_forum, some_usulan
from tests.village import opened

WITNESSES = ("Ibu Ketua", "Pak Notulis")


def agreed(desa: Layanan, count: int = 2) -> list[str]:
    """A forum whose usulan all have their output."""
    desa.forum.buka(small_forum())
    ids = desa.usulan.catat_banyak(some_usulan(count), "impor")
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
    return ids


def test_nothing_is_closed_without_reasons_or_with_usulan_left_out(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        first, _ = agreed(desa)
        desa.kesepakatan.tetapkan([first], "belum_disepakati")
        with pytest.raises(RuleBroken, match="alasan: kosong"):
            desa.kesepakatan.tutup()
        desa.kesepakatan.beri_alasan([first], "lahan belum jelas")
        desa.usulan.catat(some_usulan(1)[0])
        with pytest.raises(RuleBroken, match="tidak_lengkap"):
            desa.kesepakatan.tutup()


def test_a_closed_result_is_opened_by_a_reason_and_never_by_undo(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        agreed(desa)
        desa.kesepakatan.tutup()
        assert desa.riwayat.teks_batal() is None
        with pytest.raises(RuleBroken, match="sudah_ditutup"):
            desa.usulan.catat(some_usulan(1)[0])
        with pytest.raises(RuleBroken, match="alasan_buka"):
            desa.kesepakatan.buka_lagi(" ")
        desa.kesepakatan.buka_lagi("salah baca")
        desa.usulan.catat(some_usulan(1)[0])


def test_rules_are_locked_before_two_witnesses_and_stay_so_once_scored(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        record = desa.usulan.catat(some_usulan(1)[0])
        with pytest.raises(RuleBroken, match="kurang_dari_dua"):
            desa.prioritas.kunci(["Ibu Ketua", " "])
        desa.prioritas.kunci(WITNESSES)
        desa.prioritas.buka_kunci()
        desa.prioritas.kunci(WITNESSES)
        assert desa.prioritas.aturan().versi == 2
        desa.prioritas.isi("g1", {record: (5, 4, 3, 2, 1)})
        with pytest.raises(RuleBroken, match="alasan_versi"):
            desa.prioritas.buka_kunci(" ")
        desa.riwayat.batalkan()
        desa.prioritas.buka_kunci()


def test_an_order_taken_back_leaves_no_rows_behind(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.kesepakatan.susun()
        desa.riwayat.batalkan()
        assert desa.kesepakatan.sekarang() is None
        assert replay.dump(desa.desk.connection)["butir"] == []


def test_saved_paper_is_passed_over_by_undo_and_counted_once_a_content(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat(some_usulan(1)[0])
        before = desa.dokumen.isi().jejak
        for data in (b"satu", b"satu", b"dua"):
            desa.dokumen.simpan("berita_acara", data, 1)
        saved = next(info.cetakan for info in desa.dokumen.daftar() if info.jenis == "berita_acara")
        assert saved is not None
        assert saved.cetakan == 2
        assert desa.dokumen.isi().jejak == before
        assert desa.riwayat.teks_batal() == "Usulan U-001 Drainase gang 1 dicatat"


def test_paper_of_a_training_forum_says_so(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        assert desa.dokumen.isi().tanda_air == "DRAF"
        mark_as_practice(desa)
        assert desa.dokumen.isi().tanda_air == "LATIHAN"


@pytest.mark.expects_log("musrenbang_desktop.services.changes")
def test_a_listener_that_fails_stops_neither_the_act_nor_the_others(tmp_path: Path) -> None:
    heard: list[Changes] = []

    def fail(_changes: Changes) -> None:
        raise ZeroDivisionError

    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        end: Callable[[], None] = desa.bus.subscribe(fail)
        desa.bus.subscribe(heard.append)
        record = desa.usulan.catat(some_usulan(1)[0])
        end()
    assert [(changes.kinds, changes.records) for changes in heard] == [({"usulan"}, {record})]


def test_a_draft_is_the_last_one_typed_and_goes_when_emptied(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.draf.simpan("usulan", "baris", {"judul": "Tal"})
        desa.draf.simpan("usulan", "baris", {"judul": "Talud"})
    with opened(tmp_path) as desa:
        assert desa.draf.ambil("usulan") == {"baris": {"judul": "Talud"}}
        desa.draf.simpan("usulan", "baris", {"judul": ""})
        assert desa.draf.ambil("usulan") == {}


def test_searching_needs_neither_capitals_nor_accents(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat(UsulanBaru(judul="Réhab Pos 100%_", dusun="Krajan"))
        assert len(desa.usulan.daftar(Saringan(cari="REHAB pos"))) == 1
        assert len(desa.usulan.daftar(Saringan(cari="100%_"))) == 1
        assert desa.usulan.daftar(Saringan(cari="1_0%")) == []
        assert len(desa.usulan.daftar(Saringan(perlu_dilengkapi=True))) == 1


def test_the_absent_are_found_before_those_present(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        here, absent = desa.peserta.undang_banyak([PesertaBaru(nama="Sri Ani"), PesertaBaru(nama="Bu Sri")])
        desa.peserta.hadirkan(here)
        assert [orang.id for orang in desa.peserta.cari("sri")] == [absent, here]
