"""What was held before the forum and is not recorded, and forums that are recorded and have to be linked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.silsilah import perlu_jawaban, sebutan_forum
from ui.buttons import push
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField
from ui.siapkan.tanggal_edit import show_tanggal
from ui.subject import tells_of


class PraQuestion(QWidget):
    """The question about forums before this one, and what the berita acara says beside the answer."""

    stated = Signal(str, object)
    """a fact of the forum, ``pra``, ``pra_luar`` or ``tanpa_pra``, and what it becomes"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChoiceBox()
        self.pra = self._row(
            "pra",
            self.tr("Musyawarah yang tidak tercatat di sini"),
            self.choice,
            self.tr("Musyawarah dusun, rembug warga, atau pra-musrenbang. Berita acara menyebut jawabannya."),
        )
        self.pra_luar = self._row(
            "pra_luar",
            self.tr("Musyawarah yang mana dan kapan"),
            LineField(),
            self.tr("Boleh kosong. Tercetak di berita acara."),
        )
        self.tanpa_pra = self._row(
            "tanpa_pra",
            self.tr("Alasan tidak dilaksanakan"),
            LineField(),
            self.tr("Boleh kosong. Alasan ini tercetak di berita acara."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in (self.pra, self.pra_luar, self.tanpa_pra):
            column.addWidget(row)

    def show_forum(self, forum: Forum, recorded: int) -> None:
        """Show what was answered; ``recorded`` forums before this one are on this laptop. What is being typed stays."""
        answer = forum.jawaban_pra
        self.choice.set_items(self._answers(forum, recorded))
        self.choice.fill("" if recorded and answer == "tidak" else answer)
        for row, text in ((self.pra_luar, forum.pra_luar), (self.tanpa_pra, forum.tanpa_pra)):
            field = row.field
            if isinstance(field, LineField) and not (field.hasFocus() and field.isModified()):
                field.fill(text)
        self.pra_luar.setVisible(answer == "luar")
        self.tanpa_pra.setVisible(answer == "tidak" and not recorded)

    def set_closed(self, why: str) -> None:
        """``why`` nothing is answered any more, said under the question; nothing while it can be."""
        for row in (self.pra, self.pra_luar, self.tanpa_pra):
            row.field.setEnabled(not why)
        self.pra.set_note(why, doubt=bool(why))

    def _answers(self, forum: Forum, recorded: int) -> Sequence[tuple[str, str]]:
        if recorded:
            return ("", self.tr("Tidak ada yang lain")), ("luar", self.tr("Ada yang di luar program"))
        nothing = self.tr("(belum dijawab)") if perlu_jawaban(forum) else self.tr("(tidak disebut)")
        return (
            ("", nothing),
            ("luar", self.tr("Dilaksanakan di luar program")),
            ("tidak", self.tr("Tidak dilaksanakan")),
        )

    def _row(self, name: str, label: str, field: LineField | ChoiceBox, help_text: str = "") -> FieldRow:
        row = FieldRow(label, field, help_text)
        row.committed.connect(lambda value: self.stated.emit(name, value))
        tells_of(row, lambda: f"#{name}")
        return row


class LinkLine(QWidget):
    """Forums that stand alone and may have been held before this one, to be linked."""

    wanted = Signal(str)
    """the id of the forum to be linked"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ChoiceBox()
        self.button = push(self.tr("Hubungkan"), self._want)
        flow = FlowLayout(self, gap=10)
        flow.add(FieldRow(self.tr("Sudah tercatat tetapi belum dihubungkan"), self.box), stretch=1, letters=30)
        flow.add(FieldRow(" ", self.button))

    def show_forums(self, forums: Sequence[Forum]) -> None:
        """Offer these; hidden while there are none."""
        self.box.set_items(
            (one.id, f"{sebutan_forum(one)} · {show_tanggal(one.tanggal, 'd MMM yyyy')}") for one in forums
        )
        if forums and self.box.value() is None:
            self.box.fill(forums[0].id)
        self.setVisible(bool(forums))

    def _want(self) -> None:
        if chosen := self.box.value():
            self.wanted.emit(str(chosen))
