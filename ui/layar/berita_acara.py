"""Berita acara, part by part: pictures of the very bytes that Dokumen previews, saves and prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background, JobControl
from ui.layar.board import Board
from ui.layar.scene import Scene, on_page, tr

JENIS = "berita_acara"
#: The white at the left and the right of a sheet that the hall need not see, as shares of its width.
_EDGES = (0.11, 0.065)
#: Where the printed part of a sheet begins and ends, as shares of its height.
_TOP, _BOTTOM = 0.04, 0.985
#: Neighbouring parts share so much of their height, so that no line is only seen cut in two.
_SHARED = 0.08
_MOST_KEPT = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page: from ``top`` to ``bottom`` as shares of its height."""

    page: int
    top: float
    bottom: float


class BeritaAcaraScene(Scene):
    """Pages are drawn and turned into pictures in the background; until then the scene says so."""

    key = "berita_acara"
    kinds = frozenset("forum usulan peserta kehadiran penundaan aturan skor kesepakatan segel".split())

    def __init__(self, services: Layanan, background: Background, arrived: Callable[[], object]) -> None:
        super().__init__(services)
        self._background, self._arrived = background, arrived
        self._wanted: object = None
        self._pictures: dict[tuple[int, int], QImage] = {}
        self._asked: set[tuple[int, int]] = set()
        self.data = b""
        """the PDF on show"""
        self._shapes: tuple[float, ...] = ()
        self._failed = False

    def name(self) -> str:
        return tr("Berita acara")

    def read(self) -> None:
        """Draw the document again when its facts changed."""
        wanted = self.services.dokumen.penggambar()
        if wanted == self._wanted:
            return
        self._wanted, self._failed = wanted, False

        def job(_control: JobControl) -> tuple[bytes, tuple[float, ...]]:
            from ui.dokumen.drawn import draw

            drawn = draw(JENIS, wanted)
            return drawn.data, tuple(sheet.height / sheet.width for sheet in drawn.sheets)

        def keep(made: tuple[bytes, tuple[float, ...]]) -> None:
            if wanted is self._wanted:
                (self.data, self._shapes), self._pictures, self._asked = made, {}, set()
                self._arrived()

        self._background.run(job, keep, self._fail, label=tr("Menyiapkan berita acara untuk layar"))

    def draw(self, board: Board, page: int) -> int:
        colours = board.colours
        if not self._shapes:
            board.strip(self.name())
            board.message(tr("Berita acara belum dapat dibaca") if self._failed else tr("Menyiapkan berita acara…"))
            return 1
        parts = self._parts(board)
        page = on_page(page, parts)
        part = parts[page]
        board.background = colours.nav
        words = tr("halaman {n} dari {semua}").format(n=part.page + 1, semua=len(self._shapes))
        board.strip(self.name(), words)
        width = round(board.width / (1 - sum(_EDGES)))
        image = self._picture(part.page, width)
        room = QRectF(0, board.unit * 2.1, board.width, board.height - board.unit * 2.1)
        if image is None:
            board.message(tr("Menyiapkan halaman {n}…").format(n=part.page + 1))
            return len(parts)
        board.background = colours.nav
        top, height = image.height() * part.top, image.height() * (part.bottom - part.top)
        crop = image.copy(
            round(image.width() * _EDGES[0]), round(top), round(image.width() * (1 - sum(_EDGES))), round(height)
        )
        shown = room.width() * crop.height() / max(1, crop.width())
        board.picture(QRectF(room.x(), room.y(), room.width(), shown), crop)
        return len(parts)

    def _parts(self, board: Board) -> list[Part]:
        """As many parts of each page as it takes to show it as wide as the screen."""
        seen = (board.height - board.unit * 2.1) / board.width * (1 - sum(_EDGES))
        parts: list[Part] = []
        for page, shape in enumerate(self._shapes):
            whole = _BOTTOM - _TOP
            share = min(whole, seen / shape)
            count = 1
            while share * count - _SHARED * share * (count - 1) < whole - 1e-6 and count < 20:
                count += 1
            step = (whole - share) / (count - 1) if count > 1 else 0.0
            parts += [Part(page, _TOP + number * step, _TOP + number * step + share) for number in range(count)]
        return parts

    def _picture(self, page: int, width: int) -> QImage | None:
        wish = (page, width)
        if wish in self._pictures:
            return self._pictures[wish]
        if wish not in self._asked:
            self._asked.add(wish)
            data = self.data

            def job(_control: JobControl) -> QImage:
                from ui.dokumen.render import raster

                made = raster(data, page, width)
                picture = QImage(made.data, made.width, made.height, made.stride, QImage.Format.Format_RGB888)
                return picture.copy()

            def keep(picture: QImage) -> None:
                if data is self.data:
                    while len(self._pictures) >= _MOST_KEPT:
                        del self._pictures[next(iter(self._pictures))]
                    self._pictures[wish] = picture
                    self._arrived()

            self._background.run(job, keep, self._fail, label=tr("Menyiapkan berita acara untuk layar"))
        return self._pictures.get(wish)

    def _fail(self, _problem: Exception) -> None:
        self._failed = True
        self._arrived()
