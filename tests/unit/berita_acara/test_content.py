"""What is printed: every recorded fact once, sums, words, blanks for what is unknown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from musrenbang_desktop.berita_acara import JENIS, render
from musrenbang_desktop.berita_acara.isi import (
    BarisHadir,
    BarisPrioritas,
    IsiBeritaAcara,
    baris_belum,
    baris_hadir,
    baris_prioritas,
)
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.kesepakatan import Butir, Perpindahan
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.profile import DasarHukum
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.reference.profile import load
from tests.unit.berita_acara.reading import MM, pages, text_of, words
from tests.unit.berita_acara.sample import forum, isi

PROFILE = load("rkpd-86")
LABEL = re.compile(r"U-\d{3}")


def dotted(amount: int) -> str:
    """An amount as the forms write it, by another way than the code under test."""
    digits = str(amount)
    parts: list[str] = []
    while digits:
        digits, part = digits[:-3], digits[-3:]
        parts.insert(0, part)
    return ".".join(parts)


def test_every_usulan_is_printed_exactly_once() -> None:
    text = text_of(render("lengkap", isi(73, 28, 20), PROFILE))
    assert sorted(LABEL.findall(text)) == [f"U-{number:03d}" for number in range(1, 49)]


def test_every_participant_is_on_the_list_with_room_for_five_more() -> None:
    people = tuple(BarisHadir(nomor=n, nama=f"Warga{n:03d}", jenis_kelamin="L") for n in range(1, 74))
    text = text_of(render("daftar_hadir", replace(isi(), hadir=people), PROFILE))
    assert re.findall(r"Warga\d{3}", text) == [person.nama for person in people]
    numbers = [int(number) for number in re.findall(r"(?<!\d)(\d{1,2})\.(?=\s)", text)]
    assert set(range(1, 79)) <= set(numbers)
    assert 79 not in numbers


def test_signatures_zigzag_between_the_halves_of_their_column() -> None:
    (page, *_) = pages(render("daftar_hadir", isi(12, 0, 0), PROFILE))
    right = max(x0 for x0, *_ in page.rules)
    left = right - PROFILE.lampiran["daftar_hadir"].tabel.kolom[-1].lebar_mm * MM
    (top, bottom) = next((y0, y1) for x0, y0, x1, y1 in page.rules if x0 == x1 == right)
    dots = [dot for dot in page.glyphs if dot.letter == "." and dot.left > left and bottom < dot.bottom < top]
    sides = [dot.left < (left + right) / 2 for dot in sorted(dots, key=lambda dot: -dot.bottom)]
    assert sides[:12] == [True, False] * 6


def test_sums_are_printed_for_each_part_each_bidang_and_all() -> None:
    contents = isi(0, 28, 20)
    text = text_of(render("prioritas", contents, PROFILE))
    rows = contents.prioritas
    for part, heading in (("ke_kecamatan", "Jumlah A (16 usulan)"), ("dana_desa", "Jumlah B (12 usulan)")):
        amount = sum(row.perkiraan_biaya or 0 for row in rows if row.keluaran == part)
        assert f"{heading} {dotted(amount)}" in text
    assert f"Jumlah seluruhnya (28 usulan) {dotted(sum(row.perkiraan_biaya or 0 for row in rows))}" in text
    for bidang in {row.bidang for row in rows}:
        members = [row for row in rows if row.bidang == bidang]
        amount = sum(row.perkiraan_biaya or 0 for row in members)
        assert f"{bidang or 'Belum ditentukan'} {len(members)} {dotted(amount)}" in text
    missing = sum(row.perkiraan_biaya is None for row in rows)
    assert missing > 0
    assert f"{missing} usulan belum memuat perkiraan biaya" in text


def test_an_unknown_sum_is_a_dash_and_a_known_zero_is_zero() -> None:
    unknown = (BarisPrioritas(nomor=1, label="U-001", usulan="Satu"),)
    free = (BarisPrioritas(nomor=1, label="U-001", usulan="Satu", perkiraan_biaya=0),)
    assert "Jumlah seluruhnya (1 usulan) - " in text_of(render("prioritas", replace(isi(), prioritas=unknown), PROFILE))
    text = text_of(render("prioritas", replace(isi(), prioritas=free), PROFILE))
    assert "Jumlah seluruhnya (1 usulan) 0 " in text
    assert "belum memuat" not in text


@pytest.mark.parametrize("jenis", ["daftar_hadir", "prioritas", "belum_disepakati"])
def test_an_empty_table_says_nihil(jenis: str) -> None:
    assert text_of(render(jenis, isi(0, 0, 0), PROFILE)).count("NIHIL") == 1
    assert "NIHIL" not in text_of(render(jenis, isi(1, 1, 1), PROFILE))


def test_the_text_of_the_berita_acara() -> None:
    text = text_of(render("berita_acara", isi(), PROFILE))
    laki = isi().hitungan.laki
    for part in (
        "PEMERINTAH KABUPATEN CONTOH KECAMATAN KALIWUNGU DESA SUKAMAJU",
        "BERITA ACARA HASIL KESEPAKATAN MUSRENBANG RKPD KABUPATEN CONTOH DI DESA SUKAMAJU KECAMATAN KALIWUNGU TAHUN",
        "Nomor: 050/12/2026",
        "Rabu tanggal dua puluh satu bulan Januari tahun dua ribu dua puluh enam (21-01-2026)",
        "a. Sumarni, Kepala Desa Sukamaju;",
        "Ir. Handoko, Kepala Bidang, dari Bappeda;",
        "Waktu : Pukul 08.15 s.d. 12.10 WIB",
        "Peserta : 73 (tujuh puluh tiga) orang, terdiri atas",
        "MENYEPAKATI KESATU : Kegiatan prioritas",
        "KEEMPAT : Berita acara ini dijadikan bahan",
        "MEWAKILI PESERTA MUSRENBANG",
        "Tembusan: 1. Camat Kaliwungu",
    ):
        assert part in text
    assert f"{laki} (" in text
    assert text.count("LAMPIRAN I berita acara") == 1


def test_annexes_name_the_berita_acara_they_belong_to() -> None:
    for jenis, number in (("daftar_hadir", "I"), ("prioritas", "II"), ("belum_disepakati", "III")):
        text = text_of(render(jenis, isi(), PROFILE))
        assert f"LAMPIRAN {number} : BERITA ACARA KESEPAKATAN HASIL MUSRENBANG RKPD" in text
        assert "NOMOR : 050/12/2026 TANGGAL : 21 JANUARI 2026" in text


def test_attendance_counts_are_in_figures_and_words_and_by_group() -> None:
    contents = isi(73)
    text = text_of(render("daftar_hadir", contents, PROFILE))
    assert "73 (tujuh puluh tiga) orang, terdiri atas" in text
    for unsur, (present, invited) in contents.hitungan.per_unsur.items():
        assert f"{unsur} {invited} {present}" in text
    uncounted = replace(contents.hitungan, laki=40, perempuan=31, tanpa_jk=2)
    text = text_of(render("daftar_hadir", replace(contents, hitungan=uncounted), PROFILE))
    assert "28" not in text.split("terdiri atas")[1][:90]
    assert "31 (tiga puluh satu) perempuan, dan 2 (dua) belum dicatat jenis kelaminnya." in text


def test_a_kelurahan_is_called_a_kelurahan() -> None:
    text = text_of(render("lengkap", isi(forum=forum(jenis="kelurahan", kabupaten="Kota Contoh")), PROFILE))
    assert "PEMERINTAH KOTA CONTOH KECAMATAN KALIWUNGU KELURAHAN SUKAMAJU" in text
    assert "Lurah Sukamaju," in text
    assert "Dibiayai dana kelurahan" in text
    assert "Desa Sukamaju Kecamatan" not in text


def test_what_was_not_recorded_leaves_room_for_the_pen() -> None:
    bare = forum(
        kecamatan="", tempat="", nomor_ba="", jam_selesai="", pimpinan=Pejabat(""), notulis=Pejabat(""), sambutan=()
    )
    text = text_of(render("berita_acara", isi(forum=bare), PROFILE))
    assert "Nomor: ......" in text
    assert "Pukul 08.15 s.d. ........ WIB" in text
    assert text.count("(......") == 2
    assert "Sambutan yang disampaikan dalam musyawarah;" in text


def test_the_reason_of_a_moved_usulan_and_of_a_refused_one_is_printed() -> None:
    usulan = Usulan(id="a-1", forum="f", nomor=7, judul="Talut", masalah="Longsor", dusun="Krajan", rt="02", rw="01",
                    volume="120", satuan="m", perkiraan_biaya=4_500_000, bidang="Sarana")  # fmt: skip
    move = Perpindahan(usulan="a-1", dari=4, ke=1, alasan="darurat", oleh="BPD", setuju=61)
    told = baris_prioritas(usulan, Butir("a-1", "ke_kecamatan", alasan_lompat="jalan sekolah"), 1, pindah=move)
    assert told.alasan_pindah == "darurat (diminta BPD, disetujui 61 orang)"
    printed = text_of(render("prioritas", replace(isi(), prioritas=(told,)), PROFILE))
    assert "Pindah dari urutan skor: darurat" in printed
    assert "Didahulukan: jalan sekolah" in printed
    moved = baris_prioritas(usulan, Butir("a-1", "ke_kecamatan", alasan_pindah="mendahulukan lansia"), 1, "4,25", "3=")
    text = text_of(render("prioritas", replace(isi(), prioritas=(moved,)), PROFILE))
    for part in ("Talut (U-007)", "Pindah dari urutan skor: mendahulukan lansia", "Nilai 4,25 Peringkat 3=", "120 m"):
        assert part in text
    assert "Krajan RT 02/RW 01" in text
    refused = baris_belum(usulan, Butir("a-1", "belum_disepakati", alasan="Lahan belum dihibahkan"), 1)
    text = text_of(render("belum_disepakati", replace(isi(), belum_disepakati=(refused,)), PROFILE))
    for part in ("Talut (U-007)", "Masalah: Longsor", "4.500.000", "Lahan belum dihibahkan"):
        assert part in text


def test_a_participant_is_printed_with_whom_he_stands_for() -> None:
    person = Peserta(id="p", forum="f", nomor=9, nama="Karto", unsur="RT 05", dusun="Krajan", wakil_dari="Ketua RT 05")
    line = baris_hadir(person, 1)
    assert (line.nomor, line.alamat) == (1, "Krajan")
    assert "RT 05 mewakili Ketua RT 05" in text_of(render("daftar_hadir", replace(isi(), hadir=(line,)), PROFILE))


def test_only_checked_citations_are_printed_and_only_when_asked() -> None:
    text = text_of(render("berita_acara", isi(), replace(PROFILE, cetak_dasar_hukum=True)))
    assert "Dasar hukum" not in text
    checked = (DasarHukum("Peraturan Bupati Contoh Nomor 1", "sah"), DasarHukum("Peraturan lain", "periksa"))
    text = text_of(render("berita_acara", isi(), replace(PROFILE, cetak_dasar_hukum=True, dasar_hukum=checked)))
    assert "Dasar hukum: 1. Peraturan Bupati Contoh Nomor 1" in text
    assert "Peraturan lain" not in text


def test_a_watermark_lies_on_every_page() -> None:
    for mark in ("DRAF", "LATIHAN"):
        for page in pages(render("lengkap", isi(tanda_air=mark), PROFILE)):
            assert mark in words(page.text)
    assert "DRAF" not in text_of(render("lengkap", isi(), PROFILE))


def test_a_reprint_differs_by_its_mark_alone() -> None:
    first = [words(page.text) for page in pages(render("lengkap", isi(), PROFILE))]
    second = [words(page.text) for page in pages(render("lengkap", isi(cetak_ulang=2), PROFILE))]
    assert [text.replace("CETAK ULANG KE-2 ", "") for text in second] == first
    assert all("CETAK ULANG KE-2" in text for text in second)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Đặng Müller-Ömer Žižek", "Đặng Müller-Ömer Žižek"),
        ("Bu\u200bdi\u202a", "Budi"),
        ("Andre\u0301", "André"),
        ("\U0001d401\U0001d42e\U0001d41d\U0001d422", "Budi"),
        ("Tab\tdan\u00a0baris", "Tab dan baris"),
        ("kurung (satu\\dua)", "kurung (satu\\dua)"),
        ("Ayu \U0001f33a", "Ayu \ufffd"),
    ],
)
def test_names_are_printed_as_written(typed: str, printed: str) -> None:
    person = BarisHadir(nomor=1, nama=typed)
    assert printed in text_of(render("daftar_hadir", replace(isi(), hadir=(person,)), PROFILE))


def test_more_foreign_letters_than_one_subset_of_a_font_holds() -> None:
    letters = "".join(chr(code) for code in range(0x1E00, 0x1EFA))
    chunks = [letters[start : start + 10] for start in range(0, len(letters), 10)]
    people = tuple(BarisHadir(nomor=n, nama=f"a{chunk}z") for n, chunk in enumerate(chunks, 1))
    text = text_of(render("daftar_hadir", replace(isi(), hadir=people), PROFILE))
    assert [chunk for chunk in chunks if f"a{chunk}z" not in text] == []


def test_an_unknown_document_and_an_unreadable_date_are_refused() -> None:
    with pytest.raises(ValueError, match="tidak_ada"):
        render("tidak_ada", isi(), PROFILE)
    with pytest.raises(RuleBroken):
        render("prioritas", isi(forum=forum(tanggal="21 Januari")), PROFILE)
    with pytest.raises(RuleBroken):
        render("berita_acara", isi(forum=forum(jam_mulai="pagi")), PROFILE)


def test_every_kind_has_a_title_and_is_drawn() -> None:
    contents: IsiBeritaAcara = isi(3, 2, 2)
    for jenis, title in JENIS.items():
        assert title
        assert render(jenis, contents, PROFILE).startswith(b"%PDF-")
