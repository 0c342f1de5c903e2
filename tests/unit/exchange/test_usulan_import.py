"""Every row of a file gets the verdict that an operator wants."""

from __future__ import annotations

import contextlib
import datetime
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang_desktop.domain.usulan import FIELDS, UsulanBaru
from musrenbang_desktop.exchange.pratinjau import Baris, Pratinjau
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca
from musrenbang_desktop.exchange.usulan_import import periksa, to_json
from tests.usulan_files import HEAD, SIPD_HEAD, VILLAGE_MERGED, row, village_list, write_csv, write_xls, write_xlsx


def look(tmp_path: Path, *rows: list[object]) -> Pratinjau:
    return periksa(write_xlsx(tmp_path / "usulan.xlsx", [HEAD, *rows]))


def one(tmp_path: Path, judul: object = "Talud sungai", **fields: object) -> Baris:
    preview = look(tmp_path, row(judul, no=1, **fields))
    assert len(preview.rows) == 1
    return preview.rows[0]


def usulan(baris: Baris) -> UsulanBaru:
    assert baris.usulan is not None
    return baris.usulan


def remarks(baris: Baris) -> str:
    return " | ".join(f"{note.cell} {note.text}" for note in baris.notes)


def test_a_clean_row_is_ok(tmp_path: Path) -> None:
    baris = one(
        tmp_path,
        "Talud sungai",
        masalah="Longsor",
        dusun="Krajan",
        rt=2,
        rw="001",
        lokasi="depan SDN 2",
        volume=569.5,
        satuan="m",
        perkiraan_biaya=125_000_000,
        pengusul="RT 02",
        bidang="Pembangunan Desa",
        penerima_manfaat=60,
        perangkat_daerah="Dinas PU",
        keterangan="usulan 2026",
    )
    assert (baris.row, baris.verdict, baris.notes) == (2, "ok", ())
    assert baris.usulan == UsulanBaru(
        judul="Talud sungai",
        masalah="Longsor",
        dusun="Krajan",
        rt="02",
        rw="01",
        lokasi="depan SDN 2",
        volume="569,5",
        satuan="m",
        perkiraan_biaya=125_000_000,
        pengusul="RT 02",
        bidang="Pembangunan Desa",
        penerima_manfaat=60,
        perangkat_daerah="Dinas PU",
        keterangan="usulan 2026",
    )


@pytest.mark.parametrize(
    ("cell", "amount", "verdict"),
    [
        (4_500_000, 4_500_000, "ok"),
        (4_500_000.0, 4_500_000, "ok"),
        ("4500000", 4_500_000, "ok"),
        ("4.500.000", 4_500_000, "ok"),
        ("Rp 4.500.000 ", 4_500_000, "mended"),
        ("Rp. 4.500.000,-", 4_500_000, "mended"),
        ("1,25jt", 1_250_000, "mended"),
        (1_234_567.6, 1_234_568, "mended"),
        (1, 1, "mended"),
        (0, 0, "mended"),
        (999, 999, "mended"),
        ("undefined", None, "mended"),
        ("#REF!", None, "mended"),
        ("-", None, "ok"),
        (None, None, "ok"),
        ("=SUM(J2:J9)", None, "mended"),
        ("sekitar lima juta", None, "mended"),
        (datetime.date(2026, 1, 2), None, "mended"),
        (3326010101900003, None, "mended"),
    ],
)
def test_amounts(tmp_path: Path, cell: object, amount: int | None, verdict: str) -> None:
    baris = one(tmp_path, perkiraan_biaya=cell)
    assert (usulan(baris).perkiraan_biaya, baris.verdict) == (amount, verdict)
    assert all(note.cell == "J2" for note in baris.notes)


def test_a_tiny_amount_is_kept_and_pointed_at(tmp_path: Path) -> None:
    assert "terlalu kecil, periksa" in remarks(one(tmp_path, perkiraan_biaya=1))


