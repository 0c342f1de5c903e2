"""Usulan between two forums wait under a ticket, and one act takes them into the next forum."""

from __future__ import annotations

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.titipan import TANPA_FORUM
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.small_forum import small_forum


def left(layanan: Layanan, judul: str = "Lampu jalan", **fields: str) -> str:
    return layanan.titipan.catat(UsulanBaru(judul=judul, **fields)).id


def test_tickets_are_numbered_and_never_reused(layanan: Layanan) -> None:
    first = layanan.titipan.catat(UsulanBaru(judul="Lampu jalan", pengusul="RT 02"))
    assert (first.tiket, first.tanggal, first.menunggu) == ("T-001", "2026-01-21", True)
    layanan.riwayat.batalkan()
    assert layanan.titipan.daftar() == []
    assert layanan.titipan.catat(UsulanBaru(judul="Talud")).tiket == "T-002"


def test_all_that_wait_go_into_the_forum_in_one_act_and_come_back_by_undo(layanan: Layanan) -> None:
    propose(layanan, 2)
    one, other = left(layanan, dusun="Krajan"), left(layanan, "Talud")
    made = layanan.titipan.masukkan()
    usulan = layanan.usulan.satu(made[0])
    assert usulan is not None
    assert (usulan.judul, usulan.dusun, usulan.label, usulan.titipan) == ("Lampu jalan", "Krajan", "U-003", one)
    assert usulan.sumber_usulan == "titipan"
    assert layanan.titipan.menunggu() == 0
    taken = layanan.titipan.satu(other)
    assert taken is not None
    assert (taken.label, taken.forum_judul) == ("U-004", "Sukamaju 2026")
    layanan.riwayat.batalkan()
    assert layanan.titipan.menunggu() == 2
    assert len(layanan.usulan.daftar()) == 2
    layanan.riwayat.ulangi()
    assert layanan.titipan.menunggu() == 0
    assert replay.first_difference(layanan.desk.connection) is None


def test_only_chosen_tickets_go_in(layanan: Layanan) -> None:
    one, other = left(layanan), left(layanan, "Talud")
    layanan.titipan.masukkan([other])
    assert [titipan.id for titipan in layanan.titipan.daftar() if titipan.menunggu] == [one]
    with pytest.raises(RuleBroken, match="belum_ada"):
        layanan.titipan.masukkan([other])


def test_the_next_forum_finds_what_came_behind_the_closed_one(layanan: Layanan) -> None:
    ids = propose(layanan, 1)
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "dana_desa")
    layanan.kesepakatan.tutup()
    left(layanan)
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        layanan.titipan.masukkan()
    layanan.forum.buka(small_forum())
    assert layanan.titipan.menunggu() == 1
    assert len(layanan.titipan.masukkan()) == 1


def test_a_ticket_is_taken_back_by_undo_behind_a_closed_forum(layanan: Layanan) -> None:
    ids = propose(layanan, 1)
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "dana_desa")
    layanan.kesepakatan.tutup()
    record = left(layanan)
    assert layanan.riwayat.teks_batal() == "Titipan T-001 Lampu jalan dicatat"
    layanan.riwayat.batalkan()
    assert layanan.titipan.satu(record) is None


def test_an_undo_in_one_forum_does_not_confuse_the_other(layanan: Layanan) -> None:
    first = layanan.desk.forum_id
    left(layanan)
    second = layanan.forum.buka(small_forum())
    (record,) = propose(layanan, 1)
    layanan.forum.pilih(first)
    layanan.riwayat.batalkan()
    assert layanan.titipan.daftar() == []
    layanan.forum.pilih(second)
    layanan.riwayat.batalkan()
    assert layanan.usulan.satu(record) is None, "the usulan of this forum, not the ticket once more"


def test_tickets_leave_no_mark_in_the_forum(layanan: Layanan) -> None:
    left(layanan)
    rows = layanan.desk.connection.execute("SELECT forum FROM jurnal WHERE jenis LIKE 'titipan.%'").fetchall()
    assert rows == [(TANPA_FORUM,)]


def test_a_withdrawn_ticket_stays_with_its_reason(layanan: Layanan) -> None:
    record = left(layanan)
    with pytest.raises(RuleBroken, match="kosong"):
        layanan.titipan.batalkan(record, " ")
    layanan.titipan.batalkan(record, "Salah catat")
    titipan = layanan.titipan.satu(record)
    assert titipan is not None
    assert (titipan.menunggu, titipan.alasan_batal) == (False, "Salah catat")
    assert layanan.titipan.menunggu() == 0
    layanan.titipan.pulihkan(record)
    assert layanan.titipan.menunggu() == 1


def test_what_went_in_is_changed_as_an_usulan_only(layanan: Layanan) -> None:
    record = left(layanan)
    layanan.titipan.ubah(record, judul="Lampu jalan tenaga surya")
    layanan.titipan.masukkan()
    with pytest.raises(RuleBroken, match="sudah_masuk"):
        layanan.titipan.ubah(record, judul="Talud")
