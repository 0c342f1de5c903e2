"""A long list makes only the records that somebody looks at, and each once."""

from __future__ import annotations

from musrenbang_desktop.db.queries.malas import Malas
from musrenbang_desktop.db.queries.usulan import Saringan
from tests.small_forum import small_forum, some_usulan
from tests.village import opened


def test_only_what_is_looked_at_is_made() -> None:
    made: list[str] = []
    rows = Malas([("a", 1), ("b", 2), ("c", 3)], lambda row: made.append(row[0]) or row[1])
    assert (len(rows), rows.ids, made) == (3, ["a", "b", "c"], [])
    assert (rows[1], rows[1], rows[-1], rows[0:2]) == (2, 2, 3, [1, 2])
    assert made.count("b") == 1


def test_rows_that_do_not_hold_their_id_are_told_it() -> None:
    rows = Malas(range(5, 8), lambda number: number * 2, ["five", "six", "seven"])
    assert (len(rows), rows.ids[-1], rows[-1], list(rows)) == (3, "seven", 14, [10, 12, 14])


def test_the_rows_of_the_table_are_the_usulan_of_the_list(tmp_path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(5), "impor")
        saringan = Saringan(urut="judul", turun=True)
        assert list(desa.usulan.baris(saringan)) == desa.usulan.daftar(saringan)
        assert desa.usulan.baris(saringan).ids == [usulan.id for usulan in desa.usulan.daftar(saringan)]
