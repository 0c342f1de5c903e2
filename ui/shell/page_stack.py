"""The pages, made when first shown, each in its own scroll area, with tabs where a step holds several."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from musrenbang_desktop.services.changes import Changes
from ui.bridge import merged
from ui.page import Page
from ui.pages import PageSpec
from ui.shell.in_sight import InSight
from ui.theme import dress_again, look, set_by_name

#: The kind of a change that touches everything, such as another forum on the desk.
EVERYTHING = "semua"


class PageStack(QWidget):
    """Shows one page; hands changes to it, and to the others when they come back."""

    wanted = Signal(str)
    """a tab was pressed: key of the page"""
    made = Signal(str, object)
    """a page was built: its key and itself"""

    def __init__(
        self, specs: Sequence[PageSpec], make: Callable[[PageSpec, QWidget], Page], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._specs = {spec.key: spec for spec in specs}
        self._make = make
        self._made: dict[str, tuple[Page, QScrollArea]] = {}
        self._unread: set[str] = set()
        self._missed: dict[str, Changes] = {}
        self._outdated: set[str] = set()
        self.current_key = ""
        self.tabs = StepTabs(self)
        self.tabs.wanted.connect(self.wanted)
        self._stack = QStackedWidget(self)
        InSight(self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)

    def show_page(self, key: str) -> Page:
        """Bring one page to the front, up to date."""
        if key in self._outdated and key != self.current_key:
            self._forget(key)
        if key not in self._made:
            self._add(key)
            self._unread.add(key)
        page, _ = self._made[key]
        missed = self._missed.pop(key, None)
        if key in self._unread:
            self._unread.discard(key)
            page.refresh(None)
        elif missed:
            self._refresh(page, missed)
        self._bring(key)
        page.on_shown()
        return page

    def build_ahead(self, key: str) -> Page:
        """Build a page behind the one in front, if it is not there yet; it reads when it is shown."""
        if key not in self._made:
            self._add(key)
            self._unread.add(key)
        self._hold(key)
        return self._made[key][0]

    def _hold(self, key: str) -> None:
        """Lay a page out in its frame, once; after it was read, where it is read at all, or it is laid out twice."""
        page, area = self._made[key]
        if area.widget() is None:
            area.setWidget(page)

    def _bring(self, key: str) -> None:
        self.current_key = key
        self._hold(key)
        self.tabs.show_step(self._beside(key), key)
        self._stack.setCurrentWidget(self._made[key][1])

    def _beside(self, key: str) -> list[PageSpec]:
        """The pages of the same step; none for a page outside the steps."""
        step = self._specs[key].step
        return [other for other in self._specs.values() if step and other.step == step]

    def show_first(self, key: str) -> Page:
        """The page that the window opens with; its ``after_first_picture`` is the caller's to call."""
        self._add(key)
        self._bring(key)
        page, _ = self._made[key]
        page.first_picture()
        return page

    def renew(self) -> None:
        """The words of the place changed: every page is built anew when it is shown again.

        The page in front is left in peace; one with words that the records do not hold keeps them until they are taken,
        and none goes while work is under way in the background.
        """
        self._outdated = {key for key, (page, _) in self._made.items() if not page.lasting}

    def _forget(self, key: str) -> None:
        page, area = self._made[key]
        if key not in self._unread and (page.background.busy or page.words_wait() or not page.settle()):
            return  # what it has under way must find it
        self._unread.discard(key)
        self._outdated.discard(key)
        self._missed.pop(key, None)
        del self._made[key]
        self._stack.removeWidget(area)
        area.deleteLater()

    def ready(self, key: str) -> Page | None:
        """A page that works without being in front; None where there is none of that name."""
        if key not in self._specs:
            return None
        self.build_ahead(key)
        if key in self._unread:
            self._unread.discard(key)
            self._made[key][0].refresh(None)
        return self._made[key][0]

    def current(self) -> Page:
        """The page in front."""
        return self._made[self.current_key][0]

    def pages(self) -> list[tuple[str, Page]]:
        """Every page that was shown already, under its key; one that has read nothing yet has nothing to lose."""
        return [(key, page) for key, (page, _) in self._made.items() if key not in self._unread]

    @property
    def specs(self) -> list[PageSpec]:
        """The table of pages."""
        return list(self._specs.values())

    def has(self, key: str) -> bool:
        """Whether a page is built."""
        return key in self._made

    def take(self, changes: Changes) -> None:
        """Something was written: refresh the page in front, remember it for the others."""
        for key, (page, _) in self._made.items():
            if key in self._unread:
                continue  # it will read everything
            if page.kinds and EVERYTHING not in changes.kinds and not page.kinds & changes.kinds:
                continue
            if key == self.current_key:
                self._refresh(page, changes)
            else:
                self._missed[key] = merged(self._missed.get(key), changes)

    def _refresh(self, page: Page, changes: Changes) -> None:
        page.refresh(None if EVERYTHING in changes.kinds else changes)

    def _add(self, key: str) -> None:
        self.tabs.make_step(self._beside(key))  # before the page: Tab goes the way in which things were made
        area = QScrollArea(self._stack)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        set_by_name(area, focusPolicy="NoFocus")
        page = self._make(self._specs[key], frame_of(area))
        area.setAccessibleName(page.title())
        self._stack.addWidget(area)
        self._made[key] = (page, area)
        self.made.emit(key, page)


