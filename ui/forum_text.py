"""The sentence in the top strip: which village, which day, which year is planned."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from musrenbang_desktop.domain.forum import Forum


def forum_sentence(forum: Forum | None, locale: QLocale) -> str:
    """``Desa Sukamaju · Forum Rab, 21 Jan 2026 → rencana 2027``."""
    if forum is None:
        return QCoreApplication.translate("ForumText", "Belum ada forum yang dibuka")
    day = QDate.fromString(forum.tanggal, "yyyy-MM-dd")
    name = forum.sebutan
    if forum.tingkat != "utama":
        from musrenbang_desktop.domain.silsilah import sebutan_forum  # most forums are those of the village

        name = sebutan_forum(forum)
    text = QCoreApplication.translate("ForumText", "{desa} · Forum {hari} → rencana {tahun}").format(
        desa=name,
        hari=locale.toString(day, "ddd, d MMM yyyy") if day.isValid() else forum.tanggal,
        tahun=forum.tahun_rencana,
    )
    return text + (QCoreApplication.translate("ForumText", " · LATIHAN") if forum.latihan else "")
