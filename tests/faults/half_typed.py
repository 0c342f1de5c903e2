"""The program whose power is cut while forms are half typed: ``python -m tests.faults.half_typed FOLDER``.

It opens the real window, types into the quick line of usulan, into the detail of the first usulan and into the line of
a guest, and prints ``kept`` as soon as all of that is on the disk. It never ends by itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.small_forum import small_forum, some_usulan
from tests.village import opened
from ui.app import Desktop, make_application
from ui.fields import committing

WORDS = {"usulan": "Jembatan gantung ke sawah", "detail": "depan balai dusun lama", "tamu": "Bu Karsinah"}


def main(folder: Path) -> None:
    """Type and wait for the end."""
    committing.PAUSE_MS = 20  # read when a form is made: the two seconds would only make the test slower
    app = make_application([])
    with opened(folder) as services:
        services.forum.buka(small_forum())
        record = services.usulan.catat(some_usulan(1)[0])
        desktop = Desktop(app, services, folder, alone=True)
        window = desktop.window
        window.show()
        window.show_page("usulan")
        QApplication.processEvents()
        page = window.page()
        QTest.keyClicks(page.quick.fields["judul"], WORDS["usulan"])
        _until(lambda: services.draf.ambil("usulan"))
        window.show_page("usulan", record)
        field = page.panel.form.rows["lokasi"].field
        QTest.keyClicks(field, WORDS["detail"])
        _until(lambda: (services.usulan.satu(record) or some_usulan(1)[0]).lokasi == WORDS["detail"])
        window.show_page("kehadiran")
        QApplication.processEvents()
        window.page().new_item()
        QTest.keyClicks(window.page().door.tamu.nama_edit, WORDS["tamu"])
        _until(lambda: services.draf.ambil("tamu"))
        print("kept", flush=True)
        app.exec()


def _until(there: object) -> None:
    while not there():
        QTest.qWait(10)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
