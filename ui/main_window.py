"""The window: strip, navigation, pages, status. It knows no page, only their table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QLocale, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from musrenbang_desktop.services.changes import Changes
from ui.background import Background
from ui.bridge import ChangeBridge
from ui.dialect import Dialect
from ui.forum_text import forum_sentence
from ui.message_bar import MessageBar
from ui.page import GoTo, Page
from ui.pages import PAGES, PageSpec
from ui.preferences import Preferences
from ui.say import WindowSay
from ui.shell.closing import job_may_stop, words_kept
from ui.shell.commands import bind_keys
from ui.shell.hall import HallKeys
from ui.shell.help import HelpPanel
from ui.shell.navigation import Navigation
from ui.shell.page_stack import PageStack
from ui.shell.status import Power, StatusBar
from ui.shell.strip import TopStrip
from ui.shell.travel import Travel
from ui.theme import Theme

#: A window that starts minimized is never painted; its other work begins anyway.
UNSEEN_MS = 2000


class MainWindow(QMainWindow):
    """The shell around the pages. ``services`` is what pages are given."""

    settled = Signal()
    """once, after the first picture: whatever the picture does not need may be loaded now"""

    def __init__(
        self,
        services: Any,
        say: WindowSay,
        background: Background,
        theme: Theme,
        preferences: Preferences,
        pages: Sequence[PageSpec] = PAGES,
    ) -> None:
        super().__init__()
        self._services, self._say, self._background = services, say, background
        self._theme, self._preferences = theme, preferences
        self._pages = {page.key: page for page in pages}
        self._bridge = ChangeBridge(services.bus, self)
        self._dialect = Dialect(self)
        self._travel = Travel(services, say)
        self.strip = TopStrip(self)
        self.navigation = Navigation(pages, theme, self)
        self.messages = MessageBar(self)
        self.stack = PageStack(pages, self._make_page, self)
        self.help = HelpPanel(self)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self.status = StatusBar(self)
        self.hall = HallKeys(self)
        self.setWindowTitle(self.tr("Musrenbang"))
        self._lay_out()
        self._connect()
        bind_keys(self)
        say.attach(self, self.messages)
        self._show_forum()
        self.resize(preferences.window_size())
        self.show_page(next(iter(self._pages)))
        self._settled = QTimer(self, singleShot=True, interval=UNSEEN_MS)
        self._settled.timeout.connect(self._after_first_picture)
        self._settled.start()

    def show_page(self, key: str, record: str = "") -> None:
        """Bring a page to the front, and one record of it into view."""
        if key not in self._pages:
            return
        page = self.stack.show_page(key)
        self.navigation.mark(self._pages[key])
        if self.help.isVisible():
            self.close_help() if self._help_covers() else self.help.show_help(page.title(), page.help_text())
        if record:
            page.show_record(record)

    def page(self) -> Page:
        """The page in front."""
        return self.stack.current()

    def show_step(self, step: int) -> None:
        """Ctrl+1 to Ctrl+7. Pressed again, the next page of the same step."""
        pages = [page.key for page in self._pages.values() if page.step == step]
        here = self.stack.current_key
        if here in pages:
            self.show_page(pages[(pages.index(here) + 1) % len(pages)])
        else:
            self.show_page(self.navigation.page_of_step(step))

    def undo(self) -> None:
        """Ctrl+Z."""
        self.commit_field()
        self._travel.undo()

    def redo(self) -> None:
        """Ctrl+Y."""
        self.commit_field()
        self._travel.redo()

    def make_copy(self) -> None:
        """Ctrl+S: everything is saved already; say so, and make a titik simpan."""
        self.commit_field()
        self._background.run(
            lambda _control: self._services.cadangan.buat(),
            lambda _made: self._say.success(
                self.tr("Sudah tersimpan {jam}. Titik simpan juga dibuat.").format(
                    jam=QTime.currentTime().toString("HH.mm.ss")
                )
            ),
            label=self.tr("Membuat titik simpan"),
        )

    def open_palette(self) -> None:
        """Ctrl+K."""
        from ui.shell.palette import CommandPalette  # neither is needed for the first picture
        from ui.shell.search import Commands, people, proposals

        CommandPalette((Commands(self).find, people(self), proposals(self)), self).open()

    def toggle_help(self) -> None:
        """F1."""
        if self.help.isVisible():
            self.close_help()
        else:
            self.help.show_help(self.page().title(), self.page().help_text())
            self._fit()
            if self._help_covers():
                self.help.text.setFocus()

    def close_help(self) -> None:
        """The page has the whole room again."""
        hidden = not self._middle.isVisible()
        self.help.hide()
        self._fit()
        if hidden:
            self.page().on_shown()

    def escape(self) -> None:
        """Esc: one level back, never losing text."""
        if self.help.isVisible():
            self.close_help()
        elif not self.page().escape():
            self.messages.dismiss()

    def change_text_size(self, step: int) -> None:
        """Ctrl + and Ctrl -; 0 is the smallest."""
        size = self._theme.resize(step)
        self._preferences.keep_look(self._theme)
        self._fit()
        self._say.info(self.tr("Besar huruf {persen} %").format(persen=round(size / 11 * 100)))

    def wear(self, theme: str) -> None:
        """Change the colours: ``terang``, ``gelap``, ``kontras``."""
        self._theme.wear(theme)
        self._preferences.keep_look(self._theme)
        self._fit()

    def wear_practice(self) -> None:
        """Say on every picture of this window that it is practice."""
        self.setWindowTitle(self.tr("Musrenbang - LATIHAN"))
        self.strip.wear_practice()

    def open_practice_room(self) -> None:
        """Ruang latihan, in a window of its own."""
        from ui.latihan import open_practice_room  # few open it, and never before the first picture

        open_practice_room(self._services, self._say)

    def come_to_front(self) -> None:
        """A second start was tried: this window answers."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def commit_field(self) -> None:
        """Take what is typed in the field that has the cursor."""
        commit = getattr(QApplication.focusWidget(), "commit", None)
        if callable(commit):
            commit()

    @property
    def services(self) -> Any:
        """What the pages are given."""
        return self._services

    @property
    def page_specs(self) -> Sequence[PageSpec]:
        """The table of pages."""
        return tuple(self._pages.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._settled.isActive():
            self._settled.start(0)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed is lost unasked; a running job may be waited for."""
        self.commit_field()
        kept = words_kept(self.stack.pages(), self._say, self.show_page)
        if not kept or not job_may_stop(self._background, self._say):
            event.ignore()
            return
        self._preferences.keep_window_size(self.size())
        self.hall.close()
        self._background.close()
        self._bridge.close()
        self._dialect.be_quiet()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange):
            self._fit_soon()

    def _lay_out(self) -> None:
        middle = self._middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.stack, 1)
        self.messages.float_over(middle)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.navigation)
        body.addWidget(middle, 1)
        body.addWidget(self.help)
        central = QWidget(self)
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.strip)
        rows.addLayout(body, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(central)
        for widget in (middle, self.strip, self.status):
            widget.setMinimumWidth(1)  # the window may always be as small as the smallest screen

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.show_page)
        self.stack.wanted.connect(self.show_page)
        self.strip.search_wanted.connect(self.open_palette)
        self.strip.help_wanted.connect(self.toggle_help)
        self.help.closed.connect(self.close_help)
        self.messages.speaking.connect(self._make_room_for_message)
        self.status.cancel_wanted.connect(self._background.cancel)
        self.status.unsent_clicked.connect(lambda: self.show_page("kirim"))
        self.status.power_lost.connect(self._warn_power)
        self._background.progressed.connect(self.status.show_progress)
        self._bridge.changed.connect(self._on_changes)

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.page().focus_filter()

    def new_item(self) -> None:
        """Ctrl+N."""
        self.commit_field()
        self.page().new_item()

    def print_document(self) -> None:
        """Ctrl+P."""
        self.commit_field()
        self.page().print_document()

    def save_and_new(self) -> None:
        """Ctrl+Enter."""
        self.commit_field()
        self.page().save_and_new()

    def save_list(self) -> None:
        """Ctrl+Shift+S: the list in front, for a spreadsheet."""
        from ui.lists import save_list  # only when somebody saves one

        self.commit_field()
        save_list(self.page())

    def show_history(self, record: str = "") -> None:
        """Ctrl+H: who changed one record, when, from what to what; without ``record`` the row that is chosen."""
        from ui.lists import list_in_front
        from ui.shell.history import RecordHistory

        self.commit_field()
        table = list_in_front(self.page())
        row = table.current() if table is not None else None
        record = record or (self.page().record_of(row) if row is not None else "")
        steps = self._services.riwayat.perubahan(record) if record else []
        if steps:
            RecordHistory(steps, self._services.desk.store.device, self).open()
        else:
            self._say.info(self.tr("Pilih dulu satu baris usulan, peserta, atau kesepakatan."))

    def _make_page(self, spec: PageSpec) -> Page:
        page = spec.make(self._services, self._say, self._background)
        page.wants_page.connect(self._go)
        page.wants_history.connect(self.show_history)
        return page

    def _go(self, wish: GoTo) -> None:
        self.show_page(wish.page, wish.record)

    def _on_changes(self, changes: Changes) -> None:
        self.status.show_saved(QTime.currentTime())
        if changes.kinds & {"forum", "semua"}:
            self._show_forum()
        self.stack.take(changes)
        QTimer.singleShot(0, self, self._show_unsent)

    def _show_forum(self) -> None:
        forum = self._services.forum.aktif()
        if self._dialect.follow(forum):
            self.stack.renew()
        self.strip.forum.set_full_text(forum_sentence(forum, QLocale()))

    def _show_unsent(self) -> None:
        self.status.show_unsent(self._services.jawaban.belum_terkirim())

    def _warn_power(self, power: Power) -> None:
        self._say.warning(
            self.tr("Listrik padam, laptop memakai baterai {persen} %. Semua yang diketik tetap tersimpan.").format(
                persen=power.percent
            )
        )

    def _after_first_picture(self) -> None:
        self.status.watch_power()
        self._show_unsent()
        self.settled.emit()

    def _fit_soon(self) -> None:
        """Once the new letters have reached every widget."""
        if hasattr(self, "_fitting"):
            self._fitting.start()

    def _fit(self) -> None:
        self.strip.fit()
        bars = self.strip.sizeHint().height() + self.status.sizeHint().height()
        self.navigation.fit(self.width(), self.height() - bars)
        covers = self._help_covers()
        self._middle.setVisible(not (covers and self.help.isVisible()))
        self.help.fit(self.width(), covers=covers)

    def _help_covers(self) -> bool:
        """Whether there is no room for a page beside its help."""
        return self.width() < self.fontMetrics().averageCharWidth() * 95

    def _make_room_for_message(self) -> None:
        if self.help.isVisible() and self._help_covers():
            self.close_help()
