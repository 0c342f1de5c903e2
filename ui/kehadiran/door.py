"""The door: one box, the people it may mean, and the name of whoever just came in."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.pintu import Ketikan, baca_ketikan
from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import push
from ui.drafts import FormDraft
from ui.fields import FlowLayout
from ui.kehadiran.box import NameBox
from ui.kehadiran.letters import LargeLabel
from ui.kehadiran.matches import MOST, Matches
from ui.kehadiran.tamu import TamuLine
from ui.panels import Card
from ui.plain_label import plain_label
from ui.theme import look, quiet

WELCOME_MS = 2500


class Door(QWidget):
    """Writes nothing itself: ``arrived`` carries the Peserta who was meant, ``guest`` the PesertaBaru of a walk-in."""

    arrived = Signal(object)
    guest = Signal(object)
    scanned = Signal(object)
    """KodeDiPintu, when the letters are the code of a letter of invitation"""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.box = NameBox(self.tr("Nama yang datang"), self.tr("Ketik nama / pindai kode"))
        self.box.letters.connect(self._search)
        self.matches = Matches()
        self.matches.taken.connect(self.arrived)
        self.box.moved.connect(self.matches.step)
        self.box.chosen.connect(self._choose)
        self.note = plain_label("awas", parent=self)
        self.note.hide()
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        look(self.hint, "redup")
        self.guest_button = quiet(push("", self.begin_guest, "tambah", self.tr("Tamu tanpa undangan (Ctrl+N)")))
        self.wakil_button = quiet(
            push("", self.begin_wakil, tip=self.tr("Yang datang mewakili orang yang dipilih (Ctrl+R)"))
        )
        self.tamu = TamuLine()
        self.tamu.recorded.connect(self.guest)
        self.tamu.left.connect(self.leave_guest)
        self.draft = FormDraft(self, services, "tamu", self.tamu.words)
        self.tamu.typed.connect(self.draft.touch)
        self.welcome = Welcome()
        self._timer = QTimer(self, singleShot=True, interval=WELCOME_MS)
        self._timer.timeout.connect(self._show_parts)
        self._lay_out()
        self.tamu.hide()
        self._show_parts()

    def refresh(self, *, invited: int, unsur: list[str]) -> None:
        """Something changed: look for the letters again; whom Enter meant it means still."""
        self.tamu.offer(unsur)
        self.hint.setText(
            self.tr(
                "Dua huruf biasanya cukup, juga huruf depan dua kata namanya. Angka atau panah memilih baris, Enter "
                "mencatat hadir."
            )
            if invited
            else self.tr("Belum ada undangan. Catat tamu langsung: ketik namanya, lalu Enter.")
        )
        if self.box.text().strip() and not self._timer.isActive():
            chosen = self.matches.current()
            self._search(self.box.text())
            self.matches.choose(chosen)

    def put_back(self, forum: str) -> None:
        """The half-typed guest of this forum, when a power cut left one; that of another forum waits there."""
        if self.draft.key not in ("", forum) and not self.tamu.isHidden():
            self.draft.keep()
            self.tamu.hide()
            self._show_parts()
        words = self.draft.found(forum)
        if words and self.tamu.isHidden():
            self.tamu.put_back(words)
            self._show_parts()

    def welcome_person(self, nama: str, text: str) -> None:
        """The box is empty again, and the hall sees the name for a moment."""
        self._end_guest()
        self.box.setText("")
        self.welcome.show_name(nama, text)
        self._timer.start()
        self._show_parts()
        self.box.setFocus()

    def end_welcome(self) -> None:
        """Take the name down before its time."""
        self._timer.stop()
        self._show_parts()

    def explain(self, text: str) -> None:
        """A friendly sentence below the box; the letters stay, chosen, so the next name replaces them."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.box.selectAll()
        self.box.setFocus()

    def begin_guest(self) -> None:
        """Ctrl+N, or Enter when nobody is meant."""
        if self.tamu.isVisibleTo(self):
            self.tamu.nama_edit.setFocus()
            return
        self._timer.stop()
        self.tamu.begin(self._name_typed())
        self._show_parts()

    def begin_wakil(self) -> None:
        """Ctrl+R: whoever comes stands in for the chosen person."""
        if self.tamu.isVisibleTo(self):
            self.tamu.wakil_edit.setFocus()
            return
        self._timer.stop()
        chosen = self.matches.current()
        self.tamu.begin("" if chosen else self._name_typed(), chosen)
        if chosen is None:
            self.tamu.wakil_edit.setFocus()
        self._show_parts()

    def leave_guest(self) -> bool:
        """Back to the box, whose letters are still there. True when there was a guest line."""
        if not self.tamu.isVisibleTo(self):
            return False
        self._end_guest()
        self._show_parts()
        self.box.setFocus()
        return True

    def clear(self) -> bool:
        """Empty the box. True when there was something in it."""
        if not self.box.text():
            return False
        self.box.setText("")
        return True

    def _end_guest(self) -> None:
        self.tamu.hide()
        self.draft.forget()

    def _lay_out(self) -> None:
        ways = FlowLayout(gap=8)
        ways.add(self.guest_button)
        ways.add(self.wakil_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.box, self.note, self.welcome, self.tamu, self.matches, self.hint):
            layout.addWidget(widget)
        layout.addLayout(ways)
        layout.addStretch(1)

    def _search(self, text: str) -> None:
        letters = text.strip()
        if letters:
            self._timer.stop()
        self.note.hide()
        self._show_matches(letters)
        self._show_parts()

    def _show_matches(self, text: str) -> None:
        """The people whom the letters may mean; a digit right behind them chooses a line that is there."""
        typed = baca_ketikan(text)
        people = self._services.peserta.cari(typed.huruf, MOST)
        if typed.baris > len(people):
            people, typed = self._services.peserta.cari(text, MOST), Ketikan(text)
        self.matches.show_people(people, max(0, typed.baris - 1))

    def _name_typed(self) -> str:
        """What was typed of a name, without the digit that chose a line."""
        return baca_ketikan(self.box.text()).huruf

    def _choose(self) -> None:
        code = self._services.undangan.kode(self.box.text())
        person = self.matches.current()
        if code:
            self.scanned.emit(code)
        elif person:
            self.arrived.emit(person)
        elif self.box.text().strip():
            self.begin_guest()

    def _show_parts(self) -> None:
        typing_guest = self.tamu.isVisibleTo(self)
        letters = self._name_typed()
        self.welcome.setVisible(self._timer.isActive())
        self.matches.setVisible(bool(letters) and not typing_guest)
        self.hint.setVisible(not letters and not typing_guest and not self._timer.isActive())
        self.box.setEnabled(not typing_guest)
        self.guest_button.setVisible(not typing_guest)
        self.guest_button.setText(
            self.tr("Tamu baru “{nama}” (Ctrl+N)").format(nama=letters[:24])
            if letters
            else self.tr("Tamu baru (Ctrl+N)")
        )
        chosen = self.matches.current()
        self.wakil_button.setVisible(not typing_guest and chosen is not None and not chosen.hadir)
        self.wakil_button.setText(self.tr("Datang wakilnya (Ctrl+R)"))


class Welcome(Card):
    """The name that the hall reads for a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.name = LargeLabel(2.6, self)
        self.text = plain_label("redup", parent=self)
        self.name.setForegroundRole(QPalette.ColorRole.Link)
        for label in (self.name, self.text):
            self.body.addWidget(label)

    def show_name(self, nama: str, text: str) -> None:
        """Put a name up."""
        self.name.setText(nama)
        self.text.setText(text)
