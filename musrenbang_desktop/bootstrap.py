"""The composition root: builds store, services and window. Only the command line imports it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from musrenbang_desktop.db.opening import open_store
from musrenbang_desktop.db.store import Clock
from musrenbang_desktop.journal.keystore import FileKeys, SystemKeys
from musrenbang_desktop.logs import logging_to
from musrenbang_desktop.paths import default_data_dir
from musrenbang_desktop.services import layanan
from musrenbang_desktop.services.layanan import Layanan

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.app import Desktop


class Desk(NamedTuple):
    """An open data folder: its services, and the sentence about a recovery if there was one."""

    services: Layanan
    folder: Path
    pemulihan: str


def wall_clock() -> datetime:
    """Now, with the zone of this computer."""
    return datetime.now().astimezone()


@contextmanager
def open_desk(data_dir: Path | None, clock: Clock = wall_clock) -> Iterator[Desk]:
    """Open a data folder (the user's own when None) and close it again. Raises Trouble.

    A folder named by hand carries its device key in a file, so that it works on another computer too.
    """
    folder = (data_dir or default_data_dir()).absolute()
    key_place = FileKeys(folder) if data_dir else SystemKeys(folder)
    with logging_to(folder):
        opened = open_store(folder, clock, key_place)
        try:
            yield Desk(layanan.build(opened.store), folder, opened.pemulihan)
        finally:
            opened.close()


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def settle_down(services: Layanan, desktop: Desktop) -> None:
    """The first picture is there: copies make themselves from now on, and memory is tidied again.

    What is loaded by now stays to the end, so the collector need not look at it each time.
    """
    from musrenbang_desktop.db.tempat import copied_by
    from ui.copies import AutomaticCopies

    gc.freeze()
    gc.enable()

    if service := copied_by(services.desk.store.path.parent):
        desktop.say.warning(
            f"Folder data ada di dalam {service}, yang menyalinnya ke internet sewaktu dipakai. Data dapat rusak atau "
            "tertukar. Pindahkan folder data ke tempat lain di laptop ini."
        )
    AutomaticCopies(services.cadangan, desktop.say, desktop.background, desktop.window).look()


def load_window_system() -> None:
    """Load what every window needs first."""
    from ui.quick_qt import load_qt

    load_qt()


def _show_window(app: QApplication, data_dir: Path | None) -> int | None:
    """None where the window is to be opened again."""
    from ui import reopening
    from ui.app import Desktop

    with open_desk(data_dir) as desk:
        desktop = Desktop(app, desk.services, desk.folder)
        if desk.pemulihan:
            desktop.say.warning(desk.pemulihan)
        code = desktop.run(lambda: settle_down(desk.services, desktop))
        if reopening.is_wanted(app):
            desktop.take_away()
            return None
        return code


def run_window(data_dir: Path | None) -> int:
    """Open the window and stay until it is closed. 2 with a sentence where there is no display."""
    from musrenbang_desktop.db.errors import AlreadyOpen

    if not has_display():
        print(
            "Tidak ada layar di sini. Jalankan di komputer dengan layar, atau pakai: musrenbang demo --out DIR",
            file=sys.stderr,
        )
        return 2
    load_window_system()
    from ui.app import make_application

    app = make_application()
    try:
        while (code := _show_window(app, data_dir)) is None:
            pass
        return code
    except AlreadyOpen:
        from ui.instance import ask_first_window

        if ask_first_window((data_dir or default_data_dir()).absolute()):
            return 0
        raise
