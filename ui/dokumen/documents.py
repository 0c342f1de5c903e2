"""The list of documents: name, number of pages, and whether the file in the folder is the same as what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.services.dokumen import DokumenInfo
from ui.dokumen.drawn import Drawn

Index = QModelIndex | QPersistentModelIndex
STATE = Qt.ItemDataRole.UserRole + 1


class DocumentsModel(QAbstractListModel):
    """One row a document: DisplayRole is its name, STATE the quiet line below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._infos: Sequence[DokumenInfo] = ()
        self._drawn: Mapping[str, Drawn] = {}

    def show(self, infos: Sequence[DokumenInfo], drawn: Mapping[str, Drawn]) -> None:
        """Show these documents; the rows stay the same ones as long as their number does."""
        same = [info.jenis for info in infos] == [info.jenis for info in self._infos]
        if not same:
            self.beginResetModel()
        self._infos, self._drawn = infos, drawn
        if not same:
            self.endResetModel()
        elif infos:
            self.dataChanged.emit(self.index(0), self.index(len(infos) - 1))

    def info(self, row: int) -> DokumenInfo:
        """The document of a row."""
        return self._infos[row]

    def row_of(self, jenis: str) -> int:
        """The row of a document."""
        return [info.jenis for info in self._infos].index(jenis)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._infos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        info = self._infos[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return JENIS[info.jenis]
        if role == STATE:
            return self._state(info)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{JENIS[info.jenis]}, {self._state(info)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(info.berkas)
        return None

    def _state(self, info: DokumenInfo) -> str:
        drawn = self._drawn.get(info.jenis)
        pages = self.tr("{n} halaman").format(n=len(drawn.sheets)) + " · " if drawn else ""
        saved = info.cetakan
        if saved is None:
            return pages + self.tr("belum disimpan")
        if drawn is not None and not drawn.is_saved(saved):
            return pages + self.tr("berubah sejak {jam}").format(jam=hour(saved.jam))
        return pages + self.tr("tersimpan {jam}").format(jam=hour(saved.jam))


def hour(when: str) -> str:
    """``09.41`` of ``2026-01-21T09:41:02+07:00``; a bare hour stays as it is."""
    return when.partition("T")[2][:5].replace(":", ".") or when


class TwoLines(QStyledItemDelegate):
    """The name in strong letters, the state quietly below; as high as the letters and no higher."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
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
        wide = QFontMetrics(_strong(option.font)).horizontalAdvance(str(index.data() or ""))
        return QSize(wide + line, round(line * 2.5))


#: Room for the frame of the focus.
_BORDER = 6


class DocumentList(QListView):
    """As high as its documents, so that nothing of it scrolls."""

    def __init__(self, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        model.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount()
        height = sum(max(0, self.sizeHintForRow(row)) for row in range(rows))
        return QSize(self.fontMetrics().averageCharWidth() * 34, height + 2 * self.frameWidth() + _BORDER)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 22, min(hint.height(), self.fontMetrics().height() * 9))


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong
