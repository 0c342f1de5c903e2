"""The parts of the record of an usulan: unknown is never zero, and every sum holds."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.asal import berperingkat_sama, geser, seasal, tulis_peringkat
from musrenbang_desktop.domain.baris import from_plain, to_plain
from musrenbang_desktop.domain.catatan import Catatan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kesiapan import BUTIR, Kesiapan, dijawab, jawab_untuk, tanda_kesiapan
from musrenbang_desktop.domain.kewenangan import JALUR, KEWENANGAN, Bagian, jalur, kewenangan_dari, pilah
from musrenbang_desktop.domain.koordinat import format_koordinat, parse_koordinat
from musrenbang_desktop.domain.penerima import dengan_jumlah, parse_penerima, tulis_penerima
from musrenbang_desktop.domain.peringatan import Peringatan
from musrenbang_desktop.domain.sumber_dana import SumberDana, banding_biaya, jumlah_sumber, normal_sumber
from musrenbang_desktop.domain.usulan import FIELDS, REQUIRED_TO_SCORE, Usulan, UsulanBaru, check_usulan


def usulan(n: int, **fields: object) -> Usulan:
    return Usulan(**{"id": f"u{n}", "forum": "f", "nomor": n, "judul": f"Usulan {n}", **fields})


# --- routing -----------------------------------------------------------------------------------------------------

PAIRS = st.lists(st.tuples(st.sampled_from(["", *KEWENANGAN]), st.none() | st.integers(0, 10**10)))


@given(PAIRS)
def test_the_parts_of_the_routing_add_up_to_the_list(pairs: list[tuple[str, int | None]]) -> None:
    parts = pilah(pairs)
    whole = sum(parts.values(), Bagian())
    known = [cost for _, cost in pairs if cost is not None]
    assert tuple(parts) == JALUR
    assert whole == Bagian(len(pairs), sum(known), len(pairs) - len(known))
    assert {way: part.jumlah for way, part in parts.items() if part.jumlah} == Counter(jalur(k) for k, _ in pairs)


def test_every_authority_goes_exactly_one_way() -> None:
    found = [name for way in JALUR for name in kewenangan_dari(way)]
    assert sorted(found) == sorted(["", *KEWENANGAN])


# --- sources -----------------------------------------------------------------------------------------------------


def test_the_sum_of_the_sources_is_told_against_the_cost() -> None:
    rows = (SumberDana("Dana Desa", 50_000_000), SumberDana("Swadaya warga", 5_000_000))
    assert banding_biaya(rows, 55_000_000).endswith("sama dengan perkiraan biaya.")
    assert "kurang Rp23.000.000" in banding_biaya(rows, 78_000_000)
    assert "lebih Rp5.000.000" in banding_biaya(rows, 50_000_000)
    assert "belum diketahui" in banding_biaya(rows, None)
    assert banding_biaya((), 5) == ""


def test_a_source_without_amount_makes_no_sum() -> None:
    rows = (SumberDana("Dana Desa", 50_000_000), SumberDana("CSR"))
    assert jumlah_sumber(rows) is None
    assert banding_biaya(rows, 60_000_000) == "Baru terbaca Rp50.000.000; 1 sumber belum diketahui jumlahnya."


@pytest.mark.parametrize(("typed", "name"), [("DD", "Dana Desa"), ("add", "Alokasi Dana Desa"), ("KUR", "KUR")])
def test_short_forms_of_sources_are_written_out(typed: str, name: str) -> None:
    assert normal_sumber(typed) == name


# --- beneficiaries -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "-", "?", "tidak diketahui", "Tidak Tahu", "belum diketahui"])
def test_unknown_is_none(text: str) -> None:
    assert parse_penerima(text) is None


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("40", 40), ("1.200 jiwa", 1200), ("12 KK", 12), ("40 anak", 40)]
)
def test_a_number_of_persons_is_that_number(text: str, number: int) -> None:
    assert parse_penerima(text) == number


@pytest.mark.parametrize("text", ["banyak", "2,5", "-3", "sekitar 40"])
def test_anything_else_is_asked_again(text: str) -> None:
    with pytest.raises(RuleBroken):
        parse_penerima(text)


COUNT = st.none() | st.integers(0, 1000)


@given(COUNT, COUNT, COUNT)
def test_the_total_is_computed_only_when_both_are_known(total: int | None, men: int | None, women: int | None) -> None:
    now = {"penerima_manfaat": total, "penerima_l": None, "penerima_p": None}
    after = now | dengan_jumlah(now, {"penerima_l": men, "penerima_p": women})
    expected = total if men is None or women is None else men + women
    assert after["penerima_manfaat"] == expected


def test_unknown_is_said_and_never_written_as_zero() -> None:
    counts = {"penerima_manfaat": 40, "penerima_l": 18, "penerima_p": 22, "penerima_rtm": None, "penerima_difabel": 0}
    text = tulis_penerima(counts)
    assert "rumah tangga miskin tidak diketahui" in text
    assert "0 penyandang disabilitas" in text
    assert tulis_penerima(dict.fromkeys(counts)) == ""


# --- readiness ---------------------------------------------------------------------------------------------------


def test_the_mark_names_what_is_not_ready() -> None:
    assert tanda_kesiapan(()) == ""
    ready = tuple(Kesiapan(butir, "ya") for butir in BUTIR)
    assert tanda_kesiapan(ready) == "siap"
    no_land = dijawab(ready, Kesiapan("lahan", "tidak", "masih sengketa"))
    assert tanda_kesiapan(no_land) == "lahan belum siap"
    assert tanda_kesiapan(dijawab(no_land, Kesiapan("kondisi", "belum_tahu"))) == "lahan belum siap; 1 belum tahu"


def test_not_knowing_leaves_no_row_unless_there_is_a_proof() -> None:
    assert dijawab((Kesiapan("lahan", "ya"),), Kesiapan("lahan", "belum_tahu")) == ()
    kept = dijawab((), Kesiapan("lahan", "belum_tahu", "menunggu BPN"))
    assert jawab_untuk(kept, "lahan").bukti == "menunggu BPN"
    assert jawab_untuk(kept, "sertifikat").jawab == "belum_tahu"


# --- rank within the origin --------------------------------------------------------------------------------------


def test_the_origin_is_what_is_stated_else_the_place() -> None:
    assert usulan(1, asal="PKK", rw="05").asal_urut == "PKK"
    assert usulan(1, rw="05", dusun="Krajan").asal_urut == "RW 05"
    assert usulan(1, dusun="Krajan", pengusul="RT 02").asal_urut == "Krajan"
    assert tulis_peringkat(usulan(1, rw="05", peringkat_asal=2)) == "P2 RW 05"


def test_the_same_rank_twice_in_one_origin_is_a_question() -> None:
    rows = [usulan(n, rw="05", peringkat_asal=1) for n in (1, 2)]
    rows.append(usulan(3, rw="06", peringkat_asal=1))
    assert [one.id for one in berperingkat_sama(rows[0], rows)] == ["u2"]
    assert berperingkat_sama(rows[2], rows) == []


def test_the_first_step_up_goes_behind_the_ranked_ones() -> None:
    rows = [usulan(1, rw="05"), usulan(2, rw="05", peringkat_asal=1), usulan(3, rw="05")]
    assert geser(rows[2], rows, -1) == {"u3": 2}
    assert geser(rows[0], rows, 1) == {}


@given(
    st.lists(st.none() | st.integers(1, 4), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from([-1, 1])), max_size=12),
)
def test_a_move_changes_one_place_and_leaves_no_gap(ranks: list[int | None], moves: list[tuple[int, int]]) -> None:
    rows = {f"u{n}": usulan(n, rw="05", peringkat_asal=rank) for n, rank in enumerate(ranks)}
    for place, step in moves:
        moved = rows[f"u{place % len(ranks)}"]
        before = [one.id for one in seasal(moved, rows.values()) if one.id != moved.id]
        for record, rank in geser(moved, rows.values(), step).items():
            rows[record] = usulan(rows[record].nomor, rw="05", peringkat_asal=rank)
        after = seasal(moved, rows.values())
        assert [one.id for one in after if one.id != moved.id] == before, "nobody else changes places"
        if moved.peringkat_asal is not None:
            ranked = [one.peringkat_asal for one in after if one.peringkat_asal is not None]
            assert ranked == list(range(1, len(ranked) + 1))


# --- the point ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["-7.801234, 110.364567", "110.364567,-7.801234", "-7,801234; 110,364567", "7.801234 LS, 110.364567 BT"],
)
def test_a_point_is_read_in_any_order(text: str) -> None:
    assert parse_koordinat(text) == ("-7.801234", "110.364567")


@pytest.mark.parametrize(("text", "code"), [("51.5, -0.1", "di_luar_indonesia"), ("depan SDN", "bukan_koordinat")])
def test_a_point_elsewhere_is_asked_again(text: str, code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        parse_koordinat(text)


@given(st.integers(-11_000_000, 6_000_000), st.integers(95_000_000, 141_000_000))
def test_a_recorded_point_is_read_back_the_same(lat: int, long: int) -> None:
    point = parse_koordinat(f"{lat / 1e6:.6f}, {long / 1e6:.6f}")
    assert parse_koordinat(format_koordinat(*point)) == point
    check_usulan({"lintang": point[0], "bujur": point[1]})


# --- the whole ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"sumber_dana": (SumberDana(""),)}, ("sumber_dana", "kosong")),
        ({"sumber_dana": (SumberDana("DD", -1),)}, ("sumber_dana", "negatif")),
        ({"sumber_dana": (SumberDana("DD", 1, 1900),)}, ("sumber_dana", "di_luar_batas")),
        ({"sumber_dana": (SumberDana("DD"),) * 9}, ("sumber_dana", "terlalu_banyak")),
        ({"kesiapan": (Kesiapan("lahan", "mungkin"),)}, ("kesiapan", "tidak_dikenal")),
        ({"peringatan": (Peringatan("perlu_lahan", " "),)}, ("peringatan", "tanpa_sumber")),
        ({"catatan": (Catatan("syarat", "a"),) * 4}, ("catatan", "terlalu_banyak")),
        ({"catatan": (Catatan("syarat", "a" * 201),)}, ("catatan", "terlalu_panjang")),
        ({"tema_asal": ("nelayan",)}, ("tema_asal", "tidak_dikenal")),
        ({"kewenangan": "rt"}, ("kewenangan", "tidak_dikenal")),
        ({"peringkat_asal": 0}, ("peringkat_asal", "kurang_dari_satu")),
        ({"penerima_l": -1}, ("penerima_l", "negatif")),
        ({"lintang": "-7.8"}, ("koordinat", "bukan_koordinat")),
    ],
)
def test_a_broken_rule_is_named(fields: dict[str, object], rule: tuple[str, str]) -> None:
    with pytest.raises(RuleBroken) as broken:
        UsulanBaru(judul="Talud", **fields)
    assert (broken.value.field, broken.value.code) == rule


def test_at_most_ten_fields_are_required() -> None:
    assert UsulanBaru(judul="Talud").judul == "Talud"
    assert len(REQUIRED_TO_SCORE) <= 10
    assert len(set(FIELDS)) == len(FIELDS)


class Pair(NamedTuple):
    a: str
    b: int | None = None


def test_rows_of_another_version_are_left_out_and_ours_come_back() -> None:
    rows = (Pair("x", 1), Pair("y"))
    assert from_plain(Pair, to_plain(rows)) == rows
    assert from_plain(Pair, [["x", 1, 2], "teks", None, ["y", None]]) == (Pair("y"),)
    assert from_plain(Pair, "bukan daftar") == ()
