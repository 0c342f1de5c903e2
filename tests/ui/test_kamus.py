"""The kamus at the keyboard: found while typing, taken with two keys, never taken by accident."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.paket import berkas, contoh_paket
from tests.ui.desktop import Show, Stage, clipped, shows
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.kamus_section import KamusSection
from ui.usulan.page import UsulanPage

Key = Qt.Key


show = shows(UsulanPage)


@pytest.fixture
def desa(layanan: Layanan, tmp_path: Path) -> Layanan:
    """Sukamaju with the invented package."""
    layanan.paket.pasang(layanan.paket.periksa(berkas(tmp_path, contoh_paket())))
    return layanan


def offered(stage: Stage) -> list[str]:
    """The lines of the list below the title."""
    shown = stage.page.quick.kamus.suggestions
    assert shown.list is not None
    return [shown.list.item(row).text() for row in range(shown.list.count())] if shown.is_open else []


def test_an_entry_is_taken_by_down_and_enter_and_the_cost_is_told_in_words(show: Show, desa: Layanan) -> None:
    stage = show(desa)
    stage.type("rabat")
    assert offered(stage) == ["Rabat beton jalan lingkungan · Rp250.000 per m2 · Dinas Pekerjaan Umum · JLN-01"]
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Return)
    quick = stage.page.quick
    assert quick.fields["judul"].text() == "Rabat beton jalan lingkungan" and quick.fields["satuan"].text() == "m2"
    assert stage.focus is quick.fields["dusun"]
    stage.type("Krajan")
    stage.press(Key.Key_Return)
    stage.press(Key.Key_Return)
    stage.type("120")
    stage.press(Key.Key_Return)
    assert quick.fields["perkiraan_biaya"].value() == 30_000_000
    assert "120 m2 x Rp250.000 = Rp30.000.000" in quick.note.text()
    stage.page.save_and_new()
    (usulan,) = desa.usulan.daftar()
    assert (usulan.kamus, usulan.bidang, usulan.perangkat_daerah, usulan.perkiraan_biaya) == (
        "JLN-01",
        "Pelaksanaan Pembangunan Desa",
        "Dinas Pekerjaan Umum",
        30_000_000,
    )
    stage.type("Gapura")
    stage.page.save_and_new()
    assert [one.kamus for one in desa.usulan.daftar()] == ["JLN-01", ""], "the next one follows nothing"


def test_who_types_past_the_list_takes_nothing(show: Show, desa: Layanan) -> None:
    stage = show(desa)
    stage.type("jalan")
    assert len(offered(stage)) == 2
    stage.press(Key.Key_Return)
    assert stage.focus is stage.page.quick.fields["dusun"] and offered(stage) == []
    stage.page.save_and_new()
    assert [(one.judul, one.kamus) for one in desa.usulan.daftar()] == [("jalan", "")]


def test_escape_closes_only_the_list(show: Show, desa: Layanan) -> None:
    stage = show(desa)
    stage.type("jalan")
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Escape)
    assert offered(stage) == [] and stage.page.quick.fields["judul"].text() == "jalan"
    stage.press(Key.Key_Return)
    assert stage.page.quick.kamus.kode == ""


def test_a_cost_that_was_typed_stays(show: Show, desa: Layanan) -> None:
    stage = show(desa)
    quick = stage.page.quick
    quick.fields["perkiraan_biaya"].setText("5 jt")
    quick.fields["volume"].setText("120")
    quick.kamus.take(desa.kamus.satu("JLN-01"))
    assert quick.fields["perkiraan_biaya"].value() == 5_000_000


def test_without_a_package_nothing_is_offered(show: Show, layanan: Layanan) -> None:
    stage = show(layanan)
    stage.type("rabat")
    assert stage.page.quick.kamus.suggestions.list is None


def test_a_half_typed_line_still_follows_its_entry_after_a_restart(
    show: Show, desa: Layanan, open_village: OpenVillage
) -> None:
    stage = show(desa)
    stage.type("rabat")
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Return)
    stage.close()
    again = show(open_village())
    again.page.save_and_new()
    assert again.page.services.usulan.daftar()[0].kamus == "JLN-01"


def section_of(stage: Stage, record: str) -> KamusSection:
    """The open section of one usulan."""
    page = stage.page
    page.show_record(record)
    page.panel.folds["kamus"].head.setChecked(True)
    found = page.panel.findChild(KamusSection)
    assert found is not None
    return found


def test_in_the_record_differences_are_said_and_offers_are_buttons(show: Show, desa: Layanan) -> None:
    record = desa.usulan.catat(
        UsulanBaru(judul="Jalan SDN 2", volume="120", satuan="m2", perkiraan_biaya=60_000_000, kamus="JLN-01")
    )
    section = section_of(show(desa), record)
    assert section.warnings.text() == "Biaya per satuan 100% di atas harga kamus."
    assert section.sum.text() == "120 m2 x Rp250.000 = Rp30.000.000"
    section.cost_button.setFocus()
    section.cost_button.click()
    assert desa.usulan.satu(record).perkiraan_biaya == 30_000_000
    assert section.warnings.isHidden() and section.cost_button.isHidden()
    assert section.search.field.hasFocus(), "the cursor does not get lost with the button"
    desa.riwayat.batalkan()
    assert desa.usulan.satu(record).perkiraan_biaya == 60_000_000 and not section.warnings.isHidden()


def test_an_entry_is_taken_in_the_record_too(show: Show, desa: Layanan) -> None:
    record = desa.usulan.catat(UsulanBaru(judul="Jalan SDN 2"))
    stage = show(desa)
    section = section_of(stage, record)
    section.search.field.setFocus()
    stage.type("aspal")
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Return)
    usulan = desa.usulan.satu(record)
    assert (usulan.kamus, usulan.satuan, usulan.judul) == ("JLN-02", "m2", "Jalan SDN 2")
    assert section.search.field.text() == "" and "JLN-02" in section.entry.text()


def test_outside_the_kamus_the_reason_is_chosen_from_the_list(show: Show, desa: Layanan) -> None:
    record = desa.usulan.catat(UsulanBaru(judul="Gapura"))
    section = section_of(show(desa), record)
    assert "belum ada alasannya" in section.warnings.text()
    section.reason.field.setCurrentIndex(0)
    section.reason.field.activated.emit(0)
    assert desa.usulan.satu(record).alasan_luar_kamus == "baru" and section.warnings.isHidden()


def test_a_goal_is_looked_for_or_marked_as_missing(show: Show, desa: Layanan) -> None:
    record = desa.usulan.catat(UsulanBaru(judul="Sumur"))
    stage = show(desa)
    section = section_of(stage, record)
    section.no_goal_button.click()
    assert desa.usulan.satu(record).cantolan == "belum_ada" and "belum ada cantolan" in section.goal.text()
    section.goal_search.field.setFocus()
    stage.type("air bersih")
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Return)
    assert desa.usulan.satu(record).cantolan == "SDGS-06" and "Air Bersih" in section.goal.text()


def test_every_button_has_a_name_and_nothing_is_cut_at_twice_the_letters(
    show: Show, desa: Layanan, theme: Theme
) -> None:
    record = desa.usulan.catat(UsulanBaru(judul="Jalan", volume="120", perkiraan_biaya=1, kamus="JLN-01"))
    stage = show(desa)
    theme.resize(len(TEXT_SIZES))
    section = section_of(stage, record)
    QApplication.processEvents()
    assert all(button.accessibleName() for button in section.findChildren(QPushButton))
    assert clipped(section) == []


def test_the_list_shows_only_what_differs_or_hangs_on_no_plan(show: Show, desa: Layanan) -> None:
    dear, fine = desa.usulan.catat_banyak(
        [
            UsulanBaru(judul="A", kamus="JLN-01", volume="100", satuan="m2", perkiraan_biaya=50_000_000),
            UsulanBaru(judul="B", alasan_luar_kamus="baru", cantolan="SDGS-06"),
        ],
        "mencatat",
    )
    page = show(desa).page
    box = page.filters.check
    texts = [box.itemText(place) for place in range(box.count())]
    assert texts == ["Semua pemeriksaan", "Perlu dilihat: kamus (1)", "Tanpa cantolan (1)"]
    for choice, shown in (("selisih", [dear]), ("cantolan", [dear]), ("", [dear, fine])):
        box.fill(choice)
        page.filters.changed.emit()
        assert [usulan.id for usulan in page.model.rows()] == shown
    box.fill("selisih")
    page.filters.changed.emit()
    desa.usulan.ubah(dear, perkiraan_biaya=25_000_000)
    assert page.model.rowCount() == 0 and page.filters.active, "put right while it is looked at: the list is empty"
    page.filters.clear()
    assert page.model.rowCount() == 2