def test_an_unreadable_amount_is_kept_as_a_remark(tmp_path: Path) -> None:
    assert usulan(one(tmp_path, perkiraan_biaya="sekitar lima juta")).keterangan == "Biaya tertulis: sekitar lima juta"


@pytest.mark.parametrize("cell", [-5, -0.5, "-5.000", "(5.000)", "Rp -5.000", "- Rp 5.000"])
def test_a_negative_amount_is_refused_with_its_cell(tmp_path: Path, cell: object) -> None:
    baris = one(tmp_path, perkiraan_biaya=cell)
    assert (baris.verdict, baris.usulan) == ("refused", None)
    assert "J2 biaya" in remarks(baris)


def test_a_row_without_title_is_refused_with_its_cell(tmp_path: Path) -> None:
    baris = one(tmp_path, None, lokasi="Krajan", perkiraan_biaya=5_000_000)
    assert (baris.row, baris.verdict, baris.usulan) == (2, "refused", None)
    assert "B2 nama usulan kosong" in remarks(baris)


@pytest.mark.parametrize("nothing", [None, "", " ", "-", "\u00a0"])
def test_blank_rows_are_silent(tmp_path: Path, nothing: object) -> None:
    preview = look(tmp_path, row("Talud"), [nothing] * 15, row("Jalan"), [nothing] * 15, [nothing])
    assert [baris.row for baris in preview.rows] == [2, 4]
    assert preview.lewat == ()


def test_a_number_without_text_is_no_usulan(tmp_path: Path) -> None:
    preview = look(tmp_path, row("Talud", no=1), row(None, no=2), row(None, no=3))
    assert len(preview.rows) == 1
    assert [(one.row, one.jenis) for one in preview.lewat] == [(3, "tanpa_isi"), (4, "tanpa_isi")]


@pytest.mark.parametrize(
    ("written", "volume", "satuan"),
    [
        ("1 Org", "1", "orang"),
        ("120 m2", "120", "m2"),
        ("1.200 m", "1200", "m"),
        ("\u00b1 3 bh", "3", "buah"),
        ("1Ls", "1", "ls"),
    ],
)
def test_volume_with_its_unit_in_one_cell(tmp_path: Path, written: str, volume: str, satuan: str) -> None:
    baris = one(tmp_path, volume=written)
    assert (usulan(baris).volume, usulan(baris).satuan, baris.verdict) == (volume, satuan, "mended")


def test_volume_and_unit_in_a_column_of_both_is_ordinary(tmp_path: Path) -> None:
    head = ["No", "Usulan", "Volume & Satuan"]
    preview = periksa(write_xlsx(tmp_path / "a.xlsx", [head, [1, "Talud", "120 m2"], [2, "Honor", "1 Org"]]))
    assert [baris.verdict for baris in preview.rows] == ["ok", "mended"]
    assert [(one.volume, one.satuan) for one in preview.usulan] == [("120", "m2"), ("1", "orang")]


def test_dimensions_are_kept_as_a_remark(tmp_path: Path) -> None:
    baris = one(tmp_path, volume="100 x 2 x 0.15 m", satuan="m3")
    assert (usulan(baris).volume, usulan(baris).satuan) == ("", "m3")
    assert usulan(baris).keterangan == "Ukuran: 100 x 2 x 0.15 m"
    assert baris.verdict == "mended"


def test_two_units_that_differ_are_pointed_at(tmp_path: Path) -> None:
    baris = one(tmp_path, volume="120 m", satuan="m2")
    assert (usulan(baris).volume, usulan(baris).satuan) == ("120", "m2")
    assert "berbeda" in remarks(baris)
    assert one(tmp_path, volume="120 M\u00b2", satuan="m2").usulan == usulan(one(tmp_path, volume="120", satuan="m2"))


