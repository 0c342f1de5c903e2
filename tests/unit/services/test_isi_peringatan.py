"""What the kamus and a wrong code say against an usulan stands below it on paper, and groups have their names."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.usulan_import import periksa
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import lock_rules, propose, score
from tests.paket import berkas, contoh_paket
from tests.small_forum import small_forum
from tests.unit.berita_acara.reading import text_of
from tests.usulan_files import write_xlsx


def test_a_code_of_the_province_is_printed_below_the_usulan(kosong: Layanan) -> None:
    kosong.forum.buka(small_forum())
    record = kosong.usulan.catat(
        UsulanBaru(judul="Talud", dusun="Krajan", pengusul="RT 02", kode_kegiatan="1.03.10.1.01.0005")
    )
    kosong.kesepakatan.susun()
    kosong.kesepakatan.tetapkan([record], "ke_kecamatan")
    isi = kosong.dokumen.isi()
    assert isi.prioritas[0].sisipan[0].startswith("Kode 1.03.10.1.01.0005 adalah kode provinsi")
    assert "adalah kode provinsi" in text_of(render("prioritas", isi, profile.load(isi.forum.profil)))


def test_history_names_a_group_as_the_rules_do(layanan: Layanan) -> None:
    ids = propose(layanan, 1)
    lock_rules(layanan)
    score(layanan, ids)
    names = [group.nama for group in layanan.prioritas.aturan().kelompok]
    told = " ".join(step.kalimat for step in layanan.riwayat.daftar(20))
    assert all(name in told for name in names)
    fields = {change.isian for change in layanan.riwayat.perubahan(ids[0])}
    assert all(any(name in field for field in fields) for name in names)


def test_a_price_above_the_kamus_is_printed_below_the_usulan(layanan: Layanan, tmp_path: Path) -> None:
    layanan.paket.pasang(layanan.paket.periksa(berkas(tmp_path, contoh_paket())))
    record = layanan.usulan.catat(UsulanBaru(judul="Jalan", dusun="Krajan", pengusul="RT 02", volume="100"))
    entry = layanan.kamus.satu("JLN-01")
    assert entry is not None and entry.harga_satuan
    layanan.kamus.ambil(record, entry)
    layanan.usulan.ubah(record, perkiraan_biaya=entry.harga_satuan * 100 * 2)
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan([record], "belum_disepakati", "Pagu tidak mencukupi")
    (row,) = [one for one in layanan.dokumen.isi().belum_disepakati if one.kegiatan == "Jalan"]
    assert "Kamus: biaya per satuan 100% di atas harga kamus" in row.sisipan


def test_a_survey_that_is_imported_is_known_as_one_and_found_again(kosong: Layanan, tmp_path: Path) -> None:
    kosong.forum.buka(small_forum())
    table = [["No", "Usulan", "Datang lewat"], [1, "Talud", None], [2, "Sumur", "Musdus"]]
    preview = periksa(write_xlsx(tmp_path / "survei rumah tangga.xlsx", table))
    kosong.impor.terapkan(preview, preview.berkas, "survei")
    assert [(one.sumber_usulan, one.keterangan) for one in kosong.usulan.daftar()] == [
        ("survei", "Sumber: survei rumah tangga.xlsx baris 2"),
        ("musdus", ""),
    ]
    kosong.riwayat.batalkan()
    assert kosong.usulan.daftar() == []
