"""Started anew by :mod:`bench.layar`: ``python -m bench.layar_probe USULAN GROUPS RUNS`` prints the samples as JSON.

It has a process of its own, since a program can hold one QApplication only.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.layar import CRITERIA
from bench.timing import alternate, seconds
from bench.village import open_forum, opened
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan

if TYPE_CHECKING:
    from ui.main_window import MainWindow

PATIENCE = 10.0
"""Seconds without a picture after which something is wrong."""


def main(usulan: int, groups: int, runs: int) -> None:
    """Both in the real windows, on the offscreen platform."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.app import Desktop, make_application

    app: Any = make_application()
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as services:
        _fill(services, usulan, groups)
        desktop = Desktop(app, services, Path(folder), alone=True)
        try:
            desktop.window.show()
            press, repaint = _jobs(desktop.window)
            print(json.dumps(alternate({"key": press, "floor": repaint}, runs)))
        finally:
            desktop.window.close()
            desktop.close()


def _fill(services: Layanan, usulan: int, groups: int) -> None:
    """Locked rules and full sheets of every group."""
    chance = random.Random(11)
    open_forum(services)
    services.usulan.catat_banyak(
        [
            UsulanBaru(judul=f"Rehabilitasi drainase dan talud gang {n}", dusun="Krajan", pengusul=f"RT {n % 40:02d}")
            for n in range(usulan)
        ],
        "bench",
    )
    services.prioritas.ubah_aturan(
        tuple(Kriteria(f"k{n}", f"Kriteria {n}", f"K{n}", bobot=n + 1) for n in range(CRITERIA)),
        tuple(Kelompok(f"g{n}", f"Kelompok {n}") for n in range(groups)),
    )
    services.prioritas.kunci(("Saksi Satu", "Saksi Dua"))
    ids = [one.id for one in services.prioritas.usulan()]
    for n in range(groups):
        services.prioritas.isi(f"g{n}", {one: tuple(chance.randint(1, 4) for _ in range(CRITERIA)) for one in ids})


def _jobs(window: MainWindow) -> tuple[Callable[[], float], Callable[[], float]]:
    """Press the last key of a row, and repaint what stands on the layar."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    window.show_page("layar")
    remote: Any = window.page()
    remote.open_screen()
    projector = remote.projector
    projector.window.resize(1366, 768)
    projector.choose("peringkat")
    window.show_page("prioritas")
    page: Any = window.page()
    page.show_part("skor")
    QApplication.processEvents()
    hall, rows = projector.window, page.grid.rows().rowCount()
    painted: list[float] = []
    hall.painted.connect(lambda: painted.append(time.perf_counter()))
    place = 0

    def press() -> float:
        nonlocal place
        record = page.grid.rows().row(place % (rows - 1)).id
        page.grid.go_to(record, CRITERIA - 1)
        page.grid.setFocus()
        QApplication.processEvents()
        before = projector.shown
        digit = Qt.Key.Key_5 if page.sheet.scores(record)[-1] != 5 else Qt.Key.Key_4
        place += 1
        painted.clear()
        start = time.perf_counter()
        QTest.keyClick(page.grid, digit)
        while not painted and time.perf_counter() - start < PATIENCE:
            QApplication.processEvents()
        if not painted or projector.shown is before:
            raise RuntimeError("the layar did not follow the key")
        return painted[-1] - start

    return press, lambda: seconds(hall.repaint)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
