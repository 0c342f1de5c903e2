"""One line above the page while the hall waits for its quorum, or is not represented as the rules ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from musrenbang_desktop.services.kehadiran import Keadaan
from ui.buttons import push
from ui.fields import FlowLayout
from ui.kehadiran.words import duration, unrepresented
from ui.theme import look, quiet


class QuorumBanner(QFrame):
    """Seen only while the hour has come and the quorum, or a group, has not. ``wanted`` leads to what can be done."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.button = quiet(push(self.tr("Buka atau tunda"), self.wanted.emit))
        flow = FlowLayout(self, gap=10)
        flow.add(self.words, 1, 34)
        flow.add(self.button)
        look(self.words, "awas")
        look(self, "kartu")
        self.hide()

    def show_state(self, state: Keadaan, *, hidden: bool) -> None:
        """Count what is left of the waiting, or say who is missing; away when there is nothing to wait for."""
        rule = next((one for one in state.kurang if one.jenis == "kuorum"), None)
        waiting = rule is not None and state.tahap in ("menunggu", "habis")
        if rule is not None and waiting:
            still = rule.perlu - rule.ada
            self.words.setText(
                self.tr("Kuorum kurang {n} undangan ({ada} dari {perlu}). Ditunggu {sisa} lagi.").format(
                    n=still, ada=rule.ada, perlu=rule.perlu, sisa=duration(state.menit)
                )
                if state.tahap == "menunggu"
                else self.tr("Kuorum kurang {n} undangan ({ada} dari {perlu}) dan waktu tunggu habis.").format(
                    n=still, ada=rule.ada, perlu=rule.perlu
                )
            )
        missing = unrepresented(state.perlu_alasan) if state.tahap == "cukup" and state.jam_tiba else ""
        if missing:
            self.words.setText(missing)
        self.setVisible((waiting or bool(missing)) and not hidden)
