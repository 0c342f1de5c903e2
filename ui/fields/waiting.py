"""Words that stand in a field and in no record: not understood, refused, or not left yet.

They are kept beside the records from the moment the operator pauses, so that a power cut takes none of them, and they
come back with the same remark when the field shows the same record again. The record goes on saying what was
understood last; :meth:`Waiting.give_up` shows it again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields.committing import Pause

if TYPE_CHECKING:
    from musrenbang_desktop.services.layanan import Layanan

_APART = "ketikan sendiri"
_HERE = "catatan ketikan"


class Words(NamedTuple):
    """What was typed, and what was said about it."""

    text: str
    remark: str = ""


class Place(NamedTuple):
    """Whose words: the keeper of the page, the record that is shown, and the field within the page."""

    keeper: WaitingWords
    record: str
    field: str


class _Field(Protocol):
    """What a field does for its waiting words."""

    def text(self) -> str:
        """The words as they stand."""

    def show_words(self, words: Words) -> None:
        """Put kept words back, with their remark, committing nothing."""

    @property
    def recorded_text(self) -> str:
        """What the record says, as the field would show it."""


def keep_apart(form: QObject) -> None:
    """The fields in ``form`` are kept by a draft of their own."""
    vars(form)[_APART] = True


def belongs_to(holder: QWidget, record: str) -> None:
    """The fields in ``holder`` show this record from now on; without it they are the forum's."""
    vars(holder)[_HERE] = record


class WaitingWords(QObject):
    """All waiting words of one page, by record and field. Reads the disk once, when the first field is shown."""

    def __init__(self, page: QObject, services: Layanan) -> None:
        super().__init__(page)
        self._services = services
        self._name = f"ketikan {type(page).__name__}"
        self._kept: dict[str, dict[str, list[str]]] | None = None
        self._unwritten: set[str] = set()
        self._again = Pause(self, self._write_again)

    @property
    def forum(self) -> str:
        """The record of a field that says nothing else: the forum on the desk, or nothing."""
        try:
            return self._services.desk.forum_id
        except RuleBroken:
            return ""

    def found(self, record: str, field: str) -> Words | None:
        """What waits there, or None."""
        kept = self._all().get(record, {}).get(field)
        return Words(*kept) if kept else None

    def keep(self, record: str, field: str, words: Words) -> None:
        """Write the words; on a full disk they stay here and are tried again."""
        here = self._all().setdefault(record, {})
        if here.get(field) != list(words):
            here[field] = list(words)
            self._write(record)

    def drop(self, record: str, field: str) -> None:
        """Nothing waits there any more."""
        if self._all().get(record, {}).pop(field, None):
            self._write(record)

    def safe(self, record: str) -> bool:
        """Whether what waits at a record is on the disk."""
        return record not in self._unwritten

    def _all(self) -> dict[str, dict[str, list[str]]]:
        if self._kept is None:
            self._kept = self._services.draf.ambil(self._name)
        return self._kept

    def _write(self, record: str) -> None:
        try:
            self._services.draf.simpan(self._name, record, self._all().get(record, {}))
            self._unwritten.discard(record)
        except Trouble:
            self._unwritten.add(record)
            self._again.restart()

    def _write_again(self) -> None:
        for record in tuple(self._unwritten):
            self._write(record)


class Waiting:
    """The waiting words of one field."""

    def __init__(self, field: _Field, widget: QWidget) -> None:
        self._field, self._widget = field, widget
        self._place: Place | None = None
        self._value: Any = None
        self._words: Words | None = None
        self._refused = False

    @property
    def words(self) -> Words | None:
        """What stands in the field and in no record."""
        return self._words

    @property
    def safe(self) -> bool:
        """Whether the waiting words are on the disk."""
        return self._words is not None and self._place is not None and self._place.keeper.safe(self._place.record)

    def stays(self, value: object, *, unsettled: bool) -> bool:
        """Before a recorded value is shown: whether the waiting words stay, since the record says what it said.

        ``unsettled``: something was typed that is neither recorded nor kept; another record is about to be shown.
        """
        place, before = place_of(self._widget), self._place
        same = place is not None and place == before
        if same and self._words is not None and value == self._value:
            return True
        if same and self._words is not None:
            self.drop()
        elif before is not None and not same and unsettled:
            self.keep()
        self._place, self._value, self._words = place, value, None
        return False

    def come_back(self) -> None:
        """A recorded value was shown: the words that wait at this record stand over it again."""
        if self._place is None:
            return
        self._words = self._place.keeper.found(self._place.record, self._place.field)
        if self._words is not None and self._words.text.strip() == self._field.text().strip():
            self.drop()  # the record says so by now
        elif self._words is not None:
            self._words = self._words._replace(remark=self._words.remark or _not_recorded())
            self._field.show_words(self._words)

    def keep(self, remark: str = "") -> None:
        """The words in the field wait; ``remark`` is what is said about them."""
        if self._place is None:
            return
        text = self._field.text()
        if not text.strip():
            self.drop()
            return
        self._words = Words(text, remark)
        self._place.keeper.keep(self._place.record, self._place.field, self._words)

    def drop(self) -> None:
        """They were understood, taken back or emptied."""
        self._words = None
        if self._place is not None:
            self._place.keeper.drop(self._place.record, self._place.field)

    def refuse(self, remark: str) -> None:
        """The value was understood, and the record did not take it."""
        self._refused = True
        self.keep(remark)

    def refuse_if_changed(self, remark: str = "") -> None:
        """Like :meth:`refuse`, where the field says anything else than the record."""
        if self._field.text().strip() != self._field.recorded_text.strip():
            self.refuse(remark)

    def hand_over(self, value: object, emit: Callable[[], object]) -> bool:
        """Let the page record ``value``; True when nothing refused it."""
        self._refused = False
        emit()
        if self._refused:
            return False
        self._value = value
        self.drop()
        return True


def _not_recorded() -> str:
    """What is said of words that nobody refused: the power went before the field was left."""
    return QCoreApplication.translate("Waiting", "Belum tercatat. Tekan Tab di isian ini untuk mencatatnya.")


def refuse_all(holder: QWidget) -> None:
    """What stands in ``holder`` is recorded as a whole, and was not: whatever differs from the record waits."""
    for one in holder.findChildren(QWidget):
        waiting = getattr(one, "waiting", None)
        if isinstance(waiting, Waiting):
            waiting.refuse_if_changed()


def place_of(widget: QWidget) -> Place | None:
    """Where the words of a field are kept; None outside a page, and in a form that has a draft of its own."""
    names = [widget.accessibleName()]
    record: str | None = None
    above = widget.parentWidget()
    while above is not None:
        noted = vars(above)  # quicker than a property of Qt, and every field asks when it is filled
        if _APART in noted:
            return None
        if record is None:
            record = noted.get(_HERE)
        keeper = getattr(above, "waiting_words", None)
        if isinstance(keeper, WaitingWords):
            return Place(keeper, keeper.forum if record is None else record, "/".join(reversed(names)))
        if type(above).__module__.startswith("ui.") and not type(above).__module__.startswith("ui.fields."):
            names.append(f"{type(above).__name__}{above.objectName()}")
        above = above.parentWidget()
    return None
