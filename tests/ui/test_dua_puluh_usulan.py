"""Twenty usulan in the real window by keyboard: entered, two merged, undone, one split; then the program ends, and
another process undoes once more.

Every state is read twice: from the database, and from what the screen shows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.village import opened
from ui.app import Desktop
from ui.ganda.page import GandaPage
from ui.usulan.page import UsulanPage
from ui.usulan.split_section import SplitSection

Key, Modifier = Qt.Key, Qt.KeyboardModifier

_WORKS = (
    "Drainase", "Talud", "Pagar makam", "Sumur bor", "Lampu jalan", "Rehab posyandu", "Jembatan bambu", "Bak sampah",
    "Gedung pertemuan", "Lapangan voli", "Pelatihan menjahit", "Bibit kopi", "Ternak kambing", "Saluran irigasi",
    "Perpustakaan", "Ambulans", "Kolam ikan", "Mobil pemadam",
)  # fmt: skip
#: judul, dusun, RT/RW, volume, satuan, cost and proposer, as somebody types them.
TYPED = [
    ("Pengaspalan jalan Krajan", "Krajan", "2/1", "120 m", "", "125 jt", "RT 02"),
    ("Aspal jalan Krajan", "Krajan", "02/01", "100", "m", "98.000.000", "Karang Taruna"),
    *((work, "Kaliwungu", f"{n}/3", str(10 * n), "unit", f"{n} jt", f"RT {n:02d}") for n, work in enumerate(_WORKS, 3)),
]


class Hands:
    """The keyboard of the laptop; keys go to whatever has the cursor, and are counted."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.window = desktop.window
        self.count = 0

    def press(self, key: Key, modifier: Modifier = Modifier.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus, key, modifier)
            self.count += 1
            QApplication.processEvents()

    def ctrl(self, key: Key) -> None:
        self.press(key, Modifier.ControlModifier)

    def write(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)
        self.count += len(text)
        QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def usulan(self) -> UsulanPage:
        found = self.window.page()
        assert isinstance(found, UsulanPage)
        return found

    @property
    def ganda(self) -> GandaPage:
        found = self.window.page()
        assert isinstance(found, GandaPage)
        return found

    def close(self) -> None:
        """The program ends, as when its window is closed."""
        self.desktop.window.close()
        QApplication.processEvents()
        self.desktop.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)


class Program:
    """The program on the data folder of the test. Called, it starts; the one before ends first."""

    def __init__(self, qtbot: Any, app: QApplication, folder: Path) -> None:
        self._qtbot, self._app, self._folder = qtbot, app, folder
        self._running: Hands | None = None
        self._store = ExitStack()

    def __call__(self) -> tuple[Hands, Layanan]:
        self.end()
        services = self._store.enter_context(opened(self._folder))
        if services.forum.aktif() is None:
            services.forum.buka(small_forum())
        desktop = Desktop(self._app, services, self._folder, alone=True)
        desktop.window.resize(1093, 614)
        desktop.window.show()
        self._qtbot.waitExposed(desktop.window)
        desktop.window.activateWindow()
        QApplication.processEvents()
        self._running = Hands(desktop)
        return self._running, services

    def end(self) -> None:
        """Window and store are closed, so that another process may open the folder."""
        if self._running is not None:
            self._running.close()
            self._running = None
        self._store.close()


