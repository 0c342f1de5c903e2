"""A profile is read whole, or refused with one sentence that says what to mend."""

from __future__ import annotations

import pytest

from musrenbang_desktop.reference.profile import ProfileInvalid, load, names, own_text, parse

#: A profile with everything in it, as kabupaten sent them before the shared layer.
TEXT = own_text("rkpd-86") + own_text("umum")


def test_the_shipped_profile_is_f4_with_the_margins_of_the_guides() -> None:
    profile = load("rkpd-86")
    paper = profile.kertas
    assert (paper.lebar_mm, paper.tinggi_mm) == (215, 330)
    assert (paper.kiri_mm, paper.atas_mm, paper.kanan_mm, paper.bawah_mm) == (30, 20, 20, 25)
    assert profile.huruf.isi >= 11
    assert profile.huruf.tabel >= 9
    assert [clause.nomor for clause in profile.klausul] == ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"]
    assert [annex.nomor for annex in profile.lampiran.values()] == ["I", "II", "III", "IV"]
    assert profile.sebutan["kelurahan"].kepala == "Lurah"


@pytest.mark.parametrize("name", names())
def test_every_shipped_profile_fills_the_width_of_its_sheets(name: str) -> None:
    profile = load(name)
    assert profile.id == name
    for annex in profile.lampiran.values():
        width = sum(column.lebar_mm for column in annex.tabel.kolom)
        assert width == pytest.approx(profile.kertas.ruang_mm(rebah=annex.rebah))
    assert sum(column.lebar_mm for column in profile.wakil.kolom) == pytest.approx(165)


def test_no_citation_is_called_checked_before_somebody_checked_it() -> None:
    assert {entry.status for entry in load("rkpd-86").dasar_hukum} == {"periksa"}


def test_there_is_no_column_for_a_nik() -> None:
    assert "nik" not in TEXT.casefold().replace("teknik", "")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("lebar_mm = 215", "lebar_mm = 120", "Profil rkpd-86: kertas dikurangi tepinya harus menyisakan ruang tulis"),
        ("lebar_mm = 215", 'lebar_mm = "F4"', "lebar_mm harus berupa angka"),
        ("lebar_mm = 215", "lebar_mm = true", "lebar_mm harus berupa angka"),
        ("lebar_mm = 215", "lebar_mm = nan", "lebar_mm harus berupa angka"),
        ("bawah_mm = 25", "bawah_mm = 5", "tepi bawah 15 mm"),
        ("isi = 11\n", "isi = 2\n", "ukuran huruf isi harus antara 6 dan 24 titik, bukan 2"),
        ("spasi = 1.38", "spasi = 1.08", "spasi_rapat tidak melebihinya"),
        (
            "spasi = 1.38",
            "spasi = 9",
            "spasi harus antara 1,1 dan 3, dan spasi_rapat tidak melebihinya, bukan 9 dan 1.1",
        ),
        ('nomor_kolom = "huruf"', 'nomor_kolom = "romawi"', "nomor_kolom harus salah satu dari: huruf, angka, kosong"),
        ("cetak_dasar_hukum = false", 'cetak_dasar_hukum = "ya"', "cetak_dasar_hukum harus true atau false"),
        ("[teks]", "[tulisan]", "bagian [teks] tidak ada"),
        ("penutup = ", "akhir = ", "penutup belum diisi"),
        ("rancangan RKPD {kabupaten}", "rancangan RKPD {bupati}", "isian {bupati} pada teks tidak dikenal"),
        ("rancangan RKPD {kabupaten}", "rancangan RKPD {kabupaten!r}", "isian {kabupaten} pada teks tidak dikenal"),
        ("rancangan RKPD {kabupaten}", "rancangan RKPD {kabupaten", "tidak berpasangan"),
        ("lebar_mm = 53 }", "lebar_mm = 63 }", "kolom tabel prioritas selebar 290 mm tidak muat di ruang tulis 280 mm"),
        ('isi = "alasan"', 'isi = "alibi"', "tabel belum_disepakati tidak mengenal kolom alibi"),
        ('isi = "lokasi", judul = "Lokasi", lebar_mm = 36', 'isi = "usulan", judul = "x", lebar_mm = 36', "dua kali"),
        ("lebar_mm = 19 }", "lebar_mm = 3 }", "kolom volume pada tabel prioritas terlalu sempit"),
        ('rata = "kanan"', 'rata = "miring"', "rata harus salah satu dari: kiri, tengah, kanan"),
        ("tinggi_baris_mm = 10", "tinggi_baris_mm = 100", "tinggi baris paling besar 40 mm"),
        ("baris_kosong = 5", "baris_kosong = 2.5", "baris kosong paling banyak 100"),
        (
            'penanda = ["kepala"]',
            'penanda = ["bupati"]',
            "penanda tangan bupati pada lampiran daftar_hadir tidak dikenal",
        ),
        ('penanda = ["kepala"]', "penanda = [1]", "penanda harus berupa daftar teks"),
        (
            'peran = "notulis"',
            'peran = "tamu"',
            "peran harus salah satu dari: pimpinan, notulis, notulis_kedua, kepala, lpm, ketua_tim",
        ),
        ('status = "periksa"', 'status = "mungkin"', "status harus salah satu dari: sah, periksa"),
        ("[kertas]", "[kertas", "tidak dapat dibaca"),
    ],
)
def test_a_wrong_profile_is_refused_in_one_sentence(old: str, new: str, sentence: str) -> None:
    assert old in TEXT
    with pytest.raises(ProfileInvalid) as refused:
        parse(TEXT.replace(old, new), "rkpd-86")
    said = str(refused.value)
    assert sentence in said
    assert said.startswith("Profil rkpd-86")
    assert said.endswith(".")
    assert "\n" not in said


def test_an_old_profile_that_holds_everything_reads_as_before() -> None:
    assert parse(TEXT, "rkpd-86") == load("rkpd-86")


@pytest.mark.parametrize("section", ["klausul", "wakil", "teks", "lampiran.prioritas"])
def test_a_missing_section_is_never_a_crash(section: str) -> None:
    renamed = f"lain_{section.replace('.', '_')}"
    lines = [line.replace(section, renamed) if line.startswith("[") else line for line in TEXT.splitlines()]
    text = "\n".join(lines)
    if section == "klausul":
        assert parse(text).klausul == ()
        return
    with pytest.raises(ProfileInvalid):
        parse(text)


@pytest.mark.parametrize("section", ["kertas", "huruf", "sebutan.desa", "lampiran.daftar_hadir", "kuorum"])
def test_what_a_profile_does_not_say_comes_from_what_all_share(section: str) -> None:
    head, _, rest = TEXT.partition(f"\n[{section}]")
    text = head + rest[rest.index("\n\n") :]
    assert parse(text, "rkpd-86") == load("rkpd-86")


def test_an_unknown_profile_is_answered_with_those_that_exist() -> None:
    with pytest.raises(ProfileInvalid, match=r"Profil formulir desa-99 tidak ada; yang ada: .*rkpd-86"):
        load("desa-99")
    with pytest.raises(ProfileInvalid):
        load("../profiles/rkpd-86")
