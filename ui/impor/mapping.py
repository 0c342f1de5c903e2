"""Which column of the file holds what, and the way to correct it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.exchange.pratinjau import Diperiksa
from ui.fields import ChoiceBox, FieldRow, FlowLayout
from ui.theme import look
from ui.translation import QT_TRANSLATE_NOOP

LABELS: dict[str, str] = {
    "judul": QT_TRANSLATE_NOOP("Kolom", "Nama usulan"),
    "masalah": QT_TRANSLATE_NOOP("Kolom", "Masalah"),
    "lokasi": QT_TRANSLATE_NOOP("Kolom", "Lokasi"),
    "dusun": QT_TRANSLATE_NOOP("Kolom", "Dusun"),
    "rt": QT_TRANSLATE_NOOP("Kolom", "RT (atau RT/RW)"),
    "rw": QT_TRANSLATE_NOOP("Kolom", "RW"),
    "volume": QT_TRANSLATE_NOOP("Kolom", "Volume"),
    "satuan": QT_TRANSLATE_NOOP("Kolom", "Satuan"),
    "perkiraan_biaya": QT_TRANSLATE_NOOP("Kolom", "Perkiraan biaya"),
    "pengusul": QT_TRANSLATE_NOOP("Kolom", "Pengusul"),
    "bidang": QT_TRANSLATE_NOOP("Kolom", "Bidang"),
    "penerima_manfaat": QT_TRANSLATE_NOOP("Kolom", "Penerima manfaat"),
    "perangkat_daerah": QT_TRANSLATE_NOOP("Kolom", "Perangkat daerah"),
    "tujuan": QT_TRANSLATE_NOOP("Kolom", "Tujuan"),
    "latar_belakang": QT_TRANSLATE_NOOP("Kolom", "Latar belakang"),
    "asal": QT_TRANSLATE_NOOP("Kolom", "Asal (RW, dusun, kelompok)"),
    "peringkat_asal": QT_TRANSLATE_NOOP("Kolom", "Urutan di asalnya"),
    "penerima_l": QT_TRANSLATE_NOOP("Kolom", "Penerima laki-laki"),
    "penerima_p": QT_TRANSLATE_NOOP("Kolom", "Penerima perempuan"),
    "penerima_rtm": QT_TRANSLATE_NOOP("Kolom", "Rumah tangga miskin"),
    "penerima_difabel": QT_TRANSLATE_NOOP("Kolom", "Penyandang disabilitas"),
    "sumber_dana": QT_TRANSLATE_NOOP("Kolom", "Sumber dana"),
    "kewenangan": QT_TRANSLATE_NOOP("Kolom", "Kewenangan"),
    "kode_kegiatan": QT_TRANSLATE_NOOP("Kolom", "Kode kegiatan"),
    "sumber_usulan": QT_TRANSLATE_NOOP("Kolom", "Datang lewat"),
    "lintang": QT_TRANSLATE_NOOP("Kolom", "Lintang (atau koordinat)"),
    "bujur": QT_TRANSLATE_NOOP("Kolom", "Bujur"),
    "tema_penerima": QT_TRANSLATE_NOOP("Kolom", "Tema"),
    "sdgs": QT_TRANSLATE_NOOP("Kolom", "SDGs Desa ke-"),
    "data_eksisting": QT_TRANSLATE_NOOP("Kolom", "Data eksisting"),
    "target_capaian": QT_TRANSLATE_NOOP("Kolom", "Target capaian"),
    "waktu_pelaksanaan": QT_TRANSLATE_NOOP("Kolom", "Waktu pelaksanaan"),
    "pola_pelaksanaan": QT_TRANSLATE_NOOP("Kolom", "Pola pelaksanaan"),
    "pelaksana": QT_TRANSLATE_NOOP("Kolom", "Rencana pelaksana"),
    "penyebab": QT_TRANSLATE_NOOP("Kolom", "Penyebab masalah"),
    "akibat": QT_TRANSLATE_NOOP("Kolom", "Akibat bila ditunda"),
    "potensi": QT_TRANSLATE_NOOP("Kolom", "Potensi setempat"),
    "maksud": QT_TRANSLATE_NOOP("Kolom", "Maksud"),
    "dasar_hukum": QT_TRANSLATE_NOOP("Kolom", "Dasar hukum"),
    "jenis_belanja": QT_TRANSLATE_NOOP("Kolom", "Jenis belanja"),
    "dimensi": QT_TRANSLATE_NOOP("Kolom", "Dimensi"),
    "harga_satuan": QT_TRANSLATE_NOOP("Kolom", "Harga satuan"),
    "sumber_harga": QT_TRANSLATE_NOOP("Kolom", "Sumber harga"),
    "swadaya_tenaga": QT_TRANSLATE_NOOP("Kolom", "Swadaya tenaga"),
    "swadaya_bahan": QT_TRANSLATE_NOOP("Kolom", "Swadaya bahan"),
    "status_lahan": QT_TRANSLATE_NOOP("Kolom", "Status lahan"),
    "unsur_pengusul": QT_TRANSLATE_NOOP("Kolom", "Unsur yang diwakili"),
    "penerima_kk": QT_TRANSLATE_NOOP("Kolom", "Penerima KK"),
    "penerima_anak": QT_TRANSLATE_NOOP("Kolom", "Penerima anak"),
    "penerima_lansia": QT_TRANSLATE_NOOP("Kolom", "Penerima lansia"),
    "bukti": QT_TRANSLATE_NOOP("Kolom", "Tautan atau berkas bukti"),
    "keterangan": QT_TRANSLATE_NOOP("Kolom", "Keterangan"),
}

NONE = -1


class MappingPanel(QFrame):
    """One drop-down list per field, filled with the columns of the file; the field ``key`` is the one that must be."""

    changed = Signal(object)
    """the corrected mapping: field -> column"""

    def __init__(self, labels: dict[str, str], key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self.boxes: dict[str, ChoiceBox] = {}
        help_text = QLabel(self.tr("Pilih kolom berkas untuk tiap isian. Pratinjau dibaca ulang setiap kali diubah."))
        help_text.setWordWrap(True)
        look(help_text, "redup")
        self._labels, self._key = labels, key
        self._flow = FlowLayout(gap=10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(help_text)
        layout.addLayout(self._flow)

    def show_preview(self, pratinjau: Diperiksa[Any]) -> None:
        """Offer the columns of this file and show which were taken."""
        if not self.boxes:
            self._make_boxes()
        offered = [(NONE, self.tr("(tidak ada)"))]
        offered += [(column.index, f"{column.letters}: {column.heading}") for column in pratinjau.columns]
        for field, box in self.boxes.items():
            box.set_items(offered)
            box.fill(pratinjau.mapping.get(field, NONE))

    def _make_boxes(self) -> None:
        """Thirty lists are made once there is a file whose columns they can offer."""
        for field, label in self._labels.items():
            self.boxes[field] = ChoiceBox()
            title = QCoreApplication.translate("Kolom", label)
            row = FieldRow(title, self.boxes[field], required=field == self._key, parent=self)
            row.committed.connect(lambda _value: self.changed.emit(self.mapping()))
            self._flow.add(row, 1, 20)

    def mapping(self) -> dict[str, int]:
        """Field -> column, as chosen now."""
        chosen = {field: box.value() for field, box in self.boxes.items()}
        return {field: column for field, column in chosen.items() if column is not None and column != NONE}
