"""The parts of the page beside door and list: representation, delegates, paper sheets; and what they record."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kuorum import BAGIAN, Bagian
from musrenbang_desktop.domain.surat import JenisSurat
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


P = TypeVar("P", bound=QWidget)


class _Place(QWidget):
    """Room for a part that is not made yet."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)


class MoreParts:
    """``places`` are the widgets by the key of their part. Only the one in front reads."""

    def __init__(self, page: ForumPage) -> None:
        self._page = page
        self._services = page.services
        self.places: dict[str, QWidget] = {key: _Place() for key in ("keterwakilan", "delegasi", "kertas")}

    @cached_property
    def gauge(self) -> GaugePart:
        """Representation and opening; made when it is first looked at, like the others."""
        part = GaugePart(self._services)
        part.opening.opened.connect(self._open)
        part.opening.postponed.connect(self._postpone)
        part.opening.share_chosen.connect(self._choose_share)
        return self._put(part, "keterwakilan")

    @cached_property
    def delegates(self) -> DelegatesPart:
        """Delegates for the kecamatan."""
        part = DelegatesPart(self._services)
        part.chosen.connect(self._delegate)
        part.reasoned.connect(self._reason)
        part.wanted_file.connect(self._save_delegates)
        part.letters.stated.connect(self._letter)
        return self._put(part, "delegasi")

    @cached_property
    def paper(self) -> PaperPart:
        """The signed sheets."""
        part = PaperPart(self._services)
        part.marked.connect(self._mark)
        part.deputy_named.connect(self._deputy)
        part.counted.connect(self._count)
        return self._put(part, "kertas")

    def _put(self, part: P, key: str) -> P:
        layout = self.places[key].layout()
        if layout is not None:
            layout.addWidget(part)
            part.show()  # Qt would do so only later, and the cursor goes there now
        for button in part.findChildren(QPushButton):
            button.setAutoDefault(True)
        return part

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
        short = tuple(rule_sentence(rule) for rule in self._services.kehadiran.keadaan().kurang if rule.wajib)
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
        """Do it; a refusal is said in the card that asked, unless it is about the forum as a whole."""
        done: list[bool] = []

        def told() -> None:
            try:
                act()
            except RuleBroken as broken:
                if broken.field in ("forum", "pembukaan", "penundaan"):
                    raise
                self.gauge.opening.explain(broken)
            else:
                done.append(True)

        attempt(self._page, told)
        return bool(done)

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

    def _letter(self, jenis: JenisSurat, name: str, text: str) -> None:
        row = self.delegates.letters.rows[jenis, name]
        attempt(self._page, lambda: self._services.surat.ubah(jenis, **{name: text}), row)

    def _save_delegates(self) -> None:
        """The list that the kecamatan takes up; written at once, since it has a handful of lines."""
        from musrenbang_desktop.db.whole_file import write_whole
        from musrenbang_desktop.exchange.delegasi import daftar_delegasi
        from musrenbang_desktop.exchange.listing_text import as_csv

        forum = self._services.forum.aktif()
        if forum is None:
            return
        service, say = self._services.kehadiran, self._page.say
        daftar = daftar_delegasi(forum, service.delegasi(), service.delegasi("cadangan"))
        target = say.choose_save_file(
            self._page.tr("Simpan daftar delegasi"), self._page.tr("CSV (*.csv)"), f"{daftar.nama}.csv"
        )
        if target is None:
            return
        try:
            write_whole(target if target.suffix else target.with_suffix(".csv"), as_csv(daftar))
        except (Trouble, OSError) as problem:
            say.trouble(problem, retry=self._save_delegates)
        else:
            say.success(
                self._page.tr("{n} delegasi disimpan. Serahkan berkasnya ke kecamatan.").format(n=len(daftar.baris))
            )

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
