"""The keys that mean the page in front: what is typed is taken first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class FrontPage:
    """Ctrl+F, Ctrl+N, Ctrl+P, Ctrl+Enter, Ctrl+Shift+S and Ctrl+H."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self._window.page().focus_filter()

    def new_item(self) -> None:
        """Ctrl+N."""
        self._window.commit_field()
        self._window.page().new_item()

    def print_document(self) -> None:
        """Ctrl+P."""
        self._window.commit_field()
        self._window.page().print_document()

    def save_and_new(self) -> None:
        """Ctrl+Enter."""
        self._window.commit_field()
        self._window.page().save_and_new()

    def save_list(self) -> None:
        """Ctrl+Shift+S: the list in front, for a spreadsheet."""
        from ui.lists import save_list  # only when somebody saves one

        self._window.commit_field()
        save_list(self._window.page())

    def show_history(self, record: str = "") -> None:
        """Ctrl+H: who changed one record, when, from what to what; without ``record`` the row that is chosen."""
        from ui.lists import list_in_front  # only when somebody asks
        from ui.shell.history import RecordHistory

        window, page = self._window, self._window.page()
        window.commit_field()
        table = list_in_front(page)
        row = table.current() if table is not None else None
        record = record or page.record_of(row)
        steps = window.services.riwayat.perubahan(record) if record else []
        if steps:
            RecordHistory(steps, window.services.desk.store.device, page).open()
            return
        page.say.info(
            QCoreApplication.translate("MainWindow", "Pilih dulu satu baris usulan, peserta, atau kesepakatan.")
        )
