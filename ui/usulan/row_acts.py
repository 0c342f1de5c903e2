"""What is done with the current row of the list: copied as a new usulan, moved within its origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.usulan import FIELDS, UsulanBaru

if TYPE_CHECKING:
    from ui.usulan.page import UsulanPage

OWN = ("titipan", "peringkat_asal", "catatan")
"""What a copied row does not take along: its ticket, its rank, what was said about the other."""


def tr(text: str) -> str:
    """Translate a text of the page."""
    return QCoreApplication.translate("UsulanPage", text)


def copy_row(page: UsulanPage) -> str:
    """The current usulan once more, as a new one; answers its id, or nothing."""
    usulan = page.grid.current()
    if usulan is None:
        page.say.info(tr("Pilih dulu baris yang akan disalin."))
        return ""
    copy = UsulanBaru(**{name: getattr(usulan, name) for name in FIELDS if name not in OWN})
    made: list[str] = []
    page.attempt(lambda: made.append(page.services.usulan.catat(copy)))
    return made[0] if made else ""


def move_row(page: UsulanPage, step: int) -> None:
    """The current usulan one place up or down within its RW, dusun or group."""
    usulan = page.grid.current()
    if usulan is None:
        page.say.info(tr("Pilih dulu usulan yang akan diurutkan di asalnya."))
        return
    places: list[int | None] = []
    if page.attempt(lambda: places.append(page.services.usulan.geser(usulan.id, step))) and places[0]:
        told = tr("{nomor} sekarang P{urutan} di {asal}.")
        asal = usulan.asal_urut or tr("asalnya")
        page.say.info(told.format(nomor=usulan.label, urutan=places[0], asal=asal))
