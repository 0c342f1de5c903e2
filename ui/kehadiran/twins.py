"""The question about a guest who may be somebody on the list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.forum_page import ForumPage
from ui.say import Action


def ask_about(page: ForumPage, record: str) -> None:
    """Say whom a guest may be the same as: only a question that passes, the next one can come in meanwhile. Undangan
    asks again for as long as both are there.
    """
    others = page.services.undangan.serupa_dengan(record)
    if not others:
        return
    words = QCoreApplication.translate(
        "Kehadiran", "Tamu ini mungkin sama dengan {nama} (nomor {n}). Bandingkan nanti, tidak ada yang digabung."
    )
    pair = f"banding:{others[0].id}:{record}"
    page.say.info(
        words.format(nama=others[0].nama, n=others[0].nomor),
        Action(QCoreApplication.translate("Kehadiran", "Bandingkan"), lambda: page.go("undangan", pair)),
    )
