"""Before the agreement it is asked what was held before the Musrenbang; nothing waits for the answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, clipped, shows
from ui.kesepakatan.page import KesepakatanPage
from ui.theme import TEXT_SIZES, Theme

show = shows(KesepakatanPage)


@pytest.fixture
def unanswered(layanan: Layanan, ranked: list[str]) -> Layanan:
    """An order in which every usulan has its place, and nobody said what was held before."""
    layanan.silsilah.jawab("")
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ranked, "ke_kecamatan")
    return layanan


def test_the_question_stands_below_the_list_and_one_button_answers_it(
    show: Show, unanswered: Layanan, say: RecordedSay
) -> None:
    page = show(unanswered).page
    assert "Musyawarah dusun atau pra-musrenbang: belum dijawab" in page.missing.words()
    assert [button.accessibleName() for button in page.missing.buttons] == [
        "Musyawarah dusun atau pra-musrenbang: Dilaksanakan di luar program",
        "Musyawarah dusun atau pra-musrenbang: Tidak dilaksanakan",
        "Musyawarah dusun atau pra-musrenbang: Hubungkan musyawarah",
    ]
    button = page.missing.buttons[1]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    forum = unanswered.forum.aktif()
    assert forum and forum.pra == "tidak"
    assert "tercetak di berita acara" in say.last.text
    assert page.missing.isHidden()
    unanswered.riwayat.batalkan()
    assert not page.missing.isHidden(), "taken back, it is asked again"


def test_the_agreement_is_closed_without_an_answer(show: Show, unanswered: Layanan, say: RecordedSay) -> None:
    page = show(unanswered).page
    say.answers.append(True)
    page.head.close_button.click()
    assert page.state.ditutup
    assert page.missing.isHidden()


def test_linking_is_done_where_forums_are_listed(show: Show, unanswered: Layanan) -> None:
    stage = show(unanswered)
    stage.page.missing.buttons[2].click()
    assert (stage.wishes[-1].page, stage.wishes[-1].record) == ("siapkan", "forum_lain.pra")


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(show: Show, unanswered: Layanan, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    stage = show(unanswered)
    QApplication.processEvents()
    assert clipped(stage.page) == []
