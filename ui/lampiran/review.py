"""What photographed pages still need from the operator: which stand there already, and which carry no code."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.bukti import KERTAS, Ditolak, Halaman
from ui.dialect import said
from ui.fields import ChoiceBox, FlowLayout, NumberEdit
from ui.lampiran.rows import thumbnail
from ui.plain_label import plain_label
from ui.sentences import sentence, trouble_sentence
from ui.theme import look, primary


class Review(QFrame):
    """Shown only while something is open; the page that uses it does what the buttons say."""

    replaced = Signal(bool)
    """pages that stand there already: True takes the old ones off, False keeps both"""
    skipped = Signal()
    placed = Signal(str, object)
    """paper and number (or None) of the page without a code that is on screen"""
    passed = Signal()
    looked = Signal()
    """the picture of the page without a code is to be seen large"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = plain_label("awas")
        self.question = plain_label("")
        self.replace = primary(QPushButton(self.tr("Ganti yang lama"), self))
        self.keep = QPushButton(self.tr("Simpan keduanya"), self)
        self.skip = QPushButton(self.tr("Jangan disimpan"), self)
        self.unknown = plain_label("")
        self.picture = QPushButton(self)
        self.picture.setAccessibleName(self.tr("Buka gambar halaman yang belum dikenali"))
        self.picture.setToolTip(self.tr("Buka di program lain"))
        self.kertas = ChoiceBox(self.tr("Kertas apa"), placeholder=self.tr("Pilih kertasnya"), parent=self)
        self.halaman = NumberEdit(self.tr("Halaman berapa"), field="halaman", least=1, most=999, parent=self)
        self.halaman.setPlaceholderText(self.tr("Halaman"))
        self.place = primary(QPushButton(self.tr("Simpan di sini"), self))
        self.leave = QPushButton(self.tr("Lewati halaman ini"), self)
        self.close_notes = QPushButton(self.tr("Tutup catatan"), self)
        self._doubles = QWidget(self)
        self._unplaced = QWidget(self)
        self._lay_out()
        self._connect()

    def offer(self, papers: Collection[str]) -> None:
        """The papers that a page without a code may be of: those that this kind of place has."""
        names = {jenis: said(JENIS[jenis]) for jenis in KERTAS.values() if jenis in papers}
        self.kertas.set_items(names.items())

    def show_state(
        self, notes: Sequence[str], doubles: Sequence[Halaman], unknown: Sequence[Halaman], file: str
    ) -> None:
        """``file`` is where the picture of the first page without a code lies."""
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self._doubles.setVisible(bool(doubles))
        self._unplaced.setVisible(bool(unknown))
        self.close_notes.setVisible(bool(notes) and not doubles and not unknown)
        if doubles:
            names = ", ".join(dict.fromkeys(one.nama for one in doubles))
            self.question.setText(self.tr("Sudah ada di daftar: {nama}. Diganti dengan yang baru?").format(nama=names))
        if unknown:
            self._show_unknown(unknown, file)
        self.setVisible(bool(notes or doubles or unknown))

    def take_cursor(self) -> None:
        """Put the cursor on the first thing that is asked."""
        asked: tuple[tuple[QWidget, QWidget], ...] = ((self._doubles, self.replace), (self._unplaced, self.kertas))
        found = next((target for group, target in asked if group.isVisibleTo(self)), self.close_notes)
        found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_unknown(self, unknown: Sequence[Halaman], file: str) -> None:
        words = self.tr("{berkas}: kode di kaki halaman tidak terbaca. Halaman apa ini? (sisa {n})")
        self.unknown.setText(words.format(berkas=unknown[0].pindai.berkas, n=len(unknown)))
        side = self.fontMetrics().height() * 10
        self.picture.setIconSize(QSize(side, side))
        small = thumbnail(file, side)
        self.picture.setIcon(QIcon(small) if small else QIcon())
        self.halaman.fill(None)

    def _connect(self) -> None:
        self.replace.clicked.connect(lambda: self.replaced.emit(True))
        self.keep.clicked.connect(lambda: self.replaced.emit(False))
        self.skip.clicked.connect(self.skipped)
        self.leave.clicked.connect(self.passed)
        self.picture.clicked.connect(self.looked)
        self.place.clicked.connect(self._place)

    def _place(self) -> None:
        if self.halaman.commit():
            self.placed.emit(str(self.kertas.value() or ""), self.halaman.value())

    def _lay_out(self) -> None:
        answers = FlowLayout(gap=8)
        for button in (self.replace, self.keep, self.skip):
            answers.add(button)
        doubles = QVBoxLayout(self._doubles)
        doubles.setContentsMargins(0, 0, 0, 0)
        doubles.addWidget(self.question)
        doubles.addLayout(answers)
        where = FlowLayout(gap=8)
        where.add(self.kertas, 2, 24)
        where.add(self.halaman, 1, 8)
        where.add(self.place)
        where.add(self.leave)
        unplaced = QVBoxLayout(self._unplaced)
        unplaced.setContentsMargins(0, 0, 0, 0)
        unplaced.addWidget(self.unknown)
        unplaced.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        unplaced.addLayout(where)
        inside = QVBoxLayout(self)
        for widget in (self.notes, self.close_notes, self._doubles, self._unplaced):
            inside.addWidget(widget)
        look(self, "kartu")


def refusal(one: Ditolak) -> str:
    """``a.jpg: Berkas ini rusak ...``."""
    problem = one.sebab
    words = sentence(problem) if isinstance(problem, RuleBroken) else trouble_sentence(problem)
    return f"{one.berkas}: {words if isinstance(problem, RuleBroken | Trouble) else ''}"
