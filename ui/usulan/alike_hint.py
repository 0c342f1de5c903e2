"""Beside the quick line: which recorded usulan the one being typed looks like, else how many pairs wait."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from musrenbang_desktop.services.layanan import Layanan
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
    pairs_wanted = Signal()

    def __init__(self, services: Layanan, fields: Mapping[str, LineField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._fields = services, fields
        self._record = self._earlier = ""
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

    def look_again(self) -> None:
        """Compare what is typed now with what is recorded."""
        judul = self._fields["judul"].text()
        if not judul.strip() or self._services.forum.aktif() is None:
            self._show_pairs()
            return
        rt, rw = self._fields["rt_rw"].value() or ("", "")
        found = self._services.ganda.mirip(judul, self._fields["dusun"].text(), rt, rw, limit=1)
        if not found:
            self._look_back(judul, self._fields["dusun"].text(), rt, rw)
        for usulan, kemiripan in found:
            words = self.tr("Mirip") if kemiripan.tingkat == "mirip" else self.tr("Mungkin mirip")
            self._record, self._earlier = usulan.id, ""
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
            self._show_pairs()
        for waiting, kemiripan in found:
            words = self.tr("Mirip") if kemiripan.tingkat == "mirip" else self.tr("Mungkin mirip")
            self._record, self._earlier = "", waiting.kunci
            self.setText(
                self.tr("{tingkat} {nomor} tahun {tahun} - ajukan lagi?").format(
                    tingkat=words, nomor=waiting.label, tahun=waiting.tahun
                )
            )
            self.setToolTip(waiting.isi.judul)
            self.show()

    def _on_typed(self) -> None:
        if self._fields["judul"].text().strip():
            self._breath.start()
        else:
            self._breath.stop()
            self._show_pairs()

    def _show_pairs(self) -> None:
        self._record = self._earlier = ""
        self.setText(self.tr("Gabung ganda {n}").format(n=self._pairs))
        self.setToolTip(self.tr("Lihat usulan yang mungkin sama (Ctrl+G)"))
        self.setVisible(self._pairs > 0)

    def _on_clicked(self) -> None:
        if self._earlier:
            self.earlier_wanted.emit(self._earlier)
        elif self._record:
            self.wanted.emit(self._record)
        else:
            self.pairs_wanted.emit()
