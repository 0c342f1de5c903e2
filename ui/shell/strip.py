"""The top strip: the product, which forum this is, search and help."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.icons import icon
from ui.theme import look, set_by_name


class ElidedLabel(QLabel):
    """One line that gives up letters for … instead of widening the window; the whole text is in the tooltip.

    A path gives up its ``middle``: where it begins and where it ends say more.
    """

    def __init__(self, parent: QWidget | None = None, *, middle: bool = False) -> None:
        super().__init__(parent)
        self._full, self._middle, self._placed = "", middle, False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_full_text(self, text: str) -> None:
        """Show as much of this as fits."""
        self._full = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed = True
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        if not self._placed or metrics.horizontalAdvance(self._full) <= self.width():
            self.setText(self._full)
            return
        mode = QtCore.Qt.TextElideMode
        kept = mode.ElideMiddle if self._middle else mode.ElideRight
        self.setText(metrics.elidedText(self._full, kept, self.width()))


class TopStrip(QFrame):
    """Fixed at the top of the window."""

    search_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "strip")
        self.brand = QLabel(self.tr("Musrenbang"), self)
        look(self.brand, "merek")
        self.forum = ElidedLabel(self)
        self.search = QPushButton(icon("cari"), self.tr("Cari  Ctrl+K"), self)
        self.search.setToolTip(self.tr("Cari halaman, orang, atau usulan (Ctrl+K)"))
        self.search.setAccessibleName(self.tr("Cari halaman, orang, atau usulan"))
        look(self.search, "cari")
        self.search.clicked.connect(self.search_wanted)
        self.help = QToolButton(self)
        self.help.setIcon(icon("bantuan"))
        set_by_name(self.help, focusPolicy="StrongFocus")
        self.help.setToolTip(self.tr("Bantuan halaman ini (F1)"))
        self.help.setAccessibleName(self.tr("Bantuan halaman ini"))
        look(self.help, "ikon")
        self.help.clicked.connect(self.help_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 8, 12, 8)
        layout.setSpacing(14)
        layout.addWidget(self.brand)
        layout.addWidget(self.forum, 1)
        layout.addWidget(self.search)
        layout.addWidget(self.help)
        self.fit()

    def wear_practice(self) -> None:
        """The whole strip says that this is practice."""
        self.brand.setText(self.tr("LATIHAN"))
        self.brand.setToolTip(self.tr("Ruang latihan: tidak ada yang dikirim, dan semua kertas bertanda LATIHAN"))
        self.brand.setAccessibleName(self.brand.toolTip())
        look(self.brand, "merek-latihan")
        look(self, "strip-latihan")

    def fit(self) -> None:
        """Follow the text size."""
        side = round(self.fontMetrics().height() * 1.1)
        self.help.setIconSize(QSize(side, side))
        self.search.setIconSize(QSize(round(side * 0.8), round(side * 0.8)))
