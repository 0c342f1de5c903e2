"""How far the letters have come, and which needs the invited have, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from musrenbang_desktop.domain.peserta import HitunganUndangan
from ui.theme import look


class LettersLine(QLabel):
    """Said to those who prepare the hall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        look(self, "redup")

    def say_letters(self, letters: HitunganUndangan, needs: Sequence[tuple[str, int, int]]) -> None:
        """``needs``: each need of access, how many of the invited have it, and how many of them came."""
        said = [
            self.tr("Surat diserahkan {n} dari {d}; {t} ({p}%) paling lambat {h} hari sebelum forum.").format(
                n=letters.diserahkan, d=letters.diundang, t=letters.tepat_waktu, p=letters.persen, h=letters.hari
            )
        ]
        if needs:
            words = ", ".join(self.tr("{butuh} {n} orang").format(butuh=word, n=n) for word, n, _ in needs)
            said.append(self.tr("Siapkan kebutuhan akses: {daftar}.").format(daftar=words))
        self.setText(" ".join(said))