def test_a_volume_that_excel_made_a_date(tmp_path: Path) -> None:
    baris = one(tmp_path, volume=datetime.date(2026, 2, 1))
    assert usulan(baris).volume == ""
    assert "H2 Excel mengubah" in remarks(baris)


def test_a_negative_volume_is_refused(tmp_path: Path) -> None:
    assert one(tmp_path, volume=-3).verdict == "refused"
    assert one(tmp_path, penerima_manfaat=-3).verdict == "refused"


@pytest.mark.parametrize(
    ("fields", "place", "verdict"),
    [
        ({"rt": "2", "rw": "1"}, ("", "02", "01", ""), "ok"),
        ({"rt": "RT 02", "rw": "RW IV"}, ("", "02", "04", ""), "ok"),
        ({"rt": "02/01"}, ("", "02", "01", ""), "ok"),
        ({"rt": datetime.date(2026, 1, 2)}, ("", "02", "01", ""), "mended"),
        ({"lokasi": "RT 02 RW 01"}, ("", "02", "01", ""), "mended"),
        ({"lokasi": "Gang Melati RT.25/RW.03"}, ("", "25", "03", "Gang Melati RT.25/RW.03"), "mended"),
        ({"lokasi": "Dusun Krajan RT 02/RW 01"}, ("Krajan", "02", "01", ""), "mended"),
        ({"lokasi": "Dusun Krajan Kulon, depan masjid"}, ("Krajan Kulon", "", "", "depan masjid"), "mended"),
        ({"dusun": "Dusun Krajan", "lokasi": "depan masjid"}, ("Krajan", "", "", "depan masjid"), "ok"),
        ({"dusun": "Dusun II"}, ("Dusun II", "", "", ""), "ok"),
        ({"rt": "RT 1, RT 2", "lokasi": "jalan poros"}, ("", "", "", "jalan poros, RT 1, RT 2"), "mended"),
    ],
)
def test_places(tmp_path: Path, fields: dict[str, object], place: tuple[str, str, str, str], verdict: str) -> None:
    baris = one(tmp_path, "Talud sungai", **fields)
    found = usulan(baris)
    assert ((found.dusun, found.rt, found.rw, found.lokasi), baris.verdict) == (place, verdict)


def test_rt_and_rw_of_the_title_are_filled_in(tmp_path: Path) -> None:
    baris = one(tmp_path, "Pembangunan Drainase RT 002 RW 001")
    assert (usulan(baris).rt, usulan(baris).rw, usulan(baris).judul) == (
        "02",
        "01",
        "Pembangunan Drainase RT 002 RW 001",
    )
    assert remarks(baris) == "B2 RT 02/RW 01 diambil dari nama usulan"


@pytest.mark.parametrize("judul", ["Paving RT 6, RT 8", "Gorong-gorong RT 9-11", "Rabat RW 5 \u2013 7"])
def test_several_rt_are_not_guessed(tmp_path: Path, judul: str) -> None:
    baris = one(tmp_path, judul)
    assert (usulan(baris).rt, usulan(baris).rw, baris.verdict) == ("", "", "mended")


def test_title_and_place_that_contradict_are_not_guessed(tmp_path: Path) -> None:
    baris = one(tmp_path, "Talud RT 2", lokasi="RT 3 RW 1")
    assert (usulan(baris).rt, baris.verdict) == ("", "mended")


@pytest.mark.parametrize(
    ("cell", "persons", "verdict", "remark"),
    [
        (60, 60, "ok", ""),
        ("13 Org", 13, "ok", ""),
        ("1.200 jiwa", 1200, "ok", ""),
        ("24 siswa", 24, "mended", ""),
        ("40 KPM", None, "mended", "Penerima manfaat: 40 KPM"),
        ("semua warga", None, "mended", "Penerima manfaat: semua warga"),
        ("1 Paket", None, "mended", ""),
        ("-", None, "ok", ""),
    ],
)
def test_beneficiaries_are_persons(
    tmp_path: Path, cell: object, persons: int | None, verdict: str, remark: str
) -> None:
    baris = one(tmp_path, penerima_manfaat=cell)
    assert (usulan(baris).penerima_manfaat, baris.verdict, usulan(baris).keterangan) == (persons, verdict, remark)


