"""F5 and F8: the layar from wherever the operator is. Its page, and all it loads, is made when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from ui.main_window import MainWindow

PAGE = "layar"


class HallKeys(QObject):
    """Opens, freezes and closes the layar for the shell, and says in the bottom line what the hall sees."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before = ""
        self._page: Any = None
        window.stack.made.connect(self._on_made)
        for keys, act in (("F5", self.show), ("F8", self.freeze)):
            QShortcut(QKeySequence(keys), window).activated.connect(act)
        window.status.layar_clicked.connect(lambda: window.show_page(PAGE))

    def show(self) -> None:
        """F5: open the layar; when it is open, go to its page and back."""
        window = self._window
        window.commit_field()
        here = window.stack.current_key
        page = self._made()
        if page is None:
            return
        if page.has_forum and not page.projector.open:
            page.open_screen()
        elif here == PAGE and self._before:
            window.show_page(self._before)
            return
        if here != PAGE:
            self._before = here
            window.show_page(PAGE)

    def freeze(self) -> None:
        """F8: the hall keeps its picture."""
        page = self._made()
        if page is not None:
            page.toggle_freeze()

    def close(self) -> None:
        """The window closes, and the layar with it."""
        if self._page is not None:
            self._page.close_screen()

    def _made(self) -> Any:
        """The page, made without being shown. None in a window without it."""
        self._window.stack.ready(PAGE)
        return self._page

    def _on_made(self, key: str, page: Any) -> None:
        if key != PAGE:
            return
        from ui.layar.page import LayarPage  # it is made already: nothing is loaded here

        if isinstance(page, LayarPage):
            self._page = page
            page.projector.operator = self._window
            page.projector.changed.connect(self._tell)

    def _tell(self) -> None:
        projector = self._page.projector
        self._window.status.show_layar(projector.seen.name() if projector.open else "", frozen=projector.frozen)
