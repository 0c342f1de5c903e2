"""The statutory books: eleven columns of the plan book, the books of the BPD, nothing left out and nothing invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.buku import IsiBuku, aspirasi, keputusan, rencana
from musrenbang_desktop.domain.kesepakatan import Butir
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.reference.profile import load
from musrenbang_desktop.services.ekspor_buku import buku
from tests.unit.berita_acara.reading import pages, text_of, words
from tests.unit.berita_acara.sample import isi


def usulan(number: int, **fields: Any) -> Usulan:
    known: dict[str, Any] = {
        "id": f"u-{number}",
        "forum": "f",
        "nomor": number,
        "judul": f"Talud {number}",
        "pengusul": "RT 06",
        "dusun": "Krajan",
        "perkiraan_biaya": 10_000_000 * number,
    }
    return Usulan(**(known | fields))


def agreed(*found: Usulan, keluaran: str = "ke_kecamatan") -> list[tuple[Usulan, Butir]]:
    return [(one, Butir(usulan=one.id, keluaran=keluaran)) for one in found]


def test_every_source_stands_in_its_column() -> None:
    sources = (
        SumberDana("Dana Desa", 4_000_000),
        SumberDana("APBN", 1_000_000),
        SumberDana("Bantuan keuangan provinsi", 2_000_000),
        SumberDana("Alokasi Dana Desa", 3_000_000),
        SumberDana("Swadaya warga", 500_000),
        SumberDana("CSR", 250_000),
    )
    (row,) = rencana(agreed(usulan(1, sumber_dana=sources, perkiraan_biaya=None)))
    assert (row.pemerintah, row.provinsi, row.kabupaten, row.swadaya) == (5_000_000, 2_000_000, 3_000_000, 500_000)
    assert row.jumlah == 10_750_000
    assert "CSR Rp250.000" in row.keterangan.replace("\u00a0", "").replace("Rp ", "Rp")


def test_one_source_alone_takes_the_whole_and_two_without_amounts_take_nothing() -> None:
    (alone,) = rencana(agreed(usulan(1, sumber_dana=(SumberDana("Dana Desa"),))))
    assert alone.pemerintah == alone.jumlah == 10_000_000
    (both,) = rencana(agreed(usulan(1, sumber_dana=(SumberDana("Dana Desa"), SumberDana("Swadaya warga")))))
    assert both.pemerintah is both.swadaya is None
    assert both.jumlah == 10_000_000


def test_unknown_is_not_zero() -> None:
    (row,) = rencana(agreed(usulan(1, perkiraan_biaya=None)))
    assert row.jumlah is None
    assert row.manfaat == ""


def test_the_book_of_aspirations_leaves_nobody_out() -> None:
    listed = [
        usulan(1),
        usulan(2, status="digabung", gabung_ke="u-1"),
        usulan(3, status="batal", alasan_batal="ditarik pengusul"),
        usulan(4),
        usulan(5),
    ]
    decided = {
        "u-1": Butir(usulan="u-1", keluaran="dana_desa"),
        "u-4": Butir(usulan="u-4", keluaran="belum_disepakati", alasan="lahan"),
    }
    rows = aspirasi(listed, decided, {one.id: "2026-01-21" for one in listed})
    assert [row.tindak_lanjut for row in rows] == [
        "U-001: dibiayai desa",
        "U-002: digabung dengan U-001",
        "U-003: ditarik, ditarik pengusul",
        "U-004: belum disepakati, lahan",
        "U-005: menunggu kesepakatan",
    ]


def full(count: int = 30) -> IsiBuku:
    listed = [usulan(number, penerima_manfaat=2100) for number in range(1, count + 1)]
    days = {one.id: "2026-01-21" for one in listed}
    return IsiBuku(rencana(agreed(*listed)), aspirasi(listed, {}, days), keputusan(agreed(*listed), "2026-01-21"))


@pytest.mark.parametrize(("jenis", "columns"), [("buku_rencana", 11), ("buku_aspirasi", 5), ("buku_keputusan", 4)])
@pytest.mark.parametrize("family", ["rkpd-86", "desa-114", "desa-21"])
def test_the_paper_counts_its_columns_on_every_page_and_is_signed(jenis: str, columns: int, family: str) -> None:
    found = pages(render(jenis, replace(isi(1, 1, 1), buku=full()), load(family)))
    assert len(found) > 1 or jenis == "buku_keputusan"
    for page in found[: -1 if len(found) > 1 else None]:
        for number in range(1, columns + 1):
            assert f"({number})" in page.text
        assert f"({columns + 1})" not in page.text
    assert "Sekretaris" in found[-1].text


def test_the_sums_of_the_plan_book_are_those_of_its_lines() -> None:
    text = words(text_of(render("buku_rencana", replace(isi(1, 1, 1), buku=full()), load("rkpd-86"))))
    assert f"{sum(10_000_000 * n for n in range(1, 31)):,}".replace(",", ".") in text
    assert "Jumlah (30 kegiatan)" in text


def test_what_is_not_in_the_sum_is_told() -> None:
    lines = IsiBuku(rencana(agreed(usulan(1), usulan(2, perkiraan_biaya=None))))
    text = words(text_of(render("buku_rencana", replace(isi(1, 1, 1), buku=lines), load("rkpd-86"))))
    assert "1 usulan belum memuat perkiraan biaya" in text


def test_an_empty_book_says_nihil() -> None:
    for jenis in ("buku_rencana", "buku_aspirasi", "buku_keputusan"):
        assert "NIHIL" in text_of(render(jenis, isi(1, 1, 1), load("rkpd-86")))


def test_the_list_holds_what_the_paper_prints() -> None:
    listed = buku("buku_rencana", full(3))
    assert len(listed.kolom) == 11
    assert [row[7] for row in listed.baris] == [10_000_000, 20_000_000, 30_000_000]
    assert [row[9] for row in listed.baris] == ["2.100 jiwa"] * 3
