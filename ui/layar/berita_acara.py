"""Berita acara, sheet by sheet: the words of the paper in the letters of the layar, without anybody's name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background, JobControl
from ui.layar.board import Board
from ui.layar.scene import Scene, on_page, tr

#: A sheet is so many of the smallest letters wide and high: what the strip and the foot leave of 1024 x 768.
LEBAR, TINGGI = 26.9, 15.8
_MOST_KEPT = 24


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
        self._paper: tuple[tuple[int, ...], int] = ((), 0)
        """the page of the paper for each sheet, and how many pages the paper has"""
        self._mark = ""
        self._failed = False

    def name(self) -> str:
        return tr("Berita acara")

    def read(self) -> None:
        """Draw the document again when its facts changed."""
        wanted = self.services.dokumen.penggambar()
        if wanted == self._wanted:
            return
        self._wanted, self._failed = wanted, False

        def job(_control: JobControl) -> tuple[bytes, tuple[tuple[int, ...], int]]:
            data = wanted.untuk_layar(LEBAR, TINGGI)
            return data, wanted.halaman_kertas(data)

        def keep(made: tuple[bytes, tuple[tuple[int, ...], int]]) -> None:
            if wanted is self._wanted:
                (self.data, self._paper), self._pictures, self._asked = made, {}, set()
                self._mark = wanted.isi.tanda_air
                self._arrived()

        self._background.run(job, keep, self._fail, label=tr("Menyiapkan berita acara untuk layar"))

    @property
    def _sheets(self) -> int:
        return len(self._paper[0])

    def draw(self, board: Board, page: int) -> int:
        if not self._sheets:
            board.strip(self.name())
            board.message(tr("Berita acara belum dapat dibaca") if self._failed else tr("Menyiapkan berita acara…"))
            return 1
        page = on_page(page, range(self._sheets))
        paper = tr("kertas hal. {n} dari {jumlah}").format(n=self._paper[0][page], jumlah=self._paper[1])
        board.strip(self.name(), f"{self._mark} · {paper}" if self._mark else paper)
        board.foot(tr("Nama dan tanda tangan hanya di kertas"), tr("Nama hanya di kertas"))
        board.page_mark(page, self._sheets)
        top = board.unit * 2.1
        room = QRectF(0, top, board.width, board.bottom + board.unit * 0.1 - top)
        width = min(room.width(), room.height() * LEBAR / TINGGI)
        image = self._picture(page, round(width))
        if image is None:
            board.message(tr("Menyiapkan halaman {n}…").format(n=page + 1))
            return self._sheets
        shown = QRectF((room.width() - width) / 2, top, width, width * image.height() / image.width())
        board.picture(shown, image)
        return self._sheets

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
