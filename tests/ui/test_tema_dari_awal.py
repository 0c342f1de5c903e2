"""PROP-11 through the windows: tagged by key, agreed, answered at every level, taken up next year, split and merged."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from musrenbang_desktop.domain.ganda import Pecahan
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.last_year import answer
from tests.replayed import assert_replayed
from tests.small_forum import small_forum
from tests.ui.desktop import Show, shows
from ui.tema.page import TemaPage
from ui.usulan.page import UsulanPage

show_list = shows(UsulanPage)
show_fate = shows(TemaPage)


def test_both_tags_by_keyboard_and_the_fate_through_all_levels(
    show_list: Show, show_fate: Show, kosong: Layanan
) -> None:
    kosong.forum.buka(small_forum())
    record = kosong.usulan.catat(UsulanBaru(judul="Jamban umum", dusun="Krajan", pengusul="PKK"))
    stage = show_list(kosong)
    page = stage.page
    page.show_record(record)
    page.panel.section("asal").tags.buttons["perempuan"].setFocus()
    stage.press(Qt.Key.Key_Space)
    page.panel.section("penerima").tags.buttons["disabilitas"].setFocus()
    stage.press(Qt.Key.Key_Space)
    tagged = kosong.usulan.satu(record)
    assert tagged is not None
    assert (tagged.tema_asal, tagged.tema_penerima) == (("perempuan",), ("disabilitas",))
    kosong.kesepakatan.susun()
    kosong.kesepakatan.tetapkan([record], "ke_kecamatan")
    answer(kosong, record, "kecamatan", "diterima")
    answer(kosong, record, "opd", "diterima_perubahan")
    answer(kosong, record, "bappeda", "ditunda", "pagu habis")
    fate = show_fate(kosong).page
    assert [fate.model.index(0, place).data() for place in range(4)] == [
        "U-001", "Jamban umum", "dari perempuan; untuk disabilitas", "sudah dijawab",
    ]  # fmt: skip
    assert fate.way.text() == (
        "U-001 Jamban umum: dibawa ke kecamatan \u2192 diterima kecamatan \u2192 diperiksa OPD dengan perubahan \u2192 "
        "ditunda Bappeda: pagu habis."
    )
    assert fate.sums.text().splitlines() == [
        "Perempuan: 1 usulan, 1 sudah dijawab", "Disabilitas: 1 usulan, 1 sudah dijawab",
    ]  # fmt: skip
    kosong.forum.buka(replace(small_forum(), tahun_pelaksanaan=2027, tahun_rencana=2028, tanggal="2027-01-20"))
    (again,) = kosong.tahun_lalu.ajukan_lagi([record])
    fate.refresh(None)
    assert fate.way.text() == "U-001 Jamban umum: menunggu 1 tahun \u2192 belum diputuskan."
    kosong.ganda.pecah(again, [Pecahan("Jamban gang 1"), Pecahan("Jamban gang 2")])
    assert fate.model.rowCount() == 2, "each part keeps the tags of the whole"
    first, second = (fate.model.row(place).id for place in range(2))
    kosong.ganda.gabung(first, second)
    assert fate.model.row(1).langkah[0] == "digabung ke U-001"
    kosong.riwayat.batalkan()
    kosong.riwayat.batalkan()
    assert fate.model.rowCount() == 1
    assert_replayed(kosong)