def test_sub_items_become_usulan_that_name_their_parent(tmp_path: Path) -> None:
    preview = look(
        tmp_path,
        row("Perbaikan jalan", no=1),
        row("\u2022 RT 19 Paving gang"),
        row("- RT 20"),
        row("Beasiswa"),
        row("\u2022Talud"),
        row("\u2022 Gapura", no=2),
        row("\u2022 Pagar"),
    )
    assert [baris.verdict for baris in preview.rows] == ["ok", "mended", "mended", "ok", "mended", "mended", "mended"]
    titles = [one.judul for one in preview.usulan]
    assert titles == [
        "Perbaikan jalan",
        "RT 19 Paving gang",
        "Perbaikan jalan RT 20",
        "Beasiswa",
        "Talud",
        "Gapura",
        "Pagar",
    ]
    assert "B3 butir di bawah “Perbaikan jalan” (baris 2)" in remarks(preview.rows[1])
    assert preview.usulan[1].rt == "19"
    assert "(baris 2)" in remarks(preview.rows[4])
    assert "butir di bawah" not in remarks(preview.rows[5]) + remarks(preview.rows[6])


def test_several_items_in_one_cell_are_pointed_at(tmp_path: Path) -> None:
    baris = one(tmp_path, "\u2022 Talud\n\u2022 Jalan")
    assert usulan(baris).judul == "Talud \u2022 Jalan"
    assert "beberapa butir" in remarks(baris)


def test_headings_of_bidang_set_the_bidang_below(tmp_path: Path) -> None:
    preview = look(
        tmp_path,
        row(None, no=1, bidang="BIDANG PEMBANGUNAN DESA", perkiraan_biaya=50_000_000),
        row("Talud", no=1, bidang="BIDANG I"),
        row("Jalan", no=2),
        row("BIDANG III. PEMBINAAN KEMASYARAKATAN"),
        row("Linmas", no=1),
        row("Posyandu", no=2, bidang="Kesehatan"),
    )
    assert [one.bidang for one in preview.usulan] == [
        "Pembangunan Desa",
        "Pembangunan Desa",
        "Pembinaan Kemasyarakatan",
        "Kesehatan",
    ]
    assert preview.headings == 2
    assert [baris.verdict for baris in preview.rows] == ["ok"] * 4


def test_a_row_with_bidang_and_amount_but_no_title_is_refused(tmp_path: Path) -> None:
    baris = one(tmp_path, None, bidang="Kesehatan", perkiraan_biaya=5_000_000)
    assert baris.verdict == "refused"


@pytest.mark.parametrize("label", ["Jumlah", "TOTAL", "Sub Total", "JUMLAH RKP DESA TAHUN ANGGARAN 2024"])
def test_sums_are_passed_over(tmp_path: Path, label: str) -> None:
    preview = look(tmp_path, row("Talud", no=1), [label, *[None] * 8, 9_000_000], row(label, perkiraan_biaya=9_000_000))
    assert len(preview.rows) == 1
    assert [one.jenis for one in preview.lewat] == ["jumlah", "jumlah"]


def test_signatures_below_the_table_are_no_usulan(tmp_path: Path) -> None:
    preview = look(
        tmp_path,
        row("Talud", no=1),
        [None] * 6 + ["Sukamaju, 15 Desember 2023"],
        row("Mengetahui,"),
        row("Kepala Desa Sukamaju", lokasi="Ketua BPD"),
        row("SUMARNI, S.Sos."),
        row("Talud lanjutan", no=2),
    )
    assert [one.judul for one in preview.usulan] == ["Talud", "Talud lanjutan"]
    assert {one.jenis for one in preview.lewat} == {"kaki"}


