"""The rows of a preview as the table shows them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.db.queries.malas import Malas
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.exchange.pratinjau import Diperiksa
from ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musrenbang_desktop.exchange.pratinjau import Pratinjau

Hasil = Literal["ok", "mended", "refused", "skipped"]
HASIL: tuple[Hasil, ...] = ("ok", "mended", "refused", "skipped")

WORDS: dict[str, str] = {
    "ok": QT_TRANSLATE_NOOP("Impor", "Siap"),
    "mended": QT_TRANSLATE_NOOP("Impor", "Diperbaiki"),
    "refused": QT_TRANSLATE_NOOP("Impor", "Ditolak"),
    "skipped": QT_TRANSLATE_NOOP("Impor", "Dilewati"),
}

_SKIPPED = {
    "judul_bidang": QT_TRANSLATE_NOOP("Impor", "Judul bidang untuk baris di bawahnya, bukan usulan"),
    "jumlah": QT_TRANSLATE_NOOP("Impor", "Baris jumlah"),
    "kaki": QT_TRANSLATE_NOOP("Impor", "Tanda tangan atau catatan kaki"),
    "tanpa_isi": QT_TRANSLATE_NOOP("Impor", "Baris tanpa nama"),
    "judul_unsur": QT_TRANSLATE_NOOP("Impor", "Judul unsur untuk baris di bawahnya, bukan orang"),
    "tidak_ada_lagi": QT_TRANSLATE_NOOP("Impor", "Meninggal, pindah, atau tidak lagi tercatat di desa"),
    "obrolan": QT_TRANSLATE_NOOP("Impor", "Bukan butir usulan: salam, judul, atau percakapan"),
    "judul_kolom": QT_TRANSLATE_NOOP("Impor", "Judul kolom yang terulang"),
}


def word(hasil: str) -> str:
    """The word for a verdict."""
    return QCoreApplication.translate("Impor", WORDS[hasil])


def skipped(jenis: str) -> str:
    """Why a row is not taken."""
    return QCoreApplication.translate("Impor", _SKIPPED[jenis])


@dataclass(frozen=True, slots=True)
class BarisImpor:
    """One row of the file with what would become of it."""

    row: int
    hasil: Hasil
    judul: str
    tempat: str
    volume: str
    biaya: str
    catatan: str

    @property
    def id(self) -> str:
        """The row number is its name."""
        return str(self.row)


def rows(pratinjau: Pratinjau, only: str = "") -> Malas[BarisImpor]:
    """All rows in the order of the file, or only those with one verdict. Each is made when it is looked at."""
    judged = pratinjau.rows
    numbers: Sequence[int] = judged.numbers
    places: Sequence[int] = range(len(judged))
    if only:
        places = [place for place in places if judged.verdict(place) == only]
        numbers = [numbers[place] for place in places]
    if pratinjau.lewat and only in ("", "skipped"):
        passed_over = ((one.row, ~place) for place, one in enumerate(pratinjau.lewat))
        numbers, places = zip(*sorted([*zip(numbers, places, strict=True), *passed_over]), strict=True)
    return Malas(places, partial(_row, pratinjau), list(map(str, numbers)))


def count(pratinjau: Diperiksa[Any], hasil: Hasil) -> int:
    """How many rows have this verdict."""
    return len(pratinjau.lewat) if hasil == "skipped" else pratinjau.count(hasil)


def _row(pratinjau: Pratinjau, place: int) -> BarisImpor:
    """A judged row; ``~place`` is one that was passed over."""
    if place < 0:
        one = pratinjau.lewat[~place]
        return BarisImpor(one.row, "skipped", one.text, "", "", "", skipped(one.jenis))
    baris = pratinjau.rows[place]
    usulan = baris.usulan
    notes = "; ".join(f"{note.cell}: {note.text}" for note in baris.notes)
    if usulan is None:
        return BarisImpor(baris.row, baris.verdict, "", "", "", "", notes)
    rukun = "/".join(part for part in (usulan.rt, usulan.rw) if part)
    where = " ".join(part for part in (usulan.dusun, rukun and f"RT {rukun}") if part) or usulan.lokasi
    volume = " ".join(part for part in (usulan.volume, usulan.satuan) if part)
    cost = "" if usulan.perkiraan_biaya is None else format_rupiah(usulan.perkiraan_biaya)
    return BarisImpor(baris.row, baris.verdict, usulan.judul, where, volume, cost, notes)
