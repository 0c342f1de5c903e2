"""The whole scoring of a forum in the real window, by keyboard alone, with the window of the hall beside it.

Rules locked, two groups scored, a tie at the pagu parted by a lot, the order drawn up: every field is reached with Tab
and the arrows, every button pressed with the space bar. The pictures are looked at, and kept beside the test's files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.ui.program import whole_program
from ui.app import Desktop
from ui.layar.screens import Hall, Screens
from ui.prioritas.score_view import FIRST_SCORE
from ui.robot import Robot

Key, Modifier = Qt.Key, Qt.KeyboardModifier
#: Steps with Tab in which everything on a page must be reached.
FAR = 90
#: What each group gives, a digit for each criterion, usulan by usulan. U-002 and U-003 get the same.
SHEETS = {
    "Kelompok 1": ("55551", "44443", "44443", "33333", "22222", "11115"),
    "Kelompok 2": ("54541", "34343", "34343", "33333", "22225", "21115"),
}
JUTA = 1_000_000
COSTS = (50, 40, 40, 30, 20, 10)


class Beamer(Screens):
    """A projector that is always plugged in."""

    def hall(self, operator: QWidget | None) -> Hall | None:
        return Hall("proyektor", QRect(0, 0, 1024, 768))


class Keyboard(Robot):
    """Keys only: what cannot be reached with Tab and arrows is not reached."""

    def reach(self, name: str) -> QWidget:
        """Press Tab until the widget with this name or text has the cursor."""
        for _ in range(FAR):
            here = QApplication.focusWidget()
            if here is not None and name in (here.accessibleName(), _text(here)):
                return here
            self.tab()
        raise AssertionError(f"{name!r} is not reached with {FAR} steps of Tab")

    def press_button(self, name: str) -> None:
        """Reach a button and press it with the space bar."""
        self.reach(name)
        self.press(Key.Key_Space)

    def turn_to(self, part: str, *, steps: int, here: str) -> None:
        """From the part in front to another one of the same page, with the arrow."""
        self.reach(here)
        self.press(Key.Key_Right, times=steps)
        assert part in (QApplication.focusWidget() or self.window).accessibleName()


class Scoring:
    """The window of the operator and that of the hall."""

    def __init__(self, desktop: Desktop, layanan: Layanan, app: QApplication, folder: Path) -> None:
        self.layanan, self.folder = layanan, folder
        self.hands = Keyboard(app, desktop.window)
        page: Any = desktop.window.stack.ready("layar")
        self.projector = page.projector
        self.projector.screens.changed.disconnect(self.projector._on_screens)
        self.projector.screens = Beamer()

    def hall(self) -> list[str]:
        """The words that the hall reads."""
        window = self.projector.window
        assert window is not None
        return [text.words for text in window.frame.texts]

    def picture(self, name: str) -> QImage:
        """Both windows beside each other."""
        path = self.folder / f"{name}.png"
        self.hands.picture_beside(path)
        taken = QImage(str(path))
        assert taken.width() == self.hands.window.width() + 8 + self.projector.window.width()
        return taken


@pytest.fixture
def scoring(layanan: Layanan, qtbot: Any, qapp: Any, tmp_path: Path) -> Iterator[Scoring]:
    layanan.forum.buka(small_forum())
    layanan.usulan.catat_banyak(
        [UsulanBaru(judul=f"Drainase gang {n}", dusun="Krajan", pengusul="RT 01", perkiraan_biaya=cost * JUTA)
         for n, cost in enumerate(COSTS, 1)],
        "impor",
    )  # fmt: skip
    with whole_program(qapp, qtbot, layanan, tmp_path) as desktop:
        made = Scoring(desktop, layanan, qapp, tmp_path)
        try:
            yield made
        finally:
            made.projector.stop()


def test_a_forum_is_scored_by_keyboard_and_the_hall_sees_it(scoring: Scoring) -> None:
    hands, layanan = scoring.hands, scoring.layanan
    hands.press(Key.Key_5, Modifier.ControlModifier)
    lock(hands)
    assert layanan.prioritas.aturan().saksi == ("Ibu Ketua", "Pak Notulis")
    show_hall(hands, "5")
    for group, rows in SHEETS.items():
        fill(hands, group, rows)
    hands.wait(lambda: typed(layanan) == SHEETS, "the last row is recorded", 5)
    live(scoring)
    scoring.picture("skor")

    hands.turn_to("Peringkat", steps=1, here="Skor kelompok")
    ask_before_the_lot(hands, layanan)
    hands.press(Key.Key_5, Modifier.ControlModifier)
    show_hall(hands, "6")
    reasons = [row.sebab for row in layanan.layar.hasil_pagu().baris]
    assert reasons == ["masuk", "seri_di_batas", "seri_di_batas", "menunggu_seri", "menunggu_seri", "menunggu_seri"]
    assert "seri, diundi dulu" in " ".join(scoring.hall())
    scoring.picture("seri")
    draw_lot(hands)
    (lot,) = layanan.prioritas.undian()
    labels = {one.id: one.label for one in layanan.usulan.daftar()}
    assert [labels[one] for one in lot.usulan] == ["U-003", "U-002"]
    assert "diundi dulu" not in " ".join(scoring.hall())

    hands.press(Key.Key_6, Modifier.ControlModifier)
    hands.press_button("Susun dari skor")
    found = layanan.kesepakatan.sekarang()
    assert found is not None
    # 50 + 40 of U-003 are 90; U-002 (40), U-004 (30), U-005 (20) do not fit, the last (10) does
    assert [labels[one.usulan] for one in found.butir if one.keluaran == "dana_desa"] == ["U-001", "U-003", "U-006"]
    scoring.picture("kesepakatan")
    assert "Hasil kesepakatan" in scoring.hall()
    assert replay.first_difference(layanan.desk.connection) is None


def lock(hands: Keyboard) -> None:
    """Two witnesses, then the lock."""
    for name, text in (("Saksi pertama", "Ibu Ketua"), ("Saksi kedua", "Pak Notulis")):
        hands.reach(name)
        hands.write(text)
        hands.tab()
    hands.press_button("Kunci aturan")


def show_hall(hands: Keyboard, scene: str) -> None:
    """F5 to the layar and back; a digit chooses what the hall sees."""
    hands.function(5)
    hands.write(scene)
    hands.function(5)


def fill(hands: Keyboard, group: str, rows: tuple[str, ...]) -> None:
    """Choose the group with the arrows, then type digits: the cursor goes on by itself."""
    box = hands.reach("Kelompok yang menilai")
    assert isinstance(box, QComboBox)
    while not box.currentText().startswith(group):
        hands.press(Key.Key_Down)
    hands.reach("Lembar skor")
    hands.press(Key.Key_Home, Modifier.ControlModifier)
    hands.press(Key.Key_Right, times=FIRST_SCORE)
    hands.write("".join(rows))
    hands.settle()


def typed(layanan: Layanan) -> dict[str, tuple[str, ...]]:
    """The sheets as recorded, in the order of the numbers."""
    ids = [one.id for one in layanan.usulan.daftar()]
    return {
        one.nama: tuple("".join(map(str, layanan.prioritas.lembar(one.id).get(record, ()))) for record in ids)
        for one in layanan.prioritas.aturan().kelompok
    }


def live(scoring: Scoring) -> None:
    """The last key is on the layar: what the hall reads is the order of the service, from the top."""
    wanted = [row.usulan.judul for row in scoring.layanan.layar.peringkat().baris]
    read = [word for word in scoring.hall() if word in wanted]
    assert len(read) > 3 and read == wanted[: len(read)]


def ask_before_the_lot(hands: Keyboard, layanan: Layanan) -> None:
    """Drawn up while the tie stands, nobody of the tie goes ahead and the window asks for the lot; undone again."""
    hands.press(Key.Key_6, Modifier.ControlModifier)
    hands.press_button("Susun dari skor")
    assert any("U-002, U-003 seri tepat di batas" in one.text() for one in hands.window.findChildren(QLabel))
    found = layanan.kesepakatan.sekarang()
    assert found is not None and [one.keluaran for one in found.butir].count("dana_desa") == 1
    layanan.riwayat.batalkan()


def draw_lot(hands: Keyboard) -> None:
    """U-003 was drawn before U-002."""
    hands.press_button("Catat undian")
    for title, label in (("Terambil ke-1", "U-003"), ("Terambil ke-2", "U-002")):
        box = hands.reach(title)
        assert isinstance(box, QComboBox)
        for _ in range(3):
            if not box.currentText().startswith(label):
                hands.press(Key.Key_Down)
        assert box.currentText().startswith(label)
        hands.tab()
    for name, text in (("Saksi undian pertama", "Ibu Ketua"), ("Saksi undian kedua", "Pak Imam")):
        hands.reach(name)
        hands.write(text)
        hands.tab()
    hands.press_button("Catat undian")


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return ""
    text = getattr(widget, "text", None)
    return text().replace("&", "") if callable(text) else ""