def frame_of(area: QScrollArea) -> QWidget:
    """A viewport of our own, set up as Qt sets up the one that it makes.

    For a widget that only Qt knows, every class of widgets is completed to find out which it is: 11 ms of the start.
    """
    frame = QWidget(area)
    frame.setObjectName("qt_scrollarea_viewport")
    frame.setBackgroundRole(QPalette.ColorRole.NoRole)
    frame.setAutoFillBackground(True)
    area.setViewport(frame)
    return frame


class StepTabs(QFrame):
    """The pages of one step side by side; hidden where there is only one."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "tab")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 0, 14, 0)
        self._layout.setSpacing(4)
        self._layout.addStretch(1)
        self._group = QButtonGroup(self)
        self._every: dict[str, QToolButton] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._buttons:
            self._fitting.start()

    def _fit(self) -> None:
        """Names stand closer where they would be cut short otherwise."""
        self._stand(close=False)
        margins = self._layout.contentsMargins()
        wide = sum(button.sizeHint().width() for button in self._buttons.values())
        wide += self._layout.spacing() * len(self._buttons) + margins.left() + margins.right()
        if wide > self.width():
            self._stand(close=True)

    def _stand(self, *, close: bool) -> None:
        edge = 4 if close else 14
        self._layout.setContentsMargins(edge, 0, edge, 0)
        self._layout.setSpacing(0 if close else 4)
        for button in self._buttons.values():
            if (button.property("rapat") is True) != close:
                button.setProperty("rapat", close)
                dress_again(button)

    def make_step(self, specs: Sequence[PageSpec]) -> None:
        """Make the tabs of a step, out of sight."""
        for spec in specs:
            if spec.key not in self._every:
                self._every[spec.key] = self._button(spec)

    def show_step(self, specs: Sequence[PageSpec], key: str) -> None:
        """Offer these pages, with ``key`` in front."""
        self.make_step(specs)
        shown = {spec.key: self._every[spec.key] for spec in specs}
        if shown.keys() != self._buttons.keys():
            self._buttons = shown
            for name, button in self._every.items():
                button.setVisible(name in shown)
            self._fitting.start()
        if key in shown:
            shown[key].setChecked(True)
        self.setVisible(len(specs) > 1)

    def _button(self, spec: PageSpec) -> QToolButton:
        button = QToolButton(self)
        button.setText(spec.shown_name.replace("&", "&&"))
        button.setCheckable(True)
        set_by_name(button, focusPolicy="StrongFocus")
        button.setAccessibleName(spec.shown_name)
        look(button, "tab")
        button.clicked.connect(lambda: self.wanted.emit(spec.key))
        button.hide()
        self._group.addButton(button)
        self._layout.insertWidget(self._layout.count() - 1, button)
        return button