@pytest.fixture
def program(qtbot: Any, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    found = Program(qtbot, qapp, tmp_path / "data")
    yield found
    found.end()


def enter_all(hands: Hands) -> None:
    """Twenty usulan through the quick line: Enter goes from field to field and records behind the last."""
    hands.ctrl(Key.Key_4)
    for words in TYPED:
        for word in words:
            hands.write(word)
            hands.press(Key.Key_Return)


def on_screen(page: UsulanPage) -> list[str]:
    """What the list shows, line by line."""
    model = page.model
    return [
        " | ".join(str(model.index(row, column).data() or "") for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def facts(rows: list[Usulan]) -> list[tuple[Any, ...]]:
    return [
        (one.label, one.judul, one.status, one.volume, one.satuan, one.perkiraan_biaya, one.pengusul) for one in rows
    ]


def agrees(hands: Hands, services: Layanan) -> list[tuple[Any, ...]]:
    """The facts in the database, once screen and replay of the journal were found to say the same."""
    rows = services.usulan.daftar()
    shown = on_screen(hands.usulan)
    assert len(shown) == len(rows)
    for line, one in zip(shown, rows, strict=True):
        assert line.startswith(f"{one.label} | {one.judul} | ")
        assert (one.status == "digabung") == line.endswith("digabung")
    assert replay.first_difference(services.desk.connection) is None
    return facts(rows)


def test_twenty_usulan_merged_undone_split_restarted_and_undone(program: Program, tmp_path: Path) -> None:
    hands, services = program()
    enter_all(hands)
    entered = agrees(hands, services)
    first, second = services.usulan.daftar()[:2]
    assert len(entered) == 20
    assert entered[0] == ("U-001", "Pengaspalan jalan Krajan", "aktif", "120", "m", 125_000_000, "RT 02")
    assert entered[-1] == ("U-020", "Mobil pemadam", "aktif", "200", "unit", 20_000_000, "RT 20")
    letters = sum(len("".join(words)) for words in TYPED)
    assert hands.count == letters + 20 * 7 + 1, "a key for every letter, Enter behind every field, Ctrl+4"
    print(f"\n20 usulan: {hands.count} keys, {hands.count - letters} of them no letters")

    hands.ctrl(Key.Key_G)
    while hands.ganda.pair is not None and hands.ganda.pair.a.id != first.id:
        hands.press(Key.Key_N)
    assert hands.ganda.own.which.text().startswith("Pasangan 1 dari ")
    hands.press(Key.Key_G)
    hands.ctrl(Key.Key_4)
    merged = agrees(hands, services)
    assert merged[1][2] == "digabung"
    assert merged[0][-1] == "RT 02 + Karang Taruna"
    assert services.ganda.gabungan_dari(first.id)[0].id == second.id

    hands.ctrl(Key.Key_Z)
    assert agrees(hands, services) == entered, "undone: as it was entered"

    split(hands)
    parted = agrees(hands, services)
    assert len(parted) == 21
    assert parted[0] == ("U-001", "Pengaspalan jalan Krajan", "aktif", "70", "m", 75_000_000, "RT 02")
    assert parted[-1] == ("U-021", "Aspal sisi selatan", "aktif", "50", "m", 50_000_000, "RT 02")
    assert hands.usulan.panel.lineage.text() == "Sebagian dipecah menjadi U-021 Aspal sisi selatan"

    program.end()
    before, undone, again = another_process(tmp_path / "data")
    assert before["facts"] == listed(parted), "the restart changes nothing"
    assert before["undo"] == "Usulan U-001 Pengaspalan jalan Krajan dipecah"
    assert undone["facts"] == listed(entered), "undone after the restart: as it was entered"
    assert again["facts"] == listed(parted)
    for state in (before, undone, again):
        assert state["replayed"]
        assert all(
            line.startswith(f"{label} | {judul} | ")
            for line, (label, judul, *_) in zip(state["shown"], state["facts"], strict=True)
        )

    hands, services = program()
    hands.ctrl(Key.Key_4)
    assert agrees(hands, services) == parted, "what the other process did is here"
    hands.ctrl(Key.Key_Z)
    assert agrees(hands, services) == entered


def another_process(folder: Path) -> list[dict[str, Any]]:
    """What a new process of the program says of this data folder: opened, after Ctrl+Z, after Ctrl+Y."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.undo_once_more", str(folder)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def listed(rows: list[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(row) for row in rows]


def split(hands: Hands) -> None:
    """Find the usulan, open it, go to the section and type the second part."""
    hands.ctrl(Key.Key_F)
    hands.write("pengaspalan")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Down)
    assert hands.usulan.grid.hasFocus()
    hands.press(Key.Key_Return)
    place = list(hands.usulan.panel.folds).index("pecah") + 1
    hands.press(Qt.Key(Key.Key_0 + place), Modifier.AltModifier)
    section = hands.usulan.panel.section("pecah")
    assert isinstance(section, SplitSection)
    assert hands.focus is section.parts[0].judul, hands.focus.accessibleName()
    hands.press(Key.Key_Tab, times=3)
    hands.write("Aspal sisi selatan")
    hands.press(Key.Key_Tab)
    hands.write("50")
    hands.press(Key.Key_Tab)
    hands.write("50 jt")
    hands.press(Key.Key_Tab, times=2)
    assert hands.focus is section.split
    hands.press(Key.Key_Space)
    hands.usulan.filters.clear()
