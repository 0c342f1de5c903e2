"""The files of one usulan or of the forum: chosen, dropped or opened; shrunk in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.lampiran import Titik
from musrenbang_desktop.services.lampiran import Siap
from musrenbang_desktop.services.layanan import Layanan
from ui.attempt import attempt
from ui.background import JobControl
from ui.closed_note import allow
from ui.fields import FlowLayout
from ui.fields.tab_order import follow
from ui.lampiran.rows import LampiranRow
from ui.page import Page
from ui.plain_label import plain_label
from ui.sentences import sentence, trouble_sentence
from ui.theme import look, primary

_PICTURES = "*.jpg *.jpeg *.png *.webp *.bmp *.heic *.heif *.avif"


class Prepared(NamedTuple):
    """What became of some files: those that are stored, and those that were refused, with the reason."""

    siap: list[Siap]
    refused: list[tuple[str, Exception]]


class Offer(NamedTuple):
    """The place that one recorded photo had kept."""

    nama: str
    record: str
    titik: Titik


class LampiranFiles(QWidget):
    """Shows the files of ``usulan`` (of the forum while that is empty) and adds to them."""

    def __init__(self, page: Page, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._services, self._usulan = page, services, ""
        self._offers: list[Offer] = []
        self._enabled = True
        self.rows: list[LampiranRow] = []
        self.add_photo = QPushButton(self.tr("Tambah foto"), self)
        self.add_photo.setToolTip(self.tr("Pilih foto (Ctrl+O). Boleh juga diseret ke sini."))
        self.add_paper = QPushButton(self.tr("Tambah surat atau PDF"), self)
        self.note = plain_label("redup")
        self.problem = plain_label("salah")
        self.offer = plain_label("")
        self.take_place = primary(QPushButton(self.tr("Pakai tempat ini"), self))
        self.leave_place = QPushButton(self.tr("Jangan dipakai"), self)
        self._offer_card = QFrame(self)
        self._rows = QVBoxLayout()
        self._lay_out()
        self.setAcceptDrops(True)
        self.add_photo.clicked.connect(lambda: self.choose("foto"))
        self.add_paper.clicked.connect(lambda: self.choose("lainnya"))
        self.take_place.clicked.connect(self._take_place)
        self.leave_place.clicked.connect(self._next_offer)
        shortcut = QShortcut(QKeySequence("Ctrl+O"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.choose("foto"))

    def show_files(self, usulan: str = "") -> None:
        """Show the files of an usulan, or of the forum, as they are recorded now."""
        if usulan != self._usulan:
            self._close_offer()
            self.problem.hide()
        self._usulan = usulan
        at = next((place for row in self.rows if (place := row.cursor_at())), None)
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for lampiran in self._services.lampiran.daftar(usulan):
            owner = self._services.usulan.satu(lampiran.usulan) if lampiran.usulan != usulan else None
            label = owner.label if owner else ""
            self._add_row(LampiranRow(self._services.lampiran, lampiran, label, self), at)
        self.note.setText(
            self.tr("Foto dikecilkan, dan catatan di dalamnya dibuang. PDF paling besar 5 MB.")
            if self.rows
            else self.tr("Belum ada foto atau surat. Seret ke sini, atau pilih berkasnya.")
        )

    def set_enabled(self, *, enabled: bool) -> None:
        """Whether files can be added, named or taken off; to look at them is always possible."""
        self._enabled = enabled
        self.setAcceptDrops(enabled)
        for button in (self.add_photo, self.add_paper, self.take_place):
            allow(button, allowed=enabled, why=self.tr("Usulan ini tidak dapat diubah lagi"))
        for row in self.rows:
            row.set_enabled(enabled=enabled)

    def choose(self, jenis: str) -> None:
        """Ask for a file and take it."""
        photo = jenis == "foto"
        filters = (
            self.tr("Foto ({pola})").format(pola=_PICTURES)
            if photo
            else self.tr("Surat ({pola})").format(pola=f"*.pdf {_PICTURES}")
        )
        path = self._page.say.choose_open_file(self.tr("Pilih foto") if photo else self.tr("Pilih surat"), filters)
        if path is not None:
            self.take([path], jenis)

    def take(self, paths: Sequence[Path], jenis: str = "foto") -> None:
        """Shrink and store files in the background, then record them in one act."""
        usulan, files, forum = self._usulan, self._services.lampiran, self._services.desk.forum_id

        def prepare(control: JobControl) -> Prepared:
            found = Prepared([], [])
            for done, path in enumerate(paths):
                control.check()
                control.report(done, len(paths), path.name)
                try:
                    found.siap.append(files.siapkan(path, jenis, usulan))
                except (RuleBroken, Trouble) as problem:
                    found.refused.append((path.name, problem))
            return found

        def record(prepared: Prepared) -> None:
            if self._services.desk.forum_id == forum:
                self._record(prepared)
            else:
                self._page.say.warning(
                    self.tr("Foto atau surat belum dicatat: musrenbang lain sudah dibuka. Lampirkan lagi di sana.")
                )

        self._page.background.run(prepare, record, label=self.tr("Menyiapkan foto"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _local_files(event)
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    def _record(self, prepared: Prepared) -> None:
        ids: list[str] = []
        files = self._services.lampiran
        if prepared.siap:
            attempt(self._page, lambda: ids.extend(files.catat(prepared.siap)))
        self._tell(prepared.refused)
        placed = [one for one in prepared.siap if one.titik and one.baru.usulan == self._usulan]
        recorded = {one.sha256: one.id for one in files.daftar(self._usulan) if one.id in ids}
        for one in placed:
            if one.titik and one.baru.usulan and one.baru.sha256 in recorded:
                self._offers.append(Offer(one.baru.nama, recorded[one.baru.sha256], one.titik))
        self._show_offer()
        if self.isVisible():
            self.show_files(self._usulan)

    def _tell(self, refused: Sequence[tuple[str, Exception]]) -> None:
        lines = [f"{name}: {_words(problem)}" for name, problem in refused]
        self.problem.setText("\n".join(lines))
        self.problem.setVisible(bool(lines))

    def _show_offer(self) -> None:
        """Offer the place of the first photo that waits; of several only one is asked about at a time."""
        if not self._offers:
            return
        nama, _, titik = self._offers[0]
        told = self.tr("Foto {nama} menyimpan tempat: {lintang}, {bujur}. Pakai sebagai lokasi usulan?").format(
            nama=nama, lintang=titik.lintang, bujur=titik.bujur
        )
        usulan = self._services.usulan.satu(self._usulan)
        if usulan is not None and usulan.lintang and Titik(usulan.lintang, usulan.bujur) != titik:
            now = self.tr("Titik peta usulan sekarang {lintang}, {bujur}; yang itu diganti.")
            told = f"{told} {now.format(lintang=usulan.lintang, bujur=usulan.bujur)}"
        gone = self.tr("Di dalam fotonya sendiri catatan itu sudah dibuang.")
        self.offer.setText(f"{told} {gone}")
        self._offer_card.show()

    def _next_offer(self) -> None:
        """This place is not wanted; the next photo may have kept a better one."""
        self._offers = self._offers[1:]
        if self._offers:
            self._show_offer()
        else:
            self._close_offer()

    def _take_place(self) -> None:
        if not self._offers:
            return
        _, record, titik = self._offers[0]
        if attempt(self._page, lambda: self._services.lampiran.tempatkan(record, titik)):
            self._close_offer()
            self.show_files(self._usulan)
            self.add_photo.setFocus()

    def _close_offer(self) -> None:
        if self.take_place.hasFocus() or self.leave_place.hasFocus():
            self.add_photo.setFocus()
        self._offers = []
        self._offer_card.hide()

    def _add_row(self, row: LampiranRow, at: tuple[str, str] | None) -> None:
        files = self._services.lampiran
        row.opened.connect(self.open_file)
        row.taken_off.connect(lambda record: self._change(lambda: files.batalkan(record)))
        row.taken_back.connect(lambda record: self._change(lambda: files.pulihkan(record)))
        row.named.connect(lambda record, jenis: self._change(lambda: files.ubah_jenis(record, jenis)))
        row.set_enabled(enabled=self._enabled)
        self.rows.append(row)
        self._rows.addWidget(row)
        row.show()
        follow(self.rows[-2].remove if len(self.rows) > 1 else self.leave_place, row)
        if at and at[0] == row.record:
            row.take_cursor(at[1])

    def _change(self, act: object) -> None:
        if callable(act):
            attempt(self._page, act)
            self.show_files(self._usulan)

    def open_file(self, record: str) -> None:
        """Show a copy of a file in the program of this computer; the stored one cannot be changed by it."""
        paths: list[Path] = []
        if attempt(self._page, lambda: paths.append(self._services.lampiran.salinan(record))):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0])))

    def _lay_out(self) -> None:
        buttons = FlowLayout(gap=8)
        buttons.add(self.add_photo)
        buttons.add(self.add_paper)
        answers = FlowLayout(gap=8)
        answers.add(self.take_place)
        answers.add(self.leave_place)
        inside = QVBoxLayout(self._offer_card)
        inside.addWidget(self.offer)
        inside.addLayout(answers)
        look(self._offer_card, "kartu")
        self._offer_card.hide()
        self._rows.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        layout.addWidget(self.problem)
        layout.addWidget(self._offer_card)
        layout.addLayout(self._rows)
        self.problem.hide()


def _words(problem: Exception) -> str:
    return sentence(problem) if isinstance(problem, RuleBroken) else trouble_sentence(problem)


def _local_files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and Path(url.toLocalFile()).is_file()]
