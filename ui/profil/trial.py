"""The paper beside the keys: one document of the forum on the desk, as the copy would have it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.services.penggambar import Penggambar
from ui.background import Background
from ui.dialect import said
from ui.dokumen.drawn import Drawn, draw
from ui.dokumen.feeder import PictureFeeder
from ui.dokumen.newest import Newest
from ui.dokumen.preview import Preview
from ui.dokumen.zoom_bar import ZoomBar
from ui.fields import ChoiceBox, FieldRow
from ui.say import Say

_FIRST = "berita_acara"


class Trial(QWidget):
    """Draws in the background, always the newest wish; what was drawn for an older one is thrown away."""

    failed = Signal(str)
    """why the paper cannot be drawn"""

    def __init__(self, say: Say, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._wish: Penggambar | None = None
        self._newest = Newest(background, lambda: (self._wish, self.jenis.value()))
        self._drawn: Drawn | None = None
        self.jenis = ChoiceBox(self.tr("Dokumen yang dicoba"))
        self.jenis.set_items((key, said(text)) for key, text in JENIS.items())
        self.jenis.fill(_FIRST)
        self.preview = Preview()
        self.preview.setAccessibleName(self.tr("Pratinjau bentuk"))
        self.bar = ZoomBar(self.preview)
        self.feeder = PictureFeeder(self.preview, lambda: self._drawn, say, background)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FieldRow(self.tr("Dokumen yang dicoba"), self.jenis))
        column.addWidget(self.bar)
        column.addWidget(self.preview, 1)
        self.jenis.committed.connect(lambda _jenis: self._draw())

    @property
    def shown(self) -> Drawn | None:
        """What stands in the preview."""
        return self._drawn

    def show_form(self, penggambar: Penggambar) -> None:
        """Draw with this form from now on."""
        self._wish = penggambar
        self._draw()

    def _draw(self) -> None:
        wish, jenis = self._wish, str(self.jenis.value())
        if wish is not None and not self._newest.running:
            self._newest.run(
                lambda _control: draw(jenis, wish),
                self._show,
                self._explain,
                again=self._draw,
                label=self.tr("Menyusun pratinjau"),
            )

    def _show(self, drawn: Drawn) -> None:
        before, self._drawn = self._drawn, drawn
        same = before is not None and before.jenis == drawn.jenis
        if not (same and before is not None and before.sha256 == drawn.sha256):
            self.preview.show_sheets(drawn.sheets, keep_place=same)
            self.bar.update_words()
        self.feeder.go_on()

    def _explain(self, problem: Exception) -> None:
        from musrenbang_desktop.reference.profile_layers import ProfileInvalid

        if isinstance(problem, ProfileInvalid):
            self.failed.emit(str(problem))
        else:
            self._say.trouble(problem, retry=self._draw)
