"""The history of one record in a window of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.services.perubahan import DI_SINI, KABUPATEN, Perubahan
from ui.fields import DetailLine, TableView
from ui.plain_label import plain_label
from ui.riwayat.model import when
from ui.table import Column, RowsModel


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecordHistory", text)


def columns(here: str) -> list[Column[Perubahan]]:
    """When, which field, before, after, on which laptop; ``here`` is this one."""
    return [
        Column(key="jam", title=_tr("Waktu"), value=lambda p: p.jam, text=lambda p: when(p.jam)),
        Column(key="isian", title=_tr("Isian"), value=lambda p: p.isian, text=_field, bold=True),
        Column(key="sebelum", title=_tr("Sebelum"), value=lambda p: p.sebelum, text=lambda p: p.sebelum or "-"),
        Column(key="sesudah", title=_tr("Sesudah"), value=lambda p: p.sesudah, text=lambda p: p.sesudah or "-"),
        Column(
            key="oleh",
            title=_tr("Oleh"),
            value=lambda p: p.perangkat,
            text=lambda p: _who(p, here),
        ),
    ]


class RecordHistory(QDialog):
    """Newest first; Esc closes. It belongs to the page that asks, so that its list is saved like those of the page."""

    def __init__(self, steps: Sequence[Perubahan], here: str, page: QWidget) -> None:
        super().__init__(page)
        window = page.window()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(_tr("Riwayat satu baris"))
        self.setAccessibleName(self.windowTitle())
        heading = plain_label("anak-judul", steps[-1].kalimat)
        self.table = TableView(_tr("Perubahan, yang terbaru di atas"))
        places = {id(step): place for place, step in enumerate(steps)}
        model: RowsModel[Perubahan] = RowsModel(
            columns(here), lambda _sort, _down: steps, id_of=lambda p: str(places[id(p)]), parent=self
        )
        self.table.set_model(
            model,
            stretch="sesudah",
            gives_way={"sebelum": (10, 30), "isian": (12, 36)},
            folds=("oleh", "sebelum"),
            least=14,
        )
        detail = DetailLine(self.table)
        close = QPushButton(_tr("Tutup"))
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        for widget, stretch in ((heading, 0), (self.table, 1), (detail, 0)):
            layout.addWidget(widget, stretch)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(min(window.width() - 40, self.fontMetrics().averageCharWidth() * 110), window.height() - 80)
        model.reload()
        self.table.selectRow(0)
        self.table.setFocus()


def _field(step: Perubahan) -> str:
    if step.urung:
        return _tr("{isian} (diurungkan)").format(isian=step.isian)
    return _tr("{isian} (diulang)").format(isian=step.isian) if step.ulang else step.isian


def _who(step: Perubahan, here: str) -> str:
    """``laptop ini``, ``Rina, laptop ini``; the office where the kabupaten answered."""
    if step.perangkat == KABUPATEN:
        return step.oleh or _tr("kabupaten")
    laptop = _tr("laptop ini") if step.perangkat in (here, DI_SINI) else _tr("laptop lain")
    return f"{step.oleh}, {laptop}" if step.oleh else laptop
