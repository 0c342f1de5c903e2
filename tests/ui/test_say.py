"""Messages appear without stopping anybody, in plain sentences, from any thread."""

from __future__ import annotations

import errno
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import DiskFull
from musrenbang_desktop.domain.errors import RuleBroken
from ui.message_bar import MOST, MessageBar, MessageStrip, reading_time
from ui.say import Action, Message, WindowSay, report
from ui.theme import TEXT_SIZES


@pytest.fixture
def bar(qtbot):
    host = QWidget()
    host.resize(900, 500)
    qtbot.addWidget(host)
    made = MessageBar(host)
    made.resize(900, 200)
    made.float_over(host)
    host.show()
    return made


@pytest.fixture
def voice(bar):
    made = WindowSay()
    made.attach(bar.window(), bar)
    return made


def press(widget: QWidget, text: str) -> None:
    next(button for button in widget.findChildren(QPushButton) if button.text() == text).click()


def test_what_is_said_early_waits_for_the_window(bar):
    voice = WindowSay()
    voice.warning("Cadangan lama dipakai.")
    assert bar.messages() == []
    voice.attach(bar.window(), bar)
    assert [message.text for message in bar.messages()] == ["Cadangan lama dipakai."]


def test_standing_messages_are_few_and_never_doubled(bar, voice):
    for number in range(MOST + 2):
        voice.warning(f"Perhatian {number}")
    voice.warning("Perhatian 3")
    assert [message.text for message in bar.messages()] == ["Perhatian 3", "Perhatian 4", "Perhatian 2"]


def test_a_success_goes_away_by_itself_and_an_error_stays(bar, voice, qtbot, monkeypatch):
    monkeypatch.setattr("ui.message_bar.reading_time", lambda _message: 30)
    voice.error("Printer tidak menjawab.")
    voice.success("Usulan dicatat.")
    assert len(bar.messages()) == 2
    qtbot.waitUntil(lambda: [message.kind for message in bar.messages()] == ["error"], timeout=1000)
    assert bar.dismiss() is True
    assert bar.dismiss() is False


def test_there_is_time_to_read_and_to_press():
    short = Message("success", "Dicatat.")
    assert reading_time(short) < reading_time(Message("success", "Dicatat. " * 9))
    assert reading_time(Message("success", "Dicatat.", Action("Urungkan", print))) > reading_time(short)


@pytest.mark.parametrize("words", [4, 14, 17, 30])
def test_a_standing_message_keeps_its_buttons_when_the_letters_grow(qtbot, theme, words):
    """At 22 pt beside the names of the steps, as the window gives it room."""
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    messages = MessageBar()
    column.addWidget(messages)
    column.addWidget(QWidget(), 1)
    messages.show_message(Message("error", "kosong " * words, Action("Pilih musrenbang", lambda: None), "rincian"))
    room.resize(970, 475)
    room.show()
    for points in TEXT_SIZES:
        theme.text_size = points
        theme.apply()
        for _ in range(6):
            QApplication.processEvents()
        strip = messages.findChild(MessageStrip)
        assert messages.minimumSizeHint().width() <= room.width()
        for button in strip.findChildren(QPushButton):
            assert strip.rect().contains(button.geometry()), (points, button.text())


def test_the_button_of_a_message_acts_and_closes_it(bar, voice):
    done: list[str] = []
    voice.error("Flashdisk dicabut.", Action("Coba lagi", lambda: done.append("lagi")))
    press(bar, "Coba lagi")
    assert (done, bar.messages()) == (["lagi"], [])


def test_another_thread_may_speak(bar, voice, qtbot):
    speaker = threading.Thread(target=lambda: voice.warning("Dari jauh."))
    speaker.start()
    speaker.join()
    assert bar.messages() == []
    qtbot.waitUntil(lambda: len(bar.messages()) == 1, timeout=1000)


def test_troubles_of_the_surroundings_are_sentences(say, expect_log):
    expect_log("ui.say", "trouble")
    say.trouble(DiskFull("Ruang penyimpanan laptop penuh. Semua aman."), retry=lambda: None)
    assert say.last.text == "Ruang penyimpanan laptop penuh. Semua aman."
    assert say.last.action.text == "Coba lagi"
    for problem in (PermissionError(13, "x"), FileNotFoundError(2, "x"), OSError(errno.ENOSPC, "x"), OSError(5, "x")):
        say.trouble(problem)
        assert "aman" in say.last.text
        assert not say.last.details
    assert len(set(say.texts())) == 5


def test_a_broken_rule_is_no_fault_of_anybody(say):
    say.trouble(RuleBroken("judul", "kosong"))
    assert (say.last.kind, say.last.text) == ("warning", "Tulis dulu apa yang diusulkan.")


def test_our_own_mistake_is_logged_and_gives_details_without_values(bar, voice, expect_log):
    expect_log("ui.say", "our own mistake")

    def fail(nama: str) -> None:
        raise KeyError(nama)

    with pytest.raises(KeyError) as caught:
        fail(f"Hj. {'siti'.title()} Aminah")
    voice.trouble(caught.value)
    assert "Siti Aminah" not in report(caught.value)
    assert "in fail" in report(caught.value)
    shown = bar.messages()[0]
    assert "Traceback" not in shown.text
    assert "KeyError" not in shown.text
    press(bar, "Salin rincian")
    assert "KeyError" in QGuiApplication.clipboard().text()


@pytest.mark.opens_dialogs
@pytest.mark.parametrize(("pressed", "answer"), [("Hentikan", True), ("Tunggu", False)])
def test_a_question_has_our_words_and_the_careful_answer_is_the_default(voice, pressed, answer):
    seen: list[str] = []

    def respond() -> None:
        box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
        seen.append(box.defaultButton().text())
        press(box, pressed)

    QTimer.singleShot(0, respond)
    assert voice.ask("Pekerjaan masih berjalan. Tutup?", yes="Hentikan", no="Tunggu") is answer
    assert seen == ["Tunggu"]


def test_files_are_chosen_in_the_folder_used_last(voice, monkeypatch, tmp_path):
    asked: list[str] = []

    def save_name(_parent, _title, start, _filters):
        asked.append(start)
        return str(tmp_path / "usulan.xlsx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_name)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert voice.choose_save_file("Simpan", "Excel (*.xlsx)", "usulan.xlsx") == tmp_path / "usulan.xlsx"
    voice.choose_save_file("Simpan", "Excel (*.xlsx)", "lagi.xlsx")
    assert asked[1] == str(tmp_path / "lagi.xlsx")
    assert voice.choose_open_file("Buka", "Excel (*.xlsx)") is None
