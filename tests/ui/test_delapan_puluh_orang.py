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

Modifier = Qt.KeyboardModifier
MOST_KEYS = 4
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


def way_to(services: Layanan, person: Peserta) -> tuple[str, int]:
    """What the operator types: letters that begin one word of the name, then arrows down.

    Nobody looks up after a single letter, so a way has at least two; of the words of the name the cheapest is taken.
    """
    ways = []
    for word in person.nama.split(",")[0].split():
        for length in range(2, len(word) + 1):
            found = [one.id for one in services.peserta.cari(word[:length], MOST)]
            if person.id in found:
                ways.append((word[:length], found.index(person.id)))
    return min(ways, key=lambda way: (len(way[0]) + way[1], way[1]))


def receive(hands: Hands, services: Layanan, person: Peserta) -> int:
    """Check one known guest in; returns the keys before Enter."""
    letters, arrows = way_to(services, person)
    before = hands.count
    hands.write(letters)
    for _ in range(arrows):
        hands.press(Qt.Key.Key_Down)
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
