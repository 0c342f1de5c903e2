"""One part of the record of an usulan: closed it says in one line what is known, open it shows its fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.icons import icon
from ui.theme import look


class Section(QWidget):
    """What stands inside. Made when it is first opened; writes through the services and never by being filled.

    ``failed`` carries what no field of the section can explain: RuleBroken or Trouble, for the message bar.
    """

    failed = Signal(object)
    attempted = Signal(object)
    """an act that the page does, saying every refusal; see :meth:`attempt`"""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services

    def show_usulan(self, usulan: Usulan) -> None:
        """Show one usulan as it is recorded now; called again after every change while the section is open."""
        raise NotImplementedError

    def set_enabled(self, *, enabled: bool) -> None:
        """Whether anything can be changed: a withdrawn usulan is only read."""
        self.setEnabled(enabled)

    def leave(self) -> None:
        """Another usulan comes, or the panel goes: record what is typed."""

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that a service may refuse; the refusal is said in the message bar. True when it was done."""
        done: list[bool] = []

        def run() -> None:
            act()
            done.append(True)

        self.attempted.emit(run)
        return bool(done)

    def refresh_words(self) -> None:
        """Offer the words that were typed elsewhere since."""

    @property
    def unrecorded(self) -> bool:
        """Whether words would be lost with the window."""
        return any(getattr(child, "unrecorded", False) for child in self.findChildren(QWidget))


class SectionHead(QPushButton):
    """The name of a section with what is known in it; Enter and Space open and close it, arrows go to the others."""

    stepped = Signal(int)
    """+1 or -1: to the next or the former head"""

    def __init__(self, name: str, key: str = "", parent: QWidget | None = None) -> None:
        """``key`` is the shortcut that leads here, for the tooltip."""
        super().__init__(parent)
        self._name, self._known, self._key = name, "", key
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._write)
        self._write()
        look(self, "bagian")

    def tell(self, known: str) -> None:
        """What is known, in a few words; it is cut short where it does not fit and read whole by screen readers."""
        self._known = known
        self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _write(self, _checked: bool = False) -> None:
        whole = f"{self._name}: {self._known}" if self._known else self._name
        state = self.tr("terbuka") if self.isChecked() else self.tr("tertutup")
        self.setIcon(icon("panah-bawah" if self.isChecked() else "panah-kanan"))
        room = self.width() - self.iconSize().width() - 3 * self.fontMetrics().averageCharWidth() - 24
        shown = f"{self._name}   {self._known}" if self._known else self._name
        text = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, max(room, 0))
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(f"{state}. {self._known}".strip())
        self.setToolTip(f"{whole} ({self._key})" if self._key else whole)


class Fold(QWidget):
    """A head and, once it was opened, what stands below it."""

    opened = Signal()

    def __init__(self, head: SectionHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = head
        self._inside: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(head)
        head.toggled.connect(self._on_toggled)

    @property
    def is_open(self) -> bool:
        """Whether the inside is in sight."""
        return self.head.isChecked()

    def put_inside(self, widget: QWidget) -> None:
        """What the head opens and closes."""
        self._inside = widget
        self._layout.addWidget(widget)
        widget.setVisible(self.is_open)

    def _on_toggled(self, checked: bool) -> None:
        if checked:
            self.opened.emit()  # whoever listens may put the inside in first
        if self._inside is not None:
            self._inside.setVisible(checked)
