"""One question answered in place: why something is withdrawn, moved or opened again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from ui.drafts import FormDraft
from ui.fields import ChoiceBox, FlowLayout
from ui.fields.line import mark_wrong
from ui.sentences import sentence
from ui.theme import look, primary, quiet


class ReasonLine(QFrame):
    """Hidden until :meth:`ask`. The answer goes to a function that may refuse it; Esc leaves everything as it is."""

    closed = Signal()
    failed = Signal(object)
    """Trouble of the surroundings; the answer stays"""

    def __init__(self, parent: QWidget | None = None, more: Sequence[tuple[QWidget, int, int]] = ()) -> None:
        """``more``: further fields of the answer, each with its share of the line and its least width in letters."""
        super().__init__(parent)
        look(self, "kartu")
        self._run: Callable[[str], object] = lambda _text: None
        self.question = QLabel(self)
        self.question.setWordWrap(True)
        look(self.question, "label")
        self.field = ChoiceBox(self.tr("Alasan"), editable=True)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        look(self.problem, "salah")
        self.question.setBuddy(self.field)
        self.confirm = primary(QPushButton(self))
        self.leave = quiet(QPushButton(self.tr("Batal"), self))
        answer = FlowLayout(gap=8)
        answer.add(self.field, 1, 20)
        for widget, stretch, letters in more:
            answer.add(widget, stretch, letters)
        answer.add(self.confirm)
        answer.add(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(6)
        layout.addWidget(self.question)
        layout.addLayout(answer)
        layout.addWidget(self.problem)
        self.confirm.clicked.connect(self.accept)
        self.leave.clicked.connect(self.cancel)
        line = self.field.lineEdit()
        if line is not None:
            line.returnPressed.connect(self.accept)
        self._draft: FormDraft | None = None
        self.hide()

    def keep_in(self, draft: FormDraft) -> None:
        """Half an answer is kept here, so that a power cut leaves it to the next time the same thing is asked."""
        self._draft = draft
        for line in self._lines():
            line.textEdited.connect(draft.touch)
        self.field.committed.connect(draft.touch)

    def ask(
        self,
        question: str,
        button: str,
        run: Callable[[str], object],
        usual: Sequence[str] = (),
        *,
        key: str = "",
        before: str = "",
    ) -> None:
        """Show the question; ``usual`` are answers to pick from, ``before`` is the answer as it stands.

        ``key`` tells what is asked from everything else that may be: half an answer comes back under it.
        """
        self._run = run
        self.question.setText(question)
        self.confirm.setText(button)
        self.field.set_items([(text, text) for text in usual])
        self.field.fill(None)
        self.field.setEditText(before)
        if self._draft is not None and (kept := self._draft.found(key)):
            self._put_back(kept)
        self._explain("")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._reveal)

    @property
    def unrecorded(self) -> bool:
        """Whether half an answer would be lost with the window."""
        kept = self._draft is not None and self._draft.kept
        return not self.isHidden() and bool(self.field.currentText().strip()) and not kept

    def words(self) -> dict[str, str]:
        """What stands in the answer; nothing while nothing is asked."""
        return {} if self.isHidden() else {"alasan": self.field.currentText()}

    def tell(self, question: str) -> None:
        """Change the words while the answer is being typed."""
        self.question.setText(question)

    def accept(self) -> None:
        """Hand the answer over; a refusal is explained beside the field."""
        try:
            self._run(self.field.currentText().strip())
        except RuleBroken as broken:
            self._explain(sentence(broken))
            self._place_of(broken).setFocus()
            return
        except Trouble as problem:
            self.failed.emit(problem)
            return
        self._end()

    def cancel(self) -> bool:
        """Leave everything as it is. True when a question was open."""
        if self.isHidden():
            return False
        self._end()
        return True

    def set_aside(self) -> None:
        """The page is shown anew: the question goes, half an answer waits for its being asked again."""
        if not self.isHidden():
            if self._draft is not None:
                self._draft.keep()
            self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _place_of(self, _broken: RuleBroken) -> QWidget:
        """The field that the refusal is about."""
        return self.field

    def _reveal(self) -> None:
        """Large letters may push the question below the edge of the page."""
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(self)
            above = above.parentWidget()

    def _explain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        mark_wrong(self.field, wrong=bool(text))

    def _put_back(self, kept: Mapping[str, str]) -> None:
        """Show half an answer again."""
        self.field.setEditText(kept.get("alasan", ""))

    def _lines(self) -> list[QLineEdit]:
        """Where letters are typed."""
        return [line for line in (self.field.lineEdit(),) if line is not None]

    def _end(self) -> None:
        """The answer was taken or given up."""
        if self._draft is not None:
            self._draft.forget()
        self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
