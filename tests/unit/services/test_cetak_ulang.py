"""What was printed is known, so that it is marked when it is printed again; a second version knows the first."""

from __future__ import annotations

import hashlib

import pytest

from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.paket_hari_ini import paket_hari_ini, saat_ini
from resources.sample import contoh
from tests.replayed import assert_replayed
from tests.sukamaju import record_people_and_usulan, whole_forum
from tests.unit.berita_acara.reading import text_of


def save(services: Layanan, jenis: str = "prioritas") -> str:
    data = services.dokumen.penggambar().gambar(jenis)
    services.dokumen.simpan(jenis, data, 3)
    return hashlib.sha256(data).hexdigest()


def close_again(services: Layanan) -> None:
    services.kesepakatan.buka_lagi("salah ketik biaya")
    order = services.kesepakatan.sekarang().butir
    services.kesepakatan.pindah(order[3].usulan, 1, "mendahulukan sekolah", oleh="BPD", setuju=20)
    services.usulan.ubah(order[0].usulan, perkiraan_biaya=99_000_000)
    services.kesepakatan.tutup()


def test_the_same_page_of_the_same_bytes_is_a_reprint(held: Layanan) -> None:
    digest = save(held)
    dokumen = held.dokumen
    assert dokumen.ulang_ke("prioritas", digest, [1, 2, 3]) == 0, "saved is not printed"
    dokumen.catat_cetak("prioritas", digest, [1, 3])
    assert dokumen.ulang_ke("prioritas", digest, [2]) == 0, "odd pages first, then even ones"
    dokumen.catat_cetak("prioritas", digest, [2])
    assert dokumen.ulang_ke("prioritas", digest, [2, 3]) == 1
    dokumen.catat_cetak("prioritas", digest, [2, 3], 1)
    assert dokumen.ulang_ke("prioritas", digest, [1]) == 2
    assert dokumen.ulang_ke("prioritas", "f" * 64, [1]) == 0, "other bytes are another paper"


def test_a_poster_is_never_marked(held: Layanan) -> None:
    digest = save(held, "poster")
    held.dokumen.catat_cetak("poster", digest, [1])
    assert held.dokumen.ulang_ke("poster", digest, [1]) == 0


def test_printing_changes_nothing_that_is_printed_or_sealed(held: Layanan) -> None:
    held.segel.buat()
    before = held.dokumen.penggambar()
    digest = save(held)
    held.dokumen.catat_cetak("prioritas", digest, [1, 2, 3])
    held.dokumen.catat_cetak("prioritas", digest, [1, 2, 3], 1)
    assert held.dokumen.penggambar() == before
    assert held.segel.periksa() is None
    assert_replayed(held)


def test_printing_is_passed_over_by_undo_and_told_in_the_history(held_open: Layanan) -> None:
    digest = save(held_open)
    held_open.dokumen.catat_cetak("prioritas", digest, [1], 2)
    assert any("cetak ulang ke-2" in str(step) for step in held_open.riwayat.daftar(limit=3))
    held_open.riwayat.batalkan()
    assert held_open.dokumen.ulang_ke("prioritas", digest, [1]) == 3


def test_a_second_version_lists_its_differences_from_the_first_that_was_saved(held: Layanan) -> None:
    save(held, "lengkap")
    assert held.dokumen.isi().sehari.versi.nomor == 1
    close_again(held)
    version = held.dokumen.isi().sehari.versi
    assert (version.nomor, version.alasan) == (2, "salah ketik biaya")
    assert {(one.hal, one.dulu, one.kini) for one in version.beda} == {
        ("Urutan", "nomor 4", "nomor 1"),
        ("Pemindahan urutan", "-", "mendahulukan sekolah (diminta BPD, disetujui 20 orang)"),
        ("Perkiraan biaya", "Rp63.750.000", "Rp99.000.000"),
    }
    save(held, "lengkap")
    assert held.dokumen.isi().sehari.versi == version, "its own paper makes no third version"


@pytest.mark.parametrize(
    ("field", "value", "hal"),
    [
        ("rt", "09", "Lokasi"),
        ("lokasi", "depan rumah kepala dusun", "Lokasi"),
        ("bidang", "Ekonomi", "Bidang"),
        ("masalah", "Lain", "Masalah"),
        ("perangkat_daerah", "Dinas Lain", "Perangkat daerah"),
        ("pengusul", "RT 09", "Pengusul"),
        ("sumber_dana", (SumberDana("Swadaya warga", 5),), "Sumber pembiayaan"),
    ],
)
def test_whatever_an_annex_prints_of_an_usulan_makes_another_version(
    held: Layanan, field: str, value: object, hal: str
) -> None:
    save(held, "lengkap")
    held.kesepakatan.buka_lagi("salah ketik.")
    found = held.kesepakatan.sekarang()
    assert found
    held.usulan.ubah(found.butir[0].usulan, **{field: value})
    held.kesepakatan.tutup()
    version = held.dokumen.isi().sehari.versi
    assert version.nomor == 2, "who holds the first paper is told what is another on the second"
    assert [one.hal for one in version.beda] == [hal]
    text = text_of(held.dokumen.penggambar().gambar("berita_acara"))
    assert "dibuka lagi karena salah ketik. No" in text


def test_a_closing_of_which_nobody_holds_paper_is_no_version(held: Layanan) -> None:
    close_again(held)
    assert held.dokumen.isi().sehari.versi.nomor == 1


@pytest.mark.parametrize("moment", ["sebelum", "pelaksanaan", "sesudah"])
def test_the_package_ticks_what_belongs_to_now_and_was_not_printed(kosong: Layanan, moment: str) -> None:
    sample = contoh()
    if moment == "sebelum":
        kosong.forum.buka(sample.forum)
        kosong.peserta.undang_banyak([person.sebelum_hadir for person in sample.undangan])
    else:
        record_people_and_usulan(kosong) if moment == "pelaksanaan" else whole_forum(kosong)
    penggambar = kosong.dokumen.penggambar()
    assert saat_ini(penggambar.isi) == moment
    rows = paket_hari_ini(penggambar, {info.jenis: info for info in kosong.dokumen.daftar()})
    assert {row.saat for row in rows if row.dicentang} == {moment}
    assert all(row.catatan for row in rows if row.saat == moment and not row.dicentang)
    copies = {row.jenis: row.rangkap for row in rows}
    assert copies["ringkasan"] == len(penggambar.isi.undangan) == 64
    first = next(row.jenis for row in rows if row.dicentang)
    digest = save(kosong, first)
    kosong.dokumen.catat_cetak(first, digest, [1])
    again = paket_hari_ini(penggambar, {info.jenis: info for info in kosong.dokumen.daftar()})
    assert not next(row for row in again if row.jenis == first).dicentang
    assert "sudah dicetak" in next(row for row in again if row.jenis == first).catatan


def test_the_correction_of_a_printer_is_kept(kosong: Layanan) -> None:
    assert kosong.dokumen.koreksi("EPSON L3110") == (0.0, 0.0)
    kosong.dokumen.ubah_koreksi("EPSON L3110", -2.5, 1)
    assert kosong.dokumen.koreksi("EPSON L3110") == (-2.5, 1.0)
    assert kosong.dokumen.koreksi("HP") == (0.0, 0.0)
