"""The Excel sheet for the dusun: what is filled in by its rules comes back without a remark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from musrenbang_desktop.exchange.usulan_import import periksa
from musrenbang_desktop.exchange.usulan_template import BARIS_AKHIR, BARIS_JUDUL, LEMBAR, kolom, templat_usulan
from resources.sample import contoh

LISTS = {
    "dusun": ["Krajan", "Kaliwungu"],
    "satuan": ["m", "unit", "paket", "orang"],
    "bidang": ["Pelaksanaan Pembangunan Desa", "Pembinaan Kemasyarakatan Desa"],
}
TITLE = "Daftar usulan Musrenbang Desa Sukamaju, rencana tahun 2027"
FIELDS = (
    "judul", "masalah", "dusun", "rt", "rw", "lokasi", "volume", "satuan", "perkiraan_biaya", "pengusul", "bidang",
    "penerima_manfaat", "keterangan",
)  # fmt: skip


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "templat.xlsx"
    path.write_bytes(templat_usulan(TITLE, LISTS))
    return path


def opened(path: Path) -> Workbook:
    return load_workbook(path)


def cell_of(name: str, value: Any) -> Any:
    """What somebody types for a field."""
    if value in ("", None):
        return None
    if name in ("rt", "rw"):
        return int(value)
    return float(value.replace(",", ".")) if name == "volume" else value


def test_every_filled_row_comes_back_ok(saved: Path) -> None:
    book = opened(saved)
    sheet = book[LEMBAR]
    wanted = [satu.isi for satu in contoh().usulan if "RT" not in satu.isi.lokasi]  # a range of RT is remarked on
    assert len(wanted) > 40
    for offset, usulan in enumerate(wanted, 1):
        for place, name in enumerate(FIELDS, 1):
            sheet.cell(BARIS_JUDUL + offset, place, cell_of(name, getattr(usulan, name)))
    book.save(saved)
    found = periksa(saved)
    assert found.sheets == (LEMBAR,)
    assert [(row.row, row.verdict, row.notes) for row in found.rows] == [
        (BARIS_JUDUL + offset, "ok", ()) for offset in range(1, len(wanted) + 1)
    ]
    assert found.lewat == ()
    read = [[getattr(row.usulan, name) for name in FIELDS] for row in found.rows]
    assert read == [[getattr(usulan, name) for name in FIELDS] for usulan in wanted]


def test_an_empty_sheet_has_nothing_and_says_so(saved: Path) -> None:
    found = periksa(saved)
    assert set(found.mapping) == set(FIELDS)
    assert len(found.rows) == 0
    assert "Tidak ada usulan" in found.pesan


def test_lists_notes_lock_version_and_paper(saved: Path) -> None:
    book = opened(saved)
    sheet = book[LEMBAR]
    rules = {str(rule.sqref).split(":")[0][0]: rule for rule in sheet.data_validations.dataValidation}
    letters = {column.judul: chr(ord("A") + place) for place, column in enumerate(kolom("Dusun"))}
    for name, words in (("Dusun", "dusun"), ("Satuan", "satuan"), ("Bidang", "bidang")):
        rule = rules[letters[name]]
        assert rule.type == "list"
        _, place = rule.formula1.split("!")
        first, last = place.replace("$", "").split(":")
        listed = [row[0].value for row in book["_musrenbang_pilihan"][f"{first}:{last}"]]
        assert listed == LISTS[words]
        assert str(rule.sqref) == f"{letters[name]}{BARIS_JUDUL + 1}:{letters[name]}{BARIS_AKHIR}"
    assert rules[letters["Volume"]].type == "decimal"
    assert rules[letters["Perkiraan biaya"]].type == "whole"
    assert all(sheet.cell(BARIS_JUDUL, place).comment for place in range(1, len(letters) + 1))
    assert sheet.protection.sheet
    assert sheet.cell(BARIS_JUDUL, 1).protection.locked
    assert not sheet.cell(BARIS_JUDUL + 1, 1).protection.locked
    assert book["_musrenbang"]["A1"].value == "templat-usulan/1"
    assert book["_musrenbang"].sheet_state == book["_musrenbang_pilihan"].sheet_state == "veryHidden"
    assert sheet.page_setup.paperSize == 14
    assert sheet.page_setup.orientation == "landscape"
    assert sheet["A1"].value == TITLE


def test_the_same_words_give_the_same_bytes() -> None:
    assert templat_usulan(TITLE, LISTS) == templat_usulan(TITLE, LISTS)


def test_a_kelurahan_has_lingkungan(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(templat_usulan(TITLE, {"dusun": [], "satuan": ["m"], "bidang": []}, "Lingkungan"))
    assert opened(path)[LEMBAR].cell(BARIS_JUDUL, 3).value == "Lingkungan"
    assert "dusun" in periksa(path).mapping
