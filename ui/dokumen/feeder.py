"""The pictures of the preview, drawn in the background one after another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.background import Background, JobControl, Progress
from ui.dokumen import render
from ui.dokumen.drawn import Drawn
from ui.dokumen.preview import Picture, Preview
from ui.say import Say


class PictureFeeder(QObject):
    """Draws what the preview lacks of the document shown; what comes too late is thrown away."""

    def __init__(self, preview: Preview, shown: Callable[[], Drawn | None], say: Say, background: Background) -> None:
        super().__init__(preview)
        self._preview, self._shown, self._say, self._background = preview, shown, say, background
        self._picturing: JobControl | None = None
        self._stopped = False
        preview.wanted.connect(self.feed)
        background.progressed.connect(self._on_progress)

    def go_on(self) -> None:
        """Somebody looks again, after a picture that failed or was cancelled too."""
        self._stopped = False
        self.feed()

    def feed(self) -> None:
        """Draw the next picture that the preview lacks; its arrival asks for the one after."""
        shown = self._shown()
        wish = self._preview.missing() if shown else None
        if shown is None or wish is None or self._picturing or self._stopped:
            return
        pages = len(shown.sheets)

        def job(control: JobControl) -> render.Raster:
            control.report(wish.page, pages)
            made = render.raster(shown.data, wish.page, wish.width)
            control.check()
            return made

        self._picturing = JobControl("", lambda _progress: None)
        control = self._background.run(
            job, lambda raster: self._take(shown, wish, raster), self._failed, label=self.tr("Menyiapkan pratinjau")
        )
        if self._picturing is not None:
            self._picturing = control

    def _take(self, drawn: Drawn, picture: Picture, raster: render.Raster) -> None:
        self._picturing = None
        if drawn is self._shown():
            self._preview.put(picture, raster)
        self.feed()

    def _failed(self, problem: Exception) -> None:
        self._picturing = None
        self._stopped = True
        self._say.trouble(problem, retry=self.go_on)

    def _on_progress(self, progress: Progress | None) -> None:
        """A picture that was cancelled answers nothing: notice it here, and wait until the page is shown again."""
        if progress is None and self._picturing is not None and self._picturing.cancelled:
            self._picturing = None
            self._stopped = True
