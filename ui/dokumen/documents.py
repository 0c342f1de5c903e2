"""The list of documents: name, number of pages, and whether the file in the folder is the same as what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.domain.bentuk_sehari import SAAT
from musrenbang_desktop.services.dokumen import DokumenInfo
from ui.dialect import said
from ui.dokumen.drawn import Drawn

Index = QModelIndex | QPersistentModelIndex
STATE = Qt.ItemDataRole.UserRole + 1
HEADING = Qt.ItemDataRole.UserRole + 2


class DocumentsModel(QAbstractListModel):
    """One row a document below the heading of its time: DisplayRole is its name, STATE the quiet line below.

    Headings cannot be chosen. :meth:`search` leaves the documents that hold every word.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._infos: Sequence[DokumenInfo] = ()
        self._rows: list[DokumenInfo | str] = []
        self._words: list[str] = []
        self._drawn: Mapping[str, Drawn] = {}

    def show(self, infos: Sequence[DokumenInfo], drawn: Mapping[str, Drawn]) -> None:
        """Show these documents; the rows stay the same ones as long as their kinds do."""
        same = [info.jenis for info in infos] == [info.jenis for info in self._infos]
        if not same:
            self.beginResetModel()
        self._infos, self._drawn = infos, drawn
        self._rows = self._arranged()
        if not same:
            self.endResetModel()
        elif self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def search(self, text: str) -> None:
        """Leave only what holds every word of the text."""
        words = text.casefold().split()
        if words == self._words:
            return
        self.beginResetModel()
        self._words = words
        self._rows = self._arranged()
        self.endResetModel()

    def info(self, row: int) -> DokumenInfo | None:
        """The document of a row; None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else ""
        return None if isinstance(found, str) else found

    def row_of(self, jenis: str) -> int:
        """The row of a document; -1 where it is not among those shown."""
        return next((place for place in range(len(self._rows)) if self._jenis(place) == jenis), -1)

    def first(self) -> int:
        """The row of the first document shown; -1 when there is none."""
        return next((place for place in range(len(self._rows)) if self._jenis(place)), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self._jenis(index.row()) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        info = self.info(index.row())
        if role == HEADING:
            return info is None
        if info is None:
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._rows[index.row()] if role in shown else None
        if role == Qt.ItemDataRole.DisplayRole:
            return said(JENIS[info.jenis])
        if role == STATE:
            return self._state(info)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{said(JENIS[info.jenis])}, {self._state(info)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(info.berkas)
        return None

    def _jenis(self, row: int) -> str:
        info = self.info(row)
        return info.jenis if info else ""

    def _arranged(self) -> list[DokumenInfo | str]:
        names = {
            "sebelum": self.tr("Sebelum"),
            "pelaksanaan": self.tr("Hari pelaksanaan"),
            "sesudah": self.tr("Sesudah"),
        }
        rows: list[DokumenInfo | str] = []
        for time in SAAT:
            found = [info for info in self._infos if info.saat == time and self._holds(info, names[time])]
            rows += [names[time], *found] if found else []
        return rows

    def _holds(self, info: DokumenInfo, heading: str) -> bool:
        text = f"{said(JENIS[info.jenis])} {info.berkas.stem} {heading}".casefold()
        return all(word in text for word in self._words)

    def _state(self, info: DokumenInfo) -> str:
        drawn, saved = self._drawn.get(info.jenis), info.cetakan
        count = len(drawn.sheets) if drawn else saved.halaman if saved else 0
        pages = self.tr("{n} halaman").format(n=count) + " \u00b7 " if count else ""
        if saved is None:
            return pages + self.tr("belum disimpan")
        if drawn is not None and not drawn.is_saved(saved):
            return pages + self.tr("berubah sejak {jam}").format(jam=hour(saved.jam))
        if saved.jam_cetak:
            return pages + self.tr("dicetak {jam}").format(jam=hour(saved.jam_cetak))
        return pages + self.tr("tersimpan {jam}").format(jam=hour(saved.jam))


def hour(when: str) -> str:
    """``09.41`` of ``2026-01-21T09:41:02+07:00``; a bare hour stays as it is."""
    return when.partition("T")[2][:5].replace(":", ".") or when


class TwoLines(QStyledItemDelegate):
    """The name in strong letters, the state quietly below; as high as the letters and no higher."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        if index.data(HEADING):
            _paint_heading(painter, option)
            return
        words, option.text = option.text, ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        pad = option.fontMetrics.height() // 2
        room = option.rect.adjusted(pad, pad // 3, -pad, -pad // 3)
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        lower = upper.translated(0, room.height() // 2)
        group = QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText
        painter.save()
        for place, text, font, role in (
            (upper, words, _strong(option.font), group[0]),
            (lower, str(index.data(STATE) or ""), option.font, group[1]),
        ):
            painter.setFont(font)
            painter.setPen(QColor(option.palette.color(role)))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        if index.data(HEADING):
            return QSize(line, round(line * 1.6))
        wide = QFontMetrics(_strong(option.font)).horizontalAdvance(str(index.data() or ""))
        return QSize(wide + line, round(line * 2.5))


#: Room for the frame of the focus.
_BORDER = 6


class DocumentList(QListView):
    """The documents; it scrolls where the window is lower than they are."""

    def __init__(self, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(TwoLines(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        letters = self.fontMetrics()
        return QSize(letters.averageCharWidth() * 34, letters.height() * 9 + 2 * self.frameWidth() + _BORDER)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 22, self.sizeHint().height())


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """A quiet word over a thin line."""
    pad = option.fontMetrics.height() // 2
    place = option.rect.adjusted(pad, 0, -pad, -option.fontMetrics.height() // 6)
    painter.save()
    painter.setFont(_strong(option.font))
    painter.setPen(QColor(option.palette.color(QPalette.ColorRole.PlaceholderText)))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, option.text)
    painter.restore()


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong
