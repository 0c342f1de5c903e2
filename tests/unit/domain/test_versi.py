"""How two versions of a result differ: everything that changed, and only that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.versi import Baris, Fakta, perbedaan

LISTS = st.permutations([f"u{n}" for n in range(7)])


def row(usulan: str, daftar: str = "", **fields: Fakta) -> Baris:
    return Baris(usulan, {"judul": f"Usulan {usulan}", "volume": "10 m", "biaya": 5_000_000, **fields}, daftar)


def version(names: list[str]) -> list[Baris]:
    return [row(name) for name in names]


def test_one_usulan_that_is_put_first_is_the_only_one_that_moved() -> None:
    found = perbedaan(version(["a", "b", "c", "d"]), version(["d", "a", "b", "c"]))
    assert [(one.baris.kunci, one.hal, one.dulu, one.kini) for one in found] == [("d", "urutan", 4, 1)]


def test_each_changed_fact_is_named_with_what_it_was() -> None:
    before = version(["a", "b", "c"])
    now = [row("a", biaya=9_000_000), row("b", judul="Lain", volume="12 m"), row("x")]
    assert [(one.baris.kunci, one.hal, one.dulu, one.kini) for one in perbedaan(before, now)] == [
        ("a", "biaya", 5_000_000, 9_000_000),
        ("b", "judul", "Usulan b", "Lain"),
        ("b", "volume", "10 m", "12 m"),
        ("x", "baru", None, 3),
        ("c", "keluar", 3, None),
    ]


def test_a_fact_that_became_known_is_a_difference() -> None:
    (found,) = perbedaan([row("a", biaya=None)], [row("a", biaya=0)])
    assert (found.dulu, found.kini) == (None, 0)


def test_who_goes_from_one_list_to_the_other_is_not_also_called_moved() -> None:
    now = [row("b"), row("c"), row("a", "belum", alasan="lahan sengketa")]
    before = [row("a", alasan=""), row("b"), row("c")]
    found = perbedaan(before, now)
    assert {one.hal for one in found if one.baris.kunci == "a"} == {"alasan"}


@given(LISTS)
def test_the_same_version_has_no_difference(names: list[str]) -> None:
    assert perbedaan(version(names), version(names)) == ()


@given(LISTS, LISTS)
def test_those_not_named_kept_their_order_among_each_other(dulu: list[str], kini: list[str]) -> None:
    moved = {one.baris.kunci for one in perbedaan(version(dulu), version(kini)) if one.hal == "urutan"}
    assert [name for name in dulu if name not in moved] == [name for name in kini if name not in moved]
    assert (moved == set()) == (dulu == kini)


@given(LISTS, st.integers(0, 6), st.integers(0, 6))
def test_one_move_names_no_more_than_it_must(names: list[str], here: int, there: int) -> None:
    now = list(names)
    now.insert(there, now.pop(here))
    moved = [one for one in perbedaan(version(names), version(now)) if one.hal == "urutan"]
    assert len(moved) == (0 if here == there else 1)