def test_a_head_repeated_on_the_next_page_is_passed_over(tmp_path: Path) -> None:
    preview = look(tmp_path, row("Talud", no=1), list(HEAD), list(range(1, 16)), row("Jalan", no=2))
    assert [one.judul for one in preview.usulan] == ["Talud", "Jalan"]
    assert [one.jenis for one in preview.lewat] == ["judul_kolom", "judul_kolom"]


def test_a_colon_in_front_is_taken_away(tmp_path: Path) -> None:
    baris = one(tmp_path, ": Tunjangan kader")
    assert (usulan(baris).judul, baris.verdict) == ("Tunjangan kader", "mended")


def test_a_formula_stays_text(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["Usulan", "Lokasi"], ['=HYPERLINK("x")', "@SUM(A1)"]])
    baris = periksa(path).rows[0]
    assert (usulan(baris).judul, usulan(baris).lokasi) == ('=HYPERLINK("x")', "@SUM(A1)")
    assert baris.verdict == "mended"


def test_a_long_text_is_kept_whole(tmp_path: Path) -> None:
    baris = one(tmp_path, masalah="rusak " * 100)
    assert usulan(baris).masalah == ("rusak " * 100).strip()
    assert "C2 tulisan panjang" in remarks(baris)


@pytest.mark.parametrize("nik", ["3326010101900003", "332601 010190 0003", "3326-0101-0190-0003"])
def test_a_nik_is_never_kept(tmp_path: Path, nik: str) -> None:
    baris = one(
        tmp_path,
        f"Bedah rumah (NIK {nik})",
        pengusul=nik,
        keterangan=f"KK: {nik}, miskin",
        perkiraan_biaya=f"untuk {nik}",
    )
    text = json.dumps(to_json(Pratinjau(**{**_fields(look(tmp_path, row("x"))), "rows": (baris,)})))
    digits = "".join(letter for letter in text if letter.isdigit())
    assert "3326010101900003" not in digits
    assert usulan(baris).judul == "Bedah rumah"
    assert usulan(baris).pengusul == ""
    assert baris.verdict == "mended"


def _fields(preview: Pratinjau) -> dict[str, object]:
    names = ("berkas", "sheet", "sheets", "head_row", "columns", "mapping", "unmapped", "rows", "lewat")
    return {name: getattr(preview, name) for name in names}


def test_a_nik_that_excel_keeps_as_a_number_is_removed(tmp_path: Path) -> None:
    assert usulan(one(tmp_path, pengusul=3326010101900000)).pengusul == ""


def test_a_title_that_is_only_a_nik_is_refused(tmp_path: Path) -> None:
    assert one(tmp_path, "3326010101900003").verdict == "refused"


def test_what_programs_write_for_nothing_is_nothing(tmp_path: Path) -> None:
    baris = one(tmp_path, masalah="undefined", pengusul="NULL", volume="#VALUE!", satuan="-")
    found = usulan(baris)
    assert (found.masalah, found.pengusul, found.volume, found.satuan) == ("", "", "", "")
    assert [note.cell for note in baris.notes] == ["C2", "H2", "K2"]


def test_doubles_are_pointed_at_and_kept(tmp_path: Path) -> None:
    preview = look(tmp_path, row("Talud", rt=1), row("Talud", rt=2), row("TALUD", rt=1))
    assert [baris.verdict for baris in preview.rows] == ["ok", "ok", "mended"]
    assert "sama dengan baris 2" in remarks(preview.rows[2])
    assert len(preview.usulan) == 3


def test_content_right_of_the_table_is_pointed_at(tmp_path: Path) -> None:
    baris = look(tmp_path, [*row("Talud"), None, "lihat lampiran"]).rows[0]
    assert "Q2 ada isi di kanan tabel" in remarks(baris)


