"""``python -m bench.window_probe FOLDER PEOPLE USULAN FORUMS RUNS WAY``: the real window at work, as JSON.

Each sample ends when the event loop has nothing left to do for the act, painting included. Beside every sample of ours,
in milliseconds, stands the same act on a floor: a bare QTableView over the same texts, or the statement alone in SQL.

``WAY`` says what comes before the pages are opened: ``loaded`` what they are made of, ``quiet`` also the pages that the
program builds in a quiet moment, ``memory`` opens none and weighs them. A folder that is filled already stays as it is.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from bench import village
from bench.turning import wait
from musrenbang_desktop.domain.forum import ForumBaru
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from ui.app import Desktop, make_application
from ui.lists import list_in_front
from ui.page import Page
from ui.pages import PAGES
from ui.shell.ahead import PagesAhead
from ui.shell.warming import Warming

FIRST_YEAR = 2017
PATIENCE_SECONDS = 60.0
"""For what the program does by itself before the next sample; never part of one."""
MOST_STEPS = 60
"""Steps of the scroll bar that are timed."""


@dataclass
class Samples:
    """Name of an act -> milliseconds, ours and the floor's, in the order of the runs.

    A first opening has no floor: in its stead stands what the window's own thread worked for it.
    """

    ours: dict[str, list[float]] = field(default_factory=dict)
    floor: dict[str, list[float]] = field(default_factory=dict)

    def add(self, name: str, ours: float, floor: float) -> None:
        """One run of both."""
        self.ours.setdefault(name, []).append(ours)
        self.floor.setdefault(name, []).append(floor)


class BareModel(QAbstractTableModel):
    """Texts and nothing else."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return len(self.rows)

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return len(self.rows[0]) if self.rows else 0

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


