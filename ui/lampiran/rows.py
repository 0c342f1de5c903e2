"""One file in the list: a small picture, its name, what it is, and the way to take it off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.lampiran import HALAMAN, JENIS_LAMPIRAN, Lampiran
from musrenbang_desktop.services.lampiran import LampiranService
from ui.fields import ChoiceBox, FlowLayout
from ui.icons import icon
from ui.subject import tells_of
from ui.theme import look, quiet


def tr(text: str) -> str:
    """Translate a text of this list."""
    return QCoreApplication.translate("LampiranRows", text)


def size_text(ukuran: int) -> str:
    """``212 kB`` or ``1,4 MB``."""
    if ukuran < 1_000_000:
        return f"{max(1, round(ukuran / 1000))} kB"
    return f"{ukuran / 1_000_000:.1f} MB".replace(".", ",")


class LampiranRow(QWidget):
    """What is recorded about one file, and whether it is here."""

    opened = Signal(str)
    taken_off = Signal(str)
    taken_back = Signal(str)
    named = Signal(str, str)
    """id and jenis"""

    def __init__(
        self, files: LampiranService, lampiran: Lampiran, owner: str = "", parent: QWidget | None = None
    ) -> None:
        """``owner`` is the number of another usulan that brought the file: it was merged into the one on screen."""
        super().__init__(parent)
        self.record = lampiran.id
        tells_of(self, lambda: self.record)
        here, standing = files.ada(lampiran), lampiran.status == "aktif"
        self._standing = standing
        self.picture = QPushButton(self)
        self.picture.setAccessibleName(tr("Buka {nama}").format(nama=lampiran.nama))
        self.picture.setToolTip(tr("Buka di program lain"))
        self.picture.setEnabled(here)
        self._draw(files, lampiran, here=here)
        self.jenis = ChoiceBox(tr("Jenis {nama}").format(nama=lampiran.nama), parent=self)
        self.jenis.set_items(JENIS_LAMPIRAN.items())
        self.jenis.fill(lampiran.jenis)
        self.jenis.setEnabled(standing)
        self.jenis.setVisible(lampiran.jenis != HALAMAN)  # a page is what its paper says
        self.remove = quiet(QPushButton(tr("Lepas") if standing else tr("Pakai lagi"), self))
        words = tr("Lepas {nama}") if standing else tr("Pakai lagi {nama}")
        self.remove.setAccessibleName(words.format(nama=lampiran.nama))
        self._parts = {"picture": self.picture, "jenis": self.jenis, "remove": self.remove}
        self._lay_out(_label(lampiran.nama, "" if standing else "redup"), _facts(lampiran, owner, here=here))
        self.picture.clicked.connect(lambda: self.opened.emit(self.record))
        self.remove.clicked.connect(lambda: (self.taken_off if standing else self.taken_back).emit(self.record))
        self.jenis.committed.connect(lambda value: self.named.emit(self.record, str(value)))

    def set_enabled(self, *, enabled: bool) -> None:
        """Whether it can be named or taken off; the file itself is always opened."""
        self.jenis.setEnabled(enabled and self._standing)
        self.remove.setEnabled(enabled)

    def cursor_at(self) -> tuple[str, str] | None:
        """The record and the part that has the cursor, so that it can come back to a row that is drawn again."""
        found = next((name for name, part in self._parts.items() if part.hasFocus()), "")
        return (self.record, found) if found else None

    def take_cursor(self, part: str) -> None:
        """Put the cursor where it was."""
        self._parts[part].setFocus()

    def _draw(self, files: LampiranService, lampiran: Lampiran, *, here: bool) -> None:
        side = self.fontMetrics().height() * 3
        self.picture.setIconSize(QSize(side, side))
        self.picture.setIcon(icon("peringatan"))
        if here:
            small = thumbnail(str(files.berkas(lampiran)), side)
            self.picture.setIcon(QIcon(small) if small else icon("dokumen"))

    def _lay_out(self, name: QLabel, facts: QLabel) -> None:
        below = FlowLayout(gap=8)
        if not self.jenis.isHidden():
            below.add(self.jenis, 1, 14)
        below.add(self.remove)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(name)
        words.addWidget(facts)
        words.addLayout(below)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)


def thumbnail(path: str, side: int) -> QPixmap | None:
    """A picture of at most ``side`` pixels; None when the file is no picture. A JPEG is read at the small scale."""
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid():
        return None
    reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)


def _facts(lampiran: Lampiran, owner: str, *, here: bool) -> QLabel:
    if lampiran.status == "batal":
        return _label(tr("Dilepas, berkasnya tetap disimpan"), "redup")
    if not here:
        return _label(tr("Berkasnya tidak ada di laptop ini. Lampirkan lagi berkas yang sama."), "awas")
    parts = [size_text(lampiran.ukuran)]
    if owner:
        parts.append(tr("dari {nomor}").format(nomor=owner))
    if lampiran.titik:
        parts.append(tr("tempat {lintang}, {bujur}").format(lintang=lampiran.lintang, bujur=lampiran.bujur))
    return _label(" · ".join(parts), "redup")


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if name:
        look(label, name)
    return label
