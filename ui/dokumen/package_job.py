"""The package of the day on its way: drawn, saved, printed one after another, each recorded as soon as it is out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.db.whole_file import write_whole
from musrenbang_desktop.services.dokumen import DokumenService
from musrenbang_desktop.services.paket_hari_ini import NAMA
from musrenbang_desktop.services.penggambar import Penggambar
from ui.background import JobControl
from ui.dokumen import printing, render
from ui.dokumen.drawn import draw
from ui.dokumen.package_panel import PackageWish
from ui.dokumen.printing import Way

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a package: how many documents, sheets of paper with all copies, and the file where it was
    saved instead."""

    documents: int
    sheets: int
    saved: Path | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """The progress of one document among those of the package."""

    control: JobControl
    title: str

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        self.control.report(done, total, text or self.title)

    def check(self) -> None:
        self.control.check()

    def on_window(self, act: Callable[[], T]) -> T:
        return self.control.on_window(act)


@dataclass(frozen=True, slots=True)
class PackageJob:
    """``service`` is only used on the window's thread. All belongs to the forum that is drawn, whichever one is on the
    desk by then."""

    penggambar: Penggambar
    service: DokumenService
    wish: PackageWish
    printer: Callable[[str, int], QPrinter]

    def __call__(self, control: JobControl) -> Result:
        """Do all of it in the background; a cancelled package keeps what was printed until then.

        Raises PrintFailed, Trouble, RuleBroken.
        """
        parts: list[bytes] = []
        sheets, forum = 0, self.penggambar.isi.forum.id
        for done, (jenis, copies) in enumerate(self.wish.rows):
            control.check()
            control.report(done, len(self.wish.rows), JENIS[jenis])
            drawn = draw(jenis, self.penggambar)
            pages = range(1, len(drawn.sheets) + 1)
            control.on_window(partial(self.service.simpan, jenis, drawn.data, len(drawn.sheets), forum, drawn.urutan))
            if self.wish.device is None:
                parts.append(drawn.data)
                sheets += len(drawn.sheets)
                continue
            ulang = control.on_window(partial(self.service.ulang_ke, jenis, drawn.sha256, pages, forum))
            marked = draw(jenis, self.penggambar, ulang) if ulang else drawn
            way = Way(self.wish.device.plans(drawn.sheets[0])[0], self._shift(control))
            target = control.on_window(partial(self.printer, self.wish.device.name, copies))
            sent = printing.send(marked.data, target, _Part(control, JENIS[jenis]), JENIS[jenis], way=way)
            control.on_window(partial(self.service.catat_cetak, jenis, drawn.sha256, pages, ulang, forum))
            sheets += sent * copies * (way.plan.sheets if way.plan else 1)
        if self.wish.device is not None:
            return Result(len(self.wish.rows), sheets)
        path = control.on_window(partial(self.service.folder, forum)) / NAMA
        write_whole(path, render.joined(parts))
        return Result(len(self.wish.rows), sheets, path)

    def _shift(self, control: JobControl) -> tuple[float, float]:
        name = self.wish.device.name if self.wish.device else ""
        return control.on_window(partial(self.service.koreksi, name))


def label() -> str:
    """What the job is called in the status line."""
    return QCoreApplication.translate("DokumenPage", "Mencetak paket hari ini")
