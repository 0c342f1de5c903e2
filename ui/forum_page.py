"""What the pages of a forum share: they need one, and they report what the services refuse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.attempt import attempt
from ui.background import Background
from ui.fields import EmptyState
from ui.page import Page
from ui.say import Say


def no_forum(page: Page) -> EmptyState:
    """What every page of a forum shows while there is none."""
    return EmptyState(
        "siapkan",
        QCoreApplication.translate("ForumPage", "Belum ada musrenbang yang dibuka"),
        QCoreApplication.translate("ForumPage", "Isi dulu nama desa dan tanggalnya, lalu halaman ini dapat dipakai."),
        ((QCoreApplication.translate("ForumPage", "Siapkan musrenbang"), lambda: page.go("siapkan")),),
        page,
    )


def enter_presses(holder: QWidget) -> None:
    """Enter presses each button in here, not only the space bar; for a part that comes after its page was read."""
    for button in holder.findChildren(QPushButton):
        button.setAutoDefault(True)


class ForumPage(Page):
    """A page about the chosen forum. Build into ``body``; ``read`` is only called when there is a forum."""

    services: Layanan

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(10)
        self._no_forum = no_forum(self)
        self._no_forum.hide()
        # what is hidden takes no room: without a forum a stack would be as tall as all that cannot be used yet
        places = QVBoxLayout(self)
        places.setContentsMargins(0, 0, 0, 0)
        places.addWidget(self.body, 1)
        places.addWidget(self._no_forum, 1)

    def refresh(self, changes: Changes | None) -> None:
        ready = self.services.forum.aktif() is not None
        if ready != self.has_forum:  # the one that goes makes room first
            (self._no_forum if ready else self.body).hide()
            (self.body if ready else self._no_forum).show()
        if ready:
            self.read(changes)
        enter_presses(self)

    def read(self, changes: Changes | None) -> None:
        """Read again what the changes touch; None means everything."""
        raise NotImplementedError

    @property
    def has_forum(self) -> bool:
        """Whether the page is in use."""
        return not self.body.isHidden()

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that a service may refuse; the refusal is said in the message bar."""
        return attempt(self, act)
