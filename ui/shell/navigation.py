"""The left side: Beranda, the seven steps, Riwayat."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.pages import STEPS, PageSpec
from ui.theme import Theme, dress_again, look, set_by_name, spacing

#: The navigation may take this part of the window before it folds to icons and numbers.
MOST_OF_WINDOW = 0.22


class Navigation(QScrollArea):
    """One button a step. ``chosen`` carries the key of a page."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageSpec], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pages = theme, pages
        self._buttons: dict[int | str, NavigationButton] = {}
        self._last_of_step: dict[int, str] = {}
        self._group = QButtonGroup(self)
        self._folded = False
        self.setWidgetResizable(True)
        set_by_name(self, horizontalScrollBarPolicy="ScrollBarAlwaysOff", focusPolicy="NoFocus")
        self.setAccessibleName(self.tr("Langkah musrenbang"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look(self, "navigasi")
        self._layout: QVBoxLayout
        self._last: QBoxLayout
        self._build()

    def mark(self, page: PageSpec) -> None:
        """Show which page is in front."""
        if page.step:
            self._last_of_step[page.step] = page.key
        button = self._buttons.get(page.step or page.key)
        if button:
            button.setChecked(True)
            self.ensureWidgetVisible(button)

    def page_of_step(self, step: int) -> str:
        """The page of a step that was last in front, else its first; empty when the step has none."""
        pages = [page.key for page in self._pages if page.step == step]
        last = self._last_of_step.get(step, "")
        return last if last in pages else (pages[0] if pages else "")

    def fit(self, window_width: int, height: int) -> None:
        """Fold to icons and numbers when the words would take too much of the window; sit closer when it is low."""
        self._dress(folded=False, close=False)
        folded = self._wanted().width() > window_width * MOST_OF_WINDOW
        close = self._wanted().height() > height
        self._dress(folded=folded, close=close)
        if folded and self._wanted().height() > height:
            self._last.setDirection(QBoxLayout.Direction.LeftToRight)
        self._folded = folded
        needs_bar = self._wanted().height() > height
        self.setFixedWidth(self._wanted().width() + (self.verticalScrollBar().sizeHint().width() if needs_bar else 0))

    def _dress(self, *, folded: bool, close: bool) -> None:
        self._last.setDirection(QBoxLayout.Direction.TopToBottom)
        for layout in (self._layout, self._last):
            layout.setSpacing(0 if close else 2)
        edge = spacing(4 if close else 8, self._theme.text_size)
        self._layout.setContentsMargins(edge, edge, edge, edge)
        for button in self._buttons.values():
            button.fold(folded=folded, close=close)

    @property
    def folded(self) -> bool:
        """Whether only icons and numbers are shown."""
        return self._folded

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icons()

    def _build(self) -> None:
        body = QWidget(self)
        layout = self._layout = QVBoxLayout(body)
        outside = [page for page in self._pages if not page.step]
        for page in outside[:1]:
            layout.addWidget(self._button(page.key, 0, page.shown_name, page.picture))
        layout.addWidget(_line(body))
        for step, name, picture in STEPS:
            if self.page_of_step(step):
                layout.addWidget(self._button(step, step, QCoreApplication.translate("Pages", name), picture))
        layout.addStretch(1)
        layout.addWidget(_line(body))
        self._last = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for page in outside[1:]:
            self._last.addWidget(self._button(page.key, 0, page.shown_name, page.picture))
        layout.addLayout(self._last)
        self.setWidget(body)
        self._paint_icons()

    def _button(self, key: int | str, step: int, name: str, picture: str) -> NavigationButton:
        button = NavigationButton(step, name, picture, self)
        button.clicked.connect(lambda _checked=False, key=key: self._choose(key))
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def _choose(self, key: int | str) -> None:
        self.chosen.emit(self.page_of_step(key) if isinstance(key, int) else key)

    def _wanted(self) -> QSize:
        last = [self._buttons[page.key] for page in [page for page in self._pages if not page.step][1:]]
        hints = [button.sizeHint() for button in self._buttons.values() if button not in last]
        foot = [button.sizeHint() for button in last] or [QSize(0, 0)]
        beside = self._last.direction() == QBoxLayout.Direction.LeftToRight
        widths, heights = [hint.width() for hint in foot], [hint.height() for hint in foot]
        margins = self._layout.contentsMargins()
        gaps = self._layout.spacing() * (len(self._buttons) + 3)
        return QSize(
            max([sum(widths) if beside else max(widths), *(hint.width() for hint in hints)])
            + margins.left()
            + margins.right(),
            sum(hint.height() for hint in hints)
            + (max(heights) if beside else sum(heights))
            + gaps
            + margins.top()
            + margins.bottom(),
        )

    def _paint_icons(self) -> None:
        for button in self._buttons.values():
            button.paint_icon(self._theme.colours.nav_muted, self._theme.colours.nav_active_text)


class NavigationButton(QToolButton):
    """``icon  3  Hadir``, or folded ``icon 3``."""

    def __init__(self, step: int, name: str, picture: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._step, self._name, self._picture = step, name, picture
        self.setCheckable(True)
        set_by_name(self, focusPolicy="StrongFocus")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        plain = name.replace("&&", "&")
        self.setAccessibleName(f"{step} {plain}" if step else plain)
        self.setToolTip(f"{plain} (Ctrl+{step})" if step else plain)
        look(self, "langkah")
        self.fold(folded=False, close=False)

    def fold(self, *, folded: bool, close: bool) -> None:
        """Show the name, or the number alone; ``close`` saves height."""
        if close != (self.property("rapat") is True):
            self.setProperty("rapat", close)
            dress_again(self)
        number = str(self._step) if self._step else ""
        text = f" {number}" if folded else f"  {number}  {self._name}" if number else f"  {self._name}"
        self.setText(text)
        only_icon = folded and not number
        set_by_name(self, toolButtonStyle="ToolButtonIconOnly" if only_icon else "ToolButtonTextBesideIcon")
        side = round(self.fontMetrics().height() * 1.05)
        self.setIconSize(QSize(side, side))

    def paint_icon(self, colour: str, checked: str) -> None:
        """Tint the icon for a button at rest and for the chosen one."""
        self.setIcon(icon(self._picture, colour, checked))


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    look(line, "garis-navigasi")
    return line
