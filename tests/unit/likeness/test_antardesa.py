"""Between villages a name or a mention says that two usulan are the same thing; a title alone never does."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.likeness.antardesa import IsiDesa, Peta, compare_desa, tanda_desa
from musrenbang_desktop.likeness.antardesa_index import IndeksAntardesa
from tests.labelled_pairs import is_sure
from tests.labelled_villages import KODE, PETA, Pair, everyday, pairs, quality

SAME_TITLE = ("judul sama", "jalan lain", "kata umum", "tempat umum", "desa ketiga", "dusun senama", "nama orang")


def test_there_are_enough_pairs_of_both_kinds() -> None:
    of = pairs()
    assert len(of) >= 60
    assert min(sum(pair.sama for pair in of), sum(not pair.sama for pair in of)) >= 50


@pytest.mark.parametrize("part", [slice(None), slice(1, None, 2)], ids=("all", "held out"))
def test_precision_and_recall(part: slice) -> None:
    """A hint about another village sends somebody there to ask. It may be missed now and then; wrong ones would soon
    be read no longer.
    """
    found = quality(pairs()[part])
    assert found.precision >= 0.98
    assert found.hint_precision >= 0.95
    assert found.hint_recall >= 0.90
    assert found.recall >= 0.70


@pytest.mark.parametrize("typed", [str.lower, str.upper], ids=("small letters only", "capitals only"))
def test_letters_that_tell_no_names_cost_little(typed: Callable[[str], str]) -> None:
    found = quality(pairs(typed))
    assert found.precision >= 0.98 and found.hint_precision >= 0.90 and found.hint_recall >= 0.90


@pytest.mark.parametrize("pair", [pair for pair in pairs() if pair.jenis in SAME_TITLE], ids=lambda pair: pair.judul)
def test_the_same_title_in_two_villages_is_never_surely_the_same(pair: Pair) -> None:
    assert not is_sure(compare_desa(pair.a, pair.b))


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.judul)
def test_likeness_has_no_direction(pair: Pair) -> None:
    there, back = compare_desa(pair.a, pair.b), compare_desa(pair.b, pair.a)
    assert (there and there.tingkat) == (back and back.tingkat)


@pytest.mark.parametrize(
    ("one", "other", "alasan"),
    [
        ("Rehab irigasi Sungapan", "Irigasi Sungapan", "sama-sama menyebut Sungapan, judul "),
        ("Jalan tembus Sukamakmur", "Jalan tembus ke Desa Sukamaju", "saling menyebut desanya, judul "),
        ("Jembatan batas Sukamakmur", "Jembatan perbatasan desa", "di batas desa, judul "),
    ],
)
def test_the_reason_is_said_in_words(one: str, other: str, alasan: str) -> None:
    found = compare_desa(
        tanda_desa(IsiDesa("a", KODE["Sukamaju"], one), PETA), tanda_desa(IsiDesa("b", KODE["Sukamakmur"], other), PETA)
    )
    assert found is not None and found.alasan.startswith(alasan)


def test_two_usulan_of_one_village_are_not_compared_here() -> None:
    one = tanda_desa(IsiDesa("a", KODE["Sukamaju"], "Irigasi Sungapan"), PETA)
    assert compare_desa(one, one) is None


def test_another_entry_of_the_kamus_makes_it_less_sure() -> None:
    def tingkat(one: str, other: str) -> str:
        a = tanda_desa(IsiDesa("a", KODE["Sukamaju"], "Irigasi Sungapan", "", one), PETA)
        b = tanda_desa(IsiDesa("b", KODE["Sukamakmur"], "Irigasi Sungapan", "", other), PETA)
        found = compare_desa(a, b)
        return found.tingkat if found else ""

    assert [tingkat("IRI-01", "IRI-01"), tingkat("IRI-01", ""), tingkat("IRI-01", "IRI-02")] == [
        "mirip", "mirip", "mungkin",
    ]  # fmt: skip


def test_a_word_of_the_kamus_is_no_name() -> None:
    def found(umum: frozenset[str]) -> bool:
        peta = Peta(PETA.desa, PETA.dusun, umum)
        a, b = (
            tanda_desa(IsiDesa(name, KODE[name], "Peningkatan jalan Onderlaag"), peta)
            for name in ("Sukamaju", "Wonorejo")
        )
        return compare_desa(a, b) is not None

    assert found(frozenset()) and not found(frozenset({"onderlaag"}))


TITLES = (
    "Irigasi Sungapan", "irigasi sungapan", "Rehab irigasi Sungappan", "Bendung Watu Lawang", "BENDUNG WATULAWANG",
    "Jalan tembus Sukamakmur", "Jalan tembus ke Sukamaju", "Jalan batas desa", "Jalan batas Desa Sukamaju",
    "Jembatan Kali Genteng", "Jembatan Kaligenteng", "Jalan Mlaten", "Jalan", "", "Pelatihan menjahit",
)  # fmt: skip
ROWS = st.lists(
    st.builds(
        IsiDesa,
        st.integers(1, 30).map(lambda n: f"id-{n}"),
        st.sampled_from(tuple(KODE.values())),
        st.sampled_from(TITLES),
        st.sampled_from(("", "Kali Genteng", "perbatasan Wonorejo")),
        st.sampled_from(("", "IRI-01", "JLN-02")),
    ),
    unique_by=lambda row: row.id,
    max_size=25,
)


@settings(max_examples=80, deadline=None)
@given(ROWS, st.sampled_from(TITLES), st.sampled_from(("", "Kali Genteng")), st.sampled_from(("", "IRI-01")))
def test_the_index_finds_what_a_plain_scan_finds(rows: list[IsiDesa], judul: str, lokasi: str, kamus: str) -> None:
    own = KODE["Sukamaju"]
    index = IndeksAntardesa(own, PETA, rows)
    one = tanda_desa(IsiDesa("", own, judul, lokasi, kamus), PETA)
    plain = {row.id for row in rows if compare_desa(one, tanda_desa(row, PETA))}
    assert {found.id for found in index.search(judul, lokasi, kamus)} == plain


@given(st.text(max_size=60), st.text(max_size=30))
def test_whatever_is_typed_can_be_read_from_either_side(judul: str, lokasi: str) -> None:
    one = tanda_desa(IsiDesa("a", KODE["Sukamaju"], judul, lokasi), PETA)
    other = tanda_desa(IsiDesa("b", KODE["Wonorejo"], judul, lokasi), PETA)
    assert (compare_desa(one, other) is None) == (compare_desa(other, one) is None)


def test_everyday_titles_of_another_village_are_hardly_ever_a_hint() -> None:
    """The titles of the other labelled set, as if two villages proposed all of them: each has a road and a drain."""
    titles = everyday()
    index = IndeksAntardesa(KODE["Sukamaju"], PETA, [IsiDesa(title, KODE["Wonorejo"], title) for title in titles])
    hints = [(title, found.id) for title in titles for found in index.search(title)]
    assert len(titles) > 300 and len(hints) <= len(titles) // 50, hints


def test_titles_are_read_a_little_at_a_time() -> None:
    rows = [IsiDesa(str(n), KODE["Wonorejo"], f"Irigasi Sungapan {n}") for n in range(50)]
    index = IndeksAntardesa(KODE["Sukamaju"], PETA, rows)
    assert not index.siap(until=0.0)
    assert index.siap()


def test_a_page_of_words_is_read_as_far_as_names_can_stand() -> None:
    words = ["".join(letters) for letters in permutations("gntrb", 4)]
    one = tanda_desa(IsiDesa("", "a", f"Irigasi Sungapan {' '.join(words)}"), Peta({}, {}))
    assert one.nama[0] == "sungapan" and len(one.nama) <= 20
