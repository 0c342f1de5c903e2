"""W9 Dokumen: what is on screen is what is saved and what is printed, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QVBoxLayout

from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.dokumen import DokumenInfo
from musrenbang_desktop.services.layanan import Layanan
from ui.after_paint import AfterPaint
from ui.background import Background
from ui.dokumen.desk import DocumentDesk
from ui.dokumen.documents import DocumentsModel
from ui.dokumen.drawings import Drawings
from ui.dokumen.drawn import Drawn
from ui.dokumen.feeder import PictureFeeder
from ui.dokumen.package_flow import PackageFlow
from ui.dokumen.package_panel import PackagePanel
from ui.dokumen.preview import Preview
from ui.dokumen.print_card import PrintWish
from ui.dokumen.print_flow import PrintFlow
from ui.dokumen.save_flow import SaveFlow
from ui.dokumen.split import DeskBesidePreview
from ui.dokumen.zoom_bar import ZoomBar
from ui.forum_page import no_forum
from ui.kept_filters import KeptFilters
from ui.page import Page
from ui.say import Say

#: What is chosen when the page is opened for the first time.
FIRST = "lengkap"
#: The record under which the window asks for the package of the day.
PACKAGE = "paket"


class DokumenPage(Page):
    """Documents of the forum on the desk. Drawing, pictures and printing run in the background, one after another."""

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self._services = services
        self._infos: Sequence[DokumenInfo] = ()
        self._read_at: tuple[str, int] | None = None
        self._facts = AfterPaint(self, self._read_facts)
        self._drawings = Drawings(background, say, self._draw_chosen, services.dokumen.dihitung, self._facts.now)
        self._shown: Drawn | None = None
        self.model = DocumentsModel(self)
        self.desk = DocumentDesk(self.model, self)
        self.preview = Preview()
        self.bar = ZoomBar(self.preview)
        self.feeder = PictureFeeder(self.preview, lambda: self._shown, say, background)
        self.saving = SaveFlow(services, self._drawings, say, self._renew_states)
        self.package = PackagePanel()
        self.printing = PrintFlow(
            lambda: services.dokumen, self.desk.card, self._drawings, say, background, self._show_sheets
        )
        self.packing = PackageFlow(services, self.package, self._drawings, self.printing, say, background)
        self.kept = KeptFilters(self, services, "dokumen", {"cari": self.desk.search_box})
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Dokumen")

    def help_text(self) -> str:
        return _help()

    def refresh(self, changes: Changes | None) -> None:
        """Take the facts as they stand; only when they differ is anything drawn again.

        Reading takes its time: a page that comes to the front is painted before; what was saved or printed is no fact.
        """
        forum = self._services.forum.aktif()
        self._leave_forum(forum.id if forum else "")
        if forum is None:
            self._facts.forget()
            self._show_documents(ready=False)
            return
        self._infos = self._services.dokumen.daftar()
        self.kept.restore(forum.id)
        self.model.search(self.desk.search_box.text())
        self._show_documents(ready=True)
        self.desk.show_mark(self._services.dokumen.tanda_air())
        if changes is None or changes.kinds - {"dokumen"}:
            self._facts.put_off()
        if self.isVisible():
            self._facts.now()
        self._show_states()

    def on_shown(self) -> None:
        if not self._empty.isHidden():
            super().on_shown()
            return
        self.desk.take_focus()
        self.feeder.go_on()

    def show_record(self, record: str) -> None:
        """``jenis``, the id of a saved document (``forum.jenis``), or PACKAGE for the package of the day."""
        jenis = record.rpartition(".")[2]
        if record == PACKAGE:
            self.print_package()
        elif jenis in [info.jenis for info in self._infos]:
            self._close_package()
            self.desk.search_box.clear()
            self.desk.search_box.flush()
            self.desk.documents.setCurrentIndex(self.model.index(self.model.row_of(jenis)))

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self._close_package()
        self.desk.search_box.setFocus()
        self.desk.search_box.selectAll()

    def escape(self) -> bool:
        if self.package.isVisibleTo(self):
            self._close_package()
            return True
        was_open = self.desk.card.isVisibleTo(self)
        self._close_card()
        return was_open

    def record_of(self, row: object) -> str:
        """The document that is chosen, as it was saved and printed."""
        return super().record_of(row) or f"{self._services.desk.forum_id}.{self.jenis}"

    @property
    def jenis(self) -> str:
        """The document that is chosen."""
        info = self.model.info(self.desk.documents.currentIndex().row())
        return info.jenis if info else ""

    @property
    def shown(self) -> Drawn | None:
        """The document in the preview."""
        return self._shown

    def save(self) -> None:
        """Save the chosen document into the folder of the forum."""
        if self.jenis:
            self.saving.save([self.jenis])

    def save_all(self) -> None:
        """Save every document."""
        self.saving.save([info.jenis for info in self._infos])

    def copy_elsewhere(self) -> None:
        """Save the chosen document once more, where the operator says."""
        if self.jenis:
            self.saving.copy(self.jenis, self._file_of(self.jenis).name)

    def print_document(self) -> None:
        """Save, then ask what to print on; without any printer the saved file is the answer."""
        jenis = self.jenis
        if jenis and not self.package.isVisibleTo(self):
            self._drawings.with_drawn([jenis], lambda: self._choose_printer(jenis))

    def print_package(self) -> None:
        """Ctrl+Shift+P: everything that is printed today, as a list before it is printed."""
        self._facts.now()
        if self._infos and self.packing.open():
            self._close_card()
            self._body.hide()
            self.package.show()

    def _read_facts(self) -> bool:
        """True when the papers say something else now."""
        state = self._services.desk.state()
        if state == self._read_at and self._drawings.penggambar:
            return False
        differs = self._drawings.renew(self._services.dokumen.penggambar(hitung=False))
        self._read_at = state
        if differs:
            self.desk.show_card(open_=False)  # it asked about other pages than are printed now
            self._draw_chosen()
        self._show_states()
        return differs

    def _leave_forum(self, now: str) -> None:
        """Nothing of another forum stays on screen, and none of its papers is taken for one of this."""
        if self._drawings.forum_id in ("", now):
            return
        self._drawings.forget()
        self._shown = None
        self.preview.show_sheets((), keep_place=False)
        self.bar.update_words()
        self._close_package()

    def _draw_chosen(self) -> None:
        """Only what is looked at is drawn: forty documents would keep the computer busy for nothing."""
        if self.jenis and not self._facts.due:
            self._drawings.with_drawn([self.jenis], self._show_drawn)

    def _show_drawn(self) -> None:
        """Put the chosen document into the preview, unless it stands there already."""
        if (drawn := self._drawings.made.get(self.jenis)) is not None:
            self._show_sheets(drawn)

    def _show_sheets(self, drawn: Drawn) -> None:
        if drawn.jenis != self.jenis:
            return
        before, self._shown = self._shown, drawn
        if before is None or before.sha256 != drawn.sha256:
            same = before is not None and before.jenis == drawn.jenis
            self.preview.show_sheets(drawn.sheets, keep_place=same)
            self.bar.update_words()
        self._show_states()
        self.feeder.feed()

    def _choose_printer(self, jenis: str) -> None:
        chosen = jenis == self.jenis  # not where another one was chosen while this was drawn
        if chosen and self.printing.choose(jenis, self.saving.write, self.saving.open_folder):
            self.desk.show_card(open_=True)
            self.desk.card.go.setFocus()

    def _print(self, wish: PrintWish) -> None:
        if self._facts.now():
            return  # the card asked about other pages
        jenis = self.jenis
        self._close_card()
        self.printing.send(wish, self._file_of(jenis), self.print_document, self._renew_states)

    def _file_of(self, jenis: str) -> Path:
        return next(info.berkas for info in self._infos if info.jenis == jenis)

    def _renew_states(self) -> None:
        """Something was saved or printed."""
        self._infos = self._services.dokumen.daftar()
        self._show_states()

    def _close_card(self) -> None:
        self.desk.show_card(open_=False)
        self._show_drawn()

    def _close_package(self) -> None:
        if self.package.isVisibleTo(self):
            self.package.hide()
            self._body.show()
            self._renew_states()
            self.desk.take_focus()

    def _show_states(self) -> None:
        self.model.show(self._infos, self._drawings.made)
        if self._infos and not self.desk.documents.currentIndex().isValid():
            row = self.model.row_of(FIRST)
            self.desk.documents.setCurrentIndex(self.model.index(row if row >= 0 else self.model.first()))
        self.desk.show_place(self._services.dokumen.folder() if any(one.cetakan for one in self._infos) else None)

    def _show_documents(self, *, ready: bool) -> None:
        self._empty.setVisible(not ready)
        self._heading.setVisible(ready)
        self._body.setVisible(ready and not self.package.isVisibleTo(self))
        self.package.setVisible(ready and self.package.isVisibleTo(self))
        if ready and not self.jenis:
            self._show_states()

    def _on_chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.desk.show_card(open_=False)
        self.feeder.go_on()
        self._draw_chosen()

    def _build(self) -> None:
        self.desk.print.setAccessibleDescription(self.tr("Menyimpan PDF lalu mencetaknya"))
        self.preview.setAccessibleName(self.tr("Pratinjau dokumen"))
        self.preview.waiting_text = self.tr("Menyiapkan halaman {n}…")
        self._body = DeskBesidePreview(self.desk, self.bar, self.preview, self)
        self._empty = no_forum(self)
        self._heading = self.heading(self.title())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 10)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.package, 1)
        self.package.hide()
        layout.addWidget(self._empty, 1)

    def _connect(self) -> None:
        desk = self.desk
        desk.print.clicked.connect(self.print_document)
        desk.save.clicked.connect(self.save)
        desk.save_all.clicked.connect(self.save_all)
        desk.copy.clicked.connect(self.copy_elsewhere)
        desk.folder.clicked.connect(self.saving.open_folder)
        desk.word.clicked.connect(lambda: self.go("word"))
        desk.to_agreement.clicked.connect(lambda: self.go("kesepakatan"))
        desk.package.clicked.connect(self.print_package)
        desk.card.agreed.connect(self._print)
        desk.card.closed.connect(self._close_card)
        self.package.files.wanted.connect(lambda: self.go("berkas"))
        self.package.closed.connect(self._close_package)
        self.packing.started.connect(self._close_package)
        self.packing.ended.connect(self._renew_states)
        desk.documents.selectionModel().currentChanged.connect(self._on_chosen)


def _help() -> str:
    return QCoreApplication.translate(
        "DokumenPage",
        "<p>Pilih dokumen di kiri; yang tampak di kanan <b>persis</b> yang dicetak dan disimpan.</p>"
        "<p><b>Cetak</b> (Ctrl+P): pilih printer, kertas, rangkap, dan halaman. PDF-nya sekaligus disimpan. "
        "Halaman yang sudah pernah dicetak diberi cap CETAK ULANG.<br>"
        "<b>Paket hari ini</b> (Ctrl+Shift+P): semua kertas hari ini, urut, dengan rangkapnya.<br>"
        "<b>Ctrl+F</b>: cari dokumen. <b>Lembar uji printer</b>: ukur sebelum hari musyawarah.<br>"
        "<b>Simpan PDF</b>: ke folder dokumen forum ini. <b>Salin ke…</b>: ke flashdisk atau tempat lain. "
        "<b>Word…</b>: berita acara sebagai .docx.</p>"
        "<p>Cap <b>DRAF</b> hilang setelah kesepakatan ditutup. Dokumen yang berubah sejak disimpan diberi tanda; "
        "simpan lagi agar berkasnya sama dengan layar.</p>"
        "<p>PageUp dan PageDown: halaman. + dan -: ukuran. Kertas F4 persis 215 \u00d7 330 mm.</p>",
    )
