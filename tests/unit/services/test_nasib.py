"""The usulan of those who are easily overheard are followed through every forum, level and year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from musrenbang_desktop.db import projections
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    kosong.forum.buka(small_forum())
    return kosong


def propose(desa: Layanan, judul: str, **tema: tuple[str, ...]) -> str:
    baru = UsulanBaru(judul=judul, dusun="Krajan", pengusul="PKK")
    return desa.usulan.catat(
        replace(baru, tema_asal=tema.get("tema_asal", ()), tema_penerima=tema.get("tema_penerima", ()))
    )


def answered(desa: Layanan, usulan: str, tingkat: str, kata: str) -> None:
    answer = {
        "t": "jawaban.putus", "usulan": usulan, "tingkat": tingkat, "putusan": kata, "alasan_kode": "", "alasan": "",
        "oleh": "Camat", "waktu": "2026-02-01T09:00:00+07:00",
    }  # fmt: skip
    with desa.desk.store.transaction():
        number = desa.desk.connection.execute("SELECT count(*) FROM jawaban").fetchone()[0]
        projections.project_kabar(desa.desk.connection, number + 1, answer)


def test_only_usulan_with_a_tema_are_followed_and_counted_once_for_each(desa: Layanan) -> None:
    both = propose(desa, "Posyandu", tema_asal=("perempuan",), tema_penerima=("anak",))
    propose(desa, "Jalan")
    assert [(one.id, one.tema, one.keadaan) for one in desa.nasib.daftar()] == [
        (both, "dari perempuan; untuk anak", "berjalan")
    ]
    assert [one.teks for one in desa.nasib.ringkasan()] == [
        "Perempuan: 1 usulan, 1 belum diputuskan",
        "Anak: 1 usulan, 1 belum diputuskan",
    ]
    assert desa.nasib.daftar("lansia") == []


def test_what_the_hall_and_the_levels_decided_follow_each_other(desa: Layanan) -> None:
    ids = [propose(desa, f"Sumur {n}", tema_penerima=("perempuan",)) for n in range(4)]
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([ids[0]], "ke_kecamatan")
    desa.kesepakatan.tetapkan([ids[1]], "belum_disepakati", "lahan belum jelas")
    desa.kesepakatan.tetapkan([ids[2]], "dana_desa")
    desa.usulan.batalkan(ids[3], "Ditarik")
    answered(desa, ids[0], "kecamatan", "diterima")
    answered(desa, ids[0], "opd", "ditolak")
    found = {one.id: one for one in desa.nasib.daftar("perempuan")}
    assert found[ids[0]].langkah == (
        "dibawa ke kecamatan", "diterima kecamatan", "tidak diterima perangkat daerah",
    )  # fmt: skip
    assert found[ids[1]].langkah == ("belum disepakati: lahan belum jelas",)
    assert [found[record].keadaan for record in ids] == ["dijawab", "belum_disepakati", "dana_desa", "batal"]
    (counts,) = desa.nasib.ringkasan()
    assert sum(counts.keadaan.values()) == counts.jumlah == 4


def test_from_the_dusun_to_the_village_and_into_the_next_year(desa: Layanan) -> None:
    parent = desa.desk.forum_id
    child = desa.silsilah.mulai("dusun", "Krajan", "2026-01-10")
    first = propose(desa, "Air bersih", tema_asal=("perempuan",))
    desa.forum.pilih(parent)
    (second,) = desa.silsilah.ambil(child)
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([second], "ke_kecamatan")
    answered(desa, second, "kecamatan", "ditunda")
    (here,) = desa.nasib.daftar()
    assert here.langkah == ("dari Musyawarah dusun Krajan, urutan 1", "dibawa ke kecamatan", "ditunda kecamatan")
    desa.forum.buka(replace(small_forum(), tahun_pelaksanaan=2027, tahun_rencana=2028, tanggal="2027-01-20"))
    desa.tahun_lalu.ajukan_lagi([second])
    (again,) = desa.nasib.daftar()
    assert again.langkah == ("menunggu 1 tahun", "belum diputuskan")
    desa.forum.pilih(child)
    (whole,) = desa.nasib.daftar()
    assert whole.id == first
    assert whole.langkah == (
        "belum diputuskan",
        "dibawa ke Musrenbang Desa Sukamaju 2026 sebagai U-001",
        "dibawa ke kecamatan",
        "ditunda kecamatan",
        "diajukan lagi di Musrenbang Desa Sukamaju 2027 sebagai U-001",
        "belum diputuskan",
    )
    assert whole.keadaan == "berjalan"


def test_a_merged_usulan_shares_the_fate_of_the_one_that_goes_on(desa: Layanan) -> None:
    stays, goes = propose(desa, "Drainase"), propose(desa, "Selokan", tema_asal=("lansia",))
    desa.ganda.gabung(stays, goes)
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([stays], "dana_desa")
    found = {one.id: one for one in desa.nasib.daftar("lansia")}
    assert found[goes].langkah == ("digabung ke U-001", "dana desa")
    assert found[stays].keadaan == "dana_desa", "the survivor took the tema over"


def test_every_level_is_named_with_its_reason(desa: Layanan) -> None:
    ids = [propose(desa, f"Jamban {n}", tema_asal=("disabilitas",)) for n in range(2)]
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
    for tingkat in ("kecamatan", "opd", "bappeda"):
        answered(desa, ids[0], tingkat, "diterima")
        answered(desa, ids[1], tingkat, "ditunda")
    found = {one.id: one.langkah for one in desa.nasib.daftar()}
    assert found[ids[0]] == ("dibawa ke kecamatan", "diterima kecamatan", "diperiksa OPD", "masuk RKPD")
    assert found[ids[1]] == (
        "dibawa ke kecamatan", "ditunda kecamatan", "ditunda perangkat daerah", "ditunda Bappeda",
    )  # fmt: skip


def test_a_kelurahan_reads_its_own_words(kosong: Layanan) -> None:
    kosong.forum.buka(replace(small_forum(), jenis="kelurahan"))
    record = propose(kosong, "Posyandu", tema_penerima=("anak",))
    kosong.kesepakatan.susun()
    kosong.kesepakatan.tetapkan([record], "dana_desa")
    (found,) = kosong.nasib.daftar()
    assert (found.kata, found.akhir) == ("dana kelurahan", "dana kelurahan")
    assert [one.teks for one in kosong.nasib.ringkasan()] == ["Anak: 1 usulan, 1 dana kelurahan"]
