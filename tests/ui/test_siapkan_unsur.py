"""The section Unsur, and the red line above the letters."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.unsur import TargetUnsur
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import RecordedSay
from tests.ui.pages import Shown, clipped, in_front
from ui.colours import colours
from ui.dokumen.page import DokumenPage
from ui.dokumen.printing import Device
from ui.siapkan.page import SiapkanPage
from ui.siapkan.unsur import UnsurSection
from ui.theme import TEXT_SIZES, Theme
from ui.undangan.page import UndanganPage

Show = Any


def section_of(page: SiapkanPage) -> UnsurSection:
    page.show_section("unsur")
    found = page.section("unsur")
    assert isinstance(found, UnsurSection)
    return found


def test_targets_are_typed_and_the_empty_ones_are_red(layanan: Layanan, show: Show, say: RecordedSay) -> None:
    layanan.forum.ubah(target_unsur=())
    layanan.peserta.undang(PesertaBaru(nama="Aminah", unsur="PKK"))
    section = section_of(show(SiapkanPage, layanan).page)
    for name, number in (("PKK", "3"), ("Lansia", "")):
        fields = [row.field for row in section.quick.rows.values()]
        QTest.keyClicks(fields[0], name)
        QTest.keyClicks(fields[1], number)
        QTest.keyClick(fields[1], Qt.Key.Key_Return)
    assert in_front(section.quick.rows["unsur"].field)
    model = section.model
    shown = [[str(model.index(row, column).data()) for column in range(3)] for row in range(2)]
    assert shown == [["PKK", "3", "1 (kurang 2)"], ["Lansia", "ada", "0 (kurang 1)"]]
    reds = [model.index(row, 0).data(Qt.ItemDataRole.ForegroundRole) for row in range(2)]
    assert reds[0] is None and reds[1].name().casefold() == colours().danger.casefold()
    assert section.state.text() == "1 unsur belum ada undangannya: Lansia."
    model.setData(model.index(0, 1), "1")
    assert layanan.unsur.daftar()[0].target == 1
    section.usual_button.click()
    assert "unsur ditambahkan" in say.last.text


def test_the_page_of_invitations_warns_in_red_and_prints_all_the_same(layanan: Layanan, show: Show) -> None:
    layanan.forum.ubah(target_unsur=(TargetUnsur("PKK"), TargetUnsur("Lansia")))
    layanan.peserta.undang(PesertaBaru(nama="Aminah", unsur="PKK"))
    shown: Shown = show(UndanganPage, layanan)
    missing = shown.page.missing
    assert missing.isVisible() and "Lansia" in missing.words.text() and "PKK" not in missing.words.text()
    missing.button.click()
    shown.page.print_document()
    assert shown.pages == ["siapkan", "dokumen"]
    layanan.peserta.undang(PesertaBaru(nama="Karto", unsur="Lansia"))
    assert not missing.isVisible()


def test_the_letters_warn_in_red_wherever_they_are_printed(layanan: Layanan, show: Show, say: RecordedSay) -> None:
    layanan.forum.ubah(target_unsur=(TargetUnsur("PKK"), TargetUnsur("Lansia")))
    layanan.peserta.undang(PesertaBaru(nama="Aminah", unsur="PKK"))
    page = show(DokumenPage, layanan).page
    page.show_record("undangan")
    page.printing.devices = list
    page.print_document()
    assert say.last.text.startswith("Belum ada undangan untuk: Lansia. PDF sudah tersimpan")
    page.printing.devices = lambda: [Device("EPSON L3110", True, (), ())]
    page.print_document()
    warning = page.desk.card.warning
    assert warning.isVisible() and warning.text() == "Belum ada undangan untuk: Lansia."
    assert warning.property("peran") == "salah" and page.desk.card.go.isEnabled()
    page.escape()
    page.print_package()
    reds = [label for label in page.package.findChildren(QLabel) if label.text() == warning.text()]
    assert [label.isVisible() for label in reds] == [True]
    page.escape()
    page.show_record("tanda_terima")
    page.print_document()
    assert not warning.isVisible()
    page.escape()
    layanan.peserta.undang(PesertaBaru(nama="Karto", unsur="Lansia"))
    page.show_record("undangan")
    page.print_document()
    assert not warning.isVisible()


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(layanan: Layanan, show: Show, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    page = show(SiapkanPage, layanan).page
    section_of(page)
    QApplication.processEvents()
    assert clipped(page) == []
