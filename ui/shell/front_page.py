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
        """Ctrl+H: who changed one record, when, from what to what; without ``record`` what the cursor stands on."""
        from ui.shell.history import RecordHistory  # only when somebody asks
        from ui.shell.subjects import subjects

        window, page = self._window, self._window.page()
        window.commit_field()
        for one in (record,) if record else subjects(page):
            steps = window.services.riwayat.perubahan(one) if one else []
            if steps:
                RecordHistory(steps, window.services.desk.store.device, page).open()
                return
        page.say.info(
            QCoreApplication.translate(
                "MainWindow", "Yang dipilih belum punya riwayat. Pilih baris atau isian yang sudah tercatat."
            )
        )
