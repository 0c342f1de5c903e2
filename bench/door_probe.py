"""Started anew by :mod:`bench.door`: ``python -m bench.door_probe FOLDER PEOPLE RUNS`` prints the samples as JSON.

It has a process of its own, since a program can hold one QApplication only.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from bench import village
from bench.door import JOBS, YEARS
from bench.timing import alternate, seconds
from musrenbang_desktop.db.connection import open_writer
from musrenbang_desktop.domain.peserta import PesertaBaru

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView, QWidget

    from musrenbang_desktop.services.layanan import Layanan
    from ui.kehadiran.page import KehadiranPage

_NAMES = ("Sutrisno", "Siti Aminah", "Bambang Wijayanto", "Endang Rahayu", "Karto", "Muhamad Sholeh", "Warsih", "Joko")
_UNSUR = ("RT", "PKK", "BPD", "LPM", "Karang Taruna", "Kelompok Tani")


def main(folder: Path, people: int, runs: int) -> None:
    """Measure every job of both sides in turn."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found: dict[str, dict[str, list[float]]] = {}
    with _window(folder, people) as (services, show):
        bare = _Bare(folder / "floor.db", people)
        page = show()
        ours = (lambda: _letter(page), _arrivals(services, page), lambda: _open(show), lambda: _scroll(page))
        floor = (bare.letter, bare.arrive, bare.open, bare.scroll)
        for key, own, other in zip(JOBS, ours, floor, strict=True):
            found[key] = alternate({"ours": own, "floor": other}, runs)
    print(json.dumps(found))


@contextmanager
def _window(folder: Path, people: int) -> Iterator[tuple[Layanan, Callable[[], KehadiranPage]]]:
    """The filled store, and a maker of shown pages."""
    import shiboken6
    from PySide6.QtWidgets import QScrollArea

    from ui.app import make_application
    from ui.background import Background
    from ui.kehadiran.page import KehadiranPage
    from ui.say import WindowSay
    from ui.theme import Theme

    app = make_application()
    Theme(app).wear("terang")
    areas: list[QScrollArea] = []
    with village.opened(folder / "desa") as services:
        _fill(services, people)
        say = WindowSay()
        background = Background(say)

        def show() -> KehadiranPage:
            page = KehadiranPage(services, say, background)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setWidget(page)
            area.resize(878, 520)
            stop = services.bus.subscribe(lambda changes: page.refresh(changes) if shiboken6.isValid(page) else None)
            page.destroyed.connect(stop)
            page.refresh(None)
            area.show()
            page.on_shown()
            _paint(area)
            areas.append(area)
            return page

        yield services, show
        for area in areas:
            if shiboken6.isValid(area):
                _delete(area)
        background.close()


def _fill(services: Layanan, people: int) -> None:
    from resources.sample import contoh

    forum = contoh().forum
    for year in range(YEARS):
        before = YEARS - 1 - year
        services.forum.buka(
            replace(
                forum,
                tanggal=f"{2026 - before}-01-21",
                tahun_pelaksanaan=2026 - before,
                tahun_rencana=2027 - before,
            )
        )
        records = services.peserta.undang_banyak([_person(n) for n in range(people)])
        for record in records[:: 2 if before == 0 else 10]:
            services.peserta.hadirkan(record, f"08.{len(record) % 50:02d}")


def _person(number: int) -> PesertaBaru:
    return PesertaBaru(
        nama=f"{_NAMES[number % len(_NAMES)]} {number:04d}",
        jenis_kelamin="P" if number % 3 == 0 else "L",
        unsur=_UNSUR[number % len(_UNSUR)],
        dusun=("Krajan", "Sumberjo", "Tegalsari")[number % 3],
        rt=f"{number % 12 + 1:02d}",
        rw="01",
    )


