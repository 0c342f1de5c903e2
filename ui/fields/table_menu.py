"""What can be done with any list: copy rows, copy all, save for Excel."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from ui.fields.table_view import TableView
from ui.icons import icon
from ui.lists import save_list
from ui.page import Page


def _tr(text: str) -> str:
    return QCoreApplication.translate("TableMenu", text)


def table_menu(table: TableView) -> QMenu:
    """The menu of one list; it forgets itself when it closes."""
    menu = QMenu(table)
    menu.setAccessibleName(_tr("Pilihan untuk daftar ini"))
    menu.aboutToHide.connect(menu.deleteLater)
    page = page_of(table)
    copy = menu.addAction(icon("salin"), _tr("Salin baris terpilih\tCtrl+C"), lambda: _copy(table.selected_text()))
    copy.setEnabled(bool(table.selectedIndexes()))
    menu.addAction(_tr("Salin semua baris"), lambda: _copy(table.text_of()))
    if page is not None:
        menu.addAction(
            icon("simpan"), _tr("Simpan sebagai Excel atau CSV\tCtrl+Shift+S"), lambda: save_list(page, table)
        )
        record = page.record_of(table.current()) if table.currentIndex().isValid() else ""
        if record:
            menu.addAction(icon("riwayat"), _tr("Riwayat baris ini\tCtrl+H"), lambda: page.wants_history.emit(record))
    return menu


def page_of(widget: QWidget) -> Page | None:
    """The page that a widget stands on."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Page):
        above = above.parentWidget()
    return above


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
