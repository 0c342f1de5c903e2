"""How two versions of a result differ: everything that changed, and only that."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.versi import ButirVersi, perbedaan

LISTS = st.permutations([f"u{n}" for n in range(7)])


def row(usulan: str, **fields: object) -> ButirVersi:
    base = ButirVersi(usulan, usulan.upper(), f"Usulan {usulan}", "ke_kecamatan", "10 m", 5_000_000)
    return replace(base, **fields)  # type: ignore[arg-type]  # fields by name


def version(names: list[str]) -> list[ButirVersi]:
    return [row(name) for name in names]


def test_one_usulan_that_is_put_first_is_the_only_one_that_moved() -> None:
    found = perbedaan(version(["a", "b", "c", "d"]), version(["d", "a", "b", "c"]))
    assert [(one.butir.usulan, one.hal, one.dulu, one.kini) for one in found] == [("d", "urutan", 4, 1)]


def test_each_changed_fact_is_named_with_what_it_was() -> None:
    before = version(["a", "b", "c"])
    now = [row("a", biaya=9_000_000), row("b", keluaran="dana_desa", volume="12 m"), row("x")]
    assert [(one.butir.usulan, one.hal, one.dulu, one.kini) for one in perbedaan(before, now)] == [
        ("a", "biaya", 5_000_000, 9_000_000),
        ("b", "keluaran", "ke_kecamatan", "dana_desa"),
        ("b", "volume", "10 m", "12 m"),
        ("x", "baru", None, 3),
        ("c", "keluar", 3, None),
    ]


def test_who_falls_out_of_the_agreement_is_not_also_called_moved() -> None:
    now = [row("b"), row("c"), row("a", keluaran="belum_disepakati", alasan="lahan sengketa")]
    found = perbedaan(version(["a", "b", "c"]), now)
    assert {one.hal for one in found if one.butir.usulan == "a"} == {"keluaran", "alasan"}


@given(LISTS)
def test_the_same_version_has_no_difference(names: list[str]) -> None:
    assert perbedaan(version(names), version(names)) == ()


@given(LISTS, LISTS)
def test_those_not_named_kept_their_order_among_each_other(dulu: list[str], kini: list[str]) -> None:
    moved = {one.butir.usulan for one in perbedaan(version(dulu), version(kini)) if one.hal == "urutan"}
    assert [name for name in dulu if name not in moved] == [name for name in kini if name not in moved]
    assert (moved == set()) == (dulu == kini)


@given(LISTS, st.integers(0, 6), st.integers(0, 6))
def test_one_move_names_no_more_than_it_must(names: list[str], here: int, there: int) -> None:
    now = list(names)
    now.insert(there, now.pop(here))
    moved = [one for one in perbedaan(version(names), version(now)) if one.hal == "urutan"]
    assert len(moved) == (0 if here == there else 1)
