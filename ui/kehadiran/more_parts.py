"""The parts of the page beside door and list: representation, delegates, paper sheets; and what they record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kuorum import BAGIAN, Bagian
from musrenbang_desktop.services.kehadiran import Peran
from musrenbang_desktop.services.lembar_hadir import BarisLembar
from ui.attempt import attempt
from ui.kehadiran.delegates import DelegatesPart
from ui.kehadiran.gauge import GaugePart
from ui.kehadiran.paper import PaperPart
from ui.kehadiran.words import rule_sentence
from ui.say import Action

if TYPE_CHECKING:
    from ui.forum_page import ForumPage


class MoreParts:
    """``places`` are the widgets by the key of their part. Only the one in front reads."""

    def __init__(self, page: ForumPage) -> None:
        self._page = page
        self._services = page.services
        self.gauge = GaugePart(page.services)
        self.delegates = DelegatesPart(page.services)
        self.paper = PaperPart(page.services)
        self.places: dict[str, QWidget] = {
            "keterwakilan": self.gauge,
            "delegasi": self.delegates,
            "kertas": self.paper,
        }
        self.gauge.opening.opened.connect(self._open)
        self.gauge.opening.postponed.connect(self._postpone)
        self.gauge.opening.share_chosen.connect(self._choose_share)
        self.delegates.chosen.connect(self._delegate)
        self.delegates.reasoned.connect(self._reason)
        self.paper.marked.connect(self._mark)
        self.paper.deputy_named.connect(self._deputy)
        self.paper.counted.connect(self._count)

    def reload(self, key: str) -> None:
        """Read the part in front again."""
        if key == "keterwakilan":
            self.gauge.reload()
        elif key == "delegasi":
            self.delegates.reload()
        elif key == "kertas":
            self.paper.reload()

    def take_focus(self, key: str) -> None:
        """Put the cursor where the work of a part begins."""
        if key == "keterwakilan":
            card = self.gauge.opening
            ways = (card.open_button, card.later_button, self.gauge.table)
            next(way for way in ways if way.isVisibleTo(card) or way is self.gauge.table).setFocus()
        elif key == "delegasi":
            (self.delegates.table if self.delegates.model.rowCount() else self.delegates.search).setFocus()
        else:
            (self.paper.table if self.paper.model.rowCount() else self.paper.guests_edit).setFocus()

    def escape(self, key: str) -> bool:
        """Leave an open question of the part. True when there was one."""
        if key == "keterwakilan":
            return self.gauge.opening.leave()
        return key == "kertas" and self.paper.deputy.cancel()

    def _open(self, reason: str) -> None:
        short = tuple(rule_sentence(rule) for rule in self._services.kehadiran.keadaan().kurang)
        if self._explained(lambda: self._services.kehadiran.buka(reason, short)):
            self._page.say.success(self._page.tr("Pembukaan dicatat."), Action(self._page.tr("Urungkan"), self._undo))

    def _postpone(self, day: str, hour: str, reason: str) -> None:
        if self._explained(lambda: self._services.kehadiran.tunda(day, hour, reason)):
            self.gauge.opening.leave()
            self._page.say.success(
                self._page.tr("Penundaan dicatat. Cetak berita acara penundaan, lalu umumkan hari yang baru."),
                Action(self._page.tr("Cetak"), lambda: self._page.go("dokumen", "penundaan")),
            )

    def _explained(self, act: Callable[[], object]) -> bool:
        """Do it; a refusal is said in the card that asked."""
        try:
            act()
        except RuleBroken as broken:
            if broken.field in ("forum", "pembukaan", "penundaan"):
                attempt(self._page, act)
            else:
                self.gauge.opening.explain(broken)
            return False
        except Trouble as problem:
            self._page.say.trouble(problem, retry=lambda: self._explained(act))
            return False
        return True

    def _choose_share(self, share: str) -> None:
        chosen: Bagian | Literal[""] = next((word for word in BAGIAN if word == share), "")
        attempt(self._page, lambda: self._services.kehadiran.pilih_bagian(chosen))
        self.gauge.reload()

    def _delegate(self, record: str, part: str) -> None:
        meant: Peran = "delegasi" if part == "delegasi" else "cadangan" if part == "cadangan" else ""
        attempt(self._page, lambda: self._services.kehadiran.jadikan_delegasi(record, meant))
        self.delegates.table.select_record(record)

    def _reason(self, text: str) -> None:
        attempt(self._page, lambda: self._services.kehadiran.beri_alasan_delegasi(text), self.delegates.reason)

    def _mark(self, row: BarisLembar) -> None:
        person = row.orang
        if person is None or row.wakil:
            self.paper.step()
            return
        if attempt(self._page, lambda: self._services.lembar_hadir.tandai(person.id, hadir=not person.hadir)):
            self.paper.step()

    def _deputy(self, record: str, name: str) -> None:
        if attempt(self._page, lambda: self._services.lembar_hadir.wakil(record, name)):
            self.paper.step()

    def _count(self, sheet: int, number: object) -> None:
        row = self.paper.count if sheet else self.paper.guests
        count = number if isinstance(number, int) else None
        if attempt(self._page, lambda: self._services.lembar_hadir.catat_jumlah(sheet, count), row):
            row.clear_error()

    def _undo(self) -> None:
        attempt(self._page, self._services.riwayat.batalkan)
