"""``python -m bench.packing_probe USULAN PEOPLE RUNS``: the window while the package of the day is made, as JSON.

The package is asked for on the page Dokumen as an operator asks for it, then names are typed at the door. A timer of
the window ticks every five milliseconds; the longest gap between two ticks is how long the window did not answer.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from bench.turning import wait
from bench.village import one_usulan, open_forum, opened
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from ui.dokumen import printing
from ui.dokumen.printing import Device

TICK_MS = 5
KEY_MS = 60
"""Between two keys: a fast typist."""
PATIENCE_SECONDS = 300.0
DOTS = 600
"""An inch of the printer, as of the office laser printers."""
ON_THE_PRINTER = "keterwakilan"
"""One paper is enough to see how long the window is busy with a page; the whole package takes minutes of pixels."""
_TYPED = "wahyu siti bambang "
_F4 = (215.0, 330.0)


@dataclass
class Watched:
    """One package: seconds, the longest gap of the event loop, and the delay of every key, in milliseconds."""

    seconds: float = 0.0
    gap: float = 0.0
    keys: list[float] = field(default_factory=list)
    lost: int = 0


class Typist(QObject):
    """Types at the door and sees each key arrive."""

    def __init__(self, box: Any) -> None:
        super().__init__()
        self._box, self._sent = box, list[float]()
        self.delays: list[float] = []
        self._timer = QTimer(self, interval=KEY_MS)
        self._timer.timeout.connect(self._press)
        box.installEventFilter(self)

    def begin(self) -> None:
        """From now on."""
        self._timer.start()

    def end(self) -> int:
        """No more; how many keys never came."""
        self._timer.stop()
        QApplication.processEvents()
        self._box.removeEventFilter(self)
        return len(self._sent) - len(self.delays)

    def _press(self) -> None:
        letter = _TYPED[len(self._sent) % len(_TYPED)]
        self._sent.append(time.perf_counter())
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.postEvent(self._box, key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self.delays.append((time.perf_counter() - self._sent[len(self.delays)]) * 1e3)
        return super().eventFilter(watched, event)


class Pulse(QObject):
    """The longest time between two ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = 0.0
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """From now on."""
        self._last = time.perf_counter()
        self._timer.start()

    def end(self) -> float:
        """Milliseconds."""
        self._timer.stop()
        self._tick()
        return self.longest * 1e3

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def main(usulan: int, people: int, runs: int) -> None:
    """Fill a forum, print its package, print what was seen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import Desktop, make_application

    app = make_application()
    with tempfile.TemporaryDirectory() as name, opened(Path(name) / "data") as services:
        fill(services, usulan, people)
        desktop = Desktop(app, services, Path(name) / "data", alone=True)
        desktop.window.resize(1093, 614)
        desktop.window.show()
        QApplication.processEvents()
        gc.freeze()  # as the program does after its first picture
        try:
            found = {
                way: [watch(desktop, Path(name) / f"{way}{run}" if way == "printer" else None) for run in range(runs)]
                for way in ("file", "printer")
            }
        finally:
            desktop.window.close()
            desktop.close()
    print(json.dumps({way: [vars(one) for one in each] for way, each in found.items()}))


def fill(services: Layanan, usulan: int, people: int) -> None:
    """All usulan scored and agreed, all people here, the result closed."""
    open_forum(services)
    ids = services.usulan.catat_banyak([one_usulan(number) for number in range(usulan)], "mencatat usulan")
    invited = services.peserta.undang_banyak(
        [
            PesertaBaru(nama=f"Wahyu Siti {number:04d}", unsur="RT/RW", dusun="Krajan", rt="01")
            for number in range(people)
        ]
    )
    for record in invited:
        services.peserta.hadirkan(record, "08.15")
    services.prioritas.ubah_aturan((Kriteria("k0", "Mendesak", "K0", 1),), (Kelompok("g0", "Kelompok 1"),))
    services.prioritas.kunci(("Saksi Satu", "Saksi Dua"))
    services.prioritas.isi("g0", {one: (number % 5 + 1,) for number, one in enumerate(ids)})
    services.kesepakatan.susun()
    services.kesepakatan.tetapkan(ids, "ke_kecamatan")
    services.kesepakatan.tutup()


def watch(desktop: Any, printed: Path | None) -> Watched:
    """One package: to a printer that writes into *printed*, or without a printer into one PDF."""
    window, background, found = desktop.window, desktop.background, Watched()
    window.show_page("kehadiran")
    door = window.page().door
    _type_a_name(door)  # the door has been in use since the morning
    window.show_page("dokumen")
    page = window.page()
    wait(lambda: background.busy, PATIENCE_SECONDS)
    prepare(page, printed)
    page.print_package()
    if printed:
        for row, ticked, _ in page.package._rows:
            ticked.setChecked(row.jenis == ON_THE_PRINTER)
    typist, pulse = Typist(door.box), Pulse()
    begun = time.perf_counter()
    pulse.begin()
    page.package.go.click()
    QApplication.processEvents()
    window.show_page("kehadiran")
    typist.begin()
    wait(lambda: background.busy, PATIENCE_SECONDS)
    found.seconds = time.perf_counter() - begun
    found.gap = pulse.end()
    found.lost, found.keys = typist.end(), typist.delays
    door.clear()
    return found


def _type_a_name(door: Any) -> None:
    for letter in _TYPED:
        QApplication.postEvent(door.box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
        QApplication.processEvents()
    door.clear()
    QApplication.processEvents()


def prepare(page: Any, printed: Path | None) -> None:
    """No printer, or one that writes files, as the driver of an office printer takes its pages."""
    made: list[Path] = []

    def printer(_name: str, copies: int) -> object:
        made.append(Path(f"{printed}-{len(made):02d}-{copies}.pdf"))
        return printing.to_file(made[-1], DOTS)

    page.printing.devices = lambda: [Device("Laser", True, (_F4,), ("F4",))] if printed else []
    page.printing.printer = printer


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
