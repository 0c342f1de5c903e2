"""What stands on a page of a forum whose result is closed or sealed: why nothing is taken, what still can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.fields import EmptyState, FlowLayout
from ui.plain_label import plain_label

ADDENDUM = "tambahan"
"""What the page Kesepakatan is asked to show, so that a sealed result opens the form of a catatan tambahan."""


_USUAL = "petunjuk"
"""The property with the words of a button that is allowed."""


def tr(text: str) -> str:
    """Translate a text of this note."""
    return QCoreApplication.translate("ClosedNote", text)


def is_sealed(services: Layanan) -> bool:
    """Whether the result of the chosen forum is sealed, and so is never opened again."""
    return services.segel.sekarang() is not None


def closed_words(services: Layanan, jadi: str) -> str:
    """The sentence; ``jadi`` says what is not possible now. Only for a forum that is closed."""
    if is_sealed(services):
        return tr("Hasil forum ini sudah disegel, jadi {jadi}. Yang masih dapat ditulis: catatan tambahan.").format(
            jadi=jadi
        )
    return tr(
        "Kesepakatan forum ini sudah ditutup, jadi {jadi}. Selama belum disegel, kesepakatan dapat dibuka lagi dengan "
        "alasannya."
    ).format(jadi=jadi)


def way_out(services: Layanan) -> str:
    """The button beside it."""
    return tr("Tulis catatan tambahan") if is_sealed(services) else tr("Ke Kesepakatan")


def allow(button: QAbstractButton, *, allowed: bool, why: str = "") -> None:
    """Let a button be pressed or not; while it cannot be, its tooltip says ``why``, for the forum is closed."""
    usual = button.property(_USUAL)
    if usual is None:
        usual = button.toolTip()
        button.setProperty(_USUAL, usual)
    button.setEnabled(allowed)
    button.setToolTip(str(usual) if allowed else why or tr("Kesepakatan forum ini sudah ditutup"))


class ClosedNote(QWidget):
    """Empty and hidden while the forum is open; what is in it is made when it is first needed."""

    def __init__(self, services: Layanan, jadi: str, go: Callable[[], object], parent: QWidget | None = None) -> None:
        """``go`` leads to where the result is closed, opened again and added to."""
        super().__init__(parent)
        self._services, self._jadi, self._go = services, jadi, go
        self.words: QLabel | None = None
        self.button: QPushButton | None = None
        self.hide()

    def refresh(self) -> bool:
        """Show it where the forum is closed; True then."""
        closed = self._services.desk.closed()
        if closed:
            self._say()
        self.setVisible(closed)
        return closed

    def _say(self) -> None:
        if self.words is None or self.button is None:
            self.words, self.button = plain_label("awas", "", self), QPushButton(self)
            self.button.setAutoDefault(True)
            self.button.clicked.connect(lambda _checked=False: self._go())
            flow = FlowLayout(self, gap=8)
            flow.add(self.words, 1, 30)
            flow.add(self.button)
        self.words.setText(closed_words(self._services, self._jadi))
        self.button.setText(way_out(self._services))


def closed_state(
    services: Layanan, jadi: str, go: Callable[[], object], back: tuple[str, Callable[[], object]]
) -> EmptyState:
    """The same for a page that has nothing else to show; ``back`` is its second button."""
    title = tr("Hasil sudah disegel") if is_sealed(services) else tr("Kesepakatan sudah ditutup")
    return EmptyState("sepakat", title, closed_words(services, jadi), ((way_out(services), go), back))
