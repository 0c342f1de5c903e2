"""Giliran bicara: who has the floor, for how long, and the share of speaking beside the share of the hall."""

from __future__ import annotations

from musrenbang_desktop.domain.bicara import Bagian, persen
from musrenbang_desktop.domain.sidang import jarak
from ui.layar.board import Board
from ui.layar.scene import Scene, on_page, tr
from ui.shortened import listed

_ROW = 1.08
"""Height of a group in lines of the smallest letters."""


class GiliranScene(Scene):
    """Groups only; no person is named."""

    key = "giliran"
    kinds = frozenset({"bicara", "sidang", "peserta", "forum"})
    ticks = True

    def name(self) -> str:
        return tr("Giliran bicara")

    def read(self) -> None:
        self._limit = self.services.sidang.sekarang().batas_giliran
        self._turns = self.services.bicara.daftar()

    def draw(self, board: Board, page: int) -> int:
        now = self.services.sidang.pukul()
        going = next((turn for turn in self._turns if turn.berjalan), None)
        waiting = [turn for turn in self._turns if turn.mulai is None]
        board.strip(self.name(), f"{now:%H.%M}")
        if going is not None:
            used = going.detik(now)
            over = used > self._limit
            ink = board.colours.danger if over else board.colours.success
            soft = board.colours.danger_soft if over else board.colours.success_soft
            width = board.right - board.left
            height = board.line(1.3) + board.line(2.4) + board.unit * 0.9
            board.box(board.left, board.top, width, height, soft, round_=0.4, border=ink)
            y = board.top + board.unit * 0.25
            sex = {"L": tr("laki-laki"), "P": tr("perempuan")}[going.jenis_kelamin or "L"]
            y += board.text(board.left, y, width, f"{going.unsur}, {sex}", size=1.3, weight="kuat", side="tengah")
            words = tr("{waktu} dari {batas}").format(waktu=jarak(used), batas=jarak(self._limit))
            board.text(board.left, y, width, words, size=2.4, weight="kuat", colour=ink, side="tengah")
            part = used / self._limit
            board.bar(
                board.left + board.unit, board.top + height - board.unit * 0.5, width - 2 * board.unit,
                board.unit * 0.22, part, ink,
            )  # fmt: skip
            board.top += height + board.unit * 0.4
        board.foot(*_next_words([turn.unsur for turn in waiting]))
        return self._shares(board, page)

    def _shares(self, board: Board, page: int) -> int:
        found = self.services.bicara.pangsa()
        if not found.giliran:
            board.message(tr("Belum ada yang bicara"))
            return 1
        name = board.unit * 8.6
        width = board.right - board.left
        board.text(
            board.left,
            board.top,
            width,
            tr("Bagian kehadiran"),
            colour=board.colours.muted,
            weight="tebal",
            side="kanan",
        )
        y = board.top + board.text(
            board.left, board.top, width, tr("Bagian waktu bicara"), weight="kuat", colour=board.colours.accent
        )
        y += board.unit * 0.15
        groups = (*found.per_jenis_kelamin, *found.per_unsur)
        fits = max(1, int((board.bottom - y) / (board.line() * _ROW)))
        pages = [groups[at : at + fits] for at in range(0, len(groups), fits)]
        page = on_page(page, pages)
        for bagian in pages[page]:
            y = _share(board, bagian, y, name)
        board.page_mark(page, len(pages))
        return len(pages)


def _next_words(waiting: list[str]) -> list[str]:
    """Who is next, in wordings from long to short."""
    if not waiting:
        return [tr("Antrean kosong")]
    words = tr("Berikutnya: {antre}")
    return [words.format(antre=listed(waiting, most)) for most in range(min(4, len(waiting)), 0, -1)]


def _share(board: Board, bagian: Bagian, y: float, name: float) -> float:
    """Two bars: the upper one is speech, the lower one the hall."""
    number = board.measure("100%", 1.0, "kuat") + board.unit * 0.3
    spoke, hall = (tr("{n}%").format(n=persen(part)) for part in (bagian.pangsa_bicara, bagian.pangsa_hadir))
    board.text(board.left, y, name, bagian.nama)
    x = board.left + name + number
    width = board.right - x - number
    board.text(
        x - number, y, number - board.unit * 0.3, spoke, weight="kuat", colour=board.colours.accent, side="kanan"
    )
    board.bar(x, y + board.unit * 0.2, width, board.unit * 0.34, float(bagian.pangsa_bicara))
    board.bar(x, y + board.unit * 0.64, width, board.unit * 0.34, float(bagian.pangsa_hadir), board.colours.muted)
    board.text(board.right - number, y, number, hall, colour=board.colours.muted, side="kanan")
    return y + board.line() * _ROW
