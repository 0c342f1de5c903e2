"""Eighty people at the door of the real window: 64 invited, 16 walk-ins, by keyboard alone, every key counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from statistics import mean
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru
from musrenbang_desktop.domain.undangan import kode
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.ui.program import whole_program
from ui.app import Desktop
from ui.kehadiran.matches import MOST
from ui.kehadiran.page import KehadiranPage
from ui.theme import TEXT_SIZES, Theme

Modifier = Qt.KeyboardModifier
MOST_KEYS = 3
"""Keys before Enter that a known guest may cost."""
WALK_INS = 16


class Hands:
    """The keyboard of the laptop at the door: keys go to whatever has the cursor, and are counted."""

    def __init__(self, desktop: Desktop) -> None:
        self.window = desktop.window
        self.count = 0

    def press(self, key: Qt.Key, modifier: Modifier = Modifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.count += 1

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(QApplication.focusWidget() or self.window, letter)
            self.count += 1

    def scan(self, text: str) -> None:
        """A USB reader types and ends with Enter; nobody's finger is counted."""
        QTest.keyClicks(QApplication.focusWidget(), text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    @property
    def page(self) -> KehadiranPage:
        found = self.window.page()
        assert isinstance(found, KehadiranPage)
        return found


@pytest.fixture
def village(layanan: Layanan) -> Layanan:
    """64 people hold a letter; nobody came yet."""
    layanan.peserta.undang_banyak([one.sebelum_hadir for one in contoh().undangan])
    return layanan


@pytest.fixture
def hands(village: Layanan, qtbot: Any, qapp: Any, tmp_path: Any) -> Iterator[Hands]:
    with whole_program(qapp, qtbot, village, tmp_path) as desktop:
        found = Hands(desktop)
        found.press(Qt.Key.Key_3, Modifier.ControlModifier)
        QApplication.processEvents()
        yield found


def way_to(services: Layanan, person: Peserta) -> str:
    """What the operator types: letters that begin one word of the name, or the first letters of two; then the digit of
    the line, where it is not the first.

    Nobody looks up after a single letter, so a way has at least two; the cheapest is taken.
    """
    words = person.nama.split(",")[0].split()
    letters = {word[:length] for word in words for length in range(2, len(word) + 1)}
    letters |= {first[0] + second[0] for place, first in enumerate(words) for second in words[place + 1 :]}
    ways = []
    for typed in sorted(letters):
        found = [one.id for one in services.peserta.cari(typed, MOST)]
        if person.id in found:
            line = found.index(person.id) + 1
            ways.append(f"{typed}{line}" if line > 1 else typed)
    return min(ways, key=lambda way: (len(way), way))


def receive(hands: Hands, services: Layanan, person: Peserta) -> int:
    """Check one known guest in; returns the keys before Enter."""
    before = hands.count
    hands.write(way_to(services, person))
    hands.press(Qt.Key.Key_Return)
    assert hands.page.door.welcome.name.text() == person.nama
    assert hands.page.door.box.hasFocus() and not hands.page.door.box.text()
    return hands.count - before - 1


def walk_in(hands: Hands, guest: PesertaBaru) -> int:
    """Record somebody without a letter: name, Enter, L or P, Enter. Returns all keys."""
    before = hands.count
    hands.write(guest.nama)
    hands.press(Qt.Key.Key_N, Modifier.ControlModifier)
    hands.press(Qt.Key.Key_L if guest.jenis_kelamin == "L" else Qt.Key.Key_P, Modifier.AltModifier)
    hands.press(Qt.Key.Key_Return)
    assert hands.page.door.welcome.name.text() == guest.nama
    return hands.count - before


def test_eighty_people_pass_the_door_by_keyboard(hands: Hands, village: Layanan) -> None:
    invited = village.peserta.daftar(hanya="undangan")
    Random(80).shuffle(invited)  # nobody comes in the order of the list
    known = [receive(hands, village, person) for person in invited]
    guests = [walk_in(hands, one.isi) for one in contoh().tamu[:WALK_INS]]
    count = village.peserta.hitung()
    assert (count.hadir, count.hadir_undangan, count.tamu) == (80, 64, WALK_INS)
    assert hands.page.counters.number.text() == "80 hadir"
    spread = dict(sorted(Counter(known).items()))
    print(
        f"\nknown guest: {mean(known):.2f} keys + Enter, {spread}; walk-in: {mean(guests):.1f} keys; "
        f"all 80: {sum(known) + len(known) + sum(guests)} keys"
    )
    assert max(known) <= MOST_KEYS, spread
    assert spread[2] >= 50, "two letters are enough for most"
    assert mean(known) <= 3
    names = [len(one.isi.nama) for one in contoh().tamu[:WALK_INS]]
    assert [cost - letters for cost, letters in zip(guests, names, strict=True)] == [3] * WALK_INS, "name + three keys"
    connection = village.desk.connection
    before = replay.dump(connection)
    with village.desk.store.transaction():
        replay.rebuild(connection)
    assert replay.dump(connection) == before


def test_each_guest_of_the_village_needs_three_keys_while_nobody_is_there_yet(village: Layanan) -> None:
    """The worst moment: nobody who came already makes room for those still to come."""
    ways = {one.nama: way_to(village, one) for one in village.peserta.daftar(hanya="undangan")}
    assert len(ways) == 64
    assert {name: way for name, way in ways.items() if len(way) > MOST_KEYS} == {}
    assert sum(len(way) == 2 for way in ways.values()) >= 55, "the choice of a line is the exception"


def test_a_wrong_person_is_seen_and_taken_back_with_one_key(hands: Hands, village: Layanan) -> None:
    person = village.peserta.daftar(hanya="undangan")[0]
    receive(hands, village, person)
    welcome = hands.page.door.welcome
    assert welcome.isVisible() and welcome.name.text() == person.nama
    assert "Salah orang? Ctrl+Z" in welcome.text.text()
    hands.press(Qt.Key.Key_Z, Modifier.ControlModifier)
    assert village.peserta.hitung().hadir == 0


def test_a_digit_chooses_the_line_that_is_there_and_nobody_else(hands: Hands, village: Layanan) -> None:
    door = hands.page.door
    hands.write("ha3")
    chosen = door.matches.current()
    assert chosen is not None and [one.number.text() for one in door.matches.lines] == ["1", "2", "3", "4", "5"]
    assert chosen.id == village.peserta.cari("ha", MOST)[2].id
    first = village.peserta.cari("ha", MOST)[0]
    village.peserta.hadirkan(first.id)
    still = door.matches.current()
    assert still is not None and still.id == chosen.id, "somebody else came meanwhile: Enter means whom it meant"
    village.riwayat.batalkan()
    hands.write("x")
    assert door.matches.current() is None, "letters behind the digit mean nobody"
    hands.press(Qt.Key.Key_Escape)
    hands.write("hs")
    shown = len(door.matches.people)
    assert 0 < shown < MOST
    hands.write(str(shown + 1))
    assert door.matches.current() is None, "a line that is not there is not replaced by another one"
    hands.press(Qt.Key.Key_Return)
    assert village.peserta.hitung().hadir == 0


def test_wrong_double_and_foreign_codes_have_three_sentences_between_the_arrivals(
    hands: Hands, village: Layanan
) -> None:
    forum = village.desk.forum_id
    invited = village.peserta.daftar(hanya="undangan")
    said: dict[str, set[str]] = {"rusak": set(), "dua kali": set(), "forum lain": set()}
    for place, person in enumerate(invited[:20]):
        good = kode(forum, person.id)
        hands.scan(good)
        assert hands.page.door.welcome.name.text() == person.nama
        before = village.desk.store.head
        wrong = {
            "rusak": good[:-1] + ("A" if good[-1] != "A" else "B"),
            "dua kali": good,
            "forum lain": kode(f"k7q2m3ab-{place + 900}", person.id),
        }
        for kind, text in wrong.items():
            hands.scan(text)
            assert hands.page.door.note.isVisible(), kind
            said[kind].add(hands.page.door.note.text().replace(person.nama, "…"))
        assert village.desk.store.head == before, "a wrong code writes nothing"
    assert village.peserta.hitung().hadir == 20
    sentences = [{text.split(" pukul ")[0] for text in texts} for texts in said.values()]
    assert [len(texts) for texts in sentences] == [1, 1, 1], said
    assert len(set().union(*sentences)) == 3
    for code in ("MD1:", "rusak", "forum_lain"):
        assert not any(code in text for texts in said.values() for text in texts), "no code of ours in a sentence"


def test_ctrl_z_at_the_door_takes_back_the_last_arrival_only(hands: Hands, village: Layanan) -> None:
    first, second = village.peserta.daftar(hanya="undangan")[:2]
    for person in (first, second):
        receive(hands, village, person)
    hands.press(Qt.Key.Key_Z, Modifier.ControlModifier)
    assert [one.id for one in village.peserta.daftar(hanya="hadir")] == [first.id]
    hands.press(Qt.Key.Key_Y, Modifier.ControlModifier)
    assert {one.id for one in village.peserta.daftar(hanya="hadir")} == {first.id, second.id}


def test_the_line_that_enter_means_is_in_sight_with_large_letters(hands: Hands, village: Layanan, theme: Theme) -> None:
    theme.text_size = TEXT_SIZES[-1]
    theme.apply()
    hands.window.resize(1093, 614)
    for letters in ("ha", "5"):
        hands.write(letters)
        for _ in range(8):
            QApplication.processEvents()
    line = hands.page.door.matches.lines[4]
    assert line.visibleRegion().boundingRect() == line.rect()
