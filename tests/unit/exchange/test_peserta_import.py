"""Lists of people: every row gets the verdict an operator wants, and no number of identity gets through."""

from __future__ import annotations

import datetime
import gc
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru
from musrenbang_desktop.exchange.peserta_import import PratinjauPeserta, periksa
from musrenbang_desktop.exchange.peserta_rows import BarisPeserta
from musrenbang_desktop.exchange.peserta_spellings import PESERTA, SPELLINGS
from tests.people_files import OPENSID_HEAD, as_csv, number, opensid_row
from tests.usulan_files import write_xlsx

DAY = "2026-01-21"
_CACHE = type(lru_cache(len))
_IDENTITY = re.compile(r"(?<![0-9])0099[0-9]{12}(?![0-9])")
HEAD = ["No", "Nama", "L/P", "Unsur", "Jabatan", "Usia", "Dusun", "RT/RW"]


def look(tmp_path: Path, *rows: list[Any], head: list[str] | None = None, **how: Any) -> PratinjauPeserta:
    return periksa(write_xlsx(tmp_path / "undangan.xlsx", [head or HEAD, *rows]), tanggal=DAY, **how)


def person(baris: BarisPeserta) -> PesertaBaru:
    assert baris.peserta is not None
    return baris.peserta


def remarks(baris: BarisPeserta) -> str:
    return " | ".join(note.text for note in baris.notes)


def test_a_clean_row(tmp_path: Path) -> None:
    (baris,) = look(tmp_path, [1, "Hj. Siti Aminah, S.Pd.", "P", "PKK", "Ketua", 47, "Krajan", "2/1"]).rows
    assert (baris.verdict, baris.notes, baris.pilih) == ("ok", (), True)
    assert baris.peserta == PesertaBaru(
        nama="Hj. Siti Aminah, S.Pd.", jenis_kelamin="P", unsur="PKK", jabatan="Ketua", usia=47, dusun="Krajan",
        rt="02", rw="01",
    )  # fmt: skip


@pytest.mark.parametrize(("field", "spelling"), [(field, name) for field, names in SPELLINGS.items() for name in names])
def test_every_spelling_means_one_field(field: str, spelling: str) -> None:
    found = PESERTA.field_of_heading(spelling.upper())
    assert found is not None
    assert found[0] == field


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("L", "L"),
        ("lk.", "L"),
        ("Laki-laki", "L"),
        ("1", "L"),
        (2, "P"),
        ("PEREMPUAN", "P"),
        ("pr", "P"),
        ("", ""),
        ("-", ""),
    ],
)
def test_l_and_p(tmp_path: Path, written: object, read: str) -> None:
    (baris,) = look(tmp_path, [1, "Karto", written, "", "", "", "", ""]).rows
    assert (person(baris).jenis_kelamin, baris.verdict) == (read, "ok")


def test_an_unknown_sex_is_left_empty_with_a_remark(tmp_path: Path) -> None:
    (baris,) = look(tmp_path, [1, "Karto", "x", "", "", "", "", ""]).rows
    assert (person(baris).jenis_kelamin, baris.verdict) == ("", "mended")
    assert "bukan L atau P" in remarks(baris)


def test_a_mark_in_one_of_two_columns(tmp_path: Path) -> None:
    rows = [[1, "Karto", "v", ""], [2, "Siti", "", "v"], [3, "Bejo", "v", "v"]]
    preview = look(tmp_path, *rows, head=["No", "Nama", "L", "P"])
    assert [person(baris).jenis_kelamin for baris in preview.rows] == ["L", "P", ""]


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("1980-01-21", 46),
        ("22-01-1980", 45),
        ("Contoh, 17 Agustus 1980", 45),
        ("17/08/1980", 45),
        (datetime.date(1980, 1, 21), 46),
        ("0000-00-00", None),
        ("", None),
    ],
)
def test_age_on_the_day_of_the_forum(tmp_path: Path, born: object, age: int | None) -> None:
    (baris,) = look(tmp_path, [1, "Karto", born], head=["No", "Nama", "Tanggal Lahir"]).rows
    assert (person(baris).usia, baris.verdict) == (age, "ok")


def test_an_unreadable_birth_date_is_not_repeated(tmp_path: Path) -> None:
    (baris,) = look(tmp_path, [1, "Karto", "31-02-1980"], head=["No", "Nama", "Tgl Lahir"]).rows
    assert (person(baris).usia, baris.verdict) == (None, "mended")
    assert "1980" not in remarks(baris)


def test_the_place_from_the_address(tmp_path: Path) -> None:
    (baris,) = look(tmp_path, [1, "Karto", "Dusun Krajan RT 02/RW 01"], head=["No", "Nama", "Alamat"]).rows
    assert (person(baris).dusun, person(baris).rt, person(baris).rw) == ("Krajan", "02", "01")
    assert "lokasi" not in remarks(baris)