def test_a_text_joined_over_rows_counts_for_each_an_amount_only_once(tmp_path: Path) -> None:
    rows = [HEAD, row("Talud", dusun="Krajan", perkiraan_biaya=9_000_000), row("Jalan"), row("Parit", dusun="Kulon")]
    preview = periksa(write_xlsx(tmp_path / "a.xlsx", rows, merged=("D2:D3", "J2:J3")))
    assert [(one.dusun, one.perkiraan_biaya) for one in preview.usulan] == [
        ("Krajan", 9_000_000),
        ("Krajan", None),
        ("Kulon", None),
    ]


def check_village(preview: Pratinjau) -> None:
    assert [one.judul for one in preview.usulan] == [
        "Tunjangan kader desa",
        "Operasional RT/RW",
        "Pembangunan Drainase RT 002 RW 001",
        "Pembangunan Jalan Paving",
        "RT 19 Paving gang masjid",
        "Pembangunan Jalan Paving RT.6 , RT. 8",
        "Renovasi drainase makam",
        "Pelatihan relawan",
    ]
    assert [one.bidang for one in preview.usulan] == [
        *["Penyelenggaraan Pemerintahan Desa"] * 2,
        *["Pembangunan Desa"] * 5,
        "Penanggulangan Bencana, Keadaan Mendesak dan Darurat Lainnya",
    ]
    assert (preview.usulan[0].volume, preview.usulan[0].satuan, preview.usulan[0].penerima_manfaat) == (
        "1",
        "orang",
        12,
    )
    assert preview.usulan[1].perkiraan_biaya == 4_500_000
    assert (preview.usulan[3].rw, preview.usulan[3].lokasi, preview.usulan[3].volume) == ("07", "", "569,5")
    assert preview.count("refused") == 0
    assert (preview.headings, len(preview.lewat)) == (3, 8)


def test_a_whole_list_as_villages_send_it(tmp_path: Path) -> None:
    check_village(periksa(write_xlsx(tmp_path / "a.xlsx", village_list(), merged=VILLAGE_MERGED)))
    check_village(periksa(write_xls(tmp_path / "a.xls", village_list())))
    check_village(periksa(write_csv(tmp_path / "a.csv", village_list(), delimiter=";", encoding="cp1252")))
    check_village(periksa(write_csv(tmp_path / "b.csv", village_list(), encoding="utf-16")))


def test_the_sheet_with_the_list_is_found(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Petunjuk"
    book.active["A1"] = "Isilah lembar berikut"
    for name, title in (("Usulan", "Talud"), ("Arsip", "Jalan")):
        sheet = book.create_sheet(name)
        sheet.append(["No", "Usulan", "Lokasi"])
        sheet.append([1, title, "Krajan"])
    book.save(tmp_path / "a.xlsx")
    preview = periksa(tmp_path / "a.xlsx")
    assert (preview.sheet, preview.sheets) == ("Usulan", ("Petunjuk", "Usulan", "Arsip"))
    assert periksa(tmp_path / "a.xlsx", sheet="Arsip").usulan[0].judul == "Jalan"
    with pytest.raises(BerkasTidakTerbaca) as refused:
        periksa(tmp_path / "a.xlsx", sheet="Lain")
    assert refused.value.kode == "lembar_tidak_ada"


def test_an_empty_sheet_says_so(tmp_path: Path) -> None:
    with pytest.raises(BerkasTidakTerbaca) as refused:
        periksa(write_xlsx(tmp_path / "a.xlsx", []))
    assert refused.value.kode == "kosong"


def test_a_wrong_column_can_be_corrected(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["No", "Apa", "Di mana", "Berapa"], [1, "Talud", "Krajan", 5_000_000]])
    preview = periksa(path)
    assert (preview.rows, preview.mapping) == ((), {})
    assert preview.pesan.startswith("Kolom nama usulan tidak ditemukan")
    corrected = periksa(path, mapping={"judul": 1, "dusun": 2, "perkiraan_biaya": 3})
    assert corrected.usulan == (UsulanBaru(judul="Talud", dusun="Krajan", perkiraan_biaya=5_000_000),)
    assert corrected.pesan == ""
    with pytest.raises(ValueError, match="warna"):
        periksa(path, mapping={"judul": 1, "warna": 2})


