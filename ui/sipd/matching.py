"""Numbers taken over from a list that SIPD wrote."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.sipd import BarisSipd
from musrenbang_desktop.exchange.sipd_status import Cocok, baca_status
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca
from ui.fields import LineField
from ui.forum_page import ForumPage

#: Names of rows that nobody knows, spelled out.
_NAMED = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("SipdPage", text)


def match(page: ForumPage, queue: Sequence[BarisSipd], by: LineField) -> None:
    """Ask for the file, read it in the background, record what was known again in one act."""
    path = page.say.choose_open_file(_tr("Daftar usulan dari SIPD"), _tr("Excel atau CSV (*.xlsx *.xls *.csv)"))
    if path is None:
        return

    def keep(found: Cocok) -> None:
        counted: list[int] = []
        by.commit()
        if page.attempt(lambda: counted.append(page.services.sipd.cocokkan(found.status, by.text()))):
            _tell(page, found, counted[0])

    def unread(problem: Exception) -> None:
        if isinstance(problem, BerkasTidakTerbaca):
            page.say.error(problem.kalimat)
        else:
            page.say.trouble(problem, retry=lambda: match(page, queue, by))

    page.background.run(lambda _control: baca_status(path, queue), keep, unread, label=_tr("Membaca daftar SIPD"))


def _tell(page: ForumPage, found: Cocok, changed: int) -> None:
    words = _tr("{n} usulan dicocokkan.").format(n=changed)
    left = [*found.tidak_dikenal, *found.meragukan]
    if not left:
        page.say.success(words)
        return
    unknown = _tr("{n} baris SIPD tidak dikenali: {nama}.").format(n=len(left), nama="; ".join(left[:_NAMED]))
    page.say.warning(f"{words} {unknown}")
