"""W5 Gabung ganda: two usulan side by side; the operator decides, the program only asks.

Behind the pairs of the own village come those with villages nearby, which are only noted.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from musrenbang_desktop.domain.antardesa import sebutan_desa
from musrenbang_desktop.services.antardesa import PasanganAntardesa
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.ganda import Pasangan
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.closed_note import ADDENDUM, closed_state
from ui.fields import EmptyState
from ui.form_words import ChangingForm
from ui.forum_page import ForumPage
from ui.ganda.neighbour import NeighbourCard
from ui.ganda.own_pair import OwnPairCard
from ui.say import Action, Say

FIRST_SECONDS = 0.05
"""How long the page looks for pairs before it is shown; a village's list takes less."""
TURN_SECONDS = 0.02
"""How long it goes on between two keys, also while another page is in front."""


class GandaPage(ForumPage):
    """One pair at a time. Nothing is merged without a key press, and every merging can be taken apart."""

    kinds = frozenset({"usulan", "forum", "skor", "kesepakatan", "segel", "paket"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self._place = 0
        self.pairs: list[Pasangan] = []
        self.around: list[PasanganAntardesa] = []
        self.own = OwnPairCard()
        self._half = ChangingForm(self.own, services, "ganda")
        self.own.merged.connect(self.merge)
        self.own.different.connect(self.differ)
        self.own.later.connect(self.later)
        self.card = NeighbourCard()
        self.card.shared.connect(self.share)
        self.card.different.connect(self.differ)
        self.card.later.connect(self.later)
        self.nothing = EmptyState(
            "centang",
            self.tr("Tidak ada yang mirip"),
            self.tr("Semua usulan berbeda, atau pasangannya sudah diputuskan."),
            ((self.tr("Kembali ke usulan"), lambda: self.go("usulan")),),
        )
        self.closed: EmptyState | None = None
        self.places = QStackedWidget()
        self._lay_out()
        for key, run in (("G", self.merge), ("B", self.differ), ("N", self.later), ("S", self.share)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def title(self) -> str:
        return self.tr("Gabung ganda")

    def help_text(self) -> str:
        return self.tr(
            "<p>Dua usulan yang mungkin sama ditampilkan berdampingan. Program tidak pernah menggabung sendiri.</p>"
            "<p><b>G</b> gabung: isi yang dipilih per baris diteruskan, kedua pengusul tetap disebut. "
            "<b>B</b> beda: pasangan ini tidak ditanyakan lagi. <b>N</b> nanti: lanjut ke pasangan berikutnya.</p>"
            "<p>Usulan yang digabung tetap tampak di daftar dan dapat dipisahkan lagi, juga dengan <b>Ctrl+Z</b>.</p>"
            "<p>Bila paket kabupaten memuat usulan desa tetangga, yang mirip ditanyakan sesudahnya. <b>S</b> "
            "mencatatnya sebagai usulan bersama antardesa, <b>B</b> bukan yang sama. Usulan desa lain tidak pernah "
            "digabung.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        self._take_nothing()
        if changes is None:
            self._place = 0
            self.pairs, self.around = [], []
            self._show()
        self._take_in(FIRST_SECONDS)

    def on_shown(self) -> None:
        if not self.has_forum:
            super().on_shown()
            return
        # Enter by mistake must not merge
        last = self.card.later_button if self.neighbour else (self.closed or self.nothing).buttons[0]
        (self.own.later_button if self.pair else last).setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> bool:
        self.go("usulan")
        return True

    @property
    def pair(self) -> Pasangan | None:
        """The pair on screen."""
        return self.pairs[self._place] if self._place < len(self.pairs) else None

    @property
    def neighbour(self) -> PasanganAntardesa | None:
        """The pair with a village nearby on screen."""
        place = self._place - len(self.pairs)
        return self.around[place] if 0 <= place < len(self.around) else None

    def show_record(self, record: str) -> None:
        ids = [*((pair.a.id, pair.b.id) for pair in self.pairs), *((pair.usulan.id,) for pair in self.around)]
        places = [place for place, own in enumerate(ids) if record in own]
        self._place = places[0] if places else self._place
        self._show()

    def record_of(self, row: object) -> str:
        """The first of the pair, which goes on when both are merged; the buttons of the other tell of that one."""
        if self.pair:
            return self.pair.a.id
        return self.neighbour.usulan.id if self.neighbour else super().record_of(row)

    def merge(self) -> None:
        """G: the second goes on in the first."""
        pair = self.pair
        if pair is None:
            return
        if self.attempt(lambda: self.services.ganda.gabung(pair.a.id, pair.b.id, self.own.taken())):
            self._half.forget()
            self._next()
            self.say.success(
                self.tr("{b} digabung ke {a}.").format(a=pair.a.label, b=pair.b.label),
                Action(self.tr("Pisahkan lagi"), lambda: self.attempt(lambda: self.services.ganda.pisahkan(pair.b.id))),
            )

    def differ(self) -> None:
        """B: never ask about this pair again."""
        pair = self.pair
        if self.neighbour:
            self._note("beda")
        if pair and self.attempt(lambda: self.services.ganda.beda(pair.a.id, pair.b.id)):
            self._next()

    def share(self) -> None:
        """S: the other village proposes the same; both usulan stay what they are."""
        pair = self.neighbour
        if pair and self._note("bersama"):
            self.say.success(
                self.tr("{nomor} dicatat sebagai usulan bersama {desa}.").format(
                    nomor=pair.usulan.label, desa=sebutan_desa(pair.tetangga.desa)
                ),
                Action(
                    self.tr("Lepas tanda"),
                    lambda: self.attempt(lambda: self.services.antardesa.lepas(pair.usulan.id, pair.tetangga.kunci)),
                ),
            )

    def later(self) -> None:
        """N: the next pair; behind the last one, back to the list."""
        if self._place + 1 < len(self.pairs) + len(self.around):
            self._place += 1
            self._show()
            self.on_shown()
        else:
            self._place = 0
            self._show()
            self.go("usulan")

    def _go_on(self) -> None:
        if self.has_forum and self.window().isVisible():
            self._take_in(TURN_SECONDS)

    def _take_in(self, seconds: float) -> None:
        """Take in the pairs found so far; what is on screen stays there while more are looked for."""
        if not (self.services.ganda.lanjutkan(seconds) and self.services.antardesa.lanjutkan(seconds)):
            QTimer.singleShot(0, self, self._go_on)
        shown = self.pair or self.neighbour
        every = self._read_pairs()
        if shown is not None and shown in every:
            self._place = every.index(shown)
            self._count(shown)
        else:
            self._place = min(self._place, max(0, len(every) - 1))
            self._show()

    def _take_nothing(self) -> None:
        """A closed forum keeps its usulan as they are: say so before anybody presses a key."""
        if self.closed is not None:
            self.places.removeWidget(self.closed)
            self.closed.deleteLater()
            self.closed = None
        if self.services.desk.closed():
            back = self.tr("Kembali ke usulan"), lambda: self.go("usulan")
            why = self.tr("tidak ada usulan yang digabung atau dipisah lagi")
            self.closed = closed_state(self.services, why, lambda: self.go("kesepakatan", ADDENDUM), back)
            self.places.addWidget(self.closed)

    def _read_pairs(self) -> list[Pasangan | PasanganAntardesa]:
        if self.closed is not None:
            self.pairs, self.around = [], []
            return []
        self.pairs = self.services.ganda.pasangan(tuntas=False)
        self.around = self.services.antardesa.pasangan()
        return [*self.pairs, *self.around]

    def _note(self, putusan: str) -> bool:
        pair = self.neighbour
        done = pair is not None and self.attempt(
            lambda: self.services.antardesa.nyatakan(pair.usulan.id, pair.tetangga, putusan)
        )
        if done:
            self._next()
        return done

    def _next(self) -> None:
        """What was judged is gone from the list, so the next pair stands in its place."""
        if self._place >= len(self._read_pairs()):
            self._place = 0
        self._show()
        self.on_shown()

    def _show(self) -> None:
        self._half.leave()
        self.own.clear()
        pair, neighbour = self.pair, self.neighbour
        self.places.setCurrentIndex(3 if self.closed else 0 if pair else 2 if neighbour else 1)
        if pair is not None:
            self._count(pair)
            self.own.show_pair(pair, scored=self.services.ganda.dinilai(pair.b.id))
            self._half.begin(f"{pair.a.id}:{pair.b.id}", self.own.fields)
        elif neighbour is not None:
            self._count(neighbour)
            self.card.show_pair(neighbour)

    def _count(self, pair: Pasangan | PasanganAntardesa) -> None:
        n, every = self._place + 1, len(self.pairs) + len(self.around)
        if isinstance(pair, PasanganAntardesa):
            self.card.count(pair, n, every)
        else:
            self.own.count(pair, n, every)

    def _lay_out(self) -> None:
        for place in (_above(self.own), self.nothing, _above(self.card)):
            self.places.addWidget(place)
        self.column.addWidget(self.heading(self.title()))
        self.column.addWidget(self.places, 1)


def _above(card: QWidget) -> QWidget:
    """The card as high as it needs, at the top of the room."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    return box