def test_a_head_without_rows_says_so(tmp_path: Path) -> None:
    assert look(tmp_path).pesan.startswith("Tidak ada usulan di bawah judul kolom")


def test_an_export_of_sipd(tmp_path: Path) -> None:
    cells: dict[str, object] = {
        "No": 1,
        "ID Usulan": 991,
        "Pengusul": "Kelurahan Sukamaju",
        "Profil": "Lurah",
        "Usulan": "Paving jalan",
        "Masalah": "Rusak (RW 05 P2)",
        "Alamat": "RW 05",
        "OPD Awal": "Dinas PU",
        "Volume": "100 m",
        "Anggaran": " 4.500.000 ",
        "Catatan": "undefined",
    }
    preview = periksa(write_xlsx(tmp_path / "a.xlsx", [SIPD_HEAD, [cells.get(name) for name in SIPD_HEAD]]))
    found = preview.usulan[0]
    assert (found.judul, found.rw, found.volume, found.satuan, found.perkiraan_biaya) == (
        "Paving jalan",
        "05",
        "100",
        "m",
        4_500_000,
    )
    assert (found.pengusul, found.perangkat_daerah, found.keterangan) == ("Kelurahan Sukamaju", "Dinas PU", "")


def test_json_has_the_agreed_form(tmp_path: Path) -> None:
    preview = look(tmp_path, row("Talud", volume="1 Org"), row(None, lokasi="Krajan"))
    answer = json.loads(json.dumps(to_json(preview)))
    assert list(answer) == ["rows"]
    assert [list(entry) for entry in answer["rows"]] == [["row", "verdict", "notes", "usulan"]] * 2
    assert [(entry["row"], entry["verdict"]) for entry in answer["rows"]] == [(2, "mended"), (3, "refused")]
    assert tuple(answer["rows"][0]["usulan"]) == FIELDS
    assert answer["rows"][0]["usulan"]["perkiraan_biaya"] is None
    assert answer["rows"][1]["usulan"] is None
    assert answer["rows"][1]["notes"][0].startswith("B3: ")


def test_ten_thousand_rows_with_progress_and_a_way_out(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", [HEAD, *(row(f"Talud {n}", no=n, perkiraan_biaya=n * 10_000) for n in range(1, 10_001))]
    )
    steps: list[tuple[int, int]] = []
    preview = periksa(path, progress=lambda done, total: steps.append((done, total)))
    assert (len(preview.rows), preview.count("ok")) == (10_000, 10_000)
    assert steps[-1] == (10_000, 10_000)
    assert len(steps) > 20
    seen: list[tuple[int, int]] = []
    with pytest.raises(BerkasTidakTerbaca) as stopped:
        periksa(path, progress=lambda done, total: seen.append((done, total)), cancelled=lambda: len(seen) >= 3)
    assert stopped.value.kode == "dihentikan"
    assert len(seen) == 3


CELL = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.sampled_from(
        ["BIDANG I", "Jumlah", "RT 1", "\u2022 a", "-", "Rp 5", "Usulan", "1 Org", "Sukamaju, 5 Mei 2026", "0"]
    ),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELL, max_size=16), max_size=12))
def test_any_table_gets_verdicts(tmp_path: Path, rows: list[list[object]]) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, *rows], encoding="utf-16")
    with contextlib.suppress(BerkasTidakTerbaca):
        check_verdicts(periksa(path))


def check_verdicts(preview: Pratinjau) -> None:
    for baris in preview.rows:
        assert (baris.usulan is None) == (baris.verdict == "refused")
        assert bool(baris.notes) == (baris.verdict != "ok")
        assert baris.usulan is None or baris.usulan.judul == " ".join(baris.usulan.judul.split())
