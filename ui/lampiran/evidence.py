"""The evidence of the forum: what is there, what is missing, and the signed pages of each line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.lampiran import HALAMAN
from musrenbang_desktop.services.bukti import Keadaan
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import FlowLayout
from ui.lampiran.rows import LampiranRow
from ui.subject import tells_of
from ui.theme import look, quiet


def tr(text: str) -> str:
    """Translate a text of this list."""
    return QCoreApplication.translate("Evidence", text)


class EvidenceLine(QWidget):
    """One item: its name, what is there, what is missing in warning letters, and its pages when they are asked for."""

    asked = Signal(str)
    """the key of the item whose pages are to be shown or put away"""

    def __init__(self, found: Keadaan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kunci = found.butir.kunci
        tells_of(self, lambda: ",".join(one.id for one in found.lampiran))
        mark = "✓" if found.lengkap else "□"
        self.name = _label(f"{mark} {found.butir.nama}", "label", self)
        nothing = not found.lampiran
        self.there = _label(tr("belum ada") if nothing else found.ada, "awas" if nothing else "redup", self)
        self.missing = _label("\n".join(f"{line}." for line in found.kurang), "awas", self)
        self.missing.setVisible(bool(found.kurang) and not nothing)
        self.show_pages = quiet(QPushButton(tr("Lihat halaman"), self))
        self.show_pages.setAccessibleName(tr("Lihat halaman {nama}").format(nama=found.butir.nama))
        self.show_pages.setVisible(any(one.jenis == HALAMAN for one in found.lampiran))
        self.show_pages.clicked.connect(lambda: self.asked.emit(self.kunci))
        self.pages = QVBoxLayout()
        self.pages.setSpacing(10)
        head = FlowLayout(gap=8)
        head.add(self.name, 1, 22)
        head.add(self.there, 1, 22)
        if not self.show_pages.isHidden():
            head.add(self.show_pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.missing)
        layout.addLayout(self.pages)
        self.setAccessibleName(f"{found.butir.nama}: {found.ada}. {' '.join(found.kurang)}")


class EvidenceList(QWidget):
    """All lines, below each other; the pages of one line stand open at a time."""

    changed = Signal()

    def __init__(
        self,
        services: Layanan,
        attempt: Callable[[Callable[[], object]], bool],
        open_file: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """``attempt`` does an act that may be refused, ``open_file`` shows the file of a record."""
        super().__init__(parent)
        self._services, self._attempt, self._open_file = services, attempt, open_file
        self.open_line = ""
        self.lines: list[EvidenceLine] = []
        self.rows: list[LampiranRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_evidence(self) -> None:
        """Show the list as it is recorded now; the cursor stays on the button where it was."""
        focused = next((line.kunci for line in self.lines if line.show_pages.hasFocus()), "")
        at = next((place for row in self.rows if (place := row.cursor_at())), None)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines, self.rows = [], []
        for found in self._services.bukti.keadaan():
            line = EvidenceLine(found, self)
            line.asked.connect(self._toggle)
            self.lines.append(line)
            self._column.addWidget(line)
            line.show()
            if line.kunci == self.open_line:
                self._add_pages(line)
            if line.kunci == focused:
                line.show_pages.setFocus()
        for row in self.rows:
            if at and row.record == at[0]:
                row.take_cursor(at[1])

    def _toggle(self, kunci: str) -> None:
        self.open_line = "" if self.open_line == kunci else kunci
        self.show_evidence()

    def _add_pages(self, line: EvidenceLine) -> None:
        files = self._services.lampiran
        line.show_pages.setText(tr("Tutup daftar halaman"))
        for lampiran in self._services.bukti.milik(line.kunci):
            row = LampiranRow(files, lampiran, parent=line)
            row.opened.connect(self._open_file)
            row.taken_off.connect(lambda record: self._change(lambda: files.batalkan(record)))
            row.taken_back.connect(lambda record: self._change(lambda: files.pulihkan(record)))
            line.pages.addWidget(row)
            self.rows.append(row)

    def _change(self, act: Callable[[], object]) -> None:
        self._attempt(act)
        self.show_evidence()
        self.changed.emit()


def _label(text: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    look(label, name)
    return label