def _paint(widget: QWidget) -> None:
    """Everything that waits is done and drawn."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    widget.repaint()
    QApplication.processEvents()


def _letter(page: KehadiranPage) -> float:
    page.door.box.setText("")
    _paint(page)

    def typed() -> None:
        page.door.box.setText("s")
        _paint(page)

    return seconds(typed)


def _arrivals(services: Layanan, page: KehadiranPage) -> Callable[[], float]:
    """One absent person after the other, typed by the whole name and then taken with Enter."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    waiting = iter(services.peserta.daftar(hanya="belum"))

    def arrive() -> float:
        page.door.box.setText(next(waiting).nama)
        _paint(page)

        def enter() -> None:
            QTest.keyClick(page.door.box, Qt.Key.Key_Return)
            _paint(page)

        return seconds(enter)

    return arrive


def _open(show: Callable[[], KehadiranPage]) -> float:
    from PySide6.QtWidgets import QScrollArea

    made: list[KehadiranPage] = []
    taken = seconds(lambda: made.append(show()))
    area = made[0].parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        _delete(area)
    return taken


def _delete(area: QWidget) -> None:
    """Gone now: a window that lives on makes the look of every later one slower."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    area.close()
    area.deleteLater()
    QApplication.sendPostedEvents(area, QEvent.Type.DeferredDelete)


def _scroll(page: KehadiranPage) -> float:
    page._show_part("daftar")
    _paint(page)
    slowest = _slowest_frame(page.present.table)
    page._show_part("pintu")
    _paint(page)
    return slowest


def _slowest_frame(table: QTableView) -> float:
    bar = table.verticalScrollBar()
    bar.setValue(bar.minimum())
    frames = []
    for _ in range(10):
        bar.setValue(bar.value() + bar.pageStep())
        frames.append(seconds(lambda: _paint(table.viewport())))
    return max(frames)


class _Bare:
    """The same people in one table of SQLite and one of Qt."""

    def __init__(self, path: Path, people: int) -> None:
        from PySide6.QtGui import QStandardItem, QStandardItemModel
        from PySide6.QtWidgets import QLabel

        self._db: sqlite3.Connection = open_writer(path)  # type: ignore[assignment]  # the same library, the same pragmas
        self._db.execute("CREATE TABLE orang (id INTEGER PRIMARY KEY, nama, unsur, dusun, hadir)")
        rows = [(one.nama, one.unsur, one.dusun, "") for one in map(_person, range(people))]
        self._db.executemany("INSERT INTO orang (nama, unsur, dusun, hadir) VALUES (?, ?, ?, ?)", rows)
        self._label = QLabel()
        self._label.resize(878, 120)
        self._label.show()
        self._model = QStandardItemModel(0, 4)
        for row in rows:
            self._model.appendRow([QStandardItem(text) for text in row])
        self._letters = cycle("se")
        self._kept: list[QTableView] = []

    def letter(self) -> float:
        """Five names that hold a letter, as the text of one label."""
        return seconds(self._find)

    def arrive(self) -> float:
        """One row, one commit, one label."""
        return seconds(self._insert)

    def open(self) -> float:
        """A plain table with every row."""
        return seconds(lambda: self._kept.append(self._table()))

    def scroll(self) -> float:
        """The slowest of ten pages of the plain table."""
        table = self._kept[0] if self._kept else self._table()
        self._kept = self._kept or [table]
        return _slowest_frame(table)

    def _find(self) -> None:
        sql = "SELECT nama FROM orang WHERE instr(lower(nama), ?) LIMIT 5"
        self._label.setText("\n".join(name for (name,) in self._db.execute(sql, (next(self._letters),))))
        _paint(self._label)

    def _insert(self) -> None:
        self._db.execute("INSERT INTO orang (nama, hadir) VALUES ('Sutrisno', '09.00')")
        self._label.setText("Sutrisno")
        _paint(self._label)

    def _table(self) -> QTableView:
        from PySide6.QtWidgets import QTableView

        table = QTableView()
        table.setModel(self._model)
        table.resize(878, 520)
        table.show()
        _paint(table)
        return table


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
