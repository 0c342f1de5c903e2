"""The window: strip, navigation, pages, status. It knows no page, only their table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QLocale, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from musrenbang_desktop.services.changes import Changes
from ui.background import Background
from ui.bridge import ChangeBridge
from ui.dialect import Dialect
from ui.forum_text import forum_sentence
from ui.message_bar import MessageBar
from ui.page import Page
from ui.pages import PAGES, PageSpec
from ui.preferences import Preferences
from ui.say import WindowSay
from ui.shell.closing import job_may_stop, words_kept
from ui.shell.commands import bind_keys
from ui.shell.frame import Frame
from ui.shell.front_page import FrontPage
from ui.shell.hall import HallKeys
from ui.shell.help import HelpPanel
from ui.shell.looks import Looks
from ui.shell.navigation import Navigation
from ui.shell.page_stack import PageStack
from ui.shell.status import Power, StatusBar
from ui.shell.strip import TopStrip
from ui.shell.travel import Travel
from ui.theme import Theme

if TYPE_CHECKING:
    from musrenbang_desktop.services.layanan import Layanan

#: A window that starts minimized is never painted; its other work begins anyway.
UNSEEN_MS = 2000


class MainWindow(QMainWindow):
    """The shell around the pages. ``services`` is what pages are given."""

    settled = Signal()
    """once, after the first picture: whatever the picture does not need may be loaded now"""

    def __init__(
        self,
        services: Layanan,
        say: WindowSay,
        background: Background,
        theme: Theme,
        preferences: Preferences,
        pages: Sequence[PageSpec] = PAGES,
    ) -> None:
        super().__init__()
        self._services, self._say, self._background = services, say, background
        self._preferences = preferences
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
        self.hall, self.front = HallKeys(self), FrontPage(self)
        self.looks = Looks(theme, preferences, say, self._fit)
        self.setWindowTitle(self.tr("Musrenbang"))
        parts = (self.strip, self.navigation, self.messages, self.stack, self.help, self.status)
        self._frame = Frame(*parts, parent=self)
        self.setCentralWidget(self._frame)
        self._connect()
        bind_keys(self)
        say.attach(self, self.messages)
        self._show_forum()
        self.resize(preferences.window_size())
        first = next(iter(self._pages))
        self._first = self.stack.show_first(first)
        self.navigation.mark(self._pages[first])
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
        if not self.page().undo():
            self._travel.undo()

    def redo(self) -> None:
        """Ctrl+Y."""
        self.commit_field()
        if not self.page().redo():
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
        hidden = self._frame.page_hidden
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
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
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
        self.status.height_changed.connect(self._fit_soon)
        self._background.progressed.connect(self.status.show_progress)
        self._bridge.changed.connect(self._on_changes)

    def _make_page(self, spec: PageSpec, place: QWidget) -> Page:
        page = spec.make(place, self._services, self._say, self._background)
        page.wants_page.connect(lambda wish: self.show_page(wish.page, wish.record))
        page.wants_history.connect(self.front.show_history)
        return page

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
            self.tr("Listrik padam, laptop memakai baterai {persen}%. Semua yang diketik tetap tersimpan.").format(
                persen=power.percent
            )
        )

    def _after_first_picture(self) -> None:
        self._first.after_first_picture()
        self.status.watch_power()
        self._show_unsent()
        self.settled.emit()

    def _fit_soon(self) -> None:
        """Once the new letters have reached every widget."""
        if hasattr(self, "_fitting"):
            self._fitting.start()

    def _fit(self) -> None:
        self._frame.fit(self.width(), self.height())

    def _help_covers(self) -> bool:
        return self._frame.help_covers(self.width())

    def _make_room_for_message(self) -> None:
        if self.help.isVisible() and self._help_covers():
            self.close_help()
