"""A survey of households as the source: its way, its file and row, and the link to the answer stay with each usulan."""

from __future__ import annotations

from pathlib import Path

import pytest

from musrenbang_desktop.exchange.usulan_import import periksa
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum

SURVEY = """Usulan;Dusun;RT/RW;Kepala keluarga;{bukti};Datang lewat
Sumur bor;Krajan;2/1;Bu Contoh;https://survei.example/kk/12;
Pagar posyandu;Krajan;3/1;Pak Contoh;kk13.jpg;FGD
Talud;Krajan;3/1;Pak Contoh;;
"""


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    kosong.forum.buka(small_forum())
    return kosong


@pytest.mark.parametrize("bukti", ["Tautan bukti", "Bukti", "URL"])
def test_a_survey_is_one_act_and_says_where_each_usulan_came_from(desa: Layanan, tmp_path: Path, bukti: str) -> None:
    path = tmp_path / "survei.csv"
    path.write_text(SURVEY.format(bukti=bukti), encoding="utf-8")
    desa.impor.terapkan(periksa(path), path.name, "survei")
    told = [(one.judul, one.sumber_usulan, one.keterangan) for one in desa.usulan.daftar()]
    assert told == [
        ("Sumur bor", "survei", "Bukti: https://survei.example/kk/12; Sumber: survei.csv baris 2"),
        ("Pagar posyandu", "fgd", "Bukti: kk13.jpg"),
        ("Talud", "survei", "Sumber: survei.csv baris 4"),
    ]
    assert desa.riwayat.batalkan() is not None
    assert desa.usulan.daftar() == []
