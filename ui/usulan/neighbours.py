"""At an usulan: what villages nearby propose that may be the same, and what was said about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain import antardesa
from musrenbang_desktop.domain.antardesa import Antardesa
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.antardesa_words import also_proposes
from ui.fields import FlowLayout
from ui.forum_page import enter_presses
from ui.plain_label import plain_label
from ui.theme import quiet


class NeighbourLines(QWidget):
    """Hidden, and empty inside, while no village nearby proposes anything like it."""

    wanted = Signal(str)
    """id of the usulan whose pairs are to be looked at"""
    attempted = Signal(object)
    """an act that the page does, saying every refusal"""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._shown: tuple[object, ...] = ()
        self._open = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_usulan(self, usulan: Usulan) -> None:
        """Show what is known about one usulan now."""
        pairs = self._services.antardesa.dari(usulan)
        self._open = usulan.status == "aktif" and not self._services.desk.closed()
        shown = (usulan.id, self._open, usulan.antardesa, tuple(pair.tetangga for pair in pairs))
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        for note in usulan.antardesa:
            self._add_note(usulan, note)
        if pairs:
            told = plain_label("awas", "\n".join(also_proposes(pair.tetangga) for pair in pairs), self)
            look_at = QPushButton(self.tr("Lihat di samping usulan ini"), self)
            look_at.setEnabled(self._open)
            look_at.clicked.connect(lambda: self.wanted.emit(usulan.id))
            self._add(told, look_at)
        enter_presses(self)
        self.setVisible(bool(usulan.antardesa or pairs))

    def _add_note(self, usulan: Usulan, note: Antardesa) -> None:
        let_go = quiet(QPushButton(self.tr("Lepas tanda"), self))
        let_go.setAccessibleName(self.tr("Lepas tanda {desa}").format(desa=note.desa))
        let_go.setEnabled(self._open)
        let_go.clicked.connect(
            lambda: self.attempted.emit(lambda: self._services.antardesa.lepas(usulan.id, note.kunci))
        )
        self._add(plain_label("baik" if note.putusan == "bersama" else "redup", antardesa.tulis(note), self), let_go)

    def _add(self, label: QWidget, button: QPushButton) -> None:
        row = QWidget(self)
        flow = FlowLayout(row, gap=8)
        flow.add(label, 1, 24)
        flow.add(button)
        self._column.addWidget(row)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
