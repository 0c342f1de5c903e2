"""Any list as shown, saved for a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from musrenbang_desktop.exchange.listing import Daftar
from ui.background import JobControl
from ui.fields import TableView
from ui.forum_text import forum_sentence
from ui.page import Page


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lists", text)


def list_in_front(page: QWidget) -> TableView | None:
    """The list with the cursor, else the first one in sight."""
    focus = QApplication.focusWidget()
    shown = [table for table in page.findChildren(TableView) if table.isVisible()]
    return next((table for table in shown if table is focus), shown[0] if shown else None)


def save_list(page: Page, table: TableView | None = None) -> None:
    """Ask where, then write the rows of ``table`` (else of the list in front) in their order, in the background."""
    table = table or list_in_front(page)
    daftar = page.listing() if table is None else table.rows().listing(table.accessibleName())
    if daftar is None or not daftar.baris:
        page.say.info(_tr("Di sini tidak ada daftar yang dapat disimpan."))
        return
    path = page.say.choose_save_file(
        _tr("Simpan daftar"), _tr("Excel (*.xlsx);;CSV (*.csv)"), f"{daftar.nama_lembar}.xlsx"
    )
    if path is None:
        return
    if path.suffix.casefold() not in (".xlsx", ".csv"):
        path = path.with_name(f"{path.name}.xlsx")
    tentang = forum_sentence(page.services.forum.aktif(), QLocale())
    page.background.run(
        lambda control: _write(daftar, path, tentang, control),
        lambda _none: page.say.success(
            _tr("{n} baris disimpan di {tempat}.").format(n=len(daftar.baris), tempat=path.name)
        ),
        label=_tr("Menyimpan daftar"),
    )


def _write(daftar: Daftar, path: Path, tentang: str, control: JobControl) -> None:
    from musrenbang_desktop.db.whole_file import write_whole
    from musrenbang_desktop.exchange.listing_text import as_csv
    from musrenbang_desktop.exchange.listing_xlsx import as_xlsx

    def step(done: int, total: int) -> None:
        control.report(done, total)
        control.check()

    write_whole(path, as_csv(daftar) if path.suffix.casefold() == ".csv" else as_xlsx([daftar], tentang, step=step))
