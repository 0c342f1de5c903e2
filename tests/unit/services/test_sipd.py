"""The queue for SIPD survives outages: done + waiting + refused are all there are, and nothing is entered twice."""

from __future__ import annotations

import random
from pathlib import Path

import openpyxl
import pytest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kesiapan import Kesiapan
from musrenbang_desktop.domain.sipd import (
    ASAL,
    DIISI,
    FORMULIR,
    KOLOM,
    BarisSipd,
    CatatanSipd,
    check_catatan_sipd,
    isian,
)
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.usulan import Usulan, UsulanBaru
from musrenbang_desktop.exchange.sipd_status import StatusSipd, baca_status
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca
from musrenbang_desktop.services.ekspor import kumpulan
from musrenbang_desktop.services.ekspor_sipd import rekonsiliasi
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.replayed import assert_replayed
from tests.small_forum import small_forum
from tests.unit.berita_acara.sample import forum

MANY = 361


def agreed(open_village: OpenVillage, count: int) -> Layanan:
    """A village whose usulan all go to the kecamatan."""
    desa = open_village()
    desa.forum.buka(small_forum())
    made = desa.usulan.catat_banyak(
        [UsulanBaru(judul=f"Talud {n % 40}", dusun="Krajan", rt=f"{n:03d}", pengusul="RT 01") for n in range(count)],
        "x",
    )
    desa.prioritas.kunci(["Ibu Ketua", "Pak Imam"])
    aturan = desa.prioritas.aturan()
    for kelompok in aturan.kelompok:
        desa.prioritas.isi(kelompok.id, {record: (3,) * len(aturan.kriteria) for record in made})
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(made, "ke_kecamatan")
    return desa


def test_an_entry_that_stops_anywhere_adds_up(open_village: OpenVillage) -> None:
    desa = agreed(open_village, MANY)
    rng = random.Random(7)
    rows = desa.sipd.antrean()
    assert len(rows) == MANY
    for place, row in enumerate(rows[: rng.randint(20, 40)]):
        if place % 7 == 3:
            desa.sipd.tolak(row.usulan.id, "Rina", "kamus tidak ada")
        else:
            desa.sipd.masuk(row.usulan.id, "Rina", f"88{place:04d}")
    sums = desa.sipd.rekap()
    assert sums.masuk + sums.menunggu + sums.ditolak == sums.semua == MANY
    totals, waiting, done, refused = rekonsiliasi(desa.sipd.antrean())
    assert [len(one.baris) for one in (waiting, done, refused)] == [sums.menunggu, sums.masuk, sums.ditolak]
    listed = [row[1] for one in (waiting, done, refused) for row in one.baris]
    assert len(listed) == len(set(listed)) == MANY
    assert [row[1] for row in totals.baris] == [sums.masuk, sums.menunggu, sums.ditolak, MANY]
    numbers = [row[5] for row in done.baris]
    assert len(numbers) == len(set(numbers))
    assert_replayed(desa)


def test_a_tick_can_be_taken_off_and_done_again(open_village: OpenVillage) -> None:
    desa = agreed(open_village, 3)
    first = desa.sipd.antrean()[0].usulan.id
    desa.sipd.masuk(first, "Rina", "1")
    desa.sipd.tunggu(first)
    assert desa.sipd.antrean()[0].catatan == CatatanSipd()
    desa.sipd.masuk(first, "Karto", "1")
    assert desa.sipd.antrean()[0].catatan.oleh == "Karto"
    assert desa.sipd.nama_terakhir() == "Karto"


def test_the_same_tick_twice_writes_once(open_village: OpenVillage) -> None:
    desa = agreed(open_village, 2)
    first = desa.sipd.antrean()[0].usulan.id
    desa.sipd.masuk(first, "Rina", "1")
    before = desa.desk.store.head.seq
    desa.sipd.masuk(first, "Rina", "1")
    assert desa.desk.store.head.seq == before


def test_what_is_not_agreed_cannot_be_ticked(open_village: OpenVillage) -> None:
    desa = agreed(open_village, 2)
    with pytest.raises(RuleBroken) as refused:
        desa.sipd.masuk("tidak-ada", "Rina")
    assert refused.value.code == "tidak_ditemukan"


def test_a_match_keeps_who_ticked(open_village: OpenVillage) -> None:
    desa = agreed(open_village, 3)
    first, second, _ = (row.usulan.id for row in desa.sipd.antrean())
    desa.sipd.masuk(first, "Rina")
    assert desa.sipd.cocokkan([StatusSipd(first, "71"), StatusSipd(second, "72")], "Karto") == 2
    assert [(row.catatan.sipd_id, row.catatan.oleh) for row in desa.sipd.antrean()] == [
        ("71", "Rina"),
        ("72", "Karto"),
        ("", ""),
    ]


def test_the_list_has_the_columns_of_sipd_in_their_order(open_village: OpenVillage) -> None:
    desa = agreed(open_village, 2)
    listed, form, legend = kumpulan(desa, "sipd")
    assert [row[0] for row in legend.baris][: len(KOLOM)] == list(KOLOM)
    assert all(all(row) for row in legend.baris), "every column says where it comes from and what to do without it"
    assert [kolom.judul for kolom in listed.kolom] == list(KOLOM)
    assert len(KOLOM) == 26
    assert [row[0] for row in listed.baris] == [1, 2]
    assert [kolom.judul for kolom in form.kolom] == ["No", "Usulan", *FORMULIR]
    assert [row[0] for row in form.baris] == [1, 2]


def row_of(**fields: object) -> BarisSipd:
    known: dict[str, object] = {"id": "u", "forum": "f", "nomor": 3, "judul": "Talud", "pengusul": "RT 06"}
    return BarisSipd(urutan=1, usulan=Usulan(**(known | fields)), catatan=CatatanSipd())


