"""The forms of a desa: the parts of the berita acara, and the lists RKP Desa and DU-RKP in both families of columns."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.hall import draw_for_hall
from musrenbang_desktop.berita_acara.isi import BarisPrioritas
from musrenbang_desktop.berita_acara.village_plan import by_bidang
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.kesepakatan import Putusan
from musrenbang_desktop.reference.profile import ProfileInvalid, load, own_text, parse
from tests.unit.berita_acara.reading import pages, text_of, words
from tests.unit.berita_acara.sample import forum, isi

DESA = ("desa-114", "desa-21")
PLACE = forum(
    provinsi="Jawa Contoh",
    materi=("Rancangan RKP Desa", "Daftar Usulan RKP Desa"),
    pimpinan=Pejabat("Bambang Wijayanto, S.Sos.", "Ketua BPD"),
    pemateri=(Pejabat("Ir. Handoko", "Kepala Bidang", "Bappeda"), Pejabat("Dra. Wulan", "Camat Kaliwungu")),
    ketua_tim=Pejabat("Sri Handayani"),
)


def rows(
    *amounts: int | None, output: str = "dana_desa", bidang: str = "Pelaksanaan Pembangunan Desa"
) -> tuple[BarisPrioritas, ...]:
    return tuple(
        BarisPrioritas(
            nomor=number,
            label=f"U-{number:03d}",
            usulan="Drainase",
            keluaran=output,  # type: ignore[arg-type]  # an output
            bidang=bidang,
            perkiraan_biaya=amount,
            alasan_pindah="darurat",
        )
        for number, amount in enumerate(amounts, 1)
    )


@pytest.mark.parametrize("name", DESA)
def test_the_parts_stand_in_the_order_of_the_form(name: str) -> None:
    text = text_of(render("berita_acara", isi(forum=PLACE, putusan=Putusan(cara="mufakat")), load(name)))
    parts = (
        "BERITA ACARA MUSYAWARAH PERENCANAAN PEMBANGUNAN (MUSRENBANG) DESA SUKAMAJU",
        "Nomor: 050/12/2026",
        "Provinsi Jawa Contoh, pada:",
        "Hari dan tanggal : Rabu, 21 Januari 2026",
        "telah diselenggarakan",
        "Peserta : 73 (tujuh puluh tiga) orang",
        "A. Materi 1. Rancangan RKP Desa 2. Daftar Usulan RKP Desa",
        "B. Unsur Pimpinan Rapat dan Narasumber",
        "Pemimpin rapat : Bambang Wijayanto, S.Sos., Ketua BPD",
        "Notulis : Rina Kusumawati",
        "Narasumber : 1. Ir. Handoko, Kepala Bidang, dari Bappeda 2. Dra. Wulan, Camat Kaliwungu",
        "sebagai keputusan akhir: 1. Kegiatan prioritas",
        "4. Daftar hadir pada LAMPIRAN I, hasil kelompok diskusi pada LAMPIRAN IV",
        "Keputusan tersebut diambil secara musyawarah mufakat.",
        "Demikian berita acara ini",
        "Pemimpin Musyawarah,",
        "Mengetahui dan menyetujui, Wakil masyarakat Desa Sukamaju",
        "Tembusan:",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)
    assert "MENYEPAKATI" not in text and "KESATU" not in text


@pytest.mark.parametrize("name", DESA)
def test_those_who_agree_sign_below_the_officials_on_the_same_sheet(name: str) -> None:
    found = [words(page.text) for page in pages(render("berita_acara", isi(forum=PLACE), load(name)))]
    (signed,) = [text for text in found if "Pemimpin Musyawarah," in text]
    assert "Mengetahui dan menyetujui," in signed
    assert "Keputusan tersebut diambil" in signed


@pytest.mark.parametrize("name", DESA)
def test_no_citation_is_called_checked_and_none_is_printed(name: str) -> None:
    profile = load(name)
    assert {entry.status for entry in profile.dasar_hukum} == {"periksa"}
    wanted = replace(profile, cetak_dasar_hukum=True)
    assert "Undang-Undang" not in text_of(render("berita_acara", isi(forum=PLACE), wanted))
    sworn = replace(wanted, dasar_hukum=(replace(profile.dasar_hukum[0], status="sah"), *profile.dasar_hukum[1:]))
    assert text_of(render("berita_acara", isi(forum=PLACE), sworn)).count("Dasar hukum: 1. Undang-Undang") == 1


@pytest.mark.parametrize("name", DESA)
def test_the_layar_reads_the_decisions_and_names_nobody(name: str) -> None:
    text = text_of(draw_for_hall(isi(forum=PLACE), load(name), 60, 30))
    assert "1. Kegiatan prioritas Desa Sukamaju" in text
    for person in ("Bambang", "Rina", "Handoko", "Wulan", "Sumarni"):
        assert person not in text


def test_a_delegation_takes_its_clause_and_the_later_ones_move_up() -> None:
    delegates = isi().hadir[:3]
    text = text_of(render("berita_acara", isi(forum=PLACE, delegasi=delegates), load("desa-114")))
    assert "4. Desa Sukamaju diwakili dalam Musrenbang Kecamatan Kaliwungu" in text
    assert "5. Daftar hadir pada LAMPIRAN I" in text


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ('["pembuka", "penutup"]', "klausul harus ada"),
        ('["klausul", "klausul"]', "paling banyak sekali"),
        ('["klausul", "pidato"]', "bagian naskah pidato tidak dikenal"),
        ('["klausul", "keterangan"]', "maka belum diisi"),
    ],
)
def test_parts_that_cannot_be_drawn_are_refused(parts: str, sentence: str) -> None:
    text = re.sub(r"bagian = \[[^\]]*\]", f"bagian = {parts}", own_text("desa-114"), count=1)
    with pytest.raises(ProfileInvalid, match=sentence):
        parse(text, "desa-114")


@pytest.mark.parametrize(
    ("name", "jenis", "heads"),
    [
        ("desa-114", "rkp_desa", "Jenis kegiatan Lokasi Volume"),
        ("desa-114", "du_rkp", "Jenis kegiatan Lokasi Volume"),
        ("desa-21", "rkp_desa", "Data eksisting"),
        ("desa-21", "du_rkp", "SDGs ke-"),
    ],
)
def test_each_family_has_its_columns_and_its_signers(name: str, jenis: str, heads: str) -> None:
    output = "dana_desa" if jenis == "rkp_desa" else "ke_kecamatan"
    contents = replace(isi(forum=PLACE), prioritas=rows(5_000_000, output=output))
    text = text_of(render(jenis, contents, load(name)))
    assert heads in text
    assert "Desa : Sukamaju Kecamatan : Kaliwungu Kabupaten/kota : Contoh Provinsi : Jawa Contoh" in text
    assert "Mengetahui, Kepala Desa Sukamaju," in text and "Ketua Tim Penyusun RKP Desa," in text
    assert "Sri Handayani" in text and "darurat" not in text
    letters = " ".join(chr(ord("a") + place) for place in range(len(load(name).cetak[jenis].tabel[""].kolom)))  # type: ignore[index]  # a sheet
    assert letters in text


def test_sums_stand_below_each_bidang_and_in_all_and_what_is_unknown_is_no_zero() -> None:
    listed = (*rows(1_000_000, None, bidang=""), *rows(2_000_000, 3_000_000), *rows(None, bidang="Pembinaan Adat"))
    text = text_of(render("rkp_desa", replace(isi(forum=PLACE), prioritas=listed), load("desa-114")))
    sums = re.findall(r"Jumlah ([\w ]+) \((\d) kegiatan\) ([\d.]+|-)", text)
    assert sums == [
        ("Pelaksanaan Pembangunan Desa", "2", "5.000.000"),
        ("Pembinaan Adat", "1", "-"),
        ("bidang yang belum ditentukan", "2", "1.000.000"),
        ("seluruhnya", "5", "6.000.000"),
    ]
    assert "2 kegiatan belum memuat prakiraan biaya" in text


@pytest.mark.parametrize("name", [*DESA, "rkpd-86"])
@pytest.mark.parametrize("jenis", ["rkp_desa", "du_rkp"])
def test_an_empty_plan_says_so(name: str, jenis: str) -> None:
    assert "NIHIL" in text_of(render(jenis, replace(isi(forum=PLACE), prioritas=()), load(name)))


def test_a_bidang_is_one_whatever_its_capitals_and_those_of_the_apb_come_first() -> None:
    named = (
        "adat",
        "PELAKSANAAN  pembangunan desa",
        "",
        "Pelaksanaan Pembangunan Desa",
        "Penyelenggaraan Pemerintahan Desa",
    )
    found = by_bidang([row for name in named for row in rows(1, bidang=name)])
    assert [(name, len(members)) for name, members in found] == [
        ("Penyelenggaraan Pemerintahan Desa", 1),
        ("PELAKSANAAN pembangunan desa", 2),
        ("adat", 1),
        ("", 1),
    ]


def test_numbering_of_columns_may_leave_out_letters() -> None:
    text = 'dasar = "desa-114"\nid = "k"\nnama = "K"\n[du_rkp]\nkolom = [' + ", ".join(
        f'{{ isi = "{fact}", judul = "{fact}", lebar_mm = 40, nomor = "{letter}" }}'
        for fact, letter in (
            ("nomor", "a"),
            ("bidang", "b"),
            ("usulan", "d"),
            ("lokasi", "f"),
            ("perkiraan_biaya", "h"),
        )
    )
    found = text_of(render("du_rkp", replace(isi(forum=PLACE), prioritas=()), parse(f"{text}]", "k")))
    assert "a b d f h NIHIL" in found
