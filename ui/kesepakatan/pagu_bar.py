"""How much of the pagu is spoken for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from musrenbang_desktop.domain.pagu import kata_pakai
from musrenbang_desktop.domain.rupiah import format_rupiah
from ui.colours import colours
from ui.fields import FlowLayout
from ui.kesepakatan.model import Terpakai
from ui.theme import look, quiet


class PaguBar(QWidget):
    """One sentence and one bar; an unknown pagu is said, never taken for zero."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.fill_in = quiet(QPushButton(self.tr("Isi pagu"), self))
        self.bar = _Bar(self)
        row = FlowLayout(gap=8)
        row.add(self.words, 1, 30)
        row.add(self.fill_in)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.bar)

    def show_use(self, terpakai: Terpakai) -> None:
        """Show what the usulan for dana desa cost against the pagu."""
        known = terpakai.pagu is not None or bool(terpakai.sumber)
        self.fill_in.setVisible(not known)
        self.bar.setVisible(terpakai.pagu is not None)
        self.bar.show_use(terpakai)
        look(self.words, "salah" if terpakai.lebih else "label" if known else "awas")
        self.words.setText(self._sentence(terpakai))

    def _sentence(self, terpakai: Terpakai) -> str:
        used = format_rupiah(terpakai.biaya)
        if terpakai.sumber:
            text = ". ".join(kata_pakai(row) for row in terpakai.sumber) + "."
        elif terpakai.pagu is None:
            text = self.tr("Pagu belum diketahui. Usulan dana desa berjumlah {jumlah}.").format(jumlah=used)
        elif terpakai.lebih:
            text = self.tr("Pagu {pagu}, terpakai {jumlah}: lebih {lebih}.").format(
                pagu=format_rupiah(terpakai.pagu), jumlah=used, lebih=format_rupiah(terpakai.lebih)
            )
        else:
            text = self.tr("Pagu {pagu}, terpakai {jumlah}, sisa {sisa}.").format(
                pagu=format_rupiah(terpakai.pagu), jumlah=used, sisa=format_rupiah(terpakai.pagu - terpakai.biaya)
            )
        if terpakai.tanpa_biaya:
            text += self.tr(" {n} usulan dana desa belum ada biayanya.").format(n=terpakai.tanpa_biaya)
        return text


class _Bar(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._use = Terpakai(0, 0, None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_use(self, terpakai: Terpakai) -> None:
        self._use = terpakai
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height() * 2 // 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The used part; above the pagu the whole is red with a mark where the pagu ends."""
        now, use = colours(), self._use
        whole = max(use.pagu or 0, use.biaya, 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        painter.setBrush(QColor(now.border))
        painter.drawRoundedRect(rect, radius, radius)
        part = QRectF(rect)
        part.setWidth(rect.width() * use.biaya / whole)
        painter.setBrush(QColor(now.danger if use.lebih else now.accent))
        painter.drawRoundedRect(part, radius, radius)
        if use.lebih and use.pagu is not None:
            painter.fillRect(QRectF(rect.width() * use.pagu / whole - 1, 0, 3, rect.height()), QColor(now.text))
        painter.end()
