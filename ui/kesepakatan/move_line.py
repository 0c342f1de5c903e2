"""What a move from the score order must say: why, on whose wish, and how many agreed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields import ChoiceBox, NumberEdit
from ui.fields.line import mark_wrong
from ui.reason_line import ReasonLine

Run = Callable[[str, str, int | None], object]
"""reason, who asked, how many agreed"""


class MoveLine(ReasonLine):
    """Three fields in one line; Enter goes on to the one that is still missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.target = 0
        """the place that is proposed"""
        self.oleh = ChoiceBox(editable=True)
        self.setuju = NumberEdit(field="setuju", least=1)
        super().__init__(parent, more=((self.oleh, 1, 14), (self.setuju, 0, 12)))
        self.oleh.setAccessibleName(self.tr("Diminta oleh"))
        self.setuju.setAccessibleName(self.tr("Jumlah yang setuju"))
        self.setuju.setPlaceholderText(self.tr("Yang setuju"))
        for line, words in (
            (self.field.lineEdit(), self.tr("Alasan")),
            (self.oleh.lineEdit(), self.tr("Diminta oleh")),
            (self.setuju, self.tr("Yang setuju")),
        ):
            if isinstance(line, QLineEdit):
                line.setPlaceholderText(words)
        if (asked := self.oleh.lineEdit()) is not None:
            asked.returnPressed.connect(self.accept)
        self.setuju.returnPressed.connect(self.accept)

    def ask_move(
        self, question: str, button: str, run: Run, usual: Sequence[str], unsur: Sequence[str], key: str
    ) -> None:
        """Show the question; ``usual`` are reasons and ``unsur`` groups to pick from; ``key`` as in :meth:`ask`."""
        self.oleh.set_items([(text, text) for text in unsur])
        self.oleh.fill(None)
        self.oleh.setEditText("")
        self.setuju.fill(None)
        self.ask(
            question,
            button,
            lambda reason: run(reason, self.oleh.currentText().strip(), self.setuju.value()),
            usual,
            key=key,
        )

    def words(self) -> dict[str, str]:
        typed = super().words()
        more = {"oleh": self.oleh.currentText(), "setuju": self.setuju.text(), "ke": str(self.target)}
        return {**typed, **more} if typed else {}

    def _put_back(self, kept: Mapping[str, str]) -> None:
        super()._put_back(kept)
        self.oleh.setEditText(kept.get("oleh", ""))
        self.setuju.setText(kept.get("setuju", ""))

    def _lines(self) -> list[QLineEdit]:
        return [*super()._lines(), *filter(None, (self.oleh.lineEdit(),)), self.setuju]

    def _place_of(self, broken: RuleBroken) -> QWidget:
        place = {"oleh_pindah": self.oleh, "setuju": self.setuju}.get(broken.field, self.field)
        for widget in (self.oleh, self.setuju, self.field):
            mark_wrong(widget, wrong=widget is place)
        return place
