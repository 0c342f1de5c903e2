"""What the kamus and the plans print before the forum: a booklet, what differs, and what hangs on no plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kamus import BELUM_ADA
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.cetak_kamus import Cetakan
from musrenbang_desktop.services.layanan import Layanan
from tests.paket import KAMUS, berkas, contoh_paket
from tests.small_forum import small_forum
from tests.unit.berita_acara.reading import text_of, words


@pytest.fixture
def desa(kosong: Layanan, tmp_path: Path) -> Layanan:
    """A forum with the invented package and nothing proposed."""
    kosong.forum.buka(small_forum())
    kosong.paket.pasang(kosong.paket.periksa(berkas(tmp_path, contoh_paket())))
    return kosong


def printed(found: Cetakan) -> str:
    return words(text_of(found.gambar()))


def test_the_booklet_holds_every_entry_with_its_price(desa: Layanan) -> None:
    text = printed(desa.cetak_kamus.buklet())
    assert all(str(row[0]) in text and str(row[1]) in text for row in KAMUS)
    assert "250.000" in text and "20 - 2000" in text and "Tebal 12 cm" in text
    assert "5 butir" in text


def test_the_list_without_a_plan_prints_before_the_forum_with_the_share_that_has_one(kosong: Layanan) -> None:
    kosong.forum.buka(small_forum())
    hooked, none, _untouched, gone = kosong.usulan.catat_banyak(
        [UsulanBaru(judul=name, dusun="Krajan", pengusul="RT 02") for name in ("Talud", "Sumur", "Embung", "Gapura")],
        "mencatat",
    )
    kosong.kamus.kaitkan(hooked, "SDGS-06")
    kosong.kamus.kaitkan(none, BELUM_ADA)
    kosong.usulan.batalkan(gone, "ditarik")
    text = printed(kosong.cetak_kamus.tanpa_cantolan())
    assert "1 dari 3 usulan sudah bercantolan" in text
    assert "U-002 Sumur Krajan RT 02 belum ada U-003 Embung Krajan RT 02 belum dicari" in text
    assert "Talud" not in text and "Gapura" not in text


def test_warnings_about_price_volume_and_unit_are_printed_and_block_nothing(desa: Layanan) -> None:
    entry = desa.kamus.satu("JLN-01")
    assert entry
    record = desa.usulan.catat(UsulanBaru(judul="Gang", dusun="Krajan", pengusul="RT 02", volume="10"))
    other = desa.usulan.catat(UsulanBaru(judul="Poros", dusun="Krajan", pengusul="RT 02", volume="3000"))
    for one in (record, other):
        desa.kamus.ambil(one, entry)
    desa.usulan.ubah(record, perkiraan_biaya=10_000_000)
    text = printed(desa.cetak_kamus.perlu_dilihat(lambda one: one.kode))
    assert "2 usulan lain dari kamus" in text
    assert "harga_di_atas" in text and "volume_kurang" in text and "volume_lebih" in text
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([record, other], "ke_kecamatan")
    isi = desa.dokumen.isi()
    below = words(text_of(render("prioritas", isi, desa.kehadiran.profil())))
    assert "volume kurang dari 20, yang paling kecil menurut kamus; biaya per satuan 300% di atas" in below
    assert "volume lebih dari 2000" in below


def test_without_a_kamus_there_is_nothing_to_print(kosong: Layanan) -> None:
    with pytest.raises(RuleBroken, match="belum_ada"):
        kosong.cetak_kamus.tanpa_cantolan()
    kosong.forum.buka(small_forum())
    for draw in (kosong.cetak_kamus.buklet, lambda: kosong.cetak_kamus.perlu_dilihat(str)):
        with pytest.raises(RuleBroken, match="kosong"):
            draw()
