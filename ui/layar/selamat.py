"""Selamat datang: which forum, which day, where."""

from __future__ import annotations

from ui.layar.board import Board
from ui.layar.scene import Scene, long_day, present, tr


class SelamatScene(Scene):
    """What people see while they take their seats."""

    key = "selamat"
    kinds = frozenset({"forum", "peserta"})

    def name(self) -> str:
        return tr("Selamat datang")

    def read(self) -> None:
        self._forum = self.services.layar.forum()
        self._hadir = self.services.layar.hadir()

    def draw(self, board: Board, _page: int) -> int:
        forum, now = self._forum, board.colours
        board.background = now.nav
        width, kontras = board.right - board.left, now.nama == "kontras"
        lead = now.accent if kontras else now.nav_muted
        y = board.height * 0.13
        y += board.text(
            board.left, y, width, tr("Selamat datang di Musyawarah Perencanaan Pembangunan"), size=1.1, weight="tebal",
            colour=lead, side="tengah", lines=2,
        )  # fmt: skip
        y += board.unit * 0.5
        size = next((size for size in (3.0, 2.6, 2.2, 1.8) if board.measure(forum.sebutan, size, "kuat") <= width), 1.6)
        y += board.text(
            board.left, y, width, forum.sebutan, size=size, weight="kuat", colour=now.nav_text, side="tengah", lines=2
        )
        line = board.unit * 4
        y += board.unit * 0.7
        board.box((board.width - line) / 2, y, line, board.unit * 0.14, lead, round_=0.07)
        y += board.unit * 0.8
        hour = f"{forum.jam_mulai} {forum.zona}" if forum.jam_mulai else ""
        for words, size in (
            (long_day(forum.tanggal), 1.35),
            (
                ", ".join(part for part in (forum.tempat, tr("pukul {jam}").format(jam=hour) if hour else "") if part),
                1.1,
            ),
            (tr("Menyusun rencana tahun {tahun}").format(tahun=forum.tahun_rencana), 1.1),
        ):
            y += board.text(
                board.left, y, width, words, size=size, weight="tebal", colour=now.nav_text, side="tengah", lines=2
            )
            y += board.unit * 0.15
        words = tr("LATIHAN") if forum.latihan else present(self._hadir)
        below = board.height - board.line(1.1) - board.unit
        board.text(board.left, below, width, words, size=1.1, colour=lead, side="tengah")
        return 1