def test_rows_that_are_no_people(tmp_path: Path) -> None:
    preview = look(
        tmp_path,
        ["", "PKK", "", "", "", "", "", ""],
        [1, "Siti", "P", "", "", "", "", ""],
        [2, "", "", "", "", "", "", ""],
        [3, "", "P", "BPD", "", "", "", ""],
        [4, "12345", "L", "", "", "", "", ""],
        HEAD,
        ["", "Jumlah", "", "4 orang", "", "", "", ""],
        ["", "", "", "", "Sukamaju, 12 Januari 2026", "", "", ""],
        ["", "", "", "", "Kepala Desa", "", "", ""],
        ["", "", "", "", "Sumarni", "", "", ""],
    )
    assert [(baris.row, baris.verdict) for baris in preview.rows] == [(3, "ok"), (5, "refused"), (6, "refused")]
    assert person(preview.rows[0]).unsur == "PKK", "a heading names the unsur of the rows below it"
    assert [one.jenis for one in preview.lewat] == [
        "judul_unsur", "tanpa_isi", "judul_kolom", "jumlah", "kaki", "kaki", "kaki",
    ]  # fmt: skip
    assert preview.terpilih == {3}


def test_who_is_there_already_is_not_chosen(tmp_path: Path) -> None:
    known = Peserta(id="a", forum="f", nomor=1, nama="Hj. Siti Aminah, S.Pd.", rt="02")
    rows = [
        [1, "SITI AMINAH", "", "", "", "", "", ""],
        [2, "Slamet", "", "", "", "", "", "2/1"],
        [3, "H. Slamet", "", "", "", "", "", "2/1"],
        [4, "Slamet", "", "", "", "", "", "3/1"],
    ]
    preview = look(tmp_path, *rows, sudah=[known])
    assert [baris.pilih for baris in preview.rows] == [False, True, False, True]
    assert "sudah ada di daftar sebagai Hj. Siti Aminah, S.Pd." in remarks(preview.rows[0])
    assert "sama dengan baris 3" in remarks(preview.rows[2])
    assert preview.terpilih == {3, 5}


def test_without_a_column_of_names_the_operator_can_point(tmp_path: Path) -> None:
    preview = look(tmp_path, ["a", "Karto"], head=["Kode", "Siapa"])
    assert preview.pesan.startswith("Kolom nama orang tidak ditemukan")
    again = look(tmp_path, ["a", "Karto"], head=["Kode", "Siapa"], mapping={"nama": 1})
    assert person(again.rows[0]).nama == "Karto"


def population(tmp_path: Path) -> Path:
    file = tmp_path / "penduduk.csv"
    rows = [
        opensid_row(1, "SITI AMINAH", sex="2"),
        opensid_row(2, "KARTO", status_dasar="2"),
        opensid_row(3, "BEJO", tanggallahir="2020-02-30"),
        opensid_row(4, f"SLAMET {number(4)}"),
    ]
    file.write_text(as_csv(OPENSID_HEAD, rows), encoding="utf-8")
    return file


def test_opensid_gives_eight_fields_and_nobody_is_chosen_beforehand(tmp_path: Path) -> None:
    assert len(OPENSID_HEAD) == 43
    preview = periksa(population(tmp_path), tanggal=DAY)
    assert preview.penduduk
    assert preview.terpilih == frozenset()
    assert person(preview.rows[0]) == PesertaBaru(
        nama="SITI AMINAH", jenis_kelamin="P", usia=45, dusun="KRAJAN", rt="02", rw="01"
    )
    assert [(one.row, one.jenis) for one in preview.lewat] == [(3, "tidak_ada_lagi")]
    assert person(preview.rows[2]).nama == "SLAMET"
    assert "RAHASIA" not in repr(preview)


def test_no_column_with_a_number_of_identity_is_offered(tmp_path: Path) -> None:
    preview = periksa(population(tmp_path), tanggal=DAY)
    headings = {column.heading for column in preview.columns}
    assert headings.isdisjoint({"no_kk", "nik", "ayah_nik", "ibu_nik", "no_asuransi", "dokumen_pasport"})
    pointed = periksa(population(tmp_path), tanggal=DAY, mapping={"nama": 4, "jabatan": OPENSID_HEAD.index("nik")})
    assert "jabatan" not in pointed.mapping
    assert not re.search(r"[0-9]{16}", repr(pointed))


def held_in_memory() -> list[str]:
    """Texts with a number of identity in any container that is alive, remembered answers included."""
    gc.collect()
    things = gc.get_objects()
    things += [part for thing in things if type(thing) is _CACHE for part in gc.get_referents(thing)]
    found = []
    for thing in things:
        if isinstance(thing, dict | list | tuple | set | frozenset):
            try:
                parts = [*thing, *thing.values()] if isinstance(thing, dict) else list(thing)
            except (RuntimeError, TypeError):
                continue
            found += [part for part in parts if isinstance(part, str) and _IDENTITY.search(part)]
    return found


def test_no_number_of_identity_outlives_the_look(tmp_path: Path) -> None:
    file = population(tmp_path)
    elsewhere = held_in_memory()  # what other tests of this run still hold
    known = {id(text) for text in elsewhere}
    preview = periksa(file, tanggal=DAY)
    assert preview.rows
    assert [text for text in held_in_memory() if id(text) not in known] == []
