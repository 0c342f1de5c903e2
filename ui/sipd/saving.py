"""Lists of the SIPD queue and books written as Excel, in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.services.ekspor import Nama, kumpulan
from ui.page import Page


def save(page: Page, nama: Nama, path: Path, then: Callable[[Path], object]) -> None:
    """Write the lists of ``nama`` to ``path``; troubles are said with a way to try again."""
    lists = kumpulan(page.services, nama)
    forum = page.services.forum.aktif()
    about = forum.sebutan if forum else ""

    def job(_control: object) -> None:
        from musrenbang_desktop.db.whole_file import write_whole
        from musrenbang_desktop.exchange.listing_xlsx import as_xlsx

        write_whole(path, as_xlsx(lists, about))

    page.background.run(
        job,
        lambda _none: then(path),
        lambda problem: page.say.trouble(problem, retry=lambda: save(page, nama, path, then)),
        label=QCoreApplication.translate("SipdPage", "Menyimpan Excel"),
    )
