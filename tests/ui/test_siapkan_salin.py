"""Copying the set-up of an earlier forum, from the window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import RecordedSay
from tests.ui.pages import clipped, in_front
from ui.siapkan.forum_lain import ForumLainSection
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme

Show = Any


@pytest.fixture
def page(layanan: Layanan, show: Show) -> SiapkanPage:
    """The full forum of last year, and a new one just begun with the button."""
    layanan.peserta.undang_banyak([PesertaBaru(nama="Aminah"), PesertaBaru(nama="Karto")])
    page: SiapkanPage = show(SiapkanPage, layanan).page
    page.new_item()
    page.mulai.tanggal_edit.setText("20-1-2027")
    page.mulai.start_button.click()
    return page


def section_of(page: SiapkanPage) -> ForumLainSection:
    found = page.section("forum_lain")
    assert isinstance(found, ForumLainSection)
    return found


def test_after_a_new_forum_is_begun_the_way_to_copying_is_offered(page: SiapkanPage, say: RecordedSay) -> None:
    assert say.last.action and say.last.action.text == "Salin persiapan"
    say.last.action.run()
    card = section_of(page).copy_card
    assert card.isVisible() and in_front(card.box)
    assert card.ticks["orang"].text() == "Daftar orang yang diundang (2)"
    assert not card.ticks["orang"].isChecked(), "people only when ticked"
    assert not card.ticks["dasar"].isEnabled(), "nothing there"


def test_what_is_ticked_is_copied_and_undone_at_once(page: SiapkanPage, layanan: Layanan, say: RecordedSay) -> None:
    page.show_record("forum_lain.salin")
    card = section_of(page).copy_card
    card.ticks["agenda"].setChecked(False)
    card.button.click()
    forum = layanan.forum.aktif()
    assert forum and len(forum.saksi) == 2 and forum.agenda == () and layanan.peserta.daftar() == []
    assert "Persiapan disalin" in say.last.text
    card.button.click()
    assert "Tidak ada yang berbeda" in say.last.text
    layanan.riwayat.batalkan()
    forum = layanan.forum.aktif()
    assert forum and forum.saksi == ()
    for tick in card.ticks.values():
        tick.setChecked(False)
    card.button.click()
    assert say.last.text == "Pilih dulu apa yang disalin."


def test_without_an_earlier_forum_there_is_no_card(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    page.show_section("forum_lain")
    assert not section_of(page).copy_card.isVisible()


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(page: SiapkanPage, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    page.show_record("forum_lain.salin")
    QApplication.processEvents()
    assert clipped(page) == []
