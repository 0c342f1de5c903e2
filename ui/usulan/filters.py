"""The row above the grid: search, dusun, bidang, what is still to complete, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from musrenbang_desktop.db.queries.usulan import JumlahUsulan, Saringan
from musrenbang_desktop.services.usulan import UsulanService
from ui.fields import ChoiceBox, FlowLayout, SearchBox
from ui.icons import icon


class FilterRow(QWidget):
    """Says what the grid shows."""

    changed = Signal()
    import_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox(self.tr("Cari usulan"), self.tr("Cari"))
        self.search.setToolTip(self.tr("Cari usulan (Ctrl+F)"))
        self.dusun = ChoiceBox(self.tr("Saring dusun"))
        self.bidang = ChoiceBox(self.tr("Saring bidang"))
        self.incomplete = QPushButton(self)
        self.incomplete.setCheckable(True)
        self.copy_button = QPushButton(icon("salin"), "", self)
        self.copy_button.setAccessibleName(self.tr("Salin baris"))
        self.copy_button.setToolTip(self.tr("Salin baris ini menjadi usulan baru (Ctrl+D)"))
        self.import_button = QPushButton(icon("impor"), self.tr("Impor berkas"), self)
        self.import_button.setToolTip(self.tr("Ambil usulan dari Excel atau CSV"))
        row = FlowLayout(self, gap=8)
        row.add(self.search, 2, 12)
        row.add(self.dusun, 1, 14)
        row.add(self.bidang, 1, 14)
        row.add(self.incomplete, 0, 17)
        row.add(self.copy_button)
        row.add(self.import_button)
        self.search.searched.connect(lambda _text: self.changed.emit())
        self.dusun.committed.connect(lambda _value: self.changed.emit())
        self.bidang.committed.connect(lambda _value: self.changed.emit())
        self.incomplete.toggled.connect(lambda _on: self.changed.emit())
        self.copy_button.clicked.connect(self.copy_wanted)
        self.import_button.clicked.connect(self.import_wanted)

    def refresh(self, usulan: UsulanService, jumlah: JumlahUsulan) -> None:
        """Offer the dusun and bidang in use, and count."""
        self._offer(self.dusun, self.tr("Semua dusun"), usulan.pilihan("dusun"))
        self._offer(self.bidang, self.tr("Semua bidang"), usulan.pilihan("bidang"))
        self.incomplete.setText(self.tr("Perlu dilengkapi {n}").format(n=jumlah.perlu_dilengkapi))
        self.incomplete.setEnabled(bool(jumlah.perlu_dilengkapi) or self.incomplete.isChecked())
        self.incomplete.setToolTip(
            self.tr("Tampilkan hanya yang belum ada dusun atau pengusulnya")
            if self.incomplete.isEnabled()
            else self.tr("Semua usulan sudah ada dusun dan pengusulnya")
        )

    def saringan(self, urut: str, turun: bool) -> Saringan:
        """The filter as the service takes it."""
        return Saringan(
            cari=self.search.text().strip(),
            dusun=self.dusun.value() or "",
            bidang=self.bidang.value() or "",
            perlu_dilengkapi=self.incomplete.isChecked(),
            urut=urut or "nomor",
            turun=turun,
        )

    def clear(self) -> None:
        """Show everything."""
        self.search.clear()
        self.dusun.fill("")
        self.bidang.fill("")
        self.incomplete.setChecked(False)
        self.changed.emit()

    @property
    def active(self) -> bool:
        """Whether something is hidden."""
        filters = self.saringan("", turun=False)
        return bool(filters.cari or filters.dusun or filters.bidang or filters.perlu_dilengkapi)

    @staticmethod
    def _offer(box: ChoiceBox, everything: str, words: list[str]) -> None:
        chosen = box.value() or ""
        box.set_items([("", everything), *((word, word) for word in words)])
        box.fill(chosen if chosen in words else "")
