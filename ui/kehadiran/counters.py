"""The numbers that are read out in the hall."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.domain.peserta import HitunganHadir, Peserta
from ui.kehadiran.letters import LargeLabel
from ui.panels import Card
from ui.plain_label import plain_label
from ui.shortened import listed


class Counters(Card):
    """Present, of whom invited; men and women; who is not represented yet; who came last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.number = LargeLabel(2.4, self)
        self.of, self.sexes = plain_label("label", parent=self), plain_label("label", parent=self)
        self.missing, self.last = plain_label("awas", parent=self), plain_label("redup", parent=self)
        self.number.setForegroundRole(QPalette.ColorRole.Link)
        for label in (self.number, self.of, self.sexes, self.missing, self.last):
            self.body.addWidget(label)
        self.body.addStretch(1)

    def show_count(self, count: HitunganHadir, last: Sequence[Peserta]) -> None:
        """Show these numbers."""
        self.number.setText(self.tr("{n} hadir").format(n=count.hadir))
        of = self.tr("{u} dari {d} undangan + {t} tamu")
        deputies = self.tr(", {w} tamu mewakili undangan").format(w=count.wakil) if count.wakil else ""
        self.of.setText(of.format(u=count.hadir_undangan, d=count.diundang, t=count.tamu) + deputies)
        self.sexes.setText(sexes(count))
        self.sexes.setVisible(count.hadir > 0)
        missing = [unsur for unsur, (here, asked) in count.per_unsur.items() if asked and not here]
        self.missing.setText(self.tr("Belum ada wakil: {unsur}").format(unsur=listed(missing, most=5)))
        self.missing.setToolTip(", ".join(missing))
        self.missing.setVisible(bool(missing) and count.hadir > 0)
        self.last.setText("\n".join([self.tr("Terakhir datang"), *(f"{one.hadir}  {one.nama}" for one in last)]))
        self.last.setVisible(bool(last))


def sexes(count: HitunganHadir) -> str:
    """``L 44 · P 27 (38 %)``, and how many are not marked yet."""
    known = count.laki + count.perempuan
    share = f" ({round(count.perempuan * 100 / known)}%)" if known else ""
    unknown = f" · ? {count.tanpa_jk}" if count.tanpa_jk else ""
    return f"L {count.laki} · P {count.perempuan}{share}{unknown}"
