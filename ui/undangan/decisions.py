"""What is decided about two people side by side: they are one, or they are two. Either can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.attempt import attempt
from ui.say import Action

if TYPE_CHECKING:
    from ui.undangan.page import UndanganPage


def _tr(text: str) -> str:
    return QCoreApplication.translate("UndanganPage", text)


def one_person(page: UndanganPage, stays: str, leaves: str, fields: dict[str, Any]) -> None:
    """Two records become one."""
    if attempt(page, lambda: page.services.undangan.gabung(stays, leaves, fields)):
        page.merge.forget()
        page.escape()
        page.table.select_record(stays)
        page.table.setFocus()
        page.say.success(_tr("Dua catatan menjadi satu orang."), _back(page))


def two_people(page: UndanganPage) -> None:
    """The pair side by side is not one person; it is not asked about again."""
    pair = page.merge.pair
    if pair and attempt(page, lambda: page.services.undangan.dua_orang(pair[0].id, pair[1].id)):
        page.merge.forget()
        page.escape()
        words = _tr("{a} dan {b} memang dua orang; tidak ditanyakan lagi.")
        page.say.success(words.format(a=pair[0].nama, b=pair[1].nama), _back(page))


def _back(page: UndanganPage) -> Action:
    return Action(_tr("Urungkan"), lambda: attempt(page, page.services.riwayat.batalkan))
