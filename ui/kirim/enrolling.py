"""Making this laptop known to the kabupaten: the ticket goes out in the background, the answer is kept here."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.db.store import Store
from musrenbang_desktop.journal.keystore import KeyMissing
from ui.background import Background, JobControl
from ui.kirim.enrol_card import EnrolCard
from ui.kirim.patience import leave_when_stopped
from ui.say import Say

if TYPE_CHECKING:
    from sync.device.enrolment import Enrolled


class Enrolling(QObject):
    """What the card asks for, done; what goes wrong stands beside the field that it concerns."""

    enrolled = Signal(str)
    """the name under which the kabupaten knows this laptop"""

    def __init__(self, card: EnrolCard, store: Store, say: Say, background: Background) -> None:
        super().__init__(card)
        self._card, self._store, self._say, self._background = card, store, say, background
        card.agreed.connect(self._begin)
        background.progressed.connect(self._on_progress)

    def _begin(self, address: str, ticket: str) -> None:
        store = self._store

        def job(control: JobControl) -> Enrolled:
            from sync.device import enrolment

            control.on_window(store.private_key)  # where it is gone this is a new device from here on
            with closing(store.reader()) as reader:
                request = enrolment.prepare(reader, store.key_place, address, ticket)
            return leave_when_stopped(lambda: enrolment.post(request), control)

        self._card.show_busy(busy=True)
        self._background.run(job, self._keep, self._refused, label=self.tr("Mendaftarkan laptop ini"))

    def _keep(self, answer: Enrolled) -> None:
        from sync.device import enrolment
        from sync.device.errors import NotSent

        try:
            known = enrolment.apply(self._store, answer)
        except (NotSent, Trouble) as problem:
            self._refused(problem)
            return
        self._card.show_busy(busy=False)
        self._card.forget()
        self.enrolled.emit(known.nama)

    def _refused(self, problem: Exception) -> None:
        from sync.device.errors import NotSent, TicketRefused

        self._card.show_busy(busy=False)
        if isinstance(problem, TicketRefused):
            self._card.ticket.show_error(str(problem))
        elif isinstance(problem, NotSent | KeyMissing | Trouble):
            self._card.address.show_error(str(problem))
        else:
            self._say.trouble(problem)

    def _on_progress(self, progress: object) -> None:
        """An enrolment that was cancelled from the status line answers nothing: make the form usable again."""
        if progress is None:
            self._card.show_busy(busy=False)
