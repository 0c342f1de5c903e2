"""Weights from comparing the criteria in pairs: every pair is asked, the weights and their agreement are live."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.cara import BERBANDING
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan
from musrenbang_desktop.ranking import ahp
from musrenbang_desktop.ranking.explain import teks_nilai
from ui.fields import ChoiceBox, FieldRow, FlowLayout
from ui.theme import look

TIMES = (9, 7, 5, 3, 2, 1)


class CriteriaPairs(QFrame):
    """One question for each pair of criteria; ``changed`` carries the whole way of counting with the new answer."""

    changed = Signal(object)
    """CaraHitung"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aturan: Aturan | None = None
        self.boxes: dict[tuple[str, str], ChoiceBox] = {}
        self.result = QLabel()
        self.result.setWordWrap(True)
        heading = QLabel(self.tr("Mana yang lebih penting?"))
        look(heading, "anak-judul")
        self._flow = FlowLayout(gap=10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.addWidget(heading)
        layout.addLayout(self._flow)
        layout.addWidget(self.result)
        look(self, "kartu")

    def refresh(self, aturan: Aturan) -> None:
        """Show the answers; the card is there only for methods that ask them."""
        self._aturan = aturan
        self.setVisible(aturan.cara.metode in BERBANDING)
        if aturan.cara.metode not in BERBANDING:
            return
        names = {item.id: item.nama for item in aturan.kriteria}
        pairs = ahp.missing(list(names), ())
        if list(self.boxes) != list(pairs):
            self._rebuild(pairs, names)
        known = {(a, b): str(times) for a, b, times in aturan.cara.perbandingan}
        known |= {(b, a): str(1 / times) for a, b, times in aturan.cara.perbandingan}
        for pair, box in self.boxes.items():
            if box.value() != known.get(pair):
                box.fill(known.get(pair))
        self.result.setText(self._result(aturan, names))

    def set_open(self, *, unlocked: bool) -> None:
        """Locked rules are only read."""
        for box in self.boxes.values():
            box.setEnabled(unlocked)

    def _rebuild(self, pairs: tuple[tuple[str, str], ...], names: dict[str, str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.boxes = {}
        for first, second in pairs:
            title = self.tr("{a} dan {b}").format(a=names[first], b=names[second])
            box = ChoiceBox(title, placeholder=self.tr("belum dijawab"))
            more = [(str(n), self._words(names[first], n)) for n in TIMES]
            less = [(f"1/{n}", self._words(names[second], n)) for n in reversed(TIMES[:-1])]
            box.set_items([*more, *less])
            box.committed.connect(lambda value, pair=(first, second): self._answer(pair, value))
            self.boxes[first, second] = box
            self._flow.add(FieldRow(title, box), 1, 42)

    def _words(self, name: str, times: int) -> str:
        if times == 1:
            return self.tr("sama penting")
        return self.tr("{nama} {n} kali lebih penting").format(nama=name, n=times)

    def _answer(self, pair: tuple[str, str], times: str | None) -> None:
        if self._aturan is None or times is None:
            return
        cara = self._aturan.cara
        others = tuple(row for row in cara.perbandingan if {row[0], row[1]} != set(pair))
        self.changed.emit(replace(cara, perbandingan=(*others, (*pair, Fraction(times)))))

    def _result(self, aturan: Aturan, names: dict[str, str]) -> str:
        try:
            found = ahp.weights(list(names), aturan.cara.perbandingan)
        except RuleBroken:
            left = len(ahp.missing(list(names), aturan.cara.perbandingan))
            look(self.result, "awas")
            return self.tr("Masih {n} pasang yang belum dijawab.").format(n=left)
        weights = "; ".join(
            f"{name} {teks_nilai(weight * 100)}%" for name, weight in zip(names.values(), found.bobot, strict=True)
        )
        look(self.result, "baik" if found.konsisten else "salah")
        word = self.tr("jawaban sejalan") if found.konsisten else self.tr("jawaban saling bertentangan, tanyakan lagi")
        return self.tr("Bobot: {bobot}. Angka pertentangan {rasio} (paling besar 0,10): {kata}.").format(
            bobot=weights, rasio=teks_nilai(found.rasio), kata=word
        )
