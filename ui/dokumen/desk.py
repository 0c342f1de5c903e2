"""The left side of the page: the documents, what state they are in, and what can be done with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.dokumen.documents import STATE, DocumentList, DocumentsModel, TwoLines
from ui.dokumen.print_card import PrintCard
from ui.fields import ChoiceBox, FlowLayout, SearchBox
from ui.shell.strip import ElidedLabel
from ui.theme import look, primary, quiet


class DocumentDesk(QWidget):
    """List, watermark note, buttons, print card, and where the files lie."""

    def __init__(self, model: DocumentsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.documents = DocumentList(model, self)
        self.documents.setAccessibleName(self.tr("Daftar dokumen"))
        self.search_box = SearchBox(self.tr("Cari dokumen"), self.tr("Cari dokumen (Ctrl+F)"), self)
        self.choice = ChoiceBox(self.tr("Dokumen"), parent=self)
        self.choice.setModel(model)
        self.choice.setItemDelegate(TwoLines(self.choice))
        self.state = QLabel(self)
        look(self.state, "redup")
        self.mark = QLabel(self)
        self.mark.setWordWrap(True)
        look(self.mark, "awas")
        self.to_agreement = quiet(QPushButton(self.tr("Kesepakatan"), self))
        self.to_agreement.setToolTip(self.tr("Buka halaman Kesepakatan untuk menutup hasil"))
        self.print = primary(QPushButton(self.tr("Cetak"), self))
        self.print.setToolTip(self.tr("Cetak dokumen ini (Ctrl+P)"))
        self.package = QPushButton(self.tr("Paket hari ini"), self)
        self.package.setToolTip(self.tr("Cetak semua kertas hari ini sekaligus (Ctrl+Shift+P)"))
        self.save = QPushButton(self.tr("Simpan PDF"), self)
        self.save_all = QPushButton(self.tr("Simpan semua"), self)
        self.copy = quiet(QPushButton(self.tr("Salin ke…"), self))
        self.copy.setToolTip(self.tr("Salin dokumen ini ke flashdisk atau tempat lain"))
        self.word = quiet(QPushButton(self.tr("Word…"), self))
        self.word.setAccessibleName(self.tr("Simpan sebagai Word"))
        self.word.setToolTip(self.tr("Simpan berita acara sebagai Word, atau periksa templat desa"))
        self.folder = quiet(QPushButton(self.tr("Buka folder"), self))
        self.card = PrintCard(self.folder, self)
        self.place = ElidedLabel(self, middle=True)
        look(self.place, "redup")
        self._narrow = self._printing = False
        self._buttons, self._rest = QWidget(self), QWidget(self)
        self._lay_out()
        self._connect()
        self.fit(narrow=False)
        self.show_card(open_=False)
        self.show_mark("")

    def show_mark(self, mark: str) -> None:
        """Say why the pages carry a watermark."""
        words = {
            "DRAF": self.tr("DRAF: hasil belum ditutup."),
            "LATIHAN": self.tr("LATIHAN: forum ini hanya untuk berlatih."),
        }
        self.mark.setText(words.get(mark, ""))
        self.mark.setVisible(mark in words)
        self.to_agreement.setVisible(mark == "DRAF")

    def show_place(self, folder: Path | None) -> None:
        """Say where the saved files lie; None while nothing is saved."""
        self.place.setVisible(folder is not None)
        self.folder.setVisible(folder is not None)
        if folder is not None:
            self.place.set_full_text(self.tr("Tersimpan di {tempat}").format(tempat=folder))

    def show_card(self, *, open_: bool) -> None:
        """Put the print card in the place of everything else, or take it away."""
        self._printing = open_
        self._arrange()

    def fit(self, *, narrow: bool) -> None:
        """A list, or one line to choose from where there is no room for it."""
        self._narrow = narrow
        self._arrange()

    def _arrange(self) -> None:
        self.card.setVisible(self._printing)
        self._buttons.setVisible(not self._printing)
        self.documents.setVisible(not self._printing and not self._narrow)
        self.search_box.setVisible(not self._printing)
        self._rest.setVisible(self._printing or self._narrow)
        self.choice.setVisible(not self._printing and self._narrow)
        self.state.setVisible(not self._printing and self._narrow)

    def take_focus(self) -> None:
        """Put the cursor on the choice of the document."""
        self.documents.scrollTo(self.documents.currentIndex())
        (self.documents if self.documents.isVisibleTo(self) else self.choice).setFocus()

    def update_state(self) -> None:
        """The quiet line for the one document that the narrow page shows."""
        self.state.setText(str(self.documents.currentIndex().data(STATE) or ""))

    def _connect(self) -> None:
        model = self.documents.model()
        self.search_box.searched.connect(self._search)
        self.search_box.left_down.connect(self.take_focus)
        self.search_box.returnPressed.connect(self._found)
        self.choice.activated.connect(lambda row: self.documents.setCurrentIndex(model.index(row, 0)))
        self.documents.selectionModel().currentChanged.connect(self._follow)
        model.dataChanged.connect(lambda *_: self.update_state())

    def _found(self) -> None:
        self.search_box.flush()
        self.take_focus()

    def _search(self, text: str) -> None:
        """Leave what holds the words; the document on show stays chosen while it is among them."""
        model, here = self._model, self.documents.currentIndex()
        info = model.info(here.row())
        model.search(text)
        row = model.row_of(info.jenis) if info else -1
        self.documents.setCurrentIndex(model.index(row if row >= 0 else model.first()))

    def _follow(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.choice.setCurrentIndex(now.row())
        self.update_state()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._buttons)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for place, button in enumerate((self.print, self.package, self.save, self.save_all)):
            grid.addWidget(button, place // 2, place % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search_box)
        layout.addWidget(self.documents, 1)
        layout.addWidget(self.choice)
        layout.addWidget(self.state)
        marked = QHBoxLayout()
        marked.addWidget(self.mark, 1)
        marked.addWidget(self.to_agreement, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(marked)
        layout.addWidget(self._buttons)
        layout.addWidget(self.card)
        more = FlowLayout(gap=8)
        for button in (self.copy, self.word, self.folder):
            more.add(button)
        layout.addLayout(more)
        layout.addWidget(self.place)  # a path needs a line of its own
        layout.addWidget(self._rest, 1)
