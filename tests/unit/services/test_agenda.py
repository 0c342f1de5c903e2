"""The agenda as the service keeps it: one act a step, taken back step by step, on paper as on screen."""

from __future__ import annotations

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.replayed import assert_replayed
from tests.unit.berita_acara.reading import text_of


def titles(layanan: Layanan) -> list[str]:
    return [row.acara.judul for row in layanan.agenda.daftar()]


@pytest.fixture
def desa(layanan: Layanan) -> Layanan:
    layanan.agenda.pakai([Acara("Satu", 10, "Notulis"), Acara("Dua", 20), Acara("Tiga", 30)], "biasa")
    return layanan


def test_rows_move_change_and_leave_and_every_step_is_taken_back(desa: Layanan, open_village: OpenVillage) -> None:
    assert desa.agenda.pindah(2, 0) == 0
    desa.agenda.ubah(0, judul="Tiga baru", menit=5)
    desa.agenda.keluarkan(1)
    desa.agenda.tambah(Acara("Empat", 1))
    assert titles(desa) == ["Tiga baru", "Dua", "Empat"]
    for before in (
        ["Tiga baru", "Dua"],
        ["Tiga baru", "Satu", "Dua"],
        ["Tiga", "Satu", "Dua"],
        ["Satu", "Dua", "Tiga"],
    ):
        desa.riwayat.batalkan()
        assert titles(desa) == before
    assert_replayed(desa)
    again = open_village()
    for _ in range(4):
        again.riwayat.ulangi()
    assert titles(again) == ["Tiga baru", "Dua", "Empat"]


def test_a_row_that_breaks_a_rule_changes_nothing(desa: Layanan) -> None:
    head = desa.desk.store.head
    with pytest.raises(RuleBroken):
        desa.agenda.ubah(0, menit=0)
    with pytest.raises(RuleBroken, match="terlalu_banyak"):
        desa.agenda.pakai([Acara("Acara", 1)] * 61, "panjang")
    assert desa.desk.store.head == head


@pytest.mark.parametrize("jenis", ["undangan", "susunan_acara"])
def test_letter_and_sheet_print_hours_and_rows(jenis: str, desa: Layanan) -> None:
    from musrenbang_desktop.domain.peserta import PesertaBaru

    desa.peserta.undang(PesertaBaru(nama="Hj. Siti Aminah"))
    isi = desa.dokumen.isi()
    text = text_of(render(jenis, isi, profile.load(isi.forum.profil)))
    for words in ("09.00-09.10", "Satu", "09.30-10.00", "Tiga"):
        assert words in text
    if jenis == "susunan_acara":
        assert "60" in text and "Notulis" in text
