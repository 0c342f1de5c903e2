"""Every cell of a list of usulan is read as an operator would, or pointed at."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.usulan_import import periksa
from tests.unit.exchange.looking import one, remarks, usulan
from tests.usulan_files import write_csv, write_xlsx


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


@pytest.mark.parametrize("written", ["100 x 2 x 0.15 m", "3 x 4 x 0,2", "3m \u00d7 4m", "3*4"])
def test_measures_in_the_place_of_a_volume_go_to_their_field(tmp_path: Path, written: str) -> None:
    baris = one(tmp_path, volume=written, satuan="m3")
    assert (usulan(baris).volume, usulan(baris).satuan) == ("", "m3")
    assert (usulan(baris).dimensi, usulan(baris).keterangan) == (written, "")
    assert baris.verdict == "mended" and "ukurannya ada di dimensi" in remarks(baris)


def test_measures_that_have_their_column_leave_those_of_the_volume_as_a_remark(tmp_path: Path) -> None:
    head, row = ["Usulan", "Volume", "Dimensi"], ["Talud", "3 x 4", "100 x 2 x 0.15 m"]
    (found,) = periksa(write_xlsx(tmp_path / "a.xlsx", [head, row])).usulan
    assert (found.dimensi, found.volume, found.keterangan) == ("100 x 2 x 0.15 m", "", "Ukuran: 3 x 4")


@pytest.mark.parametrize("written", ["85.000/m", "Rp 85.000,-/m3", "85rb per meter lari", "85000"])
def test_a_price_may_name_the_unit_that_it_is_for(tmp_path: Path, written: str) -> None:
    (found,) = periksa(write_xlsx(tmp_path / "a.xlsx", [["Usulan", "Harga satuan"], ["Talud", written]])).usulan
    assert (found.harga_satuan, found.keterangan) == (85_000, "")


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


def test_what_programs_write_for_nothing_is_nothing(tmp_path: Path) -> None:
    baris = one(tmp_path, masalah="undefined", pengusul="NULL", volume="#VALUE!", satuan="-")
    found = usulan(baris)
    assert (found.masalah, found.pengusul, found.volume, found.satuan) == ("", "", "", "")
    assert [note.cell for note in baris.notes] == ["C2", "H2", "K2"]
