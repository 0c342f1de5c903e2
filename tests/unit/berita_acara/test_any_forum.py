"""Whatever a forum records, the paper stays whole."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import BarisPrioritas
from musrenbang_desktop.reference.profile import load
from tests.unit.berita_acara.reading import Page, pages, words
from tests.unit.berita_acara.sample import isi
from tests.unit.berita_acara.test_paper import crossing, outside

PROFILE = load("rkpd-86")
SIZES = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

letters = st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=("Cc", "Cf", "Cs"))
names = st.text(letters, min_size=3, max_size=120).filter(lambda name: name.strip() != "")
texts = st.one_of(st.just(""), names)
amounts = st.one_of(st.none(), st.integers(0, 999_000_000_000))


@st.composite
def prioritas(draw: st.DrawFn) -> tuple[BarisPrioritas, ...]:
    """0 to 300 rows, made of a few drawn ones so that an example stays small."""
    kinds = draw(st.lists(st.tuples(names, texts, texts, texts, amounts), min_size=1, max_size=4))
    count = draw(st.one_of(st.integers(0, 12), st.integers(0, 300)))
    return tuple(
        BarisPrioritas(
            nomor=number,
            label=f"U-{number:03d}",
            usulan=usulan.replace("U-", "u-"),
            permasalahan=problem,
            lokasi=place,
            bidang=bidang,
            perkiraan_biaya=amount,
            keluaran="dana_desa" if number % 3 == 0 else "ke_kecamatan",
        )
        for number in range(1, count + 1)
        for usulan, problem, place, bidang, amount in [kinds[number % len(kinds)]]
    )


def whole(page: Page) -> None:
    """Nothing leaves the margins and no rule runs through a letter."""
    assert outside(page, PROFILE) == []
    assert crossing(page) == []


@SIZES
@given(prioritas())
def test_priorities_of_any_size_are_whole(rows: tuple[BarisPrioritas, ...]) -> None:
    found = pages(render("prioritas", replace(isi(0, 0, 0), prioritas=rows), PROFILE))
    for page in found:
        whole(page)
    text = words(" ".join(page.text for page in found))
    labels = re.findall(r"\(U-(\d{3})\)", text)
    assert sorted(map(int, labels)) == [row.nomor for row in rows]
    known = [row.perkiraan_biaya for row in rows if row.perkiraan_biaya is not None]
    if rows:
        total = f"{sum(known):,}".replace(",", ".") if known else "-"
        assert f"Jumlah seluruhnya ({len(rows)} usulan) {total}" in text
    else:
        assert "NIHIL" in text
    assert f"Halaman {len(found)} dari {len(found)}" in text
