"""The section Data forum: which village, which day, which place, which ceiling."""

from __future__ import annotations

from ui.page import Page
from ui.siapkan.form import FaktaForm
from ui.siapkan.rows import RowsSection


class FaktaSection(RowsSection):
    """Every fact of the forum in a field of its own."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, FaktaForm())

    def on_shown(self) -> None:
        self.form.rows["desa"].field.setFocus()
