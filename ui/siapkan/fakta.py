"""The section Data forum: which village, which day, which place, which ceiling."""

from __future__ import annotations

from musrenbang_desktop.reference.wilayah import Tempat
from ui.fields import LineField
from ui.page import Page
from ui.siapkan.form import FaktaForm
from ui.siapkan.lines_field import split
from ui.siapkan.rows import RowsSection
from ui.siapkan.tempat_search import address, offer_places


class FaktaSection(RowsSection):
    """Every fact of the forum in a field of its own."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, FaktaForm)
        self.places = offer_places(self._desa, self._take)

    @property
    def _desa(self) -> LineField:
        field = self.form.rows["desa"].field
        if not isinstance(field, LineField):
            raise TypeError("desa")
        return field

    def _take(self, place: Tempat) -> None:
        """The whole address in one act; what kind of Musrenbang it is stays as it was said."""
        self._desa.fill(place.desa)  # what was typed to look for it is no name
        if self.attempt(lambda: self.services.forum.ubah(**address(place)), self.form.rows["desa"]):
            self.form.rows["kecamatan"].field.setFocus()
            self.read()

    def read(self) -> None:
        if isinstance(self.form, FaktaForm) and self.services.forum.aktif():
            self.form.offer_shapes(self.services.paket.bentuk())
        super().read()

    def record(self, name: str, value: object) -> None:
        super().record(name, split(str(value)) if name == "materi" else value)

    def on_shown(self) -> None:
        self.form.rows["desa"].field.setFocus()
