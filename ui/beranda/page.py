"""The page Beranda."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.queries.ringkasan import Ringkasan
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.beranda.backup_card import BackupCard
from ui.beranda.checklist import Checklist, Langkah, next_step
from ui.beranda.paket_card import PaketCard
from ui.buttons import Badge, Mark, RowButton, push
from ui.page import Page
from ui.panels import Card, SideBySide, clear_layout
from ui.say import Say
from ui.tanggal_text import show_tanggal
from ui.theme import look, primary

if TYPE_CHECKING:
    from ui.beranda.gladi_card import GladiCard
    from ui.fields import EmptyState


class BerandaPage(Page):
    """The only page that a beginner needs: the list of the day, and one button for what comes next."""

    kinds: ClassVar[frozenset[str]] = frozenset()
    services: Layanan

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.checklist = Checklist(services, self)
        self.steps: list[RowButton] = []
        self._next: Langkah | None = None
        self.name = QLabel(self)
        self.progress = QLabel(self)
        self.next_button = primary(push("", self.go_on))
        self.next_text = QLabel(self)
        self.card = Card()
        self.next_card = Card()
        self.attention_card = Card(self.tr("Perlu perhatian"))
        self.news_card = Card(self.tr("Kabar dari kabupaten"))
        self.paket_card = PaketCard(services)
        self.backup_card = BackupCard(services, say, background)
        self.content = self._lay_out()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 12, 18, 12)
        self._layout.addWidget(self.content)

    @cached_property
    def empty(self) -> EmptyState:
        """What is shown while there is no forum: made when that is so, for most starts have one."""
        from ui.fields import EmptyState

        empty = EmptyState(
            "beranda",
            self.tr("Selamat datang"),
            self.tr(
                "Dari undangan sampai berita acara yang ditandatangani, semua dicatat di laptop ini, tanpa internet."
            ),
            (
                (self.tr("Mulai musrenbang baru"), lambda: self.go("siapkan")),
                (self.tr("Isi dengan contoh Desa Sukamaju"), self.practise),
            )
            if self.services.forum.ruang_latihan
            else (
                (self.tr("Mulai musrenbang baru"), lambda: self.go("siapkan")),
                (self.tr("Buka ruang latihan"), self.practise),
                (self.tr("Buka cadangan dari flashdisk"), self.bring_copy),
            ),
        )
        for button in empty.buttons:
            button.setAutoDefault(True)
        self._layout.insertWidget(0, empty)
        return empty

    @cached_property
    def gladi_card(self) -> GladiCard:
        """The rehearsal: made when a forum is near, and never for the first picture."""
        from ui.beranda.gladi_card import GladiCard

        card = GladiCard(self.services, self.go, self._side)
        place = self._side.layout()
        if isinstance(place, QVBoxLayout):
            place.insertWidget(0, card)
        return card

    def title(self) -> str:
        return self.tr("Beranda")

    def help_text(self) -> str:
        return self.tr(
            "<p>Daftar periksa ini terisi sendiri dari apa yang sudah dicatat. "
            "<b>Enter</b> membuka langkah berikutnya.</p>"
            "<p>Tekan sebuah baris untuk membuka halamannya. "
            "<b>Ctrl+1</b> sampai <b>Ctrl+7</b> membuka langkah satu sampai tujuh.</p>"
            "<p><b>Ctrl+K</b> mencari apa saja: halaman, orang, atau usulan.</p>"
            "<p><b>Ctrl+Z</b> mengurungkan langkah terakhir, di halaman mana pun. Tidak ada yang perlu disimpan.</p>"
        )

    def first_picture(self) -> None:
        self._show_day()
        (self.empty.buttons[0] if self.content.isHidden() else self.next_button).setFocus()

    def after_first_picture(self) -> None:
        if not self.content.isHidden():
            self._show_beside(self.checklist.read())

    def refresh(self, _changes: Changes | None) -> None:
        day = self._show_day()
        if day:
            self._show_beside(day)

    def on_shown(self) -> None:
        if self.content.isHidden():
            self.empty.buttons[0].setFocus()
            return
        self.backup_card.show_line()  # copies are made by themselves, without a change that would be told
        if "gladi_card" in vars(self):
            self._show_rehearsal(self.checklist.read())
        self.next_button.setFocus()

    def new_item(self) -> None:
        self.go("siapkan")

    def go_on(self) -> None:
        """Open the next step that is not done."""
        if self._next:
            self.go(self._next.halaman)
        else:
            self.go("kirim")

    def show_record(self, record: str) -> None:
        if record == "cadangan":
            self.bring_copy()

    def bring_copy(self) -> None:
        """Go on with the data of a laptop that broke."""
        from ui.bring_copy import BringCopy  # hardly anybody needs it

        BringCopy(self.services, self.say, self.background, self.window()).begin()

    def practise(self) -> None:
        """Open the practice room; in it, begin the invented village."""
        from ui.attempt import attempt  # neither is needed for the first picture
        from ui.siapkan.model import open_sample

        if not self.services.forum.ruang_latihan:
            from ui.latihan import open_practice_room

            open_practice_room(self.services, self.say)
        elif attempt(self, lambda: open_sample(self.services)):
            self.say.success(self.tr("Contoh Desa Sukamaju sudah terbuka. Silakan dicoba apa saja."))
            self.on_shown()

    def _lay_out(self) -> QWidget:
        content = QWidget(self)
        look(self.name, "judul")
        for label in (self.name, self.progress, self.next_text):
            label.setWordWrap(True)
        look(self.progress, "redup")
        self.next_card.body.addWidget(SideBySide(self.next_text, beginning(self.next_button), least=64, shares=(1, 0)))
        self.card.body.setSpacing(0)
        side = self._side = column(self.attention_card, self.news_card, self.paket_card, self.backup_card)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.name)
        layout.addWidget(self.progress)
        layout.addSpacing(4)
        layout.addWidget(self.next_card)
        layout.addSpacing(6)
        layout.addWidget(SideBySide(column(self.card), side, least=80), 1)
        return content

    def _show_day(self) -> Ringkasan | None:
        """The steps and what comes next, or the welcome where there is no forum."""
        forum = self.services.forum.aktif()
        if forum is None or "empty" in vars(self):
            self.empty.setVisible(forum is None)
        self.content.setVisible(forum is not None)
        if forum is None:
            return None
        day = self.checklist.read()
        self._show_forum(forum, day)
        return day

    def _show_beside(self, day: Ringkasan) -> None:
        """The cards beside the list: they read more than the list does."""
        self._show_rehearsal(day)
        self._show_attention(day)
        self._show_news(day)
        self.paket_card.show_lines(self.go)
        self.backup_card.show_line()

    def _show_forum(self, forum: Forum, day: Ringkasan) -> None:
        steps = self.checklist.steps(forum, day)
        done = sum(step.keadaan == "selesai" for step in steps)
        self.name.setText(self.tr("Musrenbang {desa}").format(desa=forum.sebutan))
        self.progress.setText(
            self.tr("{hari} · {n} dari {semua} langkah selesai").format(
                hari=show_tanggal(forum.tanggal, "dddd, d MMMM yyyy"), n=done, semua=len(steps)
            )
        )
        self._show_steps(steps)
        self._show_next(next_step(steps))

    def _show_steps(self, steps: list[Langkah]) -> None:
        words = {"selesai": self.tr("selesai"), "berjalan": self.tr("sedang berjalan"), "belum": self.tr("belum")}
        focused = next((place for place, row in enumerate(self.steps) if row.hasFocus()), -1)
        clear_layout(self.card.body, keep=1)
        self.steps = []
        for number, step in enumerate(steps, 1):
            badge = Badge(number, done=step.keadaan == "selesai", active=step.keadaan == "berjalan")
            row = RowButton(badge, step.judul, step.rincian, title_letters=13)
            row.setAccessibleName(f"{step.judul}, {words[step.keadaan]}. {step.rincian}")
            row.clicked.connect(lambda _checked=False, page=step.halaman: self.go(page))
            self.card.body.addWidget(row)
            self.steps.append(row)
        if focused >= 0:
            self.steps[focused].setFocus()

    def _show_next(self, step: Langkah | None) -> None:
        self._next = step
        text = self.tr("Semua langkah selesai. Jawaban kabupaten akan tampak di sini.")
        if step:
            text = self.tr("Langkah berikutnya: <b>{langkah}</b>").format(langkah=step.judul)
        self.next_text.setText(text)
        self.next_button.setText(step.ajakan if step else self.tr("Periksa jawaban kabupaten"))
        self.next_button.setAccessibleName(self.next_button.text())
        self.next_button.setToolTip(self.tr("Enter"))

    def _show_attention(self, day: Ringkasan) -> None:
        found = self.checklist.attention(day)
        self.attention_card.setVisible(bool(found))
        clear_layout(self.attention_card.body, keep=1)
        for one in found:
            row = RowButton(Mark("peringatan", warning=True), one.kalimat)
            row.clicked.connect(lambda _checked=False, page=one.halaman: self.go(page))
            self.attention_card.body.addWidget(row)

    def _show_rehearsal(self, day: Ringkasan) -> None:
        """From two weeks before the forum until somebody has come."""
        wanted = not day.hadir and self.services.gladi.dekat()
        if wanted or "gladi_card" in vars(self):
            self.gladi_card.show_state(wanted=wanted)

    def _show_news(self, day: Ringkasan) -> None:
        news = self.checklist.news(day)
        clear_layout(self.news_card.body, keep=1)
        self.news_card.setVisible(bool(news))
        if news:
            row = RowButton(Mark("server"), news)
            row.clicked.connect(lambda _checked=False: self.go("kirim"))
            self.news_card.body.addWidget(row)


def beginning(button: QPushButton) -> QWidget:
    """A button at the beginning of a line, no wider than its words."""
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(button)
    layout.addStretch(1)
    return box


def column(*cards: Card) -> QWidget:
    """Cards below each other, as high as they need."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    return box
