"""The defects of real lists, each with the verdict that an operator would want.

They were met in published lists of villages and of programs; every row here is invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.exchange.pratinjau import Baris
from musrenbang_desktop.exchange.usulan_import import periksa
from tests.unit.exchange.looking import look, one, remarks, usulan
from tests.usulan_files import row, write_xlsx

WIDE = (
    "No",
    "Usulan",
    "Alamat",
    "Prioritas RW",
    "Sumber Dana",
    "Kewenangan",
    "L",
    "P",
    "RTM",
    "Difabel",
    "Jumlah Penerima Manfaat",
    "Koordinat",
    "Tema",
    "Tujuan",
    "Datang lewat",
)


def wide(tmp_path: Path, **cells: object) -> Baris:
    names = ("no", "usulan", "alamat", "prioritas", "sumber", "kewenangan", "l", "p", "rtm", "difabel", "jumlah")
    names += ("koordinat", "tema", "tujuan", "lewat")
    values = {"no": 1, "usulan": "Talud", **cells}
    preview = periksa(write_xlsx(tmp_path / "lebar.xlsx", [WIDE, [values.get(name) for name in names]]))
    return preview.rows[0]


@pytest.mark.parametrize(
    ("written", "satuan"), [("50 orang", "orang"), ("50 Orang", "orang"), ("1 Paket", "paket"), ("2 UNIT", "unit")]
)
def test_one_unit_in_many_spellings_is_one_unit(tmp_path: Path, written: str, satuan: str) -> None:
    assert usulan(one(tmp_path, volume=written)).satuan == satuan


@pytest.mark.parametrize(
    ("masalah", "kept", "asal", "rank"),
    [
        ("Rusak parah (RW 05 P2)", "Rusak parah", "RW 05", 2),
        ("Rusak (RW 5 P 12), sejak 2020", "Rusak, sejak 2020", "RW 05", 12),
        ("Belum ada alat (PKK Pokja 2 P1)", "Belum ada alat", "PKK Pokja 2", 1),
        ("Becek (depan PAUD)", "Becek (depan PAUD)", "", None),
        ("Becek (RW 05 P0)", "Becek (RW 05 P0)", "", None),
    ],
)
def test_origin_and_rank_hidden_in_the_problem_come_out(
    tmp_path: Path, masalah: str, kept: str, asal: str, rank: int | None
) -> None:
    baris = one(tmp_path, masalah=masalah)
    found = usulan(baris)
    assert (found.masalah, found.asal, found.peringkat_asal) == (kept, asal, rank)
    assert (baris.verdict == "mended") == (rank is not None)


def test_many_usulan_of_one_kind_at_one_address_are_no_doubles(tmp_path: Path) -> None:
    preview = look(
        tmp_path,
        row("Paving jalan", lokasi="Jalan Melati", masalah="(RW 05 P1)", perkiraan_biaya=40_000_000),
        row("Paving jalan", lokasi="Jalan Melati", masalah="(RW 05 P2)", perkiraan_biaya=55_000_000),
    )
    assert not any("sama dengan baris" in remarks(baris) for baris in preview.rows)


def test_a_row_that_says_nothing_of_its_own_is_a_double(tmp_path: Path) -> None:
    same = row("Paving jalan", lokasi="Jalan Melati", perkiraan_biaya=40_000_000)
    assert "sama dengan baris 2" in remarks(look(tmp_path, same, same).rows[1])


@pytest.mark.parametrize("written", [" 4.500.000 ", "\u00a04.500.000", "4.500.000,-", "Rp4.500.000,00"])
def test_an_amount_with_blanks_and_signs_around_it_is_read(tmp_path: Path, written: str) -> None:
    assert usulan(one(tmp_path, perkiraan_biaya=written)).perkiraan_biaya == 4_500_000


def test_undefined_is_unknown_and_never_zero(tmp_path: Path) -> None:
    baris = one(tmp_path, perkiraan_biaya="undefined", penerima_manfaat="undefined", satuan="NULL")
    found = usulan(baris)
    assert (found.perkiraan_biaya, found.penerima_manfaat, found.satuan) == (None, None, "")
    assert baris.verdict == "mended"


def test_an_amount_of_one_rupiah_is_kept_and_doubted(tmp_path: Path) -> None:
    baris = one(tmp_path, perkiraan_biaya=1)
    assert usulan(baris).perkiraan_biaya == 1
    assert "terlalu kecil" in remarks(baris)


@pytest.mark.parametrize(
    ("cell", "sources", "verdict"),
    [
        ("DD|ADD", ("Dana Desa", "Alokasi Dana Desa"), "mended"),
        ("DD / Swadaya", ("Dana Desa", "Swadaya warga"), "mended"),
        ("Dana Desa", ("Dana Desa",), "ok"),
        ("APBD Kabupaten", ("APBD kabupaten",), "ok"),
        ("ADD", ("Alokasi Dana Desa",), "mended"),
        ("CSR PT Contoh", ("CSR PT Contoh",), "ok"),
        ("-", (), "ok"),
    ],
)
def test_several_sources_in_one_cell_become_rows(
    tmp_path: Path, cell: str, sources: tuple[str, ...], verdict: str
) -> None:
    baris = wide(tmp_path, sumber=cell)
    assert tuple(source.sumber for source in usulan(baris).sumber_dana) == sources
    assert all(source.jumlah is None for source in usulan(baris).sumber_dana), "no amount is ever guessed"
    assert baris.verdict == verdict


def test_amounts_inside_the_cell_of_sources_are_taken(tmp_path: Path) -> None:
    baris = wide(tmp_path, sumber="DD Rp 50.000.000; Swadaya: 5 jt")
    assert usulan(baris).sumber_dana == (
        SumberDana("Dana Desa", 50_000_000),
        SumberDana("Swadaya warga", 5_000_000),
    )


def test_a_resident_named_in_an_address_is_pointed_at(tmp_path: Path) -> None:
    baris = one(tmp_path, lokasi="depan Pak Contoh")
    assert usulan(baris).lokasi == "depan Pak Contoh"
    assert "menyebut nama orang" in remarks(baris)
    assert one(tmp_path, lokasi="depan Rumah Sakit").verdict == "ok"
    assert one(tmp_path, lokasi="Posyandu Ibu Hamil").verdict == "ok"


def test_a_volume_with_decimals_stays_exact(tmp_path: Path) -> None:
    assert usulan(one(tmp_path, volume=569.5)).volume == "569,5"


def test_beneficiaries_by_group_are_read_and_unknown_stays_unknown(tmp_path: Path) -> None:
    found = usulan(wide(tmp_path, l=18, p="22 orang", rtm="-", difabel=None))
    assert (found.penerima_l, found.penerima_p, found.penerima_manfaat) == (18, 22, 40)
    assert (found.penerima_rtm, found.penerima_difabel) == (None, None)


def test_a_total_that_its_parts_contradict_is_put_right_and_said(tmp_path: Path) -> None:
    baris = wide(tmp_path, l=18, p=22, jumlah=50)
    assert usulan(baris).penerima_manfaat == 40
    assert "tidak sama dengan L + P" in remarks(baris)


def test_a_total_without_parts_stays(tmp_path: Path) -> None:
    baris = wide(tmp_path, l=18, jumlah=50)
    assert (usulan(baris).penerima_manfaat, baris.verdict) == (50, "ok")


@pytest.mark.parametrize(
    ("cell", "rank", "remark"),
    [("P2", 2, ""), (3, 3, ""), ("Prioritas 1", 1, ""), ("tinggi", None, "Prioritas: tinggi")],
)
def test_a_rank_is_a_number_or_a_remark(tmp_path: Path, cell: object, rank: int | None, remark: str) -> None:
    found = usulan(wide(tmp_path, prioritas=cell))
    assert (found.peringkat_asal, found.keterangan) == (rank, remark)


@pytest.mark.parametrize(
    ("alamat", "koordinat", "point", "place"),
    [
        ("Krajan (-7.801234, 110.364567)", None, ("-7.801234", "110.364567"), "Krajan"),
        ("Krajan", "-7.801234, 110.364567", ("-7.801234", "110.364567"), "Krajan"),
        ("Krajan", "110.364567, -7.801234", ("-7.801234", "110.364567"), "Krajan"),
        ("Krajan", "0, 0", ("", ""), "Krajan"),
        ("Km 7.800 110.000", None, ("", ""), "Km 7.800 110.000"),
    ],
)
def test_a_point_inside_the_address_is_taken_out(
    tmp_path: Path, alamat: str, koordinat: str | None, point: tuple[str, str], place: str
) -> None:
    found = usulan(wide(tmp_path, alamat=alamat, koordinat=koordinat))
    assert ((found.lintang, found.bujur), found.lokasi) == (point, place)


def test_routing_theme_and_way_are_words_we_know_or_remarks(tmp_path: Path) -> None:
    found = usulan(
        wide(tmp_path, kewenangan="Kabupaten", tema="Perempuan, anak", lewat="Musdus", tujuan="Air bersih dekat rumah")
    )
    assert (found.kewenangan, found.tema_penerima, found.sumber_usulan) == (
        "kabupaten",
        ("perempuan", "anak"),
        "musdus",
    )
    assert found.tujuan == "Air bersih dekat rumah"
    strange = usulan(wide(tmp_path, kewenangan="antah", tema="nelayan"))
    assert (strange.kewenangan, strange.tema_penerima) == ("", ())
    assert strange.keterangan == "Kewenangan: antah; Tema: nelayan"


@pytest.mark.parametrize(
    ("cell", "kept", "note"),
    [
        ("1.03.10.2.01.0005 Pembangunan jalan", "1.03.10.2.01.0005", ""),
        ("1.3.10.2.1.0005", "1.03.10.2.01.0005", ""),
        ("1.03.10.1.01.0005", "1.03.10.1.01.0005", "kode provinsi (angka keempat 1)"),
        ("2.3.10", "2.3.10", "kode APB Desa, sedangkan kelurahan tidak mempunyai APB Desa"),
        ("1.03.10", "1.03.10", ""),
        ("", "", ""),
    ],
)
def test_a_code_of_another_government_is_kept_and_told(tmp_path: Path, cell: str, kept: str, note: str) -> None:
    table = [["No", "Usulan", "Kode Sub Kegiatan"], [1, "Talud", cell]]
    (baris,) = periksa(write_xlsx(tmp_path / "kode.xlsx", table), jenis="kelurahan").rows
    assert usulan(baris).kode_kegiatan == kept
    assert note in remarks(baris)
    assert baris.verdict == ("mended" if note else "ok")


@pytest.mark.parametrize(
    ("code", "kewenangan", "note"),
    [
        ("2.3.10", "Kabupaten", "kode APB Desa, sedangkan kewenangannya kabupaten/kota"),
        ("1.03.10.2.01.0005", "Desa", "kode kabupaten/kota, sedangkan kewenangannya desa sendiri"),
        ("1.03.10.1.01.0005", "Provinsi", ""),
        ("2.3.10", "Desa", ""),
        ("2.3.10", None, ""),
    ],
)
def test_a_code_and_who_may_do_it_agree(tmp_path: Path, code: str, kewenangan: str | None, note: str) -> None:
    table = [["No", "Usulan", "Kode Kegiatan", "Kewenangan"], [1, "Talud", code, kewenangan]]
    (baris,) = periksa(write_xlsx(tmp_path / "kode.xlsx", table), jenis="desa").rows
    assert note in remarks(baris) and baris.verdict == ("mended" if note else "ok")


def test_a_sub_kegiatan_without_a_code_stays_as_a_remark(tmp_path: Path) -> None:
    table = [["No", "Usulan", "Sub Kegiatan"], [1, "Talud", "Pembangunan talud"]]
    (baris,) = periksa(write_xlsx(tmp_path / "kode.xlsx", table)).rows
    assert (usulan(baris).kode_kegiatan, usulan(baris).keterangan) == ("", "Sub kegiatan: Pembangunan talud")


def test_an_empty_year_or_rw_column_is_no_obstacle(tmp_path: Path) -> None:
    preview = periksa(write_xlsx(tmp_path / "a.xlsx", [["No", "Tahun", "RW", "Usulan"], [1, None, None, "Talud "]]))
    assert [(baris.verdict, usulan(baris).judul) for baris in preview.rows] == [("ok", "Talud")]


@pytest.mark.parametrize(
    ("title", "cell", "told"),
    [
        ("DAFTAR USULAN TAHUN 2023", None, True),
        ("DAFTAR USULAN", 2023, True),
        ("DAFTAR USULAN TAHUN 2027", 2023, False),
        ("DAFTAR USULAN TAHUN 2026", None, False),
        ("DAFTAR USULAN", None, False),
    ],
)
def test_a_list_of_another_year_than_the_forum_is_pointed_at(
    tmp_path: Path, title: str, cell: int | None, told: bool
) -> None:
    table = [[title], ["No", "Tahun", "Usulan"], [1, cell, "Talud"]]
    preview = periksa(write_xlsx(tmp_path / "lama.xlsx", table), tahun=(2026, 2027))
    assert ("forum ini untuk 2026 dan 2027" in preview.peringatan) is told
    assert [one.judul for one in preview.usulan] == ["Talud"], "told, never refused"


def test_years_that_contradict_each_other_are_pointed_at(tmp_path: Path) -> None:
    rows = [
        ["DAFTAR USULAN RKP DESA TAHUN 2026"],
        ["No", "Usulan", "Lokasi"],
        [1, "Talud", "Krajan"],
        [None, None, "Sukamaju, 15 Desember 2023"],
        [None, "Jumlah usulan tahun 2024"],
    ]
    preview = periksa(write_xlsx(tmp_path / "a.xlsx", rows))
    assert [one.judul for one in preview.usulan] == ["Talud"]
    assert "2026" in preview.peringatan
    assert "2024" in preview.peringatan
    assert periksa(write_xlsx(tmp_path / "b.xlsx", rows[:4])).peringatan == ""