def main(folder: Path, people: int, usulan: int, forums: int, runs: int, way: str) -> None:
    """Fill the folder, open the window, work, print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application([])
    with village.opened(folder) as services:
        for year in range(0 if services.forum.daftar() else forums):
            _one_year(services, FIRST_YEAR + year, people // forums, usulan // forums)
        desktop = Desktop(app, services, folder, alone=True)
        desktop.window.resize(1093, 614)
        desktop.window.show()
        samples = Samples()
        try:
            if way == "memory":
                _weigh(desktop, samples)
            else:
                _work(desktop, services, samples, runs, quiet=way == "quiet")
        finally:
            desktop.window.close()
            desktop.close()
    print(json.dumps({"ours": samples.ours, "floor": samples.floor}))


def _one_year(services: Layanan, year: int, people: int, usulan: int) -> None:
    services.forum.buka(
        ForumBaru(desa="Sukamaju", tanggal=f"{year}-01-21", tahun_pelaksanaan=year, tahun_rencana=year + 1)
    )
    services.usulan.catat_banyak([village.one_usulan(number) for number in range(usulan)], "mengimpor")
    services.peserta.undang_banyak(
        [
            PesertaBaru(nama=f"{_NAMES[number % len(_NAMES)]} {number:04d}", unsur="RT", dusun="Krajan", rt="01")
            for number in range(people)
        ]
    )


_NAMES = ("Wahyu", "Siti", "Bambang", "Dewi", "Karto", "Poniyem", "Teguh", "Rini")


def _weigh(desktop: Desktop, samples: Samples) -> None:
    """Megabytes of this process that pages take which are built and not yet shown."""
    _load_ahead(desktop)
    _rest(400)
    before = _resident()
    _build_ahead(desktop, samples)
    samples.add("built ahead: megabytes", _resident() - before, 0)
    for spec in PAGES:
        desktop.window.stack.build_ahead(spec.key).build_more()
        _rest(4)
    samples.add("all pages built: megabytes", _resident() - before, 0)


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _build_ahead(desktop: Desktop, samples: Samples) -> None:
    """What the program does by itself while nobody works; each turn is a pause of keys."""
    stack = desktop.window.stack
    build = stack.build_ahead

    def timed(key: str) -> Page:
        before = time.thread_time()
        took = _timed(lambda: build(key).build_more())
        samples.add(f"built ahead: {key}", took, (time.thread_time() - before) * 1e3)
        return build(key)

    building = True

    def ended() -> None:
        nonlocal building
        building = False

    stack.build_ahead = timed  # type: ignore[method-assign] - the clock stands beside the program's own turn
    ahead = PagesAhead(desktop.window, stack, desktop.background)
    ahead.finished.connect(ended)
    ahead.begin()
    wait(lambda: building, PATIENCE_SECONDS)
    del stack.build_ahead


def _work(desktop: Desktop, services: Layanan, samples: Samples, runs: int, *, quiet: bool) -> None:
    window = desktop.window
    bare = QTableView()
    bare.resize(850, 420)
    bare.show()
    _load_ahead(desktop)
    if quiet:
        _build_ahead(desktop, samples)
    for spec in PAGES:
        window.show_page("beranda")
        _rest()
        before = time.thread_time()
        took = _timed(lambda key=spec.key: window.show_page(key))
        samples.add(f"open, first time: {spec.key}", took, (time.thread_time() - before) * 1e3)
        _rest(4)
        wait(lambda: desktop.background.busy, PATIENCE_SECONDS)
    _rest(400)
    window.show_page("usulan")
    texts = _texts(list_in_front(window.page()))
    model = BareModel(texts)
    bare.setModel(model)
    _rest(50)
    for run in range(runs):
        for spec in PAGES:
            window.show_page("beranda")
            _rest()
            ours = _timed(lambda key=spec.key: window.show_page(key))
            samples.add(f"open again: {spec.key}", ours, _timed(lambda: model.show_rows(texts)))
            _rest(4)
        _search(window, services, samples, model, texts)
        _save(window, services, samples, run)
        _scroll(window, samples, bare)
        _palette(window, services, samples)


def _load_ahead(desktop: Desktop) -> None:
    """What the program does by itself in the seconds after its first picture; the longest turn is a pause of keys."""
    loading = True

    def ended() -> None:
        nonlocal loading
        loading = False

    warming = Warming(desktop.window)
    warming.finished.connect(ended)
    warming.begin()
    wait(lambda: loading, PATIENCE_SECONDS)


def _search(window: object, services: Layanan, samples: Samples, model: BareModel, texts: list[list[str]]) -> None:
    page = _page(window, "usulan")
    page.filters.clear()
    _rest(4)
    ours = _timed(lambda: (page.filters.search.setText("t"), page.filters.search.flush()))
    sql = "SELECT nomor, judul, dusun, rt, rw, volume, perkiraan_biaya, pengusul FROM usulan WHERE instr(cari, 't')"
    connection = services.desk.connection
    samples.add(
        "first letter of a search in usulan",
        ours,
        _timed(lambda: model.show_rows([[str(cell) for cell in row] for row in connection.execute(sql)])),
    )
    dusun = page.filters.dusun
    ours = _timed(lambda: (dusun.fill("Krajan"), page.filters.changed.emit()))
    samples.add(
        "filter by dusun",
        ours,
        _timed(lambda: model.show_rows([row for row in texts if "Krajan" in row[2]])),
    )
    page.filters.clear()
    model.show_rows(texts)
    door = _page(window, "kehadiran").door
    ours = _timed(lambda: (door.box.setText("w"), door.box.flush() if hasattr(door.box, "flush") else None))
    sql = "SELECT nama, unsur, jabatan, dusun FROM peserta WHERE instr(cari, 'w') LIMIT 8"
    samples.add("first letter of a name at the door", ours, _timed(lambda: connection.execute(sql).fetchall()))
    door.clear()
    _rest(4)


def _save(window: object, services: Layanan, samples: Samples, run: int) -> None:
    connection = services.desk.connection

    def bare_write() -> None:
        with services.desk.store.transaction():
            connection.execute("UPDATE bench SET n = n + 1")

    connection.execute("CREATE TABLE IF NOT EXISTS bench (n INTEGER)")
    connection.execute("INSERT INTO bench VALUES (0)")
    _page(window, "usulan")
    _rest(30)
    record = services.usulan.daftar()[run].id
    ours = _timed(lambda: services.usulan.ubah(record, perkiraan_biaya=1_000_000 + run))
    samples.add("one usulan saved and shown", ours, _timed(bare_write))
    _rest(60)
    _page(window, "kehadiran")
    person = services.peserta.daftar(hanya="belum")[0].id
    samples.add(
        "one person marked present and shown", _timed(lambda: services.peserta.hadirkan(person)), _timed(bare_write)
    )
    _rest(10)
    _page(window, "siapkan")
    ours = _timed(lambda: services.forum.ubah(tempat=f"Balai Desa {run}"))
    samples.add("one fact of the forum saved and shown", ours, _timed(bare_write))
    _rest(10)


def _scroll(window: object, samples: Samples, bare: QTableView) -> None:
    grid = _page(window, "usulan").grid
    _rest(20)
    worst = []
    for table in (grid, bare):
        bar = table.verticalScrollBar()
        step = max(1, bar.maximum() // MOST_STEPS)
        frames = [_frame(table, value) for value in range(0, bar.maximum(), step)]
        worst.append(max(frames, default=0.0))
    samples.add("slowest frame while scrolling usulan", worst[0], worst[1])


def _frame(table: QTableView, value: int) -> float:
    start = time.perf_counter()
    table.verticalScrollBar().setValue(value)
    table.viewport().repaint()
    return (time.perf_counter() - start) * 1e3


def _palette(window: object, services: Layanan, samples: Samples) -> None:
    from ui.shell.palette import CommandPalette

    window.open_palette()
    palette = window.findChild(CommandPalette)
    sql = "SELECT nama FROM peserta WHERE instr(cari, 'ta') UNION ALL SELECT judul FROM usulan WHERE instr(cari, 'ta')"
    connection = services.desk.connection
    _rest()
    ours = _timed(lambda: palette.search("ta"))
    samples.add("Ctrl+K: two letters", ours, _timed(lambda: connection.execute(sql).fetchall()))
    palette.reject()
    _rest()


def _page(window: object, key: str) -> object:
    window.show_page(key)
    _rest(4)
    return window.page()


def _texts(table: QTableView) -> list[list[str]]:
    model = table.rows()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1e3


def _rest(turns: int = 2) -> None:
    for _ in range(turns):
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(number) for number in sys.argv[2:6]), sys.argv[6])
