"""Words that were typed before, offered while typing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from musrenbang_desktop.domain.bidang import BIDANG_DESA, SATUAN
from musrenbang_desktop.services.usulan import UsulanService

_ALWAYS = {"satuan": SATUAN, "bidang": BIDANG_DESA, "asal": ("PKK", "Karang Taruna", "Forum Anak", "Kelompok Tani")}


def offer(line: QLineEdit, words: Iterable[str]) -> None:
    """Offer these words in ``line``; called again it replaces them."""
    before = line.findChildren(QStringListModel)
    if before:
        before[0].setStringList(list(words))
        return
    made = QCompleter(list(words), line)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(made)


def offer_known(
    lines: dict[str, QLineEdit], usulan: UsulanService, more: Mapping[str, Iterable[str]] | None = None
) -> None:
    """Offer in every line what this forum has used for that field, then ``more`` words, then the usual ones."""
    for field, line in lines.items():
        words = [*usulan.pilihan(field), *(more or {}).get(field, ()), *_ALWAYS.get(field, ())]
        offer(line, dict.fromkeys(words))
