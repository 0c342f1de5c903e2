"""Kenapa urutan ini? The calculation of one usulan, so that the hall can redo it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from musrenbang_desktop.ranking.explain import Penjelasan, kenapa
from ui.colours import colours
from ui.icons import icon
from ui.prioritas.model import ScoreSheet
from ui.theme import look, quiet

_HEADINGS = {"kriteria", "kelompok", "tetangga", "kurang"}


class ExplainPanel(QFrame):
    """Points per criterion, totals per group, and the neighbours in the order."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self._last: tuple[ScoreSheet, str] | None = None
        title = QLabel(self.tr("Kenapa urutan ini?"), self)
        title.setWordWrap(True)
        look(title, "anak-judul")
        self.close_button = quiet(QPushButton(icon("tutup"), "", self))
        self.close_button.setAccessibleName(self.tr("Tutup penjelasan"))
        self.close_button.setToolTip(self.tr("Tutup penjelasan (Esc)"))
        self.close_button.clicked.connect(self.closed)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        area = QScrollArea(self)
        area.setWidget(self.text)
        area.setWidgetResizable(True)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.text.setAutoFillBackground(False)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 6, 8)
        layout.addLayout(head)
        layout.addWidget(area, 1)

    def explain(self, sheet: ScoreSheet, record: str) -> None:
        """Explain one usulan; nothing chosen says what to do."""
        self._last = (sheet, record)
        if not record:
            self.text.setText(self.tr("Pilih satu usulan."))
            return
        usulan = sheet.usulan(record)
        parts = [f"<p><b>{usulan.label} {escape(usulan.judul)}</b></p>"]
        last = ""
        for line in kenapa(sheet.hasil, record):
            if line.hal != last and line.hal in _HEADINGS:
                parts.append(f'<p style="color:{colours().muted}; margin-bottom:0">{self._heading(line.hal)}</p>')
            last = line.hal
            parts.append(self._line(sheet, line))
        self.text.setText("".join(parts))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible() and self._last:
            self.explain(*self._last)  # the colours are part of the text

    def _line(self, sheet: ScoreSheet, line: Penjelasan) -> str:
        name = f" {sheet.usulan(line.usulan).label} {escape(sheet.usulan(line.usulan).judul)}" if line.usulan else ""
        return f'<p style="margin: 2px 0"><b>{escape(line.label)}</b>{name}: {escape(line.teks)}</p>'

    def _heading(self, hal: str) -> str:
        return {
            "kriteria": self.tr("Dari tiap kriteria"),
            "kelompok": self.tr("Bila hanya satu kelompok yang menilai"),
            "tetangga": self.tr("Di atas dan di bawahnya"),
            "kurang": self.tr("Yang masih kosong"),
        }[hal]
