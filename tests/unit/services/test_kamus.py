"""The kamus beside the usulan: found by parts of words, taken over, checked, taken back; never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.db.queries.usulan import Saringan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kamus import ALASAN_LUAR_KAMUS, BELUM_ADA
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.paket import ROWS, berkas, contoh_paket, kamus_besar


@pytest.fixture
def desa(layanan: Layanan, tmp_path: Path) -> Layanan:
    """Sukamaju with the invented package."""
    layanan.paket.pasang(layanan.paket.periksa(berkas(tmp_path, contoh_paket())))
    return layanan


def found(desa: Layanan, text: str) -> list[str]:
    return [butir.kode for butir in desa.kamus.cari(text)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("aspal", ["JLN-02"]),  # inside pengaspalan
        ("jalan", ["JLN-01", "JLN-02"]),
        ("JALAN poros", ["JLN-02"]),
        ("poros aspal", ["JLN-02"]),
        ("jln-01", ["JLN-01"]),
        ("kesehatan", ["KES-01"]),  # by group and office
        ("rábat", ["JLN-01"]),
        ("", []),
        ("   ", []),
        ("zzz", []),
        ("%", []),
        ("' OR 1=1 --", []),
    ],
)
def test_an_entry_is_found_by_any_part_of_its_words(desa: Layanan, text: str, codes: list[str]) -> None:
    assert found(desa, text) == codes


def test_the_title_that_begins_so_comes_first(desa: Layanan) -> None:
    assert found(desa, "pe") == ["JLN-02", "PMB-01", "JLN-01", "DRN-01", "KES-01"]
    assert found(desa, "dr")[0] == "DRN-01"


def test_taking_an_entry_fills_only_what_was_not_said(desa: Layanan) -> None:
    record = desa.usulan.catat(UsulanBaru(judul="Jalan depan SDN 2", volume="120", perangkat_daerah="Dinas PUPR"))
    desa.kamus.ambil(record, desa.kamus.satu("JLN-01"))
    usulan = desa.usulan.satu(record)
    assert (usulan.judul, usulan.satuan, usulan.kamus) == ("Jalan depan SDN 2", "m2", "JLN-01")
    assert (usulan.perangkat_daerah, usulan.bidang) == ("Dinas PUPR", "Pelaksanaan Pembangunan Desa")
    assert usulan.perkiraan_biaya is None
    desa.kamus.pakai_biaya(record)
    assert desa.usulan.satu(record).perkiraan_biaya == 30_000_000
    desa.kamus.pakai_judul(record)
    assert desa.usulan.satu(record).judul == "Rabat beton jalan lingkungan"


def test_every_act_is_taken_back_by_one_undo(desa: Layanan) -> None:
    record = desa.usulan.catat(UsulanBaru(judul="Jalan", volume="120"))
    before = desa.usulan.satu(record)
    desa.kamus.luar(record, "baru")
    desa.kamus.ambil(record, desa.kamus.satu("JLN-01"))
    desa.kamus.kaitkan(record, "RPJMD-2.1")
    after = desa.usulan.satu(record)
    assert (after.kamus, after.alasan_luar_kamus, after.cantolan) == ("JLN-01", "", "RPJMD-2.1")
    for _ in range(3):
        desa.riwayat.batalkan()
    assert desa.usulan.satu(record) == before
    for _ in range(3):
        desa.riwayat.ulangi()
    assert desa.usulan.satu(record) == after
    assert replay.first_difference(desa.desk.connection) is None


def test_outside_the_kamus_an_usulan_is_kept_with_its_reason(desa: Layanan) -> None:
    record = desa.usulan.catat(UsulanBaru(judul="Gapura"))
    assert [one.kode for one in desa.kamus.semua_selisih()[record]] == ["tanpa_alasan"]
    assert desa.kamus.alasan_luar() == {"baru": "Jenis kegiatan baru"}
    with pytest.raises(RuleBroken):
        desa.kamus.luar(record, "karangan")
    desa.kamus.luar(record, "baru")
    assert desa.kamus.semua_selisih() == {} and desa.usulan.satu(record).status == "aktif"
    desa.paket.lepas()
    assert desa.kamus.alasan_luar() == ALASAN_LUAR_KAMUS


def test_warnings_never_stop_anything_and_can_be_listed(desa: Layanan) -> None:
    dear, fine, gone = desa.usulan.catat_banyak(
        [
            UsulanBaru(judul="A", kamus="JLN-01", volume="100", satuan="m2", perkiraan_biaya=50_000_000),
            UsulanBaru(judul="B", kamus="JLN-01", volume="100", satuan="m2", perkiraan_biaya=25_000_000),
            UsulanBaru(judul="C", kamus="TIDAK-ADA", volume="1"),
        ],
        "mencatat",
    )
    assert [(one.kode, one.persen) for one in desa.kamus.periksa(desa.usulan.satu(dear))] == [("harga_di_atas", 100)]
    assert set(desa.kamus.semua_selisih()) == {dear, gone}
    shown = desa.usulan.daftar(Saringan(hanya=frozenset(desa.kamus.semua_selisih())))
    assert [usulan.id for usulan in shown] == [dear, gone]
    assert desa.usulan.daftar(Saringan(hanya=frozenset())) == []
    desa.paket.lepas()
    assert desa.kamus.semua_selisih() == {} and desa.kamus.periksa(desa.usulan.satu(fine)) == ()


def test_goals_of_the_plans_and_the_mark_that_there_is_none(desa: Layanan) -> None:
    hooked, none, untouched = desa.usulan.catat_banyak([UsulanBaru(judul=t) for t in "ABC"], "mencatat")
    desa.kamus.kaitkan(hooked, desa.kamus.cari_cantolan("air bersih")[0].kode)
    desa.kamus.kaitkan(none, BELUM_ADA)
    assert desa.usulan.satu(hooked).cantolan == "SDGS-06"
    assert desa.kamus.nama_cantolan("SDGS-06") == "SDGS-06 Desa Layak Air Bersih dan Sanitasi"
    assert [usulan.id for usulan in desa.kamus.tanpa_cantolan()] == [none, untouched]
    assert desa.kamus.bagian_cantolan() == (1, 3)
    assert desa.kamus.cari_cantolan("rpjmd")[0].kode == "RPJMD-2.1"
    assert len(desa.kamus.daftar_cantolan()) == 19 and len(desa.kamus.cari_cantolan("")) == 12


def test_a_kamus_of_five_thousand_is_searched_whole(layanan: Layanan, tmp_path: Path) -> None:
    data = contoh_paket({**ROWS, "kamus": kamus_besar(5_000)})
    layanan.paket.pasang(layanan.paket.periksa(berkas(tmp_path, data)))
    assert layanan.kamus.jumlah() == 5_000 == len(layanan.kamus.semua())
    assert found(layanan, "tipe 4999") == ["K-04999"]
    assert found(layanan, "sumur tipe 4998") == []
