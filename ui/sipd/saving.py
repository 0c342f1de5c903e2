"""Lists of the SIPD queue and books written as Excel, in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.services.ekspor import Nama, kumpulan
from ui.page import Page


def save(page: Page, nama: Nama, suggested: str) -> None:
    """Ask where, write the lists of ``nama`` there and say so."""
    path = page.say.choose_save_file(_tr("Simpan"), _tr("Excel (*.xlsx)"), suggested)
    if path is not None:
        _write(page, nama, path if path.suffix else path.with_suffix(".xlsx"))


def _write(page: Page, nama: Nama, path: Path) -> None:
    lists = kumpulan(page.services, nama)
    forum = page.services.forum.aktif()
    about = f"{forum.sebutan}{forum.tanda_latihan}" if forum else ""

    def job(_control: object) -> None:
        from musrenbang_desktop.db.whole_file import write_whole
        from musrenbang_desktop.exchange.listing_xlsx import as_xlsx

        write_whole(path, as_xlsx(lists, about))

    page.background.run(
        job,
        lambda _none: page.say.success(_tr("{berkas} tersimpan.").format(berkas=path.name)),
        lambda problem: page.say.trouble(problem, retry=lambda: _write(page, nama, path)),
        label=_tr("Menyimpan Excel"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("SipdPage", text)
