"""Susunan acara: the item in hand with its countdown, who has the floor, and what comes next."""

from __future__ import annotations

from datetime import datetime, timedelta

from musrenbang_desktop.domain.sidang import Sidang, WaktuButir, jarak
from ui.layar.board import Board
from ui.layar.daftar import Cell, Column, Row, draw_rows
from ui.layar.scene import Scene, tr

#: The last part of an item's minutes, in which its clock turns amber.
SOON = 0.2


class AcaraScene(Scene):
    """A clock with three states, told by colour and by words: in time, soon over, over."""

    key = "acara"
    kinds = frozenset({"sidang", "bicara", "forum"})
    ticks = True

    def name(self) -> str:
        return tr("Susunan acara")

    def read(self) -> None:
        self._sidang = self.services.sidang.sekarang()
        self._bicara = self.services.bicara.berjalan()

    def draw(self, board: Board, page: int) -> int:
        now, sidang = self.services.sidang.pukul(), self._sidang
        board.strip(self.name(), f"{now:%H.%M}")
        if not sidang.waktu:
            board.message(tr("Susunan acara belum ditulis"))
            return 1
        board.foot(self._end(sidang, now))
        current = sidang.butir_kini
        if current is not None and sidang.keadaan in ("berjalan", "jeda"):
            self._current(board, sidang, current, now)
        elif sidang.keadaan == "selesai":
            y = board.top + board.text(
                board.left, board.top, board.right - board.left, tr("Musyawarah selesai"), size=1.6, weight="kuat",
                side="tengah",
            )  # fmt: skip
            board.top = y + board.unit * 0.4
        return self._items(board, sidang, page)

    def _end(self, sidang: Sidang, now: datetime) -> str:
        if sidang.keadaan == "selesai" and sidang.ditutup:
            return tr("Selesai pukul {jam}").format(jam=f"{sidang.ditutup:%H.%M}")
        end = now + timedelta(seconds=sidang.sisa_acara(now))
        return tr("Perkiraan selesai pukul {jam}").format(jam=f"{end:%H.%M}")

    def _current(self, board: Board, sidang: Sidang, waktu: WaktuButir, now: datetime) -> None:
        colours, width = board.colours, board.right - board.left
        left, used = waktu.sisa(now), waktu.detik(now)
        total = waktu.butir.menit * 60
        part = used / total if total else 0.0
        paused = sidang.keadaan == "jeda"
        ink, soft = (
            (colours.muted, colours.stripe)
            if paused
            else (colours.danger, colours.danger_soft)
            if left is not None and left < 0
            else (colours.warning, colours.warning_soft)
            if total and part >= 1 - SOON
            else (colours.success, colours.success_soft)
        )
        pad = board.unit * 0.7
        speaker = self._speaker(now)
        title = len(board.wrap(waktu.butir.judul, width - 2 * pad, 1.35, "kuat", 2))
        height = board.line(1.35) * title + board.line(3.4) + board.line() * (2 if speaker else 1) + pad * 1.7
        y = board.top
        board.box(board.left, y, width, height, soft, round_=0.4, border=ink)
        y += pad * 0.6
        y += board.text(
            board.left + pad, y, width - 2 * pad, waktu.butir.judul, size=1.35, weight="kuat", side="tengah", lines=2
        )
        shown = jarak(abs(left) if left is not None else used)
        y += board.text(board.left + pad, y, width - 2 * pad, shown, size=3.4, weight="kuat", colour=ink, side="tengah")
        y += board.text(
            board.left + pad, y, width - 2 * pad, self._state(left, paused=paused), weight="tebal", colour=ink,
            side="tengah",
        )  # fmt: skip
        if speaker:
            y += board.text(board.left + pad, y, width - 2 * pad, speaker, side="tengah")
        board.bar(board.left + pad, y + pad * 0.2, width - 2 * pad, board.unit * 0.22, part, ink)
        board.top += height + board.unit * 0.4

    @staticmethod
    def _state(left: int | None, *, paused: bool) -> str:
        if paused:
            return tr("Jeda")
        if left is None:
            return tr("berjalan")
        return tr("Waktu sudah lewat") if left < 0 else tr("sisa waktu")

    def _speaker(self, now: datetime) -> str:
        if self._bicara is None:
            return ""
        sex = {"L": tr("laki-laki"), "P": tr("perempuan")}.get(self._bicara.jenis_kelamin, "")
        return tr("Giliran {unsur}, {jk}: {waktu} dari {batas}").format(
            unsur=self._bicara.unsur,
            jk=sex,
            waktu=jarak(self._bicara.detik(now)),
            batas=jarak(self._sidang.batas_giliran),
        )

    @staticmethod
    def _items(board: Board, sidang: Sidang, page: int) -> int:
        """The items behind the one in hand; before the beginning and after the end all of them."""
        keys = [waktu.butir.kunci for waktu in sidang.waktu]
        here = keys.index(sidang.kini) if sidang.kini in keys else -1
        rest = sidang.waktu[here + 1 :] if sidang.keadaan in ("berjalan", "jeda") else sidang.waktu
        rows = [_row(waktu) for waktu in rest]
        columns = (Column(1.0), Column(0, lines=2), Column(4.6, "kanan"))
        return draw_rows(board, columns, rows, page) if rows else 1


def _row(waktu: WaktuButir) -> Row:
    minutes = tr("{n} menit").format(n=waktu.butir.menit) if waktu.butir.menit else ""
    mark, colour = ("✓", "muted") if waktu.selang else ("•", "text")
    return Row((Cell(mark, colour, "tebal"), Cell(waktu.butir.judul, colour), Cell(minutes, "muted", "tebal")))
