"""The rows of a preview of people as the table shows them, and its columns."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from musrenbang_desktop.domain.usulan import tempat_singkat
from ui.colours import colours
from ui.icons import icon
from ui.impor.model import Hasil, skipped, word
from ui.table import Column
from ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from musrenbang_desktop.exchange.peserta_import import PratinjauPeserta

LABELS: dict[str, str] = {
    "nama": QT_TRANSLATE_NOOP("Kolom", "Nama"),
    "jenis_kelamin": QT_TRANSLATE_NOOP("Kolom", "L/P"),
    "laki": QT_TRANSLATE_NOOP("Kolom", "Tanda L"),
    "perempuan": QT_TRANSLATE_NOOP("Kolom", "Tanda P"),
    "unsur": QT_TRANSLATE_NOOP("Kolom", "Unsur"),
    "jabatan": QT_TRANSLATE_NOOP("Kolom", "Jabatan"),
    "usia": QT_TRANSLATE_NOOP("Kolom", "Usia"),
    "tanggal_lahir": QT_TRANSLATE_NOOP("Kolom", "Tanggal lahir"),
    "lokasi": QT_TRANSLATE_NOOP("Kolom", "Alamat"),
    "dusun": QT_TRANSLATE_NOOP("Kolom", "Dusun"),
    "rt": QT_TRANSLATE_NOOP("Kolom", "RT (atau RT/RW)"),
    "rw": QT_TRANSLATE_NOOP("Kolom", "RW"),
    "status": QT_TRANSLATE_NOOP("Kolom", "Status penduduk"),
}

_ICONS = {"ok": "centang", "mended": "ubah", "refused": "masalah", "skipped": "panah-kanan"}


@dataclass(frozen=True, slots=True)
class BarisOrang:
    """One row of the file with what would become of it; ``dapat`` when it can be invited."""

    row: int
    hasil: Hasil
    nama: str
    jenis_kelamin: str = ""
    usia: str = ""
    unsur: str = ""
    jabatan: str = ""
    tempat: str = ""
    catatan: str = ""
    dapat: bool = False

    @property
    def id(self) -> str:
        """The row number is its name."""
        return str(self.row)


def rows(pratinjau: PratinjauPeserta, only: str, search: str) -> list[BarisOrang]:
    """The rows in the order of the file: all or those with one verdict, that hold the letters of ``search``."""
    found = [*_taken(pratinjau), *(BarisOrang(one.row, "skipped", one.text, catatan=skipped(one.jenis)) for one in
                                   pratinjau.lewat)]  # fmt: skip
    found.sort(key=lambda baris: baris.row)
    letters = search.strip().casefold()
    return [
        baris
        for baris in found
        if (not only or baris.hasil == only)
        and letters in f"{baris.nama} {baris.unsur} {baris.jabatan} {baris.tempat}".casefold()
    ]


def _taken(pratinjau: PratinjauPeserta) -> list[BarisOrang]:
    made = []
    for baris in pratinjau.rows:
        notes = "; ".join(f"{note.cell}: {note.text}" for note in baris.notes)
        person = baris.peserta
        if person is None:
            made.append(BarisOrang(baris.row, baris.verdict, "", catatan=notes))
            continue
        made.append(
            BarisOrang(
                row=baris.row,
                hasil=baris.verdict,
                nama=person.nama,
                jenis_kelamin=person.jenis_kelamin,
                usia="" if person.usia is None else str(person.usia),
                unsur=person.unsur,
                jabatan=person.jabatan,
                tempat=tempat_singkat(person.dusun, person.rt, person.rw),
                catatan=notes,
                dapat=True,
            )
        )
    return made


def columns(chosen: Callable[[], Collection[int]]) -> list[Column[BarisOrang]]:
    """Whether the row is chosen, the verdict, who it is, and the remarks with their cells."""

    def mark(baris: BarisOrang) -> QIcon | None:
        return icon("centang", colours().success) if baris.row in chosen() else None

    def tr(text: str) -> str:
        return QCoreApplication.translate("ImporPesertaTable", text)

    return [
        Column(
            key="pilih",
            title=tr("Undang"),
            value=lambda b: b.row in chosen(),
            text=lambda b: tr("ya") if b.row in chosen() else "",
            icon=mark,
        ),
        Column(key="hasil", title=tr("Hasil"), value=lambda b: word(b.hasil), icon=_icon, colour=_colour),
        Column(key="judul", title=tr("Nama"), value=lambda b: b.nama, tooltip=lambda b: b.nama, colour=_faded),
        Column(key="catatan", title=tr("Catatan"), value=lambda b: b.catatan, tooltip=lambda b: b.catatan),
        Column(key="jk", title=tr("L/P"), value=lambda b: b.jenis_kelamin, align="tengah"),
        Column(key="usia", title=tr("Usia"), value=lambda b: b.usia, align="kanan"),
        Column(key="unsur", title=tr("Unsur"), value=lambda b: b.unsur, tooltip=lambda b: b.unsur),
        Column(key="jabatan", title=tr("Jabatan"), value=lambda b: b.jabatan, tooltip=lambda b: b.jabatan),
        Column(key="tempat", title=tr("Alamat"), value=lambda b: b.tempat, tooltip=lambda b: b.tempat),
        Column(key="row", title=tr("Baris"), value=lambda b: b.row, align="kanan", colour=_faded),
    ]


def _faded(baris: BarisOrang) -> str:
    return colours().muted if baris.hasil == "skipped" else ""


def _colour(baris: BarisOrang) -> str:
    now = colours()
    return {"ok": now.success, "mended": now.warning, "refused": now.danger, "skipped": now.muted}[baris.hasil]


def _icon(baris: BarisOrang) -> QIcon | None:
    return icon(_ICONS[baris.hasil], _colour(baris))
