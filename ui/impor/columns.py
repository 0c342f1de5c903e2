"""The columns of the preview."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from ui.colours import colours
from ui.icons import icon
from ui.impor.model import BarisImpor, word
from ui.table import Column

_ICONS = {"ok": "centang", "mended": "ubah", "refused": "masalah", "skipped": "panah-kanan"}


def tr(text: str) -> str:
    """Translate a text of this table."""
    return QCoreApplication.translate("ImporTable", text)


def columns() -> list[Column[BarisImpor]]:
    """Row in the file, verdict, what was understood, and the remarks with their cells."""
    return [
        Column(key="row", title=tr("Baris"), value=lambda b: b.row, align="kanan", colour=_faded),
        Column(key="hasil", title=tr("Hasil"), value=lambda b: word(b.hasil), icon=_icon, colour=_colour),
        Column(key="judul", title=tr("Usulan"), value=lambda b: b.judul, tooltip=lambda b: b.judul, colour=_faded),
        Column(
            key="catatan", title=tr("Catatan"), value=lambda b: b.catatan, tooltip=lambda b: b.catatan, colour=_colour
        ),
        Column(key="volume", title=tr("Volume"), value=lambda b: b.volume, align="kanan"),
        Column(key="biaya", title=tr("Perkiraan"), value=lambda b: b.biaya, align="kanan"),
        Column(key="tempat", title=tr("Lokasi"), value=lambda b: b.tempat, tooltip=lambda b: b.tempat),
    ]


def _faded(baris: BarisImpor) -> str:
    return colours().muted if baris.hasil == "skipped" else ""


def _colour(baris: BarisImpor) -> str:
    now = colours()
    return {"ok": now.success, "mended": now.warning, "refused": now.danger, "skipped": now.muted}[baris.hasil]


def _icon(baris: BarisImpor) -> QIcon | None:
    return icon(_ICONS[baris.hasil], _colour(baris))
