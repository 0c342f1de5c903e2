"""The kamus in the quick line: the title is looked for while it is typed, and what is taken fills the line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kamus import ButirKamus, biaya_kamus
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import LineField
from ui.usulan.kamus_search import Suggestions, kamus_line
from ui.usulan.kamus_words import hitungan


class QuickKamus(QObject):
    """Without a package there is nothing to see. What the operator typed is never replaced but by a choice of his."""

    told = Signal(str)
    """what was filled, in words"""

    def __init__(self, services: Layanan, fields: Mapping[str, LineField], parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._fields = services, fields
        self._butir: ButirKamus | None = None
        self.suggestions: Suggestions[ButirKamus] = Suggestions(
            fields["judul"],
            self._search,
            kamus_line,
            self.take,
            name=self.tr("Butir kamus yang cocok"),
        )
        fields["judul"].textEdited.connect(self._on_title)
        fields["volume"].committed.connect(lambda _pair: self._offer_cost())

    @property
    def kode(self) -> str:
        """The code of the entry that this line follows, or nothing."""
        return self._butir.kode if self._butir else ""

    def values(self) -> dict[str, str]:
        """What the entry says beyond the fields of the line."""
        if self._butir is None:
            return {}
        butir = self._butir
        return {"kamus": butir.kode, "bidang": butir.bidang, "perangkat_daerah": butir.perangkat_daerah}

    def take(self, butir: ButirKamus) -> None:
        """Fill title and unit, and go on to the next field."""
        self._butir = butir
        self._fields["judul"].setText(butir.judul)
        self._fields["judul"].commit()
        if butir.satuan:
            self._fields["satuan"].fill(butir.satuan)
        self._fields["dusun"].setFocus(Qt.FocusReason.TabFocusReason)
        self.told.emit(self.tr("Dari kamus: {butir}").format(butir=kamus_line(butir)))
        self._offer_cost()

    def clear(self) -> None:
        """The next usulan follows no entry yet."""
        self._butir = None
        self.suggestions.close()

    def restore(self, kode: str) -> None:
        """Follow the entry of a line that was left half typed."""
        self._butir = self._services.kamus.satu(kode)

    def _search(self, text: str) -> list[ButirKamus]:
        return self._services.kamus.cari(text)

    def _on_title(self, text: str) -> None:
        if not text.strip():
            self._butir = None

    def _offer_cost(self) -> None:
        """Fill an empty cost with volume times price, and say so; what was typed stays."""
        cost = self._fields["perkiraan_biaya"]
        if self._butir is None or cost.text().strip():
            return
        try:
            volume = self._fields["volume"].value()[0]
        except RuleBroken:
            return
        biaya = biaya_kamus(volume, self._butir)
        if biaya is not None:
            cost.fill(biaya)
            self.told.emit(
                self.tr("Biaya diisi dari kamus: {hitungan}. Boleh diganti.").format(
                    hitungan=hitungan(volume, self._butir)
                )
            )
