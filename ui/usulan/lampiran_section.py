"""The photos and papers of one usulan."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.lampiran.files import LampiranFiles
from ui.page import Page
from ui.usulan.section import Section


class LampiranSection(Section):
    """The list of files, on the page that holds the panel."""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.files: LampiranFiles | None = None

    def show_usulan(self, usulan: Usulan) -> None:
        if self.files is None:
            self.files = LampiranFiles(_page_of(self), self.services, self)
            self._layout.addWidget(self.files)
            self.files.show()  # now, so that the cursor can go there
        self.files.show_files(usulan.id)

    def set_enabled(self, *, enabled: bool) -> None:
        if self.files is not None:
            self.files.set_enabled(enabled=enabled)


def _page_of(widget: QWidget) -> Page:
    """The page that speaks and works in the background for this widget."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, Page):
            return above
        above = above.parentWidget()
    raise RuntimeError("a section stands on a page")
