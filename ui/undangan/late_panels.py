"""What stands open above the list only when somebody asks: letters and their proof, one person, two side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import FieldRow
from ui.fields.tab_order import follow
from ui.forum_page import enter_presses
from ui.kehadiran.person_card import PersonCard
from ui.undangan.letter_panel import LetterPanel
from ui.undangan.merge_panel import MergePanel

WriteAt = Callable[[str, dict[str, object], FieldRow], None]


class LatePanels(QObject):
    """Each is made when it is first asked for, above ``below`` in the column, and behind ``before`` for Tab."""

    stated = Signal(dict)
    """facts of the letters for the forum"""
    given = Signal(dict)
    """the proof for the chosen people"""
    printed = Signal()
    decided = Signal(str, str, dict)
    """the id that stays, the id that leaves, the chosen fields"""
    left = Signal()

    def __init__(
        self, services: Layanan, column: QBoxLayout, below: QWidget, before: QWidget, write_at: WriteAt, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self._column, self._below, self._before = services, column, below, before
        self._write_at, self._body = write_at, parent
        self._letter: LetterPanel | None = None
        self._merge: MergePanel | None = None
        self._card: PersonCard | None = None
        self._people: Sequence[Peserta] = ()

    @property
    def letter(self) -> LetterPanel:
        """Number, day and proof of the letters."""
        if self._letter is None:
            made = self._letter = LetterPanel(self._body)
            made.stated.connect(self.stated)
            made.given.connect(self.given)
            made.printed.connect(self.printed)
            self._stand(made)
            self.refresh()
            made.show_people(self._people)
        return self._letter

    @property
    def merge(self) -> MergePanel:
        """Two people side by side."""
        if self._merge is None:
            made = self._merge = MergePanel(self._services, self._body)
            made.decided.connect(self.decided)
            made.left.connect(self.left)
            self._stand(made)
        return self._merge

    @property
    def card(self) -> PersonCard:
        """The facts of the chosen person."""
        if self._card is None:
            made = self._card = PersonCard(self._write_at, hours=False)
            self._stand(made)
        return self._card

    @property
    def merging(self) -> bool:
        """Whether two people stand side by side."""
        return self._merge is not None and self._merge.isVisibleTo(self._body)

    def refresh(self) -> None:
        """What the letters say now."""
        if self._letter is not None:
            if forum := self._services.forum.aktif():
                self._letter.show_forum(forum)
            self._letter.printed_button.setEnabled(self._services.undangan.hitung().belum > 0)

    def show_people(self, people: Sequence[Peserta]) -> None:
        """These are chosen."""
        self._people = people
        if self._letter is not None:
            self._letter.show_people(people)

    def _stand(self, made: QWidget) -> None:
        made.hide()
        self._column.insertWidget(self._column.indexOf(self._below), made)
        follow(self._before, made)
        enter_presses(made)
