"""Half a reason is on the disk, and a window that is opened anew asks for it again or has it ready."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTest import QTest

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.small_forum import small_forum
from ui.drafts import FormDraft
from ui.fields import committing
from ui.kehadiran.door import Door
from ui.kehadiran.opening import OpeningCard
from ui.reason_line import ReasonLine
from ui.usulan.panel import UsulanPanel


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two seconds before words are kept would only make the tests slower."""
    monkeypatch.setattr(committing, "PAUSE_MS", 5)


def opening(qtbot: Any, desa: Layanan) -> OpeningCard:
    card = OpeningCard(desa)
    qtbot.addWidget(card)
    card.show()
    forum = desa.forum.aktif()
    assert forum is not None
    card.show_state(desa.kehadiran.keadaan(), forum, "", "2/3")
    return card


def test_the_reason_of_an_opening_without_quorum_is_asked_for_again(qtbot: Any, layanan: Layanan) -> None:
    layanan.peserta.undang_banyak([PesertaBaru(nama=f"Warga {n}") for n in range(6)])
    card = opening(qtbot, layanan)
    card.open_button.click()
    QTest.keyClicks(card.reason_edit, "Hujan lebat")
    qtbot.waitUntil(lambda: bool(layanan.draf.ambil("pembukaan")))
    assert not card.unrecorded
    again = opening(qtbot, layanan)
    assert again.reason_edit.isVisible() and again.reason_edit.text() == "Hujan lebat"
    assert again.day.isHidden(), "it was the opening, not the putting off"
    again.leave_button.click()
    assert layanan.draf.ambil("pembukaan") == {}
    assert not opening(qtbot, layanan).reason_edit.isVisible(), "what was given up does not come back"


def test_the_reason_of_one_opening_opens_no_other_forum(qtbot: Any, layanan: Layanan) -> None:
    def show() -> None:
        forum = layanan.forum.aktif()
        assert forum is not None
        card.show_state(layanan.kehadiran.keadaan(), forum, "", "2/3")

    people = [PesertaBaru(nama=f"Warga {n}") for n in range(6)]
    layanan.peserta.undang_banyak(people)
    here = layanan.desk.forum_id
    card = opening(qtbot, layanan)
    card.open_button.click()
    QTest.keyClicks(card.reason_edit, "Hujan lebat")
    other = layanan.forum.buka(small_forum())
    layanan.peserta.undang_banyak(people)
    show()
    assert not card.reason_edit.isVisible()
    assert layanan.draf.ambil("pembukaan")[here]["alasan"] == "Hujan lebat"
    layanan.kehadiran.buka("Semua sudah hadir")
    show()
    assert layanan.draf.ambil("pembukaan").keys() == {here}, "opening one forum forgets nothing of another"
    layanan.desk.choose(here)
    show()
    assert (card.reason_edit.isVisible(), card.reason_edit.text()) == (True, "Hujan lebat")
    assert other != here


def test_a_half_typed_guest_never_comes_into_another_forum(qtbot: Any, layanan: Layanan) -> None:
    door = Door(layanan)
    qtbot.addWidget(door)
    door.show()
    here = layanan.desk.forum_id
    door.put_back(here)
    door.begin_guest()
    QTest.keyClicks(door.tamu.nama_edit, "Bu Karsinah")
    other = layanan.forum.buka(small_forum())
    door.put_back(other)
    assert not door.tamu.isVisible() and door.box.isEnabled()
    door.begin_guest()
    assert door.tamu.nama_edit.text() == ""
    door.leave_guest()
    door.put_back(here)
    assert (door.tamu.isVisible(), door.tamu.nama_edit.text()) == (True, "Bu Karsinah")


def test_why_an_usulan_is_withdrawn_waits_at_that_usulan(qtbot: Any, layanan: Layanan) -> None:
    first, second = (layanan.usulan.satu(record) for record in propose(layanan, 2))
    assert first and second
    panel = UsulanPanel(layanan)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_usulan(first)
    panel.withdraw()
    line = panel.reason.field.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "Sudah dibangun")
    qtbot.waitUntil(lambda: bool(layanan.draf.ambil("usulan_batal")))
    panel.show_usulan(second)
    panel.withdraw()
    assert panel.reason.field.currentText() == ""
    panel.show_usulan(first)
    panel.withdraw()
    assert panel.reason.field.currentText() == "Sudah dibangun"
    panel.reason.accept()
    found = layanan.usulan.satu(first.id)
    assert found and (found.status, found.alasan_batal) == ("batal", "Sudah dibangun")
    assert layanan.draf.ambil("usulan_batal") == {}


def test_a_question_that_is_left_by_esc_forgets_its_answer(qtbot: Any, layanan: Layanan) -> None:
    line = ReasonLine()
    qtbot.addWidget(line)
    line.keep_in(FormDraft(line, layanan, "contoh", line.words))
    line.ask("Kenapa?", "Catat", lambda _text: None, key="x")
    QTest.keyClicks(line.field.lineEdit(), "karena")
    qtbot.waitUntil(lambda: bool(layanan.draf.ambil("contoh")))
    line.cancel()
    assert layanan.draf.ambil("contoh") == {}
