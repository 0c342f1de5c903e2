"""Rows of a list that are no usulan, that belong together, that come twice, or that hold what must not be kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from musrenbang_desktop.exchange.pratinjau import Pratinjau
from musrenbang_desktop.exchange.usulan_import import periksa, to_json
from tests.unit.exchange.looking import look, one, remarks, usulan
from tests.usulan_files import HEAD, row, write_xlsx


def test_a_number_without_text_is_no_usulan(tmp_path: Path) -> None:
    preview = look(tmp_path, row("Talud", no=1), row(None, no=2), row(None, no=3))
    assert len(preview.rows) == 1
    assert [(one.row, one.jenis) for one in preview.lewat] == [(3, "tanpa_isi"), (4, "tanpa_isi")]


@pytest.mark.parametrize("nothing", [None, "", " ", "-", "\u00a0"])
def test_blank_rows_are_silent(tmp_path: Path, nothing: object) -> None:
    preview = look(tmp_path, row("Talud"), [nothing] * 15, row("Jalan"), [nothing] * 15, [nothing])
    assert [baris.row for baris in preview.rows] == [2, 4]
    assert preview.lewat == ()


def test_a_row_without_title_is_refused_with_its_cell(tmp_path: Path) -> None:
    baris = one(tmp_path, None, lokasi="Krajan", perkiraan_biaya=5_000_000)
    assert (baris.row, baris.verdict, baris.usulan) == (2, "refused", None)
    assert "B2 nama usulan kosong" in remarks(baris)


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
    names = ("berkas", "sheet", "sheets", "columns", "mapping", "unmapped", "rows", "lewat")
    return {name: getattr(preview, name) for name in names}


def test_a_nik_that_excel_keeps_as_a_number_is_removed(tmp_path: Path) -> None:
    assert usulan(one(tmp_path, pengusul=3326010101900000)).pengusul == ""


def test_a_title_that_is_only_a_nik_is_refused(tmp_path: Path) -> None:
    assert one(tmp_path, "3326010101900003").verdict == "refused"


@pytest.mark.parametrize("field", ["judul", "masalah", "lokasi", "pengusul", "satuan", "dusun"])
def test_a_text_longer_than_can_be_kept_refuses_its_row_in_words(tmp_path: Path, field: str) -> None:
    kept, longer = "a" * 10_000, "a" * 10_001
    rows = [row(**{"judul": f"Talud {n}", field: text}) for n, text in enumerate((kept, longer, "Krajan"))]
    preview = look(tmp_path, *rows)
    assert [baris.verdict for baris in preview.rows][:2] == ["mended", "refused"]
    assert len(preview.usulan) == 2, "the other rows can be recorded"
    assert "3 tulisan ini lebih dari 10.000 huruf" in remarks(preview.rows[1])


def test_what_refuses_a_row_that_is_too_long_is_all_that_is_said_of_it(tmp_path: Path) -> None:
    """That it is the same as another row does not matter any more."""
    long = "Talud " + "a" * 10_000
    preview = look(tmp_path, row(long), row(long), row("  Talud  A", volume="3 m"))
    for refused in preview.rows[:2]:
        assert refused.verdict == "refused"
        assert len(refused.notes) == 1 and "lebih dari 10.000 huruf" in remarks(refused)


def test_a_heading_longer_than_can_be_kept_names_no_bidang(tmp_path: Path) -> None:
    preview = look(tmp_path, row("BIDANG " + "A" * 10_001), row("Talud", no=1), row("Jalan", no=2))
    assert [one.judul for one in preview.usulan] == ["Talud", "Jalan"]
    assert {one.bidang for one in preview.usulan} == {""}
