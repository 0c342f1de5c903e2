"""With many groups, or groups of one bidang each, the order is redone from the annex of the worksheet."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from statistics import median

import pytest

from musrenbang_desktop.domain.cara import CaraHitung
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.usulan import UsulanBaru
from tests.small_forum import small_forum, some_usulan
from tests.unit.berita_acara.reading import text_of
from tests.unit.berita_acara.test_worksheet import paper
from tests.village import opened

K = (Kriteria("k", "Mendesak", "Mdk", 2, terkecil=0, terbesar=99),)
WITNESSES = ["Ibu Ketua", "Pak Notulis"]


def annex(pdf: bytes) -> dict[str, list[str]]:
    """Number of the usulan -> what each group gave, over all sheets of the annex."""
    given: dict[str, list[str]] = {}
    for part in text_of(pdf).split("LAMPIRAN LEMBAR HITUNG")[1:]:
        table = " ".join(part.partition("Halaman")[0].split())
        columns = len(re.findall(r"\bK\d+ =", table))
        for row in re.finditer(rf"\d+(?: seri)? (U-\d+) ((?:(?:-|\d+(?:/\d+)?) ){{{columns}}})", table):
            given.setdefault(row.group(1), []).extend(row.group(2).split())
    return given


@pytest.mark.parametrize("groups", [15, 40])
def test_the_median_of_many_groups_is_redone_from_the_annex(tmp_path: Path, groups: int) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(6), "impor")
        kelompok = tuple(Kelompok(f"g{n}", f"RT {n:02d}") for n in range(groups))
        desa.prioritas.ubah_aturan(K, kelompok, (), CaraHitung(gabung="median"))
        desa.prioritas.kunci(WITNESSES)
        for n, one in enumerate(kelompok):
            desa.prioritas.isi(one.id, {record: ((n * 7 + place * 5) % 31,) for place, record in enumerate(ids)})
        pdf = paper(desa)
        assert "Nilai tiap kelompok tercetak di Lampiran lembar hitung" in " ".join(text_of(pdf).split())
        given = annex(pdf)
        names = {one.id: one.label for one in desa.usulan.daftar()}
        assert {label: len(row) for label, row in given.items()} == dict.fromkeys(names.values(), groups)
        for row in desa.prioritas.hasil().baris:
            assert median(map(Fraction, given[names[row.usulan]])) == row.nilai


def test_groups_of_one_bidang_are_marked_where_they_do_not_score(tmp_path: Path) -> None:
    """Talud (Sarana): (2x5 + 2x4) : 2 = 9 of the first and the common group. Gizi (Sosial): (2x3 + 2x5) : 2 = 8."""
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        talud, gizi = (
            desa.usulan.catat(UsulanBaru(judul=bidang, bidang=bidang, pengusul="RT 01", perkiraan_biaya=1))
            for bidang in ("Sarana", "Sosial")
        )
        groups = (
            Kelompok("a", "Jalan", bidang="Sarana"),
            Kelompok("b", "PKK", bidang="Sosial"),
            Kelompok("c", "Semua"),
        )
        desa.prioritas.ubah_aturan(K, groups, (), CaraHitung())
        desa.prioritas.kunci(WITNESSES)
        desa.prioritas.isi("a", {talud: (5,)})
        desa.prioritas.isi("b", {gizi: (3,)})
        desa.prioritas.isi("c", {talud: (4,), gizi: (5,)})
        pdf = paper(desa)
        assert annex(pdf) == {"U-001": ["10", "-", "8"], "U-002": ["-", "6", "10"]}
        assert [(row.usulan, row.nilai) for row in desa.prioritas.hasil().baris] == [(talud, 9), (gizi, 8)]
        assert "tidak menilai bidang" in " ".join(text_of(pdf).split())


def test_groups_that_stand_in_the_columns_need_no_annex(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.prioritas.ubah_aturan(K, (Kelompok("a", "Jalan"), Kelompok("b", "PKK")), (), CaraHitung(gabung="median"))
        desa.prioritas.kunci(WITNESSES)
        for group in "ab":
            desa.prioritas.isi(group, dict.fromkeys(ids, (5,)))
        assert "LAMPIRAN" not in text_of(paper(desa))
