"""A guest in one line: name, L or P, unsur, Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import JenisKelamin, Peserta, PesertaBaru
from ui.buttons import push
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField
from ui.panels import Card
from ui.theme import primary, quiet
from ui.undangan.quick import usual_unsur


class TamuLine(Card):
    """``recorded`` carries a PesertaBaru who was not invited; ``left`` means that nobody is to be recorded."""

    recorded = Signal(object)
    left = Signal()
    typed = Signal()
    """a word or a choice changed"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tamu tanpa undangan"), parent)
        self.nama_edit = LineField(placeholder=self.tr("Nama dengan gelar"))
        self.unsur_box = ChoiceBox(editable=True, placeholder=self.tr("boleh kosong"))
        self.wakil_edit = LineField(placeholder=self.tr("bila mewakili (Ctrl+R)"))
        self.nama = FieldRow(self.tr("Nama tamu"), self.nama_edit)
        self.laki = QPushButton(self.tr("&Laki-laki"))
        self.perempuan = QPushButton(self.tr("&Perempuan"))
        self.unsur = FieldRow(self.tr("Unsur"), self.unsur_box)
        self.wakil = FieldRow(self.tr("Wakil dari"), self.wakil_edit)
        self.record_button = primary(push(self.tr("Catat hadir"), self.record, tip=self.tr("Enter")))
        self.leave_button = quiet(push(self.tr("Kembali"), self.left.emit, tip=self.tr("Kembali ke kotak nama (Esc)")))
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._lay_out()
        for field in filter(None, (self.nama_edit, self.wakil_edit, self.unsur_box.lineEdit())):
            field.returnPressed.connect(self.record)
        for field in filter(None, (self.nama_edit, self.wakil_edit, self.unsur_box.lineEdit())):
            field.textEdited.connect(self.typed)
        for key, button in (("Alt+L", self.laki), ("Alt+P", self.perempuan)):
            button.setShortcut(QKeySequence())
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda button=button: self._take(button))

    def begin(self, nama: str, wakil_dari: Peserta | None = None) -> None:
        """Show the line for one guest; a guest who comes for somebody takes over the unsur."""
        self.nama_edit.fill(nama)
        self.nama.clear_error()
        self.unsur_box.fill(wakil_dari.unsur if wakil_dari else "")
        self.wakil_edit.fill(wakil_dari.nama if wakil_dari else "")
        self._take(None)
        self.show()
        self.nama_edit.setFocus()
        self.nama_edit.end(False)

    def words(self) -> dict[str, str]:
        """What stands in the line; nothing while it is not in use."""
        if self.isHidden():
            return {}
        return {
            "nama": self.nama_edit.text(),
            "unsur": self.unsur_box.currentText(),
            "wakil_dari": self.wakil_edit.text(),
            "jenis_kelamin": self.jenis_kelamin(),
        }

    def put_back(self, words: dict[str, str]) -> None:
        """Show what a power cut left of a guest."""
        self.begin(words.get("nama", ""))
        self.unsur_box.fill(words.get("unsur", ""))
        self.wakil_edit.fill(words.get("wakil_dari", ""))
        self._take({"L": self.laki, "P": self.perempuan}.get(words.get("jenis_kelamin", "")))

    def offer(self, unsur: list[str]) -> None:
        """Unsur to choose from."""
        if self.isHidden():
            words = [*unsur, *(word for word in usual_unsur() if word not in unsur)]
            self.unsur_box.set_items([(word, word) for word in words])

    def jenis_kelamin(self) -> JenisKelamin:
        """What is chosen; nothing while unknown."""
        return "L" if self.laki.isChecked() else "P" if self.perempuan.isChecked() else ""

    @property
    def unrecorded(self) -> bool:
        """Whether words of a guest stand here that nobody recorded."""
        words = (self.nama_edit.text(), self.wakil_edit.text())
        return not self.isHidden() and any(text.strip() for text in words)

    def record(self) -> None:
        """Hand over the guest, or explain what is missing."""
        try:
            guest = PesertaBaru(
                nama=self.nama_edit.text().strip(),
                jenis_kelamin=self.jenis_kelamin(),
                unsur=str(self.unsur_box.value() or ""),
                wakil_dari=self.wakil_edit.text().strip(),
                diundang=False,
            )
        except RuleBroken as broken:
            self.nama.show_error(broken)
            return
        self.recorded.emit(guest)

    def _lay_out(self) -> None:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        for button, key in ((self.laki, "Alt+L"), (self.perempuan, "Alt+P")):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setToolTip(key)
            button.clicked.connect(lambda _on, button=button: self._take(button))
            row.addWidget(button)
        flow = FlowLayout(gap=10)
        flow.add(self.nama, stretch=3, letters=22)
        flow.add(FieldRow(self.tr("Jenis kelamin"), both))
        flow.add(self.unsur, stretch=2, letters=16)
        flow.add(self.wakil, stretch=2, letters=20)
        self.body.addLayout(flow)
        buttons = FlowLayout(gap=8)
        buttons.add(self.record_button)
        buttons.add(self.leave_button)
        self.body.addLayout(buttons)

    def _take(self, chosen: QPushButton | None) -> None:
        for button in (self.laki, self.perempuan):
            button.setChecked(button is chosen)
        self.typed.emit()
