"""A list on paper of its own, saved as PDF where the operator says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.attempt import attempt
from ui.page import Page

if TYPE_CHECKING:
    from musrenbang_desktop.services.cetak_kamus import Cetakan


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)


def save_paper(page: Page, read: Callable[[], Cetakan]) -> None:
    """Read the list, ask where, draw it in the background; what the service refuses is said in the message bar."""
    made: list[Cetakan] = []
    if not attempt(page, lambda: made.append(read())):
        return
    (paper,) = made
    path = page.say.choose_save_file(_tr("Simpan sebagai PDF"), _tr("PDF (*.pdf)"), f"{paper.judul}.pdf")
    if path is None:
        return
    done = _tr("{judul} disimpan di {berkas}.").format(judul=paper.judul, berkas=path.name)
    page.background.run(
        lambda _control: _write(paper, path),
        lambda _done: page.say.success(done),
        label=_tr("Menggambar {judul}").format(judul=paper.judul),
    )


def _write(paper: Cetakan, path: Path) -> None:
    from musrenbang_desktop.db.whole_file import write_whole

    write_whole(path, paper.gambar())
