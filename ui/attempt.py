"""Doing one act of a page, with every refusal in a sentence where the operator looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields import FieldRow
from ui.page import Page
from ui.say import Action
from ui.sentences import sentence

#: Fields of a refusal that stand for the whole forum, not for the field that was typed.
_WHOLE = frozenset({"forum", "peserta", "usulan"})


def attempt(page: Page, act: Callable[[], object], row: FieldRow | None = None) -> bool:
    """Do ``act``; True when it was done. A broken rule is explained at ``row``, or in the message bar without one."""
    meant = _forum(page)
    try:
        act()
    except RuleBroken as broken:
        _explain(page, broken, row)
        return False
    except Trouble as problem:
        if row is not None:
            row.not_recorded()
        page.say.trouble(problem, retry=lambda: _again(page, act, row, meant))
        return False
    return True


def _again(page: Page, act: Callable[[], object], row: FieldRow | None, meant: str) -> bool:
    """The second try is for the forum that was meant: it writes nothing into another one."""
    if _forum(page) == meant:
        return attempt(page, act, row)
    page.say.warning(
        QCoreApplication.translate(
            "Attempt",
            "Tidak dicoba lagi: sekarang musrenbang lain yang dibuka. Pilih yang tadi, lalu ulangi di sana.",
        ),
        Action(QCoreApplication.translate("Attempt", "Pilih musrenbang"), lambda: page.go("siapkan")),
    )
    return False


def _forum(page: Page) -> str:
    """The id of the forum on the desk, or nothing."""
    forum = page.services.forum.aktif()
    return forum.id if forum else ""


def _explain(page: Page, broken: RuleBroken, row: FieldRow | None) -> None:
    if row is not None and broken.field not in _WHOLE:
        row.show_error(broken)
        return
    way_out = None
    if (broken.field, broken.code) == ("forum", "sudah_ditutup"):
        way_out = Action(QCoreApplication.translate("Attempt", "Buka kesepakatan"), lambda: page.go("kesepakatan"))
    elif (broken.field, broken.code) == ("forum", "belum_ada"):
        way_out = Action(QCoreApplication.translate("Attempt", "Mulai musrenbang"), lambda: page.go("siapkan"))
    page.say.warning(sentence(broken), way_out)
