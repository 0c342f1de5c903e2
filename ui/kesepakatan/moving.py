"""Moving an usulan away from the place of its score: shown first, then explained, then recorded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.kesepakatan.half_said import key_of
from ui.kesepakatan.model import USUAL_MOVES, Tempat, moved, tr
from ui.kesepakatan.move_line import MoveLine


class Mover(QObject):
    """Alt+Up and Alt+Down, as often as it takes; the hall sees where the usulan would go while it is asked why."""

    proposed = Signal(str)
    """id of the usulan that stands elsewhere on screen now"""
    ended = Signal()
    """recorded, or left as it was"""

    def __init__(self, services: Layanan, parent: QObject, place: QWidget) -> None:
        """``place`` is the part of the page that holds the line."""
        super().__init__(parent)
        self._services = services
        self._proposal: tuple[str, int] | None = None
        self.line = MoveLine(place)
        self.line.closed.connect(self._on_closed)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.line)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._again, step))
        self._places: Sequence[Tempat] = ()

    def shown(self, places: Sequence[Tempat]) -> list[Tempat]:
        """The order with the proposed move in it."""
        return moved(places, *self._proposal) if self._proposal else list(places)

    def follow(self, places: Sequence[Tempat]) -> None:
        """The order was read anew: what is being asked goes on while its usulan and its place are there.

        A question that stayed without its proposal would take the answer and record nothing.
        """
        self._places = places
        if self._proposal is None:
            return
        record, target = self._proposal
        if target > len(places) or all(one.id != record for one in places):
            self.line.cancel()

    def propose(self, tempat: Tempat, step: int, places: Sequence[Tempat]) -> None:
        """Propose another place for this usulan, or for the one that is being moved already."""
        self._places = places
        record, place = self._proposal or (tempat.id, tempat.urutan)
        target = place + step
        if not 1 <= target <= len(places):
            return
        self._proposal = (record, target)
        self.line.target = target
        self.proposed.emit(record)
        words = self.tr("Pindahkan {nomor} ke urutan {ke}. Alt+Atas dan Alt+Bawah menggeser lagi.").format(
            nomor=next(one.label for one in places if one.id == record), ke=target
        )
        if self.line.isHidden():
            usual = [tr(text) for text in USUAL_MOVES]
            key = key_of(self._services, "pindah", record)
            self.line.ask_move(words, self.tr("Pindahkan"), self._record, usual, self._unsur(), key)
            self.proposed.emit(record)
        else:
            self.line.tell(words)

    def _unsur(self) -> list[str]:
        return sorted(self._services.peserta.hitung().per_unsur)

    def _record(self, reason: str, oleh: str, setuju: int | None) -> None:
        if self._proposal:
            record, target = self._proposal
            self._services.kesepakatan.pindah(record, target, reason, oleh=oleh, setuju=setuju)

    def _again(self, step: int) -> None:
        if self._proposal:
            record = self._proposal[0]
            self.propose(next(one for one in self._places if one.id == record), step, self._places)

    def _on_closed(self) -> None:
        self._proposal = None
        self.ended.emit()
