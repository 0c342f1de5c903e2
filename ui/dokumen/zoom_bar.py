"""The bar above the preview: larger, smaller, page by page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.dokumen.preview import Preview
from ui.fields import FlowLayout
from ui.icons import icon
from ui.theme import look


class ZoomBar(QWidget):
    """Steers one preview and shows what it does."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self.smaller = self._small("kurang", self.tr("Perkecil (-)"))
        self.larger = self._small("tambah", self.tr("Perbesar (+)"))
        self.back = self._small("panah-atas", self.tr("Halaman sebelumnya (PageUp)"))
        self.on = self._small("panah-bawah", self.tr("Halaman berikutnya (PageDown)"))
        self.wide = self._fit(self.tr("Lebar"), self.tr("Selebar jendela"))
        self.whole = self._fit(self.tr("Satu halaman"), self.tr("Satu halaman penuh"))
        self.share = QLabel(self)
        self.page = QLabel(self)
        look(self.share, "redup")
        self.share.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = FlowLayout(self, gap=4)
        layout.add(self._group(self.back, self.on, self.page), stretch=1)
        layout.add(self._group(self.smaller, self.share, self.larger, self.wide, self.whole))
        self._connect()
        self._fit_icons()
        self.update_words()

    def update_words(self) -> None:
        """Say which page and which size are on show."""
        preview, pages = self._preview, len(self._preview.sheets)
        self.page.setText(self.tr("hal. {n} dari {m}").format(n=preview.page + 1, m=pages) if pages else "")
        self.share.setText(self.tr("{persen}%").format(persen=round(preview.scale * 100)) if pages else "")
        self.share.setMinimumWidth(self.share.fontMetrics().horizontalAdvance("000%"))
        self.wide.setChecked(preview.zoom == "lebar")
        self.whole.setChecked(preview.zoom == "halaman")
        self.back.setEnabled(pages > 0 and preview.page > 0)
        self.on.setEnabled(pages > 0 and preview.page < pages - 1)
        for button in (self.smaller, self.larger, self.wide, self.whole):
            button.setEnabled(pages > 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_icons()

    def _fit_icons(self) -> None:
        side = self.fontMetrics().height()
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(side, side))

    def _connect(self) -> None:
        preview = self._preview
        self.smaller.clicked.connect(lambda: preview.step_zoom(-1))
        self.larger.clicked.connect(lambda: preview.step_zoom(1))
        self.back.clicked.connect(lambda: preview.go_to(preview.page - 1))
        self.on.clicked.connect(lambda: preview.go_to(preview.page + 1))
        self.wide.clicked.connect(lambda: preview.set_zoom("lebar"))
        self.whole.clicked.connect(lambda: preview.set_zoom("halaman"))
        preview.page_changed.connect(lambda _page: self.update_words())
        preview.zoom_changed.connect(self.update_words)

    def _group(self, *widgets: QWidget) -> QWidget:
        """What stays together in one line."""
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        return group

    def _small(self, picture: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look(button, "ikon")
        return button

    def _fit(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button
