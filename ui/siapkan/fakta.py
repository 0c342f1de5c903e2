"""The section Data forum: which village, which day, which place, which ceiling."""

from __future__ import annotations

from musrenbang_desktop.domain.errors import RuleBroken
from ui.page import Page
from ui.siapkan.form import FaktaForm
from ui.siapkan.model import with_date
from ui.siapkan.section import Section


class FaktaSection(Section):
    """Every fact of the forum in a field of its own."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.form = FaktaForm()
        self.form.changed.connect(self._record)
        self.column.addWidget(self.form)

    def read(self) -> None:
        if forum := self.services.forum.aktif():
            self.form.fill(forum)

    def on_shown(self) -> None:
        self.form.rows["desa"].field.setFocus()

    def show_part(self, part: str) -> None:
        if row := self.form.rows.get(part):
            row.field.setFocus()

    def _record(self, name: str, value: object) -> None:
        forum = self.services.forum.aktif()
        if forum is None:
            return
        fields = {name: value}
        row = self.form.rows.get(name)
        if name == "tanggal":
            if not value and row:
                row.show_error(RuleBroken("tanggal", "kosong"))
                return
            fields = with_date(forum, str(value))
        if not self.attempt(lambda: self.services.forum.ubah(**fields), row) and not (row and row.unrecorded):
            self.form.fill(forum)
