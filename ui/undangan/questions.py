"""What the list asks the operator to look at: people who may be one, and unsur that stay away year after year."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.db.queries.undangan import TidakDatang
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.services.peserta import PesertaService
from ui.buttons import push
from ui.shortened import listed
from ui.theme import look, quiet


class Questions(QWidget):
    """``look_wanted`` asks to see two people side by side, the first pair. Hidden while there is nothing to ask."""

    look_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quiet = True
        self._pairs: list[tuple[Peserta, Peserta]] = []
        self.doubles, self.absent = QLabel(self), QLabel(self)
        for label in (self.doubles, self.absent):
            label.setWordWrap(True)
            look(label, "awas")
        self.look_button = quiet(push(self.tr("Bandingkan"), lambda: self.look_wanted.emit(*self._pairs[0])))
        line = QHBoxLayout()
        line.addWidget(self.doubles, 1)
        line.addWidget(self.look_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.absent)

    def show_questions(self, pairs: Sequence[tuple[Peserta, Peserta]], absent: Sequence[TidakDatang]) -> None:
        """Ask about these; nothing is merged by itself."""
        self._pairs = list(pairs)
        self.doubles.setVisible(bool(pairs))
        self.look_button.setVisible(bool(pairs))
        if pairs:
            one, other = pairs[0]
            more = self.tr(" Masih ada {n} pasangan lain.").format(n=len(pairs) - 1) if len(pairs) > 1 else ""
            self.doubles.setText(
                self.tr("Mungkin satu orang: {a} (nomor {m}) dan {b} (nomor {n}).").format(
                    a=one.nama, m=one.nomor, b=other.nama, n=other.nomor
                )
                + more
            )
        words = [f"{row.unsur} ({', '.join(map(str, row.forum))})" for row in absent]
        self.absent.setVisible(bool(words))
        self.absent.setText(
            self.tr(
                "Diundang tetapi tidak datang di dua forum atau lebih: {unsur}. Coba cara mengundang yang lain."
            ).format(unsur=listed(words, most=6))
        )
        self.absent.setToolTip("\n".join(words))
        self.quiet = not (pairs or words)
        self.setHidden(self.quiet)


def pair_of(peserta: PesertaService, record: str) -> tuple[Peserta, Peserta] | None:
    """The two people of ``banding:one:other``; None for anything else, and when one of them is gone."""
    place, _, ids = record.partition(":")
    found = [person for one in ids.split(":") if (person := peserta.satu(one))] if place == "banding" else []
    return (found[0], found[1]) if len(found) == 2 else None
