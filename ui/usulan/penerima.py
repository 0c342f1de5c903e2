"""Whom an usulan serves: men, women, households, children, the old, the disabled. Unknown is never zero."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from musrenbang_desktop.domain.penerima import parse_penerima, tulis_penerima
from musrenbang_desktop.domain.tema import TEMA
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import FieldRow, LineField
from ui.theme import look
from ui.usulan.fields_section import FieldsSection, Line
from ui.usulan.tags import Tags


def count_field(field: str) -> LineField:
    """A number of persons; empty, ``?`` and ``tidak diketahui`` all mean unknown."""
    unknown = QCoreApplication.translate("Penerima", "tidak diketahui")
    line = LineField(placeholder=unknown, parse=partial(parse_penerima, field=field), show=_count)
    line.setAlignment(Qt.AlignmentFlag.AlignRight)
    return line


class PenerimaSection(FieldsSection):
    """The counts, the total in words, and the groups that it serves."""

    drafts = "usulan_penerima"

    def __init__(self, services: Layanan) -> None:
        super().__init__(services)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        look(self.words, "gema")
        self.tags = Tags(self.tr("Terutama untuk"), TEMA)
        self.tags.committed.connect(self._on_tags)
        self.column.addWidget(self.words)
        self.column.addWidget(self.tags)

    def lines(self) -> tuple[Line, ...]:
        tr = self.tr
        return (
            (
                ("penerima_l", FieldRow(tr("Laki-laki"), count_field("penerima_l")), 14),
                ("penerima_p", FieldRow(tr("Perempuan"), count_field("penerima_p")), 14),
            ),
            (
                ("penerima_rtm", FieldRow(tr("Rumah tangga miskin"), count_field("penerima_rtm")), 14),
                ("penerima_difabel", FieldRow(tr("Penyandang disabilitas"), count_field("penerima_difabel")), 14),
            ),
            (
                ("penerima_kk", FieldRow(tr("Keluarga (KK)"), count_field("penerima_kk")), 14),
                ("penerima_anak", FieldRow(tr("Anak"), count_field("penerima_anak")), 14),
                ("penerima_lansia", FieldRow(tr("Lansia"), count_field("penerima_lansia")), 14),
            ),
        )

    def show_usulan(self, usulan: Usulan) -> None:
        super().show_usulan(usulan)
        nothing = self.tr("Belum ada yang diketahui. Kosong berarti tidak diketahui, bukan nol.")
        self.words.setText(tulis_penerima(usulan.penerima) or nothing)
        self.tags.fill(usulan.tema_penerima)

    def set_enabled(self, *, enabled: bool) -> None:
        super().set_enabled(enabled=enabled)
        self.tags.setEnabled(enabled)

    def _on_tags(self, words: tuple[str, ...]) -> None:
        usulan = self._shown
        if usulan and not self.attempt(lambda: self.record(usulan.id, {"tema_penerima": words})):
            self.tags.fill(usulan.tema_penerima)


def _count(number: int | None) -> str:
    return "" if number is None else f"{number:,}".replace(",", ".")
