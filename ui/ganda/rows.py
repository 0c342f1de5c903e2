"""What two usulan say, row by row, and which of the two is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from musrenbang_desktop.domain.kamus import BELUM_ADA
from musrenbang_desktop.domain.penerima import PENERIMA, tulis_penerima
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.usulan import Usulan, tempat_singkat
from ui.fields import FlowLayout
from ui.subject import tells_of
from ui.theme import look
from ui.unbroken import unbroken


class Row(NamedTuple):
    """One choice: the fields that go together, and how they are shown."""

    title: str
    fields: tuple[str, ...]
    text: Callable[[Usulan], str]


def tr(text: str) -> str:
    """Translate a text of this page."""
    return QCoreApplication.translate("GandaRows", text)


def rows() -> tuple[Row, ...]:
    """All rows, the most telling first."""
    return (
        Row(tr("Judul"), ("judul",), lambda u: u.judul),
        Row(tr("Tempat"), ("dusun", "rt", "rw"), lambda u: tempat_singkat(u.dusun, u.rt, u.rw)),
        Row(tr("Volume"), ("volume", "satuan"), lambda u: f"{u.volume} {u.satuan}".strip()),
        Row(tr("Perkiraan biaya"), ("perkiraan_biaya",), _cost),
        Row(tr("Lokasi"), ("lokasi",), lambda u: u.lokasi),
        Row(tr("Masalah"), ("masalah",), lambda u: u.masalah),
        Row(tr("Penerima (jiwa)"), ("penerima_manfaat", *PENERIMA), _people),
        Row(tr("Bidang"), ("bidang",), lambda u: u.bidang),
        Row(tr("Perangkat daerah"), ("perangkat_daerah",), lambda u: u.perangkat_daerah),
        Row(tr("Butir kamus"), ("kamus", "alasan_luar_kamus"), lambda u: u.kamus),
        Row(tr("Cantolan"), ("cantolan",), lambda u: "" if u.cantolan == BELUM_ADA else u.cantolan),
        Row(tr("Keterangan"), ("keterangan",), lambda u: u.keterangan),
    )


class RowChoice(QWidget):
    """The two texts of one row; the first is chosen unless only the second says something."""

    def __init__(self, row: Row, a: Usulan, b: Usulan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields, self._usulan = row.fields, (a, b)
        texts = row.text(a), row.text(b)
        title = QLabel(row.title, self)
        look(title, "label")
        self.buttons = [QPushButton(self), QPushButton(self)]
        self._group = QButtonGroup(self)
        flow = FlowLayout(gap=8)
        for place, (button, text) in enumerate(zip(self.buttons, texts, strict=True)):
            button.setCheckable(True)
            self._group.addButton(button, place)
            button.setText(self._usulan[place].label)
            button.setAccessibleName(f"{row.title} {self._usulan[place].label}: {text or tr('belum diisi')}")
            cell = _Cell(button, text or tr("belum diisi"), dim=not text)
            tells_of(cell, partial(str, self._usulan[place].id))
            flow.add(cell, 1, 24)
        self.buttons[1 if texts[1] and not texts[0] else 0].setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(title)
        layout.addLayout(flow)

    def taken(self) -> dict[str, Any]:
        """The fields of the chosen side."""
        chosen = self._usulan[max(0, self._group.checkedId())]
        return {name: getattr(chosen, name) for name in self._fields}


class _Cell(QWidget):
    """The button of one side with its words, which may take several lines."""

    def __init__(self, button: QPushButton, text: str, *, dim: bool) -> None:
        super().__init__()
        self._button = button
        words = QLabel(unbroken(text), self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if dim:
            look(words, "redup")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._button.setChecked(True)
        self._button.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()


def differing(a: Usulan, b: Usulan) -> list[Row]:
    """The rows in which somebody must choose."""
    return [row for row in rows() if row.text(a) != row.text(b)]


def agreeing(a: Usulan, b: Usulan) -> str:
    """The rows that say the same, in one line."""
    same = [row for row in rows() if row.text(a) and row.text(a) == row.text(b)]
    return "; ".join(f"{row.title}: {row.text(a)}" for row in same)


def _cost(usulan: Usulan) -> str:
    return "" if usulan.perkiraan_biaya is None else format_rupiah(usulan.perkiraan_biaya)


def _people(usulan: Usulan) -> str:
    if all(getattr(usulan, name) is None for name in PENERIMA):
        return "" if usulan.penerima_manfaat is None else str(usulan.penerima_manfaat)
    return tulis_penerima(usulan.penerima)
