"""From Ctrl+P to paper: save, ask for the printer, mark a reprint, send, record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.services.paket_hari_ini import awas
from ui.background import Background
from ui.dokumen import printing
from ui.dokumen.documents import hour
from ui.dokumen.drawings import Drawings
from ui.dokumen.drawn import Drawn
from ui.dokumen.print_card import PrintCard, PrintWish
from ui.dokumen.print_job import PrintJob
from ui.dokumen.printing import Device
from ui.say import Action, Say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from musrenbang_desktop.services.dokumen import DokumenService

TEST_SHEET = "lembar_uji"


def _tr(text: str) -> str:
    return QCoreApplication.translate("DokumenPage", text)


class PrintFlow:
    """Prints one document. ``show`` puts what will be printed into the preview: those very bytes."""

    def __init__(
        self,
        dokumen: Callable[[], DokumenService],
        card: PrintCard,
        drawings: Drawings,
        say: Say,
        background: Background,
        show: Callable[[Drawn], object],
    ) -> None:
        self._dokumen, self._card, self._drawings = dokumen, card, drawings
        self._say, self._background, self._show = say, background, show
        self.devices: Callable[[], Sequence[Device]] = printing.devices
        self.printer: Callable[[str, int], QPrinter] = printing.printer
        self._jenis = ""
        card.shift_of = lambda name: dokumen().koreksi(name)
        card.corrected.connect(self._keep_correction)
        card.pages_changed.connect(self._mark)

    def choose(self, jenis: str, write: Callable[[str], Path], open_folder: Callable[[], object]) -> bool:
        """Save a drawn document, then open the card; without any printer the saved file is the answer."""
        try:
            path = write(jenis)
        except (Trouble, OSError) as problem:
            self._say.trouble(problem, retry=lambda: self.choose(jenis, write, open_folder))
            return False
        devices, drawing = self.devices(), self._drawings.penggambar
        warning = awas(jenis, drawing.isi) if drawing else ""
        if not devices:
            saved = _tr("PDF sudah tersimpan di {tempat}; cetak di kecamatan atau warnet.").format(tempat=path)
            self._say.info(
                f"{warning} {saved}".strip(),
                Action(_tr("Buka folder"), open_folder),
            )
            return False
        self._jenis = jenis
        self._card.ask(JENIS[jenis], devices, self._drawings.made[jenis].sheets, test=jenis == TEST_SHEET)
        self._card.show_warning(warning)
        self._mark()
        return True

    def send(self, wish: PrintWish, saved: Path, again: Callable[[], object], done: Callable[[], object]) -> None:
        """Print what was asked for; the same page of the same bytes gets its mark."""
        jenis, drawn = self._jenis, self._drawings.made.get(self._jenis)
        if drawn is None:
            again()
            return
        pages, forum = [page + 1 for page in wish.pages], self._drawings.forum_id
        ulang = self._dokumen().ulang_ke(jenis, drawn.sha256, pages, forum)

        def record() -> None:
            try:
                self._dokumen().catat_cetak(jenis, drawn.sha256, pages, ulang, forum)
            except Trouble as problem:  # the paper is out: only its mark is missing
                self._say.trouble(problem)
            done()

        def start(marked: Drawn) -> None:
            job = PrintJob(marked.data, JENIS[jenis], saved, wish, record)
            job.start(self.printer(wish.printer, wish.copies), self._say, self._background, again=again)

        self._drawings.with_marked(jenis, ulang, start)

    def _mark(self) -> None:
        """Say that the pages were printed before, and show them with the mark that they will bear."""
        drawn = self._drawings.made.get(self._jenis)
        if drawn is None:
            return
        service, pages = self._dokumen(), [page + 1 for page in self._card.wanted_pages()]
        ulang = service.ulang_ke(self._jenis, drawn.sha256, pages)
        self._card.show_again(self._words(ulang))
        self._drawings.with_marked(self._jenis, ulang, self._show)

    def _words(self, ulang: int) -> str:
        if not ulang:
            return ""
        found = next((info for info in self._dokumen().daftar() if info.jenis == self._jenis), None)
        when = hour(found.cetakan.jam_cetak) if found and found.cetakan else ""
        return _tr("Sudah dicetak pukul {jam}. Cetakan ini bertanda CETAK ULANG KE-{n}.").format(jam=when, n=ulang)

    def _keep_correction(self, right: float, down: float) -> None:
        name = str(self._card.printer.value() or "")
        if name:
            try:
                self._dokumen().ubah_koreksi(name, right, down)
            except Trouble as problem:
                self._say.trouble(problem, retry=lambda: self._keep_correction(right, down))
