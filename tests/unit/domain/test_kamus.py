"""What differs from the kamus is told in whole percent and never more than that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.kamus import ButirKamus, Selisih, biaya_kamus, periksa
from musrenbang_desktop.domain.usulan import Usulan

JALAN = ButirKamus(
    kode="JLN-01", judul="Rabat beton", satuan="m2", harga_satuan=250_000, volume_min="20", volume_max="2000"
)


def usulan(**fields: object) -> Usulan:
    """An usulan that follows the entry and differs in nothing, but for ``fields``."""
    usual = {"judul": "Jalan", "volume": "120", "satuan": "m2", "perkiraan_biaya": 30_000_000, "kamus": "JLN-01"}
    return Usulan(id="u-1", forum="f", nomor=1, **{**usual, **fields})


def codes(one: Usulan, butir: ButirKamus | None = JALAN, percent: int = 10) -> list[tuple[str, int]]:
    """The warnings as (code, percent)."""
    return [(found.kode, found.persen) for found in periksa(one, butir, percent)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"perkiraan_biaya": 33_000_000}, []),  # 10 %, as far as the kabupaten allows
        ({"perkiraan_biaya": 33_000_001}, [("harga_di_atas", 10)]),
        ({"perkiraan_biaya": 60_000_000}, [("harga_di_atas", 100)]),
        ({"perkiraan_biaya": 15_000_000}, [("harga_di_bawah", 50)]),
        ({"perkiraan_biaya": 0}, [("harga_di_bawah", 100)]),
        ({"perkiraan_biaya": None}, []),
        ({"volume": ""}, []),
        ({"volume": "19,5", "perkiraan_biaya": 4_875_000}, [("volume_kurang", 0)]),
        ({"volume": "2000,5", "perkiraan_biaya": None}, [("volume_lebih", 0)]),
        ({"volume": "0"}, [("volume_kurang", 0)]),
        ({"satuan": "M²"}, []),
        ({"satuan": "meter"}, [("satuan_beda", 0)]),
        ({"satuan": ""}, []),
        ({"satuan": "unit", "perkiraan_biaya": 10**12}, [("satuan_beda", 0)]),
        ({"status": "batal", "satuan": "unit"}, []),
    ],
)
def test_the_difference_from_an_entry(fields: dict[str, object], expected: list[tuple[str, int]]) -> None:
    assert codes(usulan(**fields)) == expected


def test_outside_the_kamus_a_reason_is_asked_for_once() -> None:
    assert codes(usulan(kamus=""), None) == [("tanpa_alasan", 0)]
    assert codes(usulan(kamus="", alasan_luar_kamus="tidak_ada"), None) == []
    assert periksa(usulan(kamus="LAMA-9"), None, 10) == (Selisih("kode_lain", batas="LAMA-9"),)


@given(
    st.decimals(min_value="0.1", max_value="5000", places=1),
    st.integers(1, 10**9),
    st.integers(0, 200),
)
def test_the_cost_of_the_kamus_itself_is_never_told_as_different(volume: object, price: int, percent: int) -> None:
    text = str(volume).replace(".", ",")
    butir = ButirKamus(kode="A", judul="x", harga_satuan=price)
    biaya = biaya_kamus(text, butir)
    assert biaya is not None
    told = periksa(usulan(volume=text, perkiraan_biaya=biaya, kamus="A"), butir, max(percent, 1))
    # less than one rupiah is rounded up, which only weighs where the whole costs next to nothing
    assert told == () or biaya < 100


@pytest.mark.parametrize(
    ("volume", "price", "cost"), [("120", 250_000, 30_000_000), ("0,5", 3, 2), ("", 5, None), ("3", None, None)]
)
def test_volume_times_price(volume: str, price: int | None, cost: int | None) -> None:
    assert biaya_kamus(volume, ButirKamus(kode="A", judul="x", harga_satuan=price)) == cost
