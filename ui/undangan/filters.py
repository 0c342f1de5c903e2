"""The row above the list of invitations: how many there are, and which of them are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from musrenbang_desktop.domain.peserta import HitunganUndangan, Peserta
from ui.fields import ChoiceBox, FlowLayout, SearchBox
from ui.kept_filters import Filter
from ui.theme import look
from ui.undangan.columns import status_word

_BELUM = "belum"


class FilterRow(QWidget):
    """By unsur, by the state of the letter, by words."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = QLabel(self)
        look(self.counts, "anak-judul")
        self.unsur = ChoiceBox(self.tr("Tampilkan satu unsur"))
        self.status = ChoiceBox(self.tr("Tampilkan menurut surat"))
        for box in (self.unsur, self.status):
            box.committed.connect(lambda _value: self.changed.emit())
        self.search = SearchBox(self.tr("Saring undangan"))
        self.search.searched.connect(lambda _text: self.changed.emit())
        row = FlowLayout(self, gap=10)
        row.add(self.counts)
        row.add(self.unsur, letters=18)
        row.add(self.status, letters=18)
        row.add(self.search, stretch=1, letters=18)

    @property
    def named(self) -> dict[str, Filter]:
        """Every filter under a name that does not change."""
        return {"cari": self.search, "unsur": self.unsur, "surat": self.status}

    @property
    def active(self) -> bool:
        """Whether somebody may be hidden."""
        return bool(self.search.text().strip() or self.unsur.value() or self.status.value())

    def clear(self) -> None:
        """Show everybody."""
        self.unsur.fill("")
        self.status.fill("")
        self.search.clear()
        self.search.flush()

    def offer(self, per_unsur: Mapping[str, int], letters: HitunganUndangan) -> None:
        """The unsur and the states of the letters, each with how many were invited; what is chosen stays chosen."""
        self.counts.setText(self.tr("{n} diundang").format(n=letters.diundang))
        asked = [(unsur, f"{unsur} ({n})") for unsur, n in per_unsur.items() if n]
        self.unsur.set_items([("", self.tr("Semua unsur")), *asked])
        self.unsur.fill(self.unsur.value() or "")
        states = {"": letters.belum, "dicetak": letters.dicetak, "diserahkan": letters.diserahkan}
        named = [(state or _BELUM, f"{status_word(state)} ({n})") for state, n in states.items()]
        self.status.set_items([("", self.tr("Semua surat")), *named])
        self.status.fill(self.status.value() or "")

    def chosen(self, people: Sequence[Peserta]) -> Sequence[Peserta]:
        """Those of the people whose unsur and letter are asked for; the words are looked for by the service."""
        unsur, status = self.unsur.value(), self.status.value()
        if status:
            wanted = "" if status == _BELUM else status
            people = [one for one in people if one.undangan == wanted]
        return [one for one in people if one.unsur == unsur] if unsur else people
