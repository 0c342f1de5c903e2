"""The card that copies the set-up of an earlier forum: which forum, which parts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.silsilah import sebutan_forum
from musrenbang_desktop.services.salinan import Bagian, Isi
from ui.buttons import push
from ui.fields import ChoiceBox, FieldRow, FlowLayout
from ui.panels import Card
from ui.siapkan.tanggal_edit import show_tanggal
from ui.theme import look
from ui.translation import QT_TRANSLATE_NOOP

_NAMES: dict[Bagian, str] = {
    "pejabat": QT_TRANSLATE_NOOP("Salin", "Pejabat dan pembicara"),
    "tim": QT_TRANSLATE_NOOP("Salin", "Tim dan saksi"),
    "tempat": QT_TRANSLATE_NOOP("Salin", "Tempat dan jam"),
    "agenda": QT_TRANSLATE_NOOP("Salin", "Susunan acara"),
    "unsur": QT_TRANSLATE_NOOP("Salin", "Target unsur"),
    "kriteria": QT_TRANSLATE_NOOP("Salin", "Kriteria penilaian"),
    "dasar": QT_TRANSLATE_NOOP("Salin", "Data dasar"),
    "orang": QT_TRANSLATE_NOOP("Salin", "Daftar orang yang diundang"),
}
#: Names of people are copied only when somebody asks for it.
_ASKED_FOR: frozenset[Bagian] = frozenset({"orang"})


class SalinCard(Card):
    """Hidden while there is no earlier forum of this village."""

    source_chosen = Signal(str)
    wanted = Signal(str, list)
    """id of the forum, parts to copy"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Salin persiapan dari musyawarah lain"))
        self.heading.show()
        self.box = ChoiceBox()
        self.box.committed.connect(lambda record: self.source_chosen.emit(str(record)))
        self.ticks: dict[Bagian, QCheckBox] = {}
        self.button = push(self.tr("Salin persiapan"), self._copy)
        note = QLabel(self.tr("Bagian yang disalin menggantikan yang ada di sini. Ctrl+Z mengembalikannya."))
        note.setWordWrap(True)
        look(note, "redup")
        flow = FlowLayout(gap=12)
        for part, name in _NAMES.items():
            tick = self.ticks[part] = QCheckBox(self._name(name))
            tick.setChecked(part not in _ASKED_FOR)
            flow.add(tick)
        self.body.addWidget(FieldRow(self.tr("Dari"), self.box))
        self.body.addLayout(flow)
        self.body.addWidget(note)
        below = FlowLayout(gap=8)
        below.add(self.button)
        self.body.addLayout(below)

    def show_sources(self, sources: Sequence[Forum]) -> str:
        """Offer these forums; returns the id of the one that is chosen."""
        kept = self.box.value()
        day = {one.id: show_tanggal(one.tanggal, "d MMM yyyy") for one in sources}
        self.box.set_items([(one.id, f"{sebutan_forum(one)}, {day[one.id]}") for one in sources])
        chosen = kept if kept in day else next(iter(day), "")
        self.box.fill(chosen)
        self.setVisible(bool(sources))
        return str(chosen or "")

    def show_parts(self, parts: Sequence[Isi]) -> None:
        """What each part holds; one that is empty cannot be ticked."""
        for part in parts:
            tick = self.ticks[part.bagian]
            name = self._name(_NAMES[part.bagian])
            tick.setText(f"{name} ({part.jumlah})")
            tick.setEnabled(part.jumlah > 0)

    def _name(self, text: str) -> str:
        return QCoreApplication.translate("Salin", text)

    def _copy(self) -> None:
        chosen = [part for part, tick in self.ticks.items() if tick.isChecked() and tick.isEnabled()]
        self.wanted.emit(str(self.box.value() or ""), chosen)
