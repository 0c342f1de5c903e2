"""The list of invitations as texts to paste in WhatsApp."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from musrenbang_desktop.services.layanan import Layanan
from ui.say import Say


def copy_wa(services: Layanan, say: Say, unsur: str = "") -> None:
    """Copy the list and a message for every unsur, or only the message of one ``unsur``."""
    from musrenbang_desktop.exchange.wa import daftar_wa, pesan_wa  # only when somebody copies

    forum = services.forum.aktif()
    people = services.peserta.daftar("", "undangan")
    if forum is None or not people:
        say.info(_tr("Belum ada undangan untuk disalin."))
    elif unsur:
        QGuiApplication.clipboard().setText(pesan_wa(forum, unsur, [one for one in people if one.unsur == unsur]))
        say.success(_tr("Pesan untuk {unsur} tersalin. Tempel di WhatsApp.").format(unsur=unsur))
    else:
        QGuiApplication.clipboard().setText(daftar_wa(forum, people))
        say.success(_tr("Daftar dan pesan tiap unsur tersalin. Tempel di WhatsApp."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("UndanganPage", text)
