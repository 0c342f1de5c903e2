"""W9 Dokumen: what is on screen is what is saved and what is printed, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.dokumen import DokumenInfo, write_whole
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.penggambar import Penggambar
from ui.background import Background, JobControl, Progress
from ui.dokumen import printing, render
from ui.dokumen.desk import DocumentDesk
from ui.dokumen.documents import DocumentsModel
from ui.dokumen.drawn import Drawn, draw
from ui.dokumen.preview import Picture, Preview
from ui.dokumen.print_card import PrintWish
from ui.dokumen.zoom_bar import ZoomBar
from ui.forum_page import no_forum
from ui.page import Page
from ui.say import Action, Say

#: Characters of width below which list and preview stand below each other.
NARROW = 70
_ANY_WIDTH = 16777215


class DokumenPage(Page):
    """Documents of the forum on the desk. Drawing, pictures and printing run in the background, one after another."""

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self._services = services
        self._penggambar: Penggambar | None = None
        self._infos: Sequence[DokumenInfo] = ()
        self._drawn: dict[str, Drawn] = {}
        self._shown: Drawn | None = None
        self._picturing: JobControl | None = None
        self._stopped = False
        self.devices = printing.devices
        self.printer = printing.printer
        self.model = DocumentsModel(self)
        self.desk = DocumentDesk(self.model)
        self.preview = Preview()
        self.bar = ZoomBar(self.preview)
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Dokumen")

    def help_text(self) -> str:
        return self.tr(
            "<p>Pilih dokumen di kiri; yang tampak di kanan <b>persis</b> yang dicetak dan disimpan.</p>"
            "<p><b>Cetak</b> (Ctrl+P): pilih printer, rangkap, dan halaman. PDF-nya sekaligus disimpan.<br>"
            "<b>Simpan PDF</b>: ke folder dokumen forum ini. <b>Salin ke…</b>: ke flashdisk atau tempat lain.</p>"
            "<p>Cap <b>DRAF</b> hilang setelah kesepakatan ditutup. Dokumen yang berubah sejak disimpan diberi tanda; "
            "simpan lagi agar berkasnya sama dengan layar.</p>"
            "<p>PageUp dan PageDown: halaman. + dan -: ukuran. Kertas F4 persis 215 \u00d7 330 mm.</p>"
        )

    def refresh(self, _changes: Changes | None) -> None:
        """Take the facts as they stand; only when they differ is anything drawn again."""
        if self._services.forum.aktif() is None:
            self._penggambar = None
            self._show_documents(ready=False)
            return
        penggambar = self._services.dokumen.penggambar()
        self._infos = self._services.dokumen.daftar()
        self._show_documents(ready=True)
        if penggambar != self._penggambar:
            self._penggambar, self._drawn = penggambar, {}
            self.desk.show_mark(penggambar.isi.tanda_air)
            self._draw_all()
        self._show_states()

    def on_shown(self) -> None:
        self.desk.take_focus()
        self._stopped = False
        self._feed()

    def show_record(self, record: str) -> None:
        """``jenis``, or the id of a saved document (``forum.jenis``)."""
        jenis = record.rpartition(".")[2]
        if jenis in [info.jenis for info in self._infos]:
            self.desk.documents.setCurrentIndex(self.model.index(self.model.row_of(jenis)))

    def escape(self) -> bool:
        was_open = self.desk.card.isVisibleTo(self)
        self._close_card()
        return was_open

    @property
    def jenis(self) -> str:
        """The document that is chosen."""
        index = self.desk.documents.currentIndex()
        return self.model.info(index.row()).jenis if index.isValid() else ""

    @property
    def shown(self) -> Drawn | None:
        """The document in the preview."""
        return self._shown

    def save(self) -> None:
        """Save the chosen document into the folder of the forum."""
        jenis = self.jenis
        self._with_drawn([jenis], lambda: self._save([jenis]))

    def save_all(self) -> None:
        """Save every document."""
        every = [info.jenis for info in self._infos]
        self._with_drawn(every, lambda: self._save(every))

    def copy_elsewhere(self) -> None:
        """Save the chosen document once more, where the operator says."""
        jenis = self.jenis
        suggested = self.model.info(self.model.row_of(jenis)).berkas.name
        target = self.say.choose_save_file(self.tr("Salin dokumen"), self.tr("PDF (*.pdf)"), suggested)
        if target is not None:
            self._with_drawn([jenis], lambda: self._copy(jenis, target))

    def print_document(self) -> None:
        """Save, then ask what to print on; without any printer the saved file is the answer."""
        jenis = self.jenis
        if jenis:
            self._with_drawn([jenis], lambda: self._choose_printer(jenis))

    def open_folder(self) -> None:
        """Show the saved files in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.dokumen.folder())))

    def _draw_all(self) -> None:
        """The chosen document first, then the others for their number of pages."""
        first = self.jenis
        every = [info.jenis for info in self._infos]
        self._with_drawn([first], self._show_drawn)
        self._with_drawn(every, self._show_states)

    def _with_drawn(self, kinds: Sequence[str], then: Callable[[], object]) -> None:
        """Do ``then`` once these documents are drawn as the facts stand; drawn again if they change meanwhile."""
        penggambar = self._penggambar
        if penggambar is None:
            return
        missing = [jenis for jenis in kinds if jenis not in self._drawn]
        if not missing:
            then()
            return

        def job(control: JobControl) -> list[Drawn]:
            made = []
            for done, jenis in enumerate(missing):
                control.check()
                control.report(done, len(missing), self.tr("Menyusun {dokumen}").format(dokumen=JENIS[jenis]))
                made.append(draw(jenis, penggambar))
            return made

        def keep(made: list[Drawn]) -> None:
            if penggambar is self._penggambar:
                self._drawn.update({drawn.jenis: drawn for drawn in made})
            self._with_drawn(kinds, then)

        self.background.run(job, keep, self._explain, label=self.tr("Menyusun dokumen"))

    def _explain(self, problem: Exception) -> None:
        from musrenbang_desktop.reference.profile import ProfileInvalid

        if isinstance(problem, ProfileInvalid):
            self.say.error(str(problem))
        else:
            self.say.trouble(problem, retry=self._draw_all)

    def _show_drawn(self) -> None:
        """Put the chosen document into the preview, unless it stands there already."""
        drawn = self._drawn.get(self.jenis)
        if drawn is None:
            return
        before, self._shown = self._shown, drawn
        if before is None or before.sha256 != drawn.sha256:
            same = before is not None and before.jenis == drawn.jenis
            self.preview.show_sheets(drawn.sheets, keep_place=same)
            self.bar.update_words()
        self._show_states()
        self._feed()

    def _feed(self) -> None:
        """Draw the next picture that the preview lacks; its arrival asks for the one after."""
        shown = self._shown
        wish = self.preview.missing() if shown else None
        if shown is None or wish is None or self._picturing or self._stopped:
            return
        pages = len(shown.sheets)

        def job(control: JobControl) -> render.Raster:
            control.report(wish.page, pages)
            made = render.raster(shown.data, wish.page, wish.width)
            control.check()
            return made

        self._picturing = JobControl("", lambda _progress: None)
        control = self.background.run(
            job, lambda raster: self._take(shown, wish, raster), self._no_picture, label=self.tr("Menyiapkan pratinjau")
        )
        if self._picturing is not None:
            self._picturing = control

    def _take(self, drawn: Drawn, picture: Picture, raster: render.Raster) -> None:
        self._picturing = None
        if drawn is self._shown:
            self.preview.put(picture, raster)
        self._feed()

    def _no_picture(self, problem: Exception) -> None:
        self._picturing = None
        self._stopped = True
        self.say.trouble(problem, retry=self.on_shown)

    def _on_progress(self, progress: Progress | None) -> None:
        """A picture that was cancelled answers nothing: notice it here, and wait until the page is shown again."""
        if progress is None and self._picturing is not None and self._picturing.cancelled:
            self._picturing = None
            self._stopped = True

    def _save(self, kinds: Sequence[str]) -> None:
        try:
            paths = [self._write(jenis) for jenis in kinds]
        except (Trouble, OSError) as problem:
            self.say.trouble(problem, retry=lambda: self._with_drawn(kinds, lambda: self._save(kinds)))
            return
        action = Action(self.tr("Buka folder"), self.open_folder)
        if len(paths) == 1:
            self.say.success(self.tr("{berkas} tersimpan.").format(berkas=paths[0].name), action)
        else:
            self.say.success(self.tr("{n} dokumen tersimpan.").format(n=len(paths)), action)

    def _write(self, jenis: str) -> Path:
        drawn = self._drawn[jenis]
        path = self._services.dokumen.simpan(jenis, drawn.data, len(drawn.sheets))
        self._infos = self._services.dokumen.daftar()
        self._show_states()
        return path

    def _copy(self, jenis: str, target: Path) -> None:
        target = target if target.suffix else target.with_suffix(".pdf")
        try:
            write_whole(target, self._drawn[jenis].data)
        except (Trouble, OSError) as problem:
            self.say.trouble(problem, retry=self.copy_elsewhere)
        else:
            self.say.success(self.tr("Disalin ke {tempat}.").format(tempat=target))

    def _choose_printer(self, jenis: str) -> None:
        try:
            path = self._write(jenis)
        except (Trouble, OSError) as problem:
            self.say.trouble(problem, retry=self.print_document)
            return
        devices = self.devices()
        if devices:
            self.desk.show_card(open_=True)
            self.desk.card.ask(JENIS[jenis], devices, self._drawn[jenis].sheets)
        else:
            self.say.info(
                self.tr("PDF sudah tersimpan di {tempat}; cetak di kecamatan atau warnet.").format(tempat=path),
                Action(self.tr("Buka folder"), self.open_folder),
            )

    def _print(self, wish: PrintWish) -> None:
        drawn = self._drawn.get(self.jenis)
        if drawn is None:
            self.print_document()
            return
        self._close_card()
        title = JENIS[drawn.jenis]
        target = self.printer(wish.printer, wish.copies)
        self.background.run(
            lambda control: printing.send(drawn.data, target, control, title, wish.pages),
            lambda pages: self.say.success(
                self.tr("{n} halaman dikirim ke {printer}.").format(n=pages, printer=wish.printer)
            ),
            lambda problem: self._explain_print(problem, drawn.jenis, wish),
            label=self.tr("Mencetak {dokumen}").format(dokumen=title),
        )

    def _explain_print(self, problem: Exception, jenis: str, wish: PrintWish) -> None:
        retry = Action(self.tr("Coba lagi"), self.print_document)
        if not isinstance(problem, printing.PrintFailed):
            self.say.trouble(problem, retry=self.print_document)
            return
        path = self.model.info(self.model.row_of(jenis)).berkas
        self.say.error(
            self.tr(
                "{printer} tidak menerima cetakan. PDF sudah tersimpan di {tempat}. "
                "Periksa kabel dan kertas printer, lalu coba lagi."
            ).format(printer=wish.printer, tempat=path),
            retry,
        )

    def _close_card(self) -> None:
        self.desk.show_card(open_=False)

    def _show_states(self) -> None:
        self.model.show(self._infos, self._drawn)
        if self._infos and not self.desk.documents.currentIndex().isValid():
            self.desk.documents.setCurrentIndex(self.model.index(0))
        saved = any(info.cetakan for info in self._infos)
        self.desk.show_place(self._services.dokumen.folder() if saved else None)

    def _show_documents(self, *, ready: bool) -> None:
        self._empty.setVisible(not ready)
        self._heading.setVisible(ready)
        self._body.setVisible(ready)
        if ready and not self.jenis:
            self._show_states()

    def _on_chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._close_card()
        self._stopped = False
        self._with_drawn([self.jenis], self._show_drawn)

    def _build(self) -> None:
        self.desk.print.setAccessibleDescription(self.tr("Menyimpan PDF lalu mencetaknya"))
        self.preview.setAccessibleName(self.tr("Pratinjau dokumen"))
        self.preview.waiting_text = self.tr("Menyiapkan halaman {n}…")
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.bar)
        right.addWidget(self.preview, 1)
        self._body = QWidget(self)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.setSpacing(16)
        self._split.addWidget(self.desk)
        self._split.addLayout(right, 1)
        self._empty = no_forum(self)
        self._heading = self.heading(self.title())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 10)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self._body, 1)
        layout.addWidget(self._empty, 1)

    def _connect(self) -> None:
        desk = self.desk
        desk.print.clicked.connect(self.print_document)
        desk.save.clicked.connect(self.save)
        desk.save_all.clicked.connect(self.save_all)
        desk.copy.clicked.connect(self.copy_elsewhere)
        desk.folder.clicked.connect(self.open_folder)
        desk.to_agreement.clicked.connect(lambda: self.go("kesepakatan"))
        desk.card.agreed.connect(self._print)
        desk.card.closed.connect(self._close_card)
        desk.documents.selectionModel().currentChanged.connect(self._on_chosen)
        self.preview.wanted.connect(self._feed)
        self.background.progressed.connect(self._on_progress)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """List beside preview where there is room for both, below each other where there is not."""
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._split.setDirection(direction)
        self.desk.fit(narrow=narrow)
        self.desk.setMaximumWidth(_ANY_WIDTH if narrow else self.fontMetrics().averageCharWidth() * 34)
        self.preview.setMinimumHeight(self.fontMetrics().height() * 12)
