"""What SIPD said when it refused an usulan."""

from __future__ import annotations

from collections.abc import Callable

from musrenbang_desktop.domain.usulan import Usulan
from ui.reason_line import ReasonLine


class RefusalLine(ReasonLine):
    """Asks for the reason in the words that SIPD uses most."""

    def ask_about(self, usulan: Usulan, note: Callable[[str], object]) -> None:
        """Ask, then hand the reason to ``note``, which may refuse it."""
        self.ask(
            self.tr("Apa alasan SIPD menolak {usulan}?").format(usulan=usulan.label),
            self.tr("Catat penolakan"),
            note,
            (
                self.tr("Tidak ada di kamus usulan"),
                self.tr("Jadwal sudah ditutup"),
                self.tr("Lokasi tidak dikenal"),
            ),
            key=usulan.id,
        )
