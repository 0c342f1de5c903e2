"""Whole columns are judged as the rule for a row judges them: the rule is asked row by row, and both must agree."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import village
from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.exchange.columns import Layout, find_layout
from musrenbang_desktop.exchange.pratinjau import Baris, Lewat
from musrenbang_desktop.exchange.sheet import Cell
from musrenbang_desktop.exchange.spellings import USULAN
from musrenbang_desktop.exchange.tidy import all_tidy, tidy
from musrenbang_desktop.exchange.twins import Twins
from musrenbang_desktop.exchange.usulan_checks import USUAL_RUKUN, UsulanChecks
from musrenbang_desktop.exchange.usulan_judging import Judge
from musrenbang_desktop.exchange.usulan_rows import Table
from musrenbang_desktop.exchange.usulan_titles import Titles
from musrenbang_desktop.exchange.usulan_values import Values, is_sure_amount, is_sure_count, is_sure_volume
from tests.usulan_files import HEAD, SIPD_HEAD, village_list

WIDER_HEAD = (
    *HEAD,
    "Sumber Dana",
    "Kewenangan",
    "Kode Kegiatan",
    "Prioritas RW",
    "Penerima L",
    "Penerima P",
    "Penerima RTM",
    "Lintang",
    "Bujur",
    "Tema",
    "Tujuan",
    "Pola Pelaksanaan",
)

NAMES = ("Pembangunan talud", "Rehabilitasi posyandu", "Pelatihan kader", "Jalan usaha tani", "MCK umum", "rabat beton")

ORDINARY: dict[str, st.SearchStrategy[Cell]] = {
    "No": st.integers(1, 99).map(float),
    "Usulan": st.builds("{} {}".format, st.sampled_from(NAMES), st.integers(1, 9)),
    "Masalah": st.sampled_from(["Rusak parah", "Banjir tiap tahun (RW 2)", "Kartu tani belum ada", ""]),
    "Dusun": st.sampled_from(["Krajan", "Dusun Kaliwungu", ""]),
    "RT": st.sampled_from(["02", "2", "RT 3", "2/1", 4.0, ""]),
    "RW": st.sampled_from(["01", "RW 1", "IV", 4.0, ""]),
    "Lokasi": st.sampled_from(["depan balai", "Dusun Krajan RT 2", "rumah Pak Slamet", "RT 1, RT 2", "Kartini", ""]),
    "Volume": st.sampled_from([12.0, 2.5, "120", "007", "120 m2", "2 x 3", ""]),
    "Satuan": st.sampled_from(["m", "m2", "Org", ""]),
    "Perkiraan Biaya (Rp)": st.sampled_from([5e6, 500.0, 1500.5, 0.0, "1.500.000", "Rp 5 jt", "banyak", ""]),
    "Penerima Manfaat": st.sampled_from([20.0, 30.0, "40", "40 KK", "12 orang", ""]),
    "Bidang": st.sampled_from(["Pembangunan", "BIDANG II", "II. PEMBERDAYAAN MASYARAKAT", ""]),
    "Penerima L": st.sampled_from([10.0, "x", ""]),
    "Penerima P": st.sampled_from([10.0, 20.0, ""]),
    "Kode Kegiatan": st.sampled_from(["2.02", "1.03.10.2.01.0005", "1.03.10.1.01", "2.1", "jalan", ""]),
    "Kewenangan": st.sampled_from(["desa", "Kab", "entah", ""]),
    "Prioritas RW": st.sampled_from([1.0, "P2", "kelima", ""]),
    "Sumber Dana": st.sampled_from(["APBDes", "DD, ADD", "Dana Desa", ""]),
    "Lintang": st.sampled_from(["-7.12345", "x", ""]),
    "Bujur": st.sampled_from(["110.12345", "x", ""]),
    "Tema": st.sampled_from(["perempuan", "anak, entah", ""]),
    "Pola Pelaksanaan": st.sampled_from(["swakelola", "entah", ""]),
}
QUIET: dict[str, Cell] = {
    "No": 1.0,
    "Masalah": "Rusak parah",
    "Dusun": "Krajan",
    "RT": "02",
    "RW": "01",
    "Volume": 12.0,
    "Satuan": "m",
    "Perkiraan Biaya (Rp)": 5e6,
    "Pengusul": "PKK",
    "Bidang": "Pembangunan",
    "Penerima Manfaat": 30.0,
    "Penerima L": 10.0,
    "Penerima P": 20.0,
    "Kode Kegiatan": "2.01",
    "Kewenangan": "desa",
}
PLAIN_TEXT = st.sampled_from(["PKK", "Dinas Pekerjaan Umum", "RT 02", ""])
ODD: st.SearchStrategy[Cell] = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="0123456789 .-", max_size=24),
    st.sampled_from(
        [
            *(
                "BIDANG II",
                "JUMLAH",
                "Jumlah seluruhnya",
                "\u2022 RT 2",
                "\u2022 pompa",
                "a. pompa",
                "-",
                ":",
                "undefined",
            ),
            *("Usulan", "usulan", "3. Talud", "Mengetahui, Kepala Desa", "Sukamaju, 5 Mei 2026", "PAVING JALAN"),
            *("Rusak (RW 05 P2)", "nama 3326081204990001", "=A1", "dua  spasi", " tepi", "baris\ndua", "x" * 501),
            *("Talud\xa0sungai", "café", "-5", "Rp -5.000", "Butir \u2022 dua", "Kegiatan lain:", "#REF!", "?"),
        ]
    ),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False),
    st.booleans(),
    st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 1, 1)),
    st.times(),
)


@st.composite
def rows_below(draw: st.DrawFn, head: Sequence[str], number: int) -> list[Cell]:
    """A row without a remark but for two or three cells that may have one."""
    row = {name: QUIET.get(name, "") for name in head} | {"Usulan": f"Pembangunan talud {number}"}
    for name in draw(st.lists(st.sampled_from(head), max_size=3)):
        row[name] = draw(ORDINARY.get(name, PLAIN_TEXT))
    return list(row.values())


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[Cell]], list[int]]:
    """Rows below one of the heads, most of them ordinary, and the places where one block ends."""
    head = draw(st.sampled_from([HEAD, WIDER_HEAD, HEAD[1:4], ("Usulan", "Volume", "Penerima L", "Penerima P")]))
    rows: list[list[Any]] = [draw(rows_below(head, number)) for number in range(draw(st.integers(1, 10)))]
    for _ in range(draw(st.integers(0, 3))):
        place, column = draw(st.integers(0, len(rows) - 1)), draw(st.integers(0, len(head)))
        rows[place][column : column + 1] = [draw(ODD)]
    if draw(st.booleans()):
        rows.append(list(draw(st.sampled_from(rows))))
    if draw(st.booleans()):
        rows.insert(draw(st.integers(0, len(rows))), list(draw(st.sampled_from(ODD_ROWS))))
    return [list(head), *rows], draw(st.lists(st.integers(1, len(rows)), max_size=3))


ODD_ROWS: list[list[Cell]] = [
    [],
    [""] * 15,
    ["", "BIDANG PEMBERDAYAAN MASYARAKAT"],
    ["", "JUMLAH", "", "", "", "", "", "", "", 5e6],
    ["", "", "", "Mengetahui"],
    ["", "\u2022 pompa air"],
    [1.0, 2.0, 3.0, 4.0],
    ["", "", "hanya masalah"],
]


def in_blocks(layout: Layout, rows: Sequence[Sequence[Cell]], ends: Sequence[int], jenis: JenisForum) -> Judge:
    judge = Judge(layout, jenis)
    marks = sorted({layout.body, *(min(layout.body + end, len(rows)) for end in ends), len(rows)})
    for first, end in pairwise(marks):
        judge.read(first, rows[first:end])
    return judge


def row_by_row(layout: Layout, rows: Sequence[Sequence[Cell]], jenis: JenisForum) -> tuple[list[Baris], list[Lewat]]:
    table = Table(layout, jenis, Twins(lambda _index: {}))
    found = [table.read(index, row) for index, row in enumerate(rows) if index >= layout.body]
    return [one for one in found if isinstance(one, Baris)], [one for one in found if isinstance(one, Lewat)]


def check(rows: Sequence[Sequence[Cell]], ends: Sequence[int], jenis: JenisForum = "desa") -> Judge:
    layout = find_layout(rows, USULAN)
    assert layout is not None
    judge = in_blocks(layout, rows, ends, jenis)
    expected, skipped = row_by_row(layout, rows, jenis)
    assert judge.rows.numbers == [one.row for one in expected]
    assert [judge.rows.verdict(place) for place in range(len(expected))] == [one.verdict for one in expected]
    assert list(judge.rows) == expected
    assert judge.lewat == skipped
    return judge


@settings(max_examples=600, deadline=None)
@given(tables(), st.sampled_from(["desa", "kelurahan"]))
def test_columns_and_rows_give_the_same_verdicts(table: tuple[list[list[Cell]], list[int]], jenis: JenisForum) -> None:
    check(*table, jenis)


@pytest.mark.parametrize("judul", ["Jumlah seluruhnya", "Total biaya", "Bidang kesehatan", "Mengetahui kepala", ""])
def test_a_text_that_may_be_no_name_is_read_with_its_row(judul: str) -> None:
    rows = ordinary_list(12)
    rows.insert(6, ["", judul, *[""] * 13] if judul else list(HEAD))
    assert len(check([list(HEAD), *rows], [4]).lewat) == 1


def test_a_list_as_villages_send_it_is_judged_the_same() -> None:
    rows: list[list[Any]] = [[("" if cell is None else cell) for cell in row] for row in village_list()]
    width = max(map(len, rows))
    check([row + [""] * (width - len(row)) for row in rows], [3, 7, 12])


def test_an_export_of_sipd_is_judged_the_same() -> None:
    row = dict.fromkeys(SIPD_HEAD, "") | {"Usulan": "Paving jalan", "Masalah": "Rusak (RW 05 P2)", "Anggaran": "5 jt"}
    check([SIPD_HEAD, list(row.values()), list((row | {"Masalah": "Rusak"}).values())], [1])


def ordinary_list(count: int) -> list[list[Any]]:
    names = [
        *("judul", "masalah", "dusun", "rt", "rw", "lokasi", "volume", "satuan", "perkiraan_biaya", "pengusul"),
        *("bidang", "penerima_manfaat", "perangkat_daerah", "keterangan"),
    ]
    usulan = [village.one_usulan(number) for number in range(1, count + 1)]
    return [[float(one.rt), *(getattr(one, name) for name in names)] for one in usulan]


def test_rows_in_order_are_made_when_they_are_looked_at(monkeypatch: Any) -> None:
    asked: list[int] = []
    careful = Table.read
    monkeypatch.setattr(Table, "read", lambda self, index, cells: asked.append(index) or careful(self, index, cells))
    rows = ordinary_list(300)
    rows[200][1] = "JUMLAH"
    judge = check([list(HEAD), *rows], [100, 150])
    assert asked[0] == 201
    assert asked.count(201) == 2  # once by its block, once by this test; no other row was read by its block
    assert len(asked) == 301
    assert judge.rows.count_of("ok") == 299


def test_doubles_are_found_over_any_distance() -> None:
    rows = ordinary_list(40)
    rows[35] = [9.0, rows[3][1].upper().title(), *rows[3][2:]]
    rows[36] = list(rows[35])
    rows[37] = [9.0, rows[3][1], "masalah lain", *rows[3][3:]]
    judge = check([list(HEAD), *rows], [10, 36])
    assert {one.row: one.notes[0].text for one in judge.rows if one.notes} == {
        37: "sama dengan baris 5; tetap dimasukkan, periksa apakah dobel",
        38: "sama dengan baris 5; tetap dimasukkan, periksa apakah dobel",
    }


def test_benar_and_salah_are_no_numbers() -> None:
    rows = ordinary_list(6)
    rows[2][12], rows[4][12] = 1.0, True
    judge = check([list(HEAD), *rows], [3])
    assert judge.rows.count_of("ok") == 5


@given(
    st.lists(st.one_of(st.text(max_size=12), st.text(" -.:09aF=\n", max_size=24), st.sampled_from(NAMES)), max_size=6)
)
def test_texts_known_as_tidy_are_kept_as_they_stand(texts: list[str]) -> None:
    if all_tidy(texts):
        assert [tidy(text) for text in texts] == [(text, ()) for text in texts]


def test_ordinary_texts_are_known_as_tidy() -> None:
    assert all_tidy(["Talud sungai RT 02 nomor 1234", "", "12 KK; banjir (tiap tahun)"])
    for odd in ("dua  spasi", " tepi", "tepi ", "a\nb", "a\tb", "=A1", ": a", "-", "NULL", "undefined", "é", "x" * 501):
        assert not all_tidy(["Talud", odd, "Jalan"]), odd
    for nik in ("3326081204990001", "3326 0812 0499 0001", "332608.120499.0001", "3326-0812-0499-0001"):
        assert not all_tidy([f"nama {nik}"]), nik


@given(st.one_of(st.floats(), st.integers(), st.text("0123456789-.", max_size=18), st.just(2.0**53)))
def test_numbers_known_as_sure_are_taken_without_a_remark(cell: Cell) -> None:
    for sure, field, rule in (
        (is_sure_amount, "perkiraan_biaya", Values.biaya),
        (is_sure_count, "penerima_manfaat", Values.penerima),
        (is_sure_volume, "volume", Values.volume),
    ):
        if sure(cell):
            values = Values(0, [cell], {field: 0})
            assert rule(values) not in (None, ("", ""))
            assert not values.notes


def test_a_remark_is_found_on_every_field_that_a_file_can_have() -> None:
    assert UsulanChecks(USULAN.fields, Titles("usulan"), None).fields == set(USULAN.fields)


def test_usual_numbers_of_rt_and_rw_are_whole() -> None:
    for number in USUAL_RUKUN:
        for cells in ([number, "01"], ["01", number]):
            values = Values(0, cells, {"rt": 0, "rw": 1})
            rt, rw, extra = values.rukun_columns()
            assert rt and rw and not extra and not values.notes, number
