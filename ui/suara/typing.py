"""What the two people type, as text and back: choices on a ballot, scores on a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.suara import SuratSuara
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.kisah import SKOR, SURAT, Pokok
from musrenbang_desktop.services.layanan import Layanan
from ui.translation import QT_TRANSLATE_NOOP

Keadaan = Literal["sama", "beda", "satu"]
"""both typings agree, they differ, or only one was typed"""

KEADAAN: dict[Keadaan, str] = {
    "sama": QT_TRANSLATE_NOOP("Suara", "sama"),
    "beda": QT_TRANSLATE_NOOP("Suara", "beda"),
    "satu": QT_TRANSLATE_NOOP("Suara", "baru satu"),
}
RUSAK = QT_TRANSLATE_NOOP("Suara", "rusak")
KOSONG = QT_TRANSLATE_NOOP("Suara", "kosong")
_SPOILED = "x"
_TAKEN_AWAY = "-"
_NO_SCORE = frozenset({".", "-"})


def tr(text: str) -> str:
    """Translate a text of this page's tables."""
    return QCoreApplication.translate("Suara", text)


@dataclass(frozen=True, slots=True)
class Ketikan:
    """One ballot or one row of a score sheet: its number, what stands there now, and whether both typings agree."""

    nomor: int
    teks: str
    keadaan: Keadaan

    @property
    def id(self) -> str:
        """The number, as the table knows its rows."""
        return str(self.nomor)


class Typing(Protocol):
    """What the page types: ballots, or score sheets a second time."""

    def rows(self, kelompok: str, pencacah: int) -> list[Ketikan]:
        """What was typed, by number."""

    def save(self, kelompok: str, pencacah: int, nomor: int, text: str) -> None:
        """Record one line. Raises RuleBroken."""

    def next_after(self, nomor: int) -> int:
        """The number that follows on paper."""

    def subject(self, kelompok: str, nomor: int) -> str:
        """What the history of a number is asked by; of the whole group for 0."""


class BallotTyping:
    """Ballots: the numbers of the usulan that are chosen, ``x`` for a spoiled one, nothing for a blank one.

    ``-`` takes a number away that was typed by mistake: there is no such paper.
    """

    def __init__(self, services: Layanan) -> None:
        self._services = services

    def rows(self, kelompok: str, pencacah: int) -> list[Ketikan]:
        labels = {usulan.id: str(usulan.nomor) for usulan in self._services.usulan.daftar()}
        own = self._services.suara.surat(kelompok, pencacah)
        other = self._services.suara.surat(kelompok, 3 - pencacah)
        return [Ketikan(n, show_ballot(surat, labels), _state(surat, other.get(n))) for n, surat in own.items()]

    def save(self, kelompok: str, pencacah: int, nomor: int, text: str) -> None:
        if text.strip() == _TAKEN_AWAY:
            self._services.suara.kosongkan(kelompok, pencacah, nomor)
            return
        by_number = {usulan.nomor: usulan.id for usulan in self._services.prioritas.usulan()}
        self._services.suara.isi(kelompok, pencacah, read_ballot(nomor, text, by_number))

    def next_after(self, nomor: int) -> int:
        return nomor + 1

    def subject(self, kelompok: str, nomor: int) -> str:
        box = f"{self._services.desk.forum_id}.{kelompok}.suara"
        return str(Pokok(box, SURAT, str(nomor)) if nomor else Pokok(box))


class SheetTyping:
    """Score sheets a second time: one score per criterion, a dot where there is none."""

    def __init__(self, services: Layanan) -> None:
        self._services = services

    def rows(self, kelompok: str, pencacah: int) -> list[Ketikan]:
        first, second = self._services.prioritas.lembar(kelompok), self._services.suara.ulang(kelompok)
        own, other = (first, second) if pencacah == 1 else (second, first)
        return [
            Ketikan(usulan.nomor, show_scores(own[usulan.id]), _state(own[usulan.id], other.get(usulan.id)))
            for usulan in self._usulan()
            if usulan.id in own
        ]

    def save(self, kelompok: str, pencacah: int, nomor: int, text: str) -> None:
        found = next((usulan for usulan in self._usulan() if usulan.nomor == nomor), None)
        if found is None:
            raise RuleBroken("pilihan", "tidak_ditemukan")
        scores = read_scores(text)
        if pencacah == 1:
            self._services.prioritas.isi(kelompok, {found.id: scores})
        else:
            self._services.suara.isi_ulang(kelompok, found.id, scores)

    def next_after(self, nomor: int) -> int:
        return next((usulan.nomor for usulan in self._usulan() if usulan.nomor > nomor), nomor)

    def subject(self, kelompok: str, nomor: int) -> str:
        sheet = f"{self._services.desk.forum_id}.{kelompok}"
        found = next((usulan.id for usulan in self._usulan() if usulan.nomor == nomor), "")
        return str(Pokok(sheet, SKOR, found)) if found else ""

    def _usulan(self) -> list[Usulan]:
        return sorted(self._services.prioritas.usulan(), key=lambda usulan: usulan.nomor)


def read_ballot(nomor: int, text: str, by_number: Mapping[int, str]) -> SuratSuara:
    """``3 7 12``, ``x``, or nothing. Raises RuleBroken("pilihan", "bukan_nomor" or "tidak_ditemukan")."""
    words = text.replace(",", " ").split()
    if [word.lower() for word in words] == [_SPOILED]:
        return SuratSuara(nomor, rusak=True)
    if not all(word.isdecimal() for word in words):
        raise RuleBroken("pilihan", "bukan_nomor", text)
    chosen = [by_number.get(int(word), "") for word in words]
    if "" in chosen:
        raise RuleBroken("pilihan", "tidak_ditemukan", text)
    return SuratSuara(nomor, tuple(chosen))


def show_ballot(surat: SuratSuara, labels: Mapping[str, str]) -> str:
    """The other way round, with a word where there is no number."""
    if surat.rusak:
        return tr(RUSAK)
    return " ".join(labels.get(record, "?") for record in surat.pilihan) or tr(KOSONG)


def read_scores(text: str) -> tuple[int | None, ...]:
    """``5 4 . 2 1``. Raises RuleBroken("nilai", "bukan_angka")."""
    words = text.replace(",", " ").split()
    if not all(word in _NO_SCORE or word.isdecimal() for word in words):
        raise RuleBroken("nilai", "bukan_angka", text)
    return tuple(None if word in _NO_SCORE else int(word) for word in words)


def show_scores(scores: Sequence[int | None]) -> str:
    """The other way round."""
    return " ".join("." if score is None else str(score) for score in scores)


def _state(own: object, other: object | None) -> Keadaan:
    if other is None:
        return "satu"
    return "sama" if own == other else "beda"
