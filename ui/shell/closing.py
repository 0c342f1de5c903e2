"""What is asked before the window closes: nothing typed is lost unasked, a running job may be waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from ui.background import Background
from ui.page import Page
from ui.say import Say


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def words_kept(pages: Iterable[tuple[str, Page]], say: Say, show: Callable[[str], object]) -> bool:
    """Whether every page has its words in the records, or the operator gives them up; else that page is shown."""
    for key, page in pages:
        if page.settle():
            continue
        if not say.ask(
            _tr("Di halaman {nama} ada isian yang belum tersimpan. Tutup juga?").format(nama=page.title()),
            yes=_tr("Tutup, buang isian itu"),
            no=_tr("Kembali ke isian"),
            details=_tr("Semua yang sudah tercatat aman."),
        ):
            show(key)
            return False
    return True


def job_may_stop(background: Background, say: Say) -> bool:
    """Whether nothing runs, or the operator stops it."""
    return not background.busy or say.ask(
        _tr("{pekerjaan} masih berjalan. Tutup sekarang?").format(pekerjaan=background.label),
        yes=_tr("Hentikan dan tutup"),
        no=_tr("Tunggu"),
    )
