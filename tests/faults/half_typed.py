"""The program whose power is cut while forms are half typed: ``python -m tests.faults.half_typed FOLDER``.

It opens the real window, types into every form that is recorded as a whole (the quick line of usulan, half a source of
money, half a splitting, a guest, a figure of the village, the reason of a move, a forum that is begun), into the detail
of the first usulan, and words that are not understood into the day of the forum and the age of a person, and prints
``kept`` as soon as all of that is on the disk. It never ends by itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.village import opened
from ui.app import Desktop, make_application
from ui.fields import committing
from ui.main_window import MainWindow

WORDS = {
    "usulan": "Jembatan gantung ke sawah",
    "detail": "depan balai dusun lama",
    "tamu": "Bu Karsinah",
    "sumber": "banyak",
    "pecah": "Drainase sisi timur",
    "alasan": "Longsor mengancam tiga rumah",
    "dasar": "Rumah tangga miskin",
    "mulai": "Mekarjaya",
    "tanggal": "22-01-20x",
    "usia": "4o tahun",
}


def main(folder: Path) -> None:
    """Type and wait for the end."""
    committing.PAUSE_MS = 20  # read when a form is made: the two seconds would only make the test slower
    app = make_application([])
    with opened(folder) as services:
        services.forum.buka(small_forum())
        record, *_ = services.usulan.catat_banyak(some_usulan(2), "mencatat")
        services.kesepakatan.susun()
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
        _more(window, services, record)
        print("kept", flush=True)
        app.exec()


def _more(window: MainWindow, services: Layanan, record: str) -> None:
    """The forms that only a button records."""
    window.show_page("usulan", record)
    panel = window.page().panel
    QTest.keyClicks(panel.section("dana").new.amount.field, WORDS["sumber"])
    _until(lambda: services.draf.ambil("usulan_dana"))
    QTest.keyClicks(panel.section("pecah").parts[1].judul, WORDS["pecah"])
    _until(lambda: services.draf.ambil("usulan_pecah"))
    window.show_page("kesepakatan", record)
    window.page().propose_move(1)
    line = window.page().mover.line
    QTest.keyClicks(line.field.lineEdit(), WORDS["alasan"])
    _until(lambda: services.draf.ambil("kesepakatan"))
    _not_understood(window, services)
    window.show_page("siapkan", "dasar")
    QTest.keyClicks(window.page().section("dasar").quick.rows["indikator"].field.lineEdit(), WORDS["dasar"])
    _until(lambda: any(page.startswith("siapkan_") for page in _pages(services)))
    window.page().new_item()
    field = window.page().mulai.desa_edit
    field.selectAll()
    QTest.keyClicks(field, WORDS["mulai"])
    _until(lambda: services.draf.ambil("mulai"))


def _not_understood(window: MainWindow, services: Layanan) -> None:
    """A day and an age that no record can hold."""
    window.show_page("siapkan", "fakta")
    day = window.page().form.rows["tanggal"].field
    day.selectAll()
    QTest.keyClicks(day, WORDS["tanggal"])
    _until(lambda: services.draf.ambil("ketikan SiapkanPage"))
    window.show_page("undangan", services.peserta.undang(PesertaBaru(nama="Bu Kamsiyah", usia=41)))
    window.page().acts.card_button.click()
    age = window.page().late.card.usia_edit
    age.selectAll()
    QTest.keyClicks(age, WORDS["usia"])
    _until(lambda: services.draf.ambil("ketikan UndanganPage"))


def _pages(services: Layanan) -> list[str]:
    return [row[0] for row in services.desk.connection.execute("SELECT DISTINCT halaman FROM draf")]


def _until(there: object) -> None:
    while not there():
        QTest.qWait(10)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
