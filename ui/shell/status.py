"""The bottom line: saved at, power, what waits to be sent, the running job."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QTime, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.background import Progress
from ui.shell.strip import ElidedLabel
from ui.theme import look, quiet, set_by_name

POLL_MS = 15_000


class Power(NamedTuple):
    """What the laptop says about its battery; ``percent`` None on a computer without one."""

    percent: int | None = None
    plugged: bool = True


def read_power() -> Power:
    """Ask the system; a computer that cannot tell counts as plugged in."""
    import psutil  # after the first picture: this costs more than the whole status bar

    probe = getattr(psutil, "sensors_battery", None)
    battery = probe() if probe else None
    if battery is None:
        return Power()
    return Power(round(battery.percent), bool(battery.power_plugged is not False))


class StatusBar(QFrame):
    """What an operator glances at."""

    cancel_wanted = Signal()
    unsent_clicked = Signal()
    power_lost = Signal(object)
    layar_clicked = Signal()
    height_changed = Signal()
    """what it tells takes more room, or less: the rest of the window has to be shared out again"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "status")
        self.saved = QLabel(self.tr("Semua tersimpan"), self)
        look(self.saved, "baik")
        self.power = QLabel(self)
        self.unsent = quiet(QPushButton(self))
        self.unsent.setToolTip(self.tr("Buka Kirim & terima"))
        self.unsent.clicked.connect(self.unsent_clicked)
        self.layar = quiet(QPushButton(self))
        self.layar.setToolTip(self.tr("Buka halaman Layar"))
        self.layar.setAccessibleName(self.tr("Buka halaman Layar"))
        self.layar.clicked.connect(self.layar_clicked)
        self.layar.hide()
        self.job = ElidedLabel(self)
        set_by_name(self.job, alignment="AlignRight|AlignVCenter")
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Kemajuan pekerjaan"))
        self.progress.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Batal"), self)
        self.cancel.clicked.connect(self.cancel_wanted)
        self._last = Power()
        self._unsent = 0
        self._clock = QTimer(self, interval=POLL_MS)
        self._clock.timeout.connect(self.poll_power)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 3, 12, 3)
        layout.setSpacing(14)
        layout.addWidget(self.saved)
        layout.addWidget(self.power)
        layout.addWidget(self.layar)
        layout.addStretch(1)
        layout.addWidget(self.job, 6)
        layout.addWidget(self.progress, 2)
        layout.addWidget(self.cancel)
        layout.addWidget(self.unsent)
        self.show_progress(None)
        self.show_unsent(0)
        self.power.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().isValid() and event.size().height() != event.oldSize().height():
            self.height_changed.emit()

    def watch_power(self) -> None:
        """Begin to look at the battery; called once the window is on screen."""
        self.poll_power()
        self._clock.start()

    def poll_power(self) -> None:
        """Look once."""
        self.show_power(read_power())

    def show_power(self, power: Power) -> None:
        """Show the battery; tell when the mains went away."""
        self.power.setVisible(power.percent is not None)
        if power.plugged:
            self.power.setText(self.tr("Listrik · baterai {persen}%").format(persen=power.percent))
        else:
            self.power.setText(self.tr("Baterai {persen}%").format(persen=power.percent))
        look(self.power, "awas" if not power.plugged else "redup")
        if self._last.plugged and not power.plugged:
            self.power_lost.emit(power)
        self._last = power

    def show_saved(self, time: QTime) -> None:
        """The last moment something was recorded."""
        self.saved.setText(self.tr("✓ Tersimpan {jam}").format(jam=time.toString("HH.mm.ss")))

    def show_layar(self, name: str, *, frozen: bool) -> None:
        """What the hall sees; nothing while the layar is closed."""
        words = self.tr("Layar beku: {nama}") if frozen else self.tr("Layar: {nama}")
        shown = words.format(nama=name) if name else ""
        if self.layar.text() != shown:
            self.layar.setText(shown)
            self.layar.setVisible(bool(shown))

    def show_unsent(self, number: int) -> None:
        """How many acts wait for the kabupaten."""
        self._unsent = number
        self.unsent.setText(self.tr("{n} belum dikirim").format(n=number))  # first: a shown button is measured at once
        self.unsent.setVisible(number > 0 and self.job.isHidden())

    def show_progress(self, progress: Progress | None) -> None:
        """The job that runs now, or nothing."""
        for widget in (self.job, self.progress, self.cancel):
            widget.setVisible(progress is not None)
        self.unsent.setVisible(self._unsent > 0 and progress is None)
        if progress is None:
            return
        self.job.set_full_text(progress.text or progress.label)
        self.progress.setRange(0, progress.total)
        self.progress.setValue(progress.done)
