"""One printout on its way: sent in the background, recorded when the printer has it, its failure said in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.background import Background
from ui.dokumen import printing
from ui.dokumen.print_card import PrintWish
from ui.say import Action, Say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def _tr(text: str) -> str:
    return QCoreApplication.translate("DokumenPage", text)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """``data`` is the PDF, ``title`` the document for people, ``saved`` where its file lies; ``printed`` records it."""

    data: bytes
    title: str
    saved: Path
    wish: PrintWish
    printed: Callable[[], object] = bool

    def start(self, target: QPrinter, say: Say, background: Background, again: Callable[[], object]) -> None:
        """Send it; ``again`` begins from the choice of a printer."""
        background.run(
            lambda control: printing.send(self.data, target, control, self.title, self.wish.pages, self.wish.way),
            lambda pages: self._done(pages, say),
            lambda problem: explain(problem, self.wish.printer, self.saved, say, again),
            label=_tr("Mencetak {dokumen}").format(dokumen=self.title),
        )

    def _done(self, pages: int, say: Say) -> None:
        say.success(_tr("{n} halaman dikirim ke {printer}.").format(n=pages, printer=self.wish.printer))
        self.printed()


def explain(problem: Exception, printer: str, saved: Path, say: Say, again: Callable[[], object]) -> None:
    """Say why nothing came out, and that the file is safe."""
    if not isinstance(problem, printing.PrintFailed):
        say.trouble(problem, retry=again)
        return
    say.error(
        _tr(
            "{printer} tidak menerima cetakan. PDF sudah tersimpan di {tempat}. "
            "Periksa kabel dan kertas printer, lalu coba lagi."
        ).format(printer=printer, tempat=saved),
        Action(_tr("Coba lagi"), again),
    )
