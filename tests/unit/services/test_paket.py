"""Putting a package in: who signed it, what the forum keeps, and that everything can be taken back."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from musrenbang_desktop.berita_acara.isi_sehari import VersiCetak
from musrenbang_desktop.db import replay, settings
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.journal import keys
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.paket import IsiPaketSalah, PaketAsing
from sync.wire import paket, ticket
from sync.wire.encoding import to_text
from tests.desk import OpenVillage
from tests.paket import DESA, HEAD, KABUPATEN, ORANG_LAIN, ROWS, berkas, contoh_paket, kamus_besar
from tests.small_forum import small_forum
from tests.sukamaju import whole_forum
from tests.unit.berita_acara.reading import text_of
from tests.village import opened


def put_in(layanan: Layanan, folder: Path, data: bytes) -> str:
    """Look at a file and put it in; returns its hash."""
    found = layanan.paket.periksa(berkas(folder, data))
    layanan.paket.pasang(found)
    return found.paket.hash


def enrol(layanan: Layanan, private: bytes) -> None:
    """This laptop knows the server with this key, as after an enrolment."""
    card = f'{{"alamat":"http://x","kunci_server":"{to_text(keys.public_key(private))}","kartu":"","tanda":""}}'
    with layanan.desk.store.transaction():
        settings.put(layanan.desk.connection, box.CARD, card)


def test_without_any_package_everything_is_empty_and_nothing_fails(layanan: Layanan) -> None:
    with pytest.raises(RuleBroken):
        layanan.paket.pakai()
    assert layanan.paket.terpasang() is None and layanan.paket.milik_forum() is None and not layanan.paket.hilang()
    assert layanan.paket.baris("kalender") == [] and layanan.paket.profil("rkpd-86") is None
    assert layanan.kamus.jumlah() == 0 and layanan.kamus.cari("jalan") == [] and layanan.kamus.semua_selisih() == {}
    assert layanan.kalender.forum() is None and layanan.kalender.terlambat() == 0
    assert layanan.forum.aktif().paket == ""


def test_what_is_in_it_is_counted_before_anything_is_written(layanan: Layanan, tmp_path: Path) -> None:
    found = layanan.paket.periksa(berkas(tmp_path, contoh_paket(with_profile=True)))
    assert found.percaya == "baru"
    assert found.sidik == ticket.spoken_fingerprint(keys.public_key(KABUPATEN))
    assert found.paket.jumlah["kamus"] == 5 and found.paket.jumlah["profil/rkpd-86.toml"] == 1
    assert (found.paket.nomor, found.paket.kabupaten) == ("050/12/2026", "Kabupaten Contoh")
    assert layanan.paket.terpasang() is None


def test_the_forum_without_a_package_takes_it_and_undo_gives_it_back(layanan: Layanan, tmp_path: Path) -> None:
    digest = put_in(layanan, tmp_path, contoh_paket())
    assert layanan.forum.aktif().paket == digest == layanan.paket.terpasang().hash
    assert layanan.riwayat.teks_batal() == "Paket kabupaten 050/12/2026 dipakai forum ini"
    layanan.riwayat.batalkan()
    assert layanan.forum.aktif().paket == "" and layanan.kamus.cari("jalan") == []
    layanan.riwayat.ulangi()
    assert layanan.paket.milik_forum().nomor == "050/12/2026"
    assert replay.first_difference(layanan.desk.connection) is None


def test_an_open_forum_keeps_the_package_it_began_with(layanan: Layanan, tmp_path: Path) -> None:
    first = put_in(layanan, tmp_path, contoh_paket())
    newer = contoh_paket({**ROWS, "kamus": kamus_besar(9)}, head=replace(HEAD, nomor="051/2026"))
    second = put_in(layanan, tmp_path, newer)
    assert layanan.forum.aktif().paket == first and layanan.kamus.jumlah() == 5
    layanan.paket.pakai()
    assert layanan.forum.aktif().paket == second and layanan.kamus.jumlah() == 9
    layanan.riwayat.batalkan()
    assert layanan.kamus.jumlah() == 5
    layanan.paket.lepas()
    assert layanan.kamus.jumlah() == 0
    assert replay.first_difference(layanan.desk.connection) is None


def test_a_forum_that_begins_later_begins_with_what_is_put_in(
    kosong: Layanan, open_village: OpenVillage, tmp_path: Path
) -> None:
    digest = put_in(kosong, tmp_path, contoh_paket())
    desa = open_village()
    desa.forum.buka(small_forum())
    assert desa.forum.aktif().paket == digest and desa.kamus.jumlah() == 5


def test_the_same_package_twice_is_one(layanan: Layanan, tmp_path: Path) -> None:
    put_in(layanan, tmp_path, contoh_paket())
    put_in(layanan, tmp_path, contoh_paket())
    assert layanan.kamus.jumlah() == 5 and len(layanan.kamus.semua()) == 5


def test_another_signer_is_refused_once_one_was_believed(layanan: Layanan, tmp_path: Path) -> None:
    put_in(layanan, tmp_path, contoh_paket())
    with pytest.raises(PaketAsing, match="pihak lain"):
        layanan.paket.periksa(berkas(tmp_path, contoh_paket(private=ORANG_LAIN)))
    assert layanan.paket.periksa(berkas(tmp_path, contoh_paket())).percaya == "dikenal"


def test_an_enrolled_laptop_believes_only_its_own_kabupaten(layanan: Layanan, tmp_path: Path) -> None:
    put_in(layanan, tmp_path, contoh_paket(private=ORANG_LAIN))
    enrol(layanan, KABUPATEN)
    assert layanan.paket.periksa(berkas(tmp_path, contoh_paket())).percaya == "terdaftar"
    with pytest.raises(PaketAsing, match="tempat laptop ini terdaftar") as found:
        layanan.paket.periksa(berkas(tmp_path, contoh_paket(private=ORANG_LAIN)))
    assert ticket.spoken_fingerprint(keys.public_key(ORANG_LAIN)) in str(found.value)


def test_only_the_own_village_reads_its_ceilings_and_answers(layanan: Layanan, tmp_path: Path) -> None:
    put_in(layanan, tmp_path, contoh_paket())
    layanan.forum.ubah(kode_wilayah=DESA)
    assert [(row["sumber"], row["jumlah"]) for row in layanan.paket.pagu()] == [
        ("Dana Desa", 900_000_000),
        ("Pagu kecamatan", 350_000_000),
    ]
    assert [row["nomor"] for row in layanan.paket.jawaban_lalu()] == ["U-003"]


def test_the_form_of_the_package_is_read(layanan: Layanan, tmp_path: Path) -> None:
    put_in(layanan, tmp_path, contoh_paket(with_profile=True))
    assert 'nama = "Contoh' in layanan.paket.profil("rkpd-86")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("kamus.json", b"\xff\xfe", "kamus usulan"),
        ("kamus.json", b'{"baris":[],"kolom":3}', "kamus usulan"),
        ("kamus.json", b'{"baris":[["a"]],"kolom":["kode"]}', "judul"),
        ("kalender.json", b'{"baris":[["desa","x","besok"]],"kolom":["tingkat","tahap","tutup"]}', "bukan tanggal"),
        ("profil/baru.toml", b"\xff", "UTF-8"),
        ("profil/baru.toml", b"id = 3", "id belum diisi"),
    ],
)
def test_a_part_that_was_signed_but_is_wrong_is_refused_by_name(
    layanan: Layanan, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    with pytest.raises(IsiPaketSalah) as found:
        layanan.paket.periksa(berkas(tmp_path, paket.pack(HEAD, {name: data}, KABUPATEN)))
    assert said in str(found.value) and "Tidak ada yang dipasang" in str(found.value)


def test_parts_and_columns_of_a_newer_program_are_passed_over(layanan: Layanan, tmp_path: Path) -> None:
    rows = b'{"baris":[["A-1","Jalan","baru"]],"kolom":["kode","judul","belum_dikenal"]}'
    put_in(layanan, tmp_path, paket.pack(HEAD, {"kamus.json": rows, "peta.bin": b"\0"}, KABUPATEN))
    assert layanan.kamus.satu("A-1").judul == "Jalan"


def test_a_village_may_bring_its_own_kamus(layanan: Layanan) -> None:
    row = dict.fromkeys(("kelompok", "satuan", "volume_min", "volume_max", "bidang", "perangkat_daerah"), "")
    row |= {"kode": "1", "judul": "Gapura dusun", "harga_satuan": None, "keterangan": ""}
    layanan.paket.pasang_kamus_sendiri("kamus desa.xlsx", [row])
    assert layanan.kamus.cari("gapura")[0].judul == "Gapura dusun"
    assert layanan.paket.milik_forum().kunci == ""
    with pytest.raises(RuleBroken):
        layanan.paket.pasang_kamus_sendiri("kosong.xlsx", [])


def test_a_laptop_without_the_file_says_so_and_works(layanan: Layanan, tmp_path: Path) -> None:
    put_in(layanan, tmp_path, contoh_paket())
    layanan.desk.connection.execute("DELETE FROM paket")
    assert layanan.paket.hilang() and layanan.paket.milik_forum() is None


def test_the_papers_follow_the_form_of_the_forums_package(layanan: Layanan, tmp_path: Path) -> None:
    before = layanan.dokumen.penggambar().gambar("berita_acara")
    text = profile.own_text("rkpd-86").replace("Berita Acara Kesepakatan", "Berita Acara Contoh")
    put_in(layanan, tmp_path, paket.pack(HEAD, {"profil/rkpd-86.toml": text.encode()}, KABUPATEN))
    drawn = layanan.dokumen.penggambar().gambar("berita_acara")
    assert "Berita Acara Contoh Hasil Musrenbang" in PdfReader(io.BytesIO(drawn)).metadata.subject
    layanan.paket.lepas()
    again = layanan.dokumen.penggambar().gambar("berita_acara")
    assert PdfReader(io.BytesIO(again)).metadata.subject == PdfReader(io.BytesIO(before)).metadata.subject


def test_who_holds_paper_in_other_words_of_the_form_is_told_of_another_version(
    layanan: Layanan, tmp_path: Path
) -> None:
    """Not one fact changed, but the kabupaten wrote other sentences around them."""
    whole_forum(layanan)

    def close_with(text: str, number: str) -> VersiCetak:
        layanan.kesepakatan.buka_lagi("kalimat kabupaten berubah")
        put_in(
            layanan,
            tmp_path,
            paket.pack(replace(HEAD, nomor=number), {"profil/rkpd-86.toml": text.encode()}, KABUPATEN),
        )
        layanan.paket.pakai()
        layanan.kesepakatan.tutup()
        found = layanan.dokumen.isi().sehari.versi
        drawn = layanan.dokumen.penggambar()
        layanan.dokumen.simpan("lengkap", drawn.gambar("lengkap"), 1)
        assert layanan.dokumen.isi().sehari.versi == found, "its own paper makes no other version"
        return found

    layanan.dokumen.simpan("lengkap", layanan.dokumen.penggambar().gambar("lengkap"), 1)
    own = profile.own_text("rkpd-86")
    assert close_with(own, "1/2026").nomor == 1, "the same words from a package are the same paper"
    for number, text in (("2/2026", "Satu"), ("3/2026", "Dua")):
        version = close_with(own.replace("Berita Acara Kesepakatan", f"Berita Acara {text}"), number)
        one, reference = version.beda
        assert (one.judul, one.hal) == ("Berita acara", "Kalimat dan kolom formulir")
        assert one.kini == f"menurut paket {number}, Senin, 5 Januari 2026"
        assert (reference.judul, reference.hal) == (
            "Formulir",
            "Nama berita acara sebagaimana disebut di kepala lampiran",
        )
        assert reference.kini.startswith(f"Berita Acara {text} Hasil Musrenbang")
        assert reference.dulu.startswith("Berita Acara Kesepakatan" if text == "Satu" else "Berita Acara Satu")
    assert version.nomor == 3
    text = " ".join(text_of(layanan.dokumen.penggambar().gambar("perubahan")).split())
    assert "Kalimat dan kolom formulir" in text and "menurut paket 2/2026" in text
    assert "Berita Acara Satu Hasil Musrenbang" in text and "Berita Acara Dua Hasil Musrenbang" in text


def test_the_package_of_a_bad_file_is_saved(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with opened(folder) as desa:
        desa.forum.buka(small_forum())
        digest = put_in(desa, tmp_path, contoh_paket())
        desa.desk.connection.execute("UPDATE jurnal SET hash = zeroblob(32) WHERE seq = 1")
    with opened(folder) as desa:
        assert desa.paket.terpasang().hash == digest and desa.forum.aktif().paket == digest
        assert desa.kamus.cari("aspal")[0].kode == "JLN-02" and desa.paket.baris("kalender")


def test_offices_and_reasons_of_the_package_are_offered(layanan: Layanan, tmp_path: Path) -> None:
    assert layanan.paket.nama_perangkat_daerah() == [] == layanan.paket.alasan_belum_disepakati()
    put_in(layanan, tmp_path, contoh_paket())
    assert layanan.paket.nama_perangkat_daerah() == ["Dinas Pekerjaan Umum", "Dinas Kesehatan"]
    assert layanan.paket.alasan_belum_disepakati() == ["Biayanya belum dihitung"]


def test_a_key_of_a_newer_form_is_told_and_the_form_is_used(layanan: Layanan, tmp_path: Path) -> None:
    text = 'dasar = "desa-114"\nid = "kami"\nnama = "Kami"\n[kertas]\ntinggi_mm = 297\n[kelak]\nwarna = "biru"\n'
    found = layanan.paket.periksa(berkas(tmp_path, paket.pack(HEAD, {"profil/kami.toml": text.encode()}, KABUPATEN)))
    assert found.kunci_asing == {"kami.toml": ["kelak"]}
    layanan.paket.pasang(found)
    layanan.forum.ubah(profil="kami")
    assert ("kami", "Kami") in layanan.paket.bentuk()
    assert layanan.kehadiran.profil().kertas.tinggi_mm == 297
    assert layanan.dokumen.penggambar().gambar("berita_acara")[:5] == b"%PDF-"


def test_a_forum_chooses_among_the_shipped_forms_and_keeps_one_that_is_missing(layanan: Layanan) -> None:
    assert [name for name, _ in layanan.paket.bentuk()] == ["desa-114", "desa-21", "rkpd-86"]
    layanan.forum.ubah(profil="hilang")
    assert layanan.paket.bentuk()[-1] == ("hilang", "hilang")


def test_a_kelurahan_is_offered_no_form_of_the_desa(layanan: Layanan) -> None:
    layanan.forum.ubah(profil="desa-21")
    assert [name for name, _ in layanan.paket.bentuk("kelurahan")] == ["rkpd-86"]
    layanan.forum.ubah(jenis="kelurahan")
    assert [name for name, _ in layanan.paket.bentuk()] == ["rkpd-86", "desa-21"], "what it has stays to be seen"
    layanan.forum.ubah(profil="rkpd-86")
    assert [name for name, _ in layanan.paket.bentuk()] == ["rkpd-86"]
