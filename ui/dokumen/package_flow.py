"""The package of the day from the key to the paper: its list, the job, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from musrenbang_desktop.services.paket_hari_ini import paket_hari_ini
from ui.background import Background
from ui.dokumen.drawings import Drawings
from ui.dokumen.package_job import PackageJob, Result, label
from ui.dokumen.package_panel import PackagePanel, PackageWish
from ui.dokumen.print_flow import PrintFlow
from ui.dokumen.print_job import explain
from ui.dokumen.render import MM_PER_POINT, Sheet
from ui.say import Action, Say

if TYPE_CHECKING:
    from musrenbang_desktop.services.layanan import Layanan


class PackageFlow(QObject):
    """Steers the panel. While a package is on its way a second one cannot be begun."""

    started = Signal()
    ended = Signal()

    def __init__(
        self,
        services: Layanan,
        panel: PackagePanel,
        drawings: Drawings,
        printing: PrintFlow,
        say: Say,
        background: Background,
    ) -> None:
        super().__init__(panel)
        self._services, self._panel, self._drawings = services, panel, drawings
        self._printing, self._say, self._background = printing, say, background
        self._running = False
        background.progressed.connect(self._on_progress)
        panel.agreed.connect(self._start)

    def open(self) -> bool:
        """Fill the panel; False while a package is being printed, or where the form cannot be read."""
        from musrenbang_desktop.reference.profile import ProfileInvalid

        penggambar = self._drawings.newest()
        if penggambar is None:
            return False
        if self._running:
            self._say.info(self.tr("Paket sedang dicetak. Tunggu sampai selesai, atau tekan Batal di bawah."))
            return False
        infos = {info.jenis: info for info in self._services.dokumen.daftar()}
        try:
            rows, kertas = paket_hari_ini(penggambar, infos), penggambar.profil().kertas
        except ProfileInvalid as problem:
            self._say.error(str(problem))
            return False
        sheet = Sheet(kertas.lebar_mm / MM_PER_POINT, kertas.tinggi_mm / MM_PER_POINT)
        self._panel.files.show_missing(self._services)
        self._panel.ask(rows, self._printing.devices(), sheet)
        return True

    def _start(self, wish: PackageWish) -> None:
        penggambar = self._drawings.drawing([jenis for jenis, _ in wish.rows])
        if penggambar is None:
            return
        self._running = True
        self.started.emit()
        job = PackageJob(penggambar, self._services.dokumen, wish, self._printing.printer)
        self._background.run(job, lambda result: self._done(result, wish), lambda why: self._failed(why, wish), label())

    def _done(self, result: Result, wish: PackageWish) -> None:
        self._running = False
        self.ended.emit()
        if result.saved is None:
            name = wish.device.name if wish.device else ""
            words = self.tr("{n} dokumen, {m} lembar, dikirim ke {printer}.")
            self._say.success(words.format(n=result.documents, m=result.sheets, printer=name))
            return
        copies = ", ".join(str(many) for _, many in wish.rows)
        words = self.tr(
            "Tidak ada printer. {n} dokumen disimpan dalam satu PDF: {berkas}. Rangkapnya berturut-turut {r}."
        )
        folder = result.saved.parent
        self._say.info(
            words.format(n=result.documents, berkas=result.saved.name, r=copies),
            Action(self.tr("Buka folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))),
        )

    def _failed(self, problem: Exception, wish: PackageWish) -> None:
        self._running = False
        self.ended.emit()
        name = wish.device.name if wish.device else ""
        explain(problem, name, self._services.dokumen.folder(), self._say, self.open)

    def _on_progress(self, progress: object) -> None:
        """A cancelled package answers nothing: it has ended when nothing runs any more."""
        if progress is None and self._running:
            self._running = False
            self.ended.emit()
