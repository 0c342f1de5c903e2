"""Beside the quick line: which recorded usulan the one being typed looks like, else how many pairs wait."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from ui.antardesa_words import also_proposes
from ui.fields import LineField
from ui.theme import quiet

BREATH_MS = 250
"""A pause in typing after which likeness is looked for."""


class AlikeHint(QPushButton):
    """Hidden while nothing is alike. It never stands in the way: the line can be recorded all the same."""

    wanted = Signal(str)
    """id of the usulan that is alike"""
    earlier_wanted = Signal(str)
    """key of one of an earlier year that is alike"""
    neighbour_told = Signal(str)
    """what a village nearby proposes, as a sentence"""
    pairs_wanted = Signal()

    def __init__(self, services: Layanan, fields: Mapping[str, LineField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._fields = services, fields
        self._record = self._earlier = self._neighbour = ""
        self._pairs = 0
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(BREATH_MS)
        self._breath.timeout.connect(self.look_again)
        for name in ("judul", "dusun", "rt_rw"):
            fields[name].textChanged.connect(self._on_typed)
        self.clicked.connect(self._on_clicked)
        quiet(self)
        self.hide()

    def show_pairs(self, count: int) -> None:
        """How many pairs of recorded usulan may be the same."""
        self._pairs = count
        self.look_again()

    def _place(self) -> tuple[str, str]:
        """RT and RW as far as they are understood: somebody may be in the middle of them."""
        try:
            return self._fields["rt_rw"].value() or ("", "")
        except RuleBroken:
            return "", ""

    def look_again(self) -> None:
        """Compare what is typed now with what is recorded."""
        judul = self._fields["judul"].text()
        if not judul.strip() or self._services.forum.aktif() is None:
            self._show_pairs()
            return
        rt, rw = self._place()
        found = self._services.ganda.mirip(judul, self._fields["dusun"].text(), rt, rw, limit=1)
        if not found:
            self._look_back(judul, self._fields["dusun"].text(), rt, rw)
        for usulan, kemiripan in found:
            words = self.tr("Mirip") if kemiripan.tingkat == "mirip" else self.tr("Mungkin mirip")
            self._record, self._earlier, self._neighbour = usulan.id, "", ""
            self.setText(
                self.tr("{tingkat} {nomor} ({tempat}) - lihat").format(
                    tingkat=words, nomor=usulan.label, tempat=kemiripan.tempat
                )
            )
            self.setToolTip(f"{usulan.judul}, {usulan.tempat}")
            self.show()

    def _look_back(self, judul: str, dusun: str, rt: str, rw: str) -> None:
        """What is typed may wait since an earlier year: taken up it keeps its years, typed anew it does not."""
        found = self._services.tahun_lalu.mirip(judul, dusun, rt, rw, limit=1)
        if not found:
            self._look_around(judul)
        for waiting, kemiripan in found:
            words = self.tr("Mirip") if kemiripan.tingkat == "mirip" else self.tr("Mungkin mirip")
            self._record, self._earlier, self._neighbour = "", waiting.kunci, ""
            self.setText(
                self.tr("{tingkat} {nomor} tahun {tahun} - ajukan lagi?").format(
                    tingkat=words, nomor=waiting.label, tahun=waiting.tahun
                )
            )
            self.setToolTip(waiting.isi.judul)
            self.show()

    def _look_around(self, judul: str) -> None:
        """What is typed may be what a village nearby proposes: a road, a river, a bridge of both."""
        found = self._services.antardesa.mirip(judul, limit=1)
        if not found:
            self._show_pairs()
        for one, _ in found:
            self._record = self._earlier = ""
            self._neighbour = also_proposes(one)
            self.setText(self.tr("{desa} juga mengusulkan - lihat").format(desa=one.desa))
            self.setToolTip(self._neighbour)
            self.show()

    def _on_typed(self) -> None:
        if self._fields["judul"].text().strip():
            self._breath.start()
        else:
            self._breath.stop()
            self._show_pairs()

    def _show_pairs(self) -> None:
        self._record = self._earlier = self._neighbour = ""
        self.setText(self.tr("Gabung ganda {n}").format(n=self._pairs))
        self.setToolTip(self.tr("Lihat usulan yang mungkin sama (Ctrl+G)"))
        self.setVisible(self._pairs > 0)

    def _on_clicked(self) -> None:
        if self._earlier:
            self.earlier_wanted.emit(self._earlier)
        elif self._record:
            self.wanted.emit(self._record)
        elif self._neighbour:
            after = self.tr("Sesudah dicatat, tandai sebagai usulan bersama di Gabung ganda (Ctrl+G).")
            self.neighbour_told.emit(f"{self._neighbour} {after}")
        else:
            self.pairs_wanted.emit()