def test_what_is_copied_fits_one_line_and_money_is_figures_only() -> None:
    values = isian(
        forum(), row_of(masalah="longsor\ndua kali", perkiraan_biaya=63_750_000, lintang="-6.9", bujur="107.6")
    )
    assert values["Masalah"] == "longsor dua kali"
    assert values["Anggaran"] == "63750000"
    assert values["Alamat"] == "Desa Sukamaju (-6.9, 107.6)"
    assert values["Tanggal"] == "21-01-2026"
    assert set(DIISI) <= set(values) == {*KOLOM, *FORMULIR} == set(ASAL)


def test_nothing_is_empty_that_the_record_can_tell_and_the_rest_says_so_in_words() -> None:
    known = isian(
        forum(kode_wilayah="33.24.05.2001"),
        row_of(
            volume="120", satuan="m", bidang="Pembangunan", pengusul="", asal="RW 05", latar_belakang="Banjir",
            sumber_dana=(SumberDana("APBD kabupaten", 5), SumberDana("Swadaya warga")),
            kode_kegiatan="1.03.10.2.01.0005", perangkat_daerah="Dinas PUPR", perkiraan_biaya=5,
        ),
    )  # fmt: skip
    assert known["Koefisien"] == "120 m"
    assert known["Sumber Dana"] == "APBD kabupaten, Swadaya warga"
    assert (known["Tahun"], known["Kode Wilayah"]) == ("2027", "33.24.05.2001")
    assert (known["Pengusul"], known["Masalah"]) == ("RW 05", "Banjir")
    assert known["Alamat"] == "Desa Sukamaju"
    assert [name for name in DIISI if not known[name]] == [
        "Jenis Belanja", "Dasar Hukum", "Maksud", "Tujuan", "Status Lahan", "Sertifikat Lahan", "Rincian Teknis",
    ]  # fmt: skip
    bare = isian(forum(kabupaten="", kecamatan=""), row_of(pengusul=""))
    for name, text in bare.items():
        assert text or ASAL[name].kosong, name


def test_what_the_form_asks_for_the_reasons_and_the_land_comes_from_the_usulan() -> None:
    answers = (Kesiapan("lahan", "ya"), Kesiapan("sertifikat", "ya", "SHM 0123"), Kesiapan("rincian_teknis", "tidak"))
    known = isian(
        forum(),
        row_of(
            masalah="Longsor", tujuan="Aman", maksud="Menahan tebing", dasar_hukum="RPJM Desa", kesiapan=answers,
            jenis_belanja="Belanja modal", status_lahan="warga",
        ),
    )  # fmt: skip
    assert (known["Latar Belakang"], known["Tujuan"]) == ("Longsor", "Aman")
    assert (known["Maksud"], known["Dasar Hukum"]) == ("Menahan tebing", "RPJM Desa")
    assert known["Jenis Belanja"] == "Belanja modal"
    assert (known["Status Lahan"], known["Sertifikat Lahan"]) == ("Milik warga, perlu hibah", "ya (SHM 0123)")
    assert known["Rincian Teknis"] == "tidak"
    assert isian(forum(), row_of(kesiapan=answers))["Status Lahan"] == "ya"
    unknown = isian(forum(), row_of(kesiapan=(Kesiapan("lahan", "belum_tahu", "menunggu BPN"),)))
    assert unknown["Status Lahan"] == "", "what nobody knows is no answer"


def test_unknown_money_is_not_zero() -> None:
    assert isian(forum(), row_of())["Anggaran"] == ""


@pytest.mark.parametrize(
    ("catatan", "field"),
    [
        (CatatanSipd(keadaan="masuk"), "pengisi"),
        (CatatanSipd(keadaan="ditolak", oleh="Rina"), "alasan_sipd"),
        (CatatanSipd(keadaan="masuk", oleh="x" * 201), "oleh"),
    ],
)
def test_a_tick_needs_a_name_and_a_refusal_its_reason(catatan: CatatanSipd, field: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_catatan_sipd(catatan)
    assert refused.value.field == field


def written(folder: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / "sipd.xlsx")
    return folder / "sipd.xlsx"


def test_rows_of_sipd_are_known_by_name_whatever_their_order(tmp_path: Path) -> None:
    one = row_of(id="a", judul="Talud RT 06", dusun="Krajan")
    two = row_of(id="b", judul="Talud RT 06", dusun="Kaliwungu")
    path = written(
        tmp_path,
        ("Daftar Usulan",),
        ("Status", "Alamat", "Usulan", "ID Usulan"),
        ("Diajukan", "Dusun Kaliwungu, tikungan", "TALUD  RT.06", 502),
        ("Diajukan", "Krajan", "Talud RT 06", 501),
        ("Diajukan", "", "Talud RT 06", 503),
        ("Diajukan", "", "Jembatan", 504),
    )
    found = baca_status(path, [one, two])
    assert found.status == [StatusSipd("b", "502"), StatusSipd("a", "501")]
    assert found.tidak_dikenal == ["Talud RT 06", "Jembatan"]


def test_two_that_fit_are_a_question(tmp_path: Path) -> None:
    path = written(tmp_path, ("ID Usulan", "Usulan"), (1, "Talud"))
    found = baca_status(path, [row_of(id="a"), row_of(id="b")])
    assert (found.status, found.meragukan) == ([], ["Talud"])


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BerkasTidakTerbaca) as refused:
        baca_status(written(tmp_path, ("Nama", "Alamat"), ("Sri", "Krajan")), [])
    assert "ID Usulan" in refused.value.kalimat
