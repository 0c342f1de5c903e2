"""Kenapa urutan ini? The calculation of one usulan, so that the hall can redo it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from musrenbang_desktop.ranking.explain import Penjelasan, bandingkan, kenapa, teks_nilai
from musrenbang_desktop.services.penjelasan import PenjelasanService
from ui.colours import colours
from ui.fields import ChoiceBox, FieldRow, FlowLayout
from ui.icons import icon
from ui.prioritas.model import ScoreSheet
from ui.theme import look, quiet

_HEADINGS = {"kriteria", "kelompok", "tetangga", "kurang"}


class ExplainPanel(QFrame):
    """Points per criterion, totals per group, the neighbours in the order, another usulan beside it, small changes."""

    closed = Signal()
    worksheet_wanted = Signal()

    def __init__(self, penjelasan: PenjelasanService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self._penjelasan = penjelasan
        self._last: tuple[ScoreSheet, str] | None = None
        self._wearing = colours()
        self._weights = False
        title = QLabel(self.tr("Kenapa urutan ini?"), self)
        title.setWordWrap(True)
        look(title, "anak-judul")
        self.close_button = quiet(QPushButton(icon("tutup"), "", self))
        self.close_button.setAccessibleName(self.tr("Tutup penjelasan"))
        self.close_button.setToolTip(self.tr("Tutup penjelasan (Esc)"))
        self.close_button.clicked.connect(self.closed)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.other = ChoiceBox(self.tr("Bandingkan dengan"))
        self.other.committed.connect(lambda _value: self._again())
        self.weights_button = quiet(QPushButton(self.tr("Bila bobot berubah sedikit?")))
        self.weights_button.clicked.connect(self._toggle_weights)
        self.worksheet_button = quiet(QPushButton(self.tr("Lembar hitung")))
        self.worksheet_button.clicked.connect(self.worksheet_wanted)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 6, 8)
        layout.addLayout(head)
        layout.addWidget(self._scrolled(), 1)

    def explain(self, sheet: ScoreSheet, record: str) -> None:
        """Explain one usulan; nothing chosen says what to do."""
        self._last, self._wearing = (sheet, record), colours()
        self.other.setEnabled(bool(record))
        if not record:
            self.text.setText(self.tr("Pilih satu usulan."))
            return
        usulan = sheet.usulan(record)
        self._fill_others(sheet, record)
        parts = [f"<p><b>{usulan.label} {escape(usulan.judul)}</b></p>"]
        last = ""
        for line in kenapa(sheet.hasil, record):
            if line.hal != last and line.hal in _HEADINGS:
                parts.append(self._small(self._heading(line.hal)))
            last = line.hal
            parts.append(self._line(sheet, line))
        parts += self._beside(sheet, record)
        parts += self._trials(sheet) if self._weights else []
        self.text.setText("".join(parts))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._again()  # the colours are part of the text

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wearing != colours():
            self._again()  # they changed while another page was in front

    def put_away(self) -> None:
        """Hide it; what it explained may be gone when it is asked for again."""
        self._last = None
        self.hide()

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.text)
        column.addWidget(FieldRow(self.tr("Bandingkan dengan"), self.other))
        buttons = FlowLayout(gap=6)
        buttons.add(self.weights_button)
        buttons.add(self.worksheet_button)
        column.addLayout(buttons)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        inside.setAutoFillBackground(False)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _again(self) -> None:
        if self._last:
            self.explain(*self._last)

    def _toggle_weights(self) -> None:
        self._weights = not self._weights
        self._again()

    def _fill_others(self, sheet: ScoreSheet, record: str) -> None:
        others = [row.usulan for row in sheet.ranking_rows() if row.id != record]
        self.other.set_items([("", self.tr("(tidak ada)")), *((one.id, f"{one.label} {one.judul}") for one in others)])
        if self.other.value() in (None, record):
            self.other.fill("")

    def _beside(self, sheet: ScoreSheet, record: str) -> list[str]:
        """Another usulan beside this one: points of both per criterion, and what decided."""
        if not self.other.value():
            return []
        other = sheet.usulan(self.other.value())
        found = bandingkan(sheet.hasil.satu(record), sheet.hasil.satu(other.id))
        mine = sheet.usulan(record).label
        lines = [
            f'<p style="margin: 2px 0"><b>{escape(beda.kriteria)}</b>: {mine} {teks_nilai(beda.pertama)}, '
            f"{other.label} {teks_nilai(beda.kedua)}</p>"
            for beda in found.beda
        ]
        return [self._small(f"{mine} \u2194 {other.label}"), *lines, f"<p>{escape(found.putusan)}</p>"]

    def _trials(self, sheet: ScoreSheet) -> list[str]:
        """Which of the first N change when one weight is 10 or 20 percent less or more."""
        found = self._penjelasan.kepekaan()
        head = self._small(self.tr("Bila satu bobot berubah 10 atau 20 persen"))
        if not found.uji:
            return [head, "<p>" + self.tr("Cara ini tidak memakai bobot yang dapat diubah.") + "</p>"]
        names = {item.id: item.nama for item in sheet.aturan.kriteria}
        lines = [
            self.tr("{kriteria} {persen}%: keluar {keluar}; masuk {masuk}").format(
                kriteria=names[uji.kriteria],
                persen=f"{uji.persen:+d}",
                keluar=", ".join(sheet.usulan(one).label for one in uji.keluar) or "-",
                masuk=", ".join(sheet.usulan(one).label for one in uji.masuk) or "-",
            )
            for uji in found.uji
            if not uji.tetap
        ]
        calm = self.tr("{n} teratas tetap sama di semua percobaan.").format(n=found.teratas)
        return [head, *(f'<p style="margin: 2px 0">{escape(line)}</p>' for line in lines or [calm])]

    def _line(self, sheet: ScoreSheet, line: Penjelasan) -> str:
        name = f" {sheet.usulan(line.usulan).label} {escape(sheet.usulan(line.usulan).judul)}" if line.usulan else ""
        return f'<p style="margin: 2px 0"><b>{escape(line.label)}</b>{name}: {escape(line.teks)}</p>'

    def _small(self, text: str) -> str:
        return f'<p style="color:{colours().muted}; margin-bottom:0">{escape(text)}</p>'

    def _heading(self, hal: str) -> str:
        return {
            "kriteria": self.tr("Dari tiap kriteria"),
            "kelompok": self.tr("Bila hanya satu kelompok yang menilai"),
            "tetangga": self.tr("Di atas dan di bawahnya"),
            "kurang": self.tr("Yang masih kosong"),
        }[hal]
