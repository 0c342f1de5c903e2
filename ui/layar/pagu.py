"""Hasil terhadap pagu: what goes ahead under the rule of the hall, what waits and why, and what the money is for."""

from __future__ import annotations

from PySide6.QtCore import QSizeF

from musrenbang_desktop.domain.gambaran import rupiah_singkat
from musrenbang_desktop.domain.pagu import PakaiSumber
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.ranking.choice import Sebab
from musrenbang_desktop.services.layar import BarisPagu, HasilPagu
from ui.layar.board import Board
from ui.layar.daftar import Cell, Column, Row, draw_rows
from ui.layar.scene import Scene, tr
from ui.translation import QT_TRANSLATE_NOOP

#: keluaran -> (mark, colour)
_OUTPUTS = {"dana_desa": ("✓", "success"), "ke_kecamatan": ("↑", "info"), "belum_disepakati": ("-", "muted")}

_COLUMNS = (Column(1.6, "kanan"), Column(1.1, "tengah"), Column(0, lines=2), Column(8.0, "kanan"))

MOST_ABOVE = 3
"""Sources of money that stand above the list of every page."""


class PaguScene(Scene):
    """What goes ahead stands above the dashed line; an agreed order says for each usulan where it goes."""

    key = "pagu"
    kinds = frozenset({"kesepakatan", "skor", "usulan", "forum", "aturan"})

    def name(self) -> str:
        return tr("Hasil terhadap pagu")

    def read(self) -> None:
        self._result = self.services.layar.hasil_pagu()

    def draw(self, board: Board, page: int) -> int:
        found = self._result
        board.strip(tr("Hasil kesepakatan") if found.disepakati else self.name())
        if not found.baris:
            board.message(tr("Belum ada urutan"), tr("Hasil muncul setelah semua kelompok menilai."))
            return 1
        board.foot(self._foot(found))
        if len(found.sumber) > MOST_ABOVE:
            return self._apart(board, found, page)
        self._money(board, found)
        return draw_rows(board, _COLUMNS, self._rows(found), page)

    def _apart(self, board: Board, found: HasilPagu, page: int) -> int:
        """Many sources have the first page for themselves, so that the others have room for usulan."""
        paper = board
        if page == 0:
            paper = Board(QSizeF(board.width, board.height), board.colours)
            paper.top, paper.bottom = board.top, board.bottom
            self._money(board, found)
        pages = 1 + draw_rows(paper, _COLUMNS, self._rows(found), max(0, page - 1), marked=False)
        board.page_mark(min(page, pages - 1), pages)
        return pages

    @staticmethod
    def _money(board: Board, found: HasilPagu) -> None:
        width, y = board.right - board.left, board.top
        used = format_rupiah(found.terpakai)
        if found.sumber:
            for row in found.sumber:
                y += board.text(board.left, y, width, _used_words(board, row, width), weight="tebal")
                if row.pagu is not None:
                    y = _bar(board, y, row.terpakai, row.pagu)
            board.top = y + board.unit * 0.3
            return
        if found.pagu is None:
            words = tr("Jumlah {jumlah}, pagu belum diketahui").format(jumlah=used)
        else:
            words = tr("{terpakai} dari pagu {pagu}").format(terpakai=used, pagu=format_rupiah(found.pagu))
        y += board.text(board.left, y, width, words, weight="tebal")
        if found.pagu is not None:
            y = _bar(board, y, found.terpakai, found.pagu)
        board.top = y + board.unit * 0.3

    @staticmethod
    def _foot(found: HasilPagu) -> str:
        if found.pemilih:
            return found.pemilih
        if found.tanpa_biaya:
            return tr("{n} usulan belum punya perkiraan biaya").format(n=found.tanpa_biaya)
        if found.disepakati:
            return tr("✓ dana desa   ↑ kecamatan   - belum")
        return tr("Urutan dari nilai, belum disepakati")

    @staticmethod
    def _rows(found: HasilPagu) -> list[Row]:
        return _by_output(found) if found.disepakati else _by_rank(found)


def _used_words(board: Board, row: PakaiSumber, width: float) -> str:
    """``Dana Desa: 248,5 juta dari 250 juta``: in one line; of a long name the end is left out, never of the money."""
    used = rupiah_singkat(row.terpakai)
    if row.pagu is None:
        money = tr(": {terpakai}, pagu belum ada").format(terpakai=used)
    else:
        money = tr(": {terpakai} dari {pagu}").format(terpakai=used, pagu=rupiah_singkat(row.pagu))
    room = width - board.measure(money, weight="tebal") - board.unit * 0.5
    return "".join(board.wrap(row.sumber, room, weight="tebal", lines=1)) + money


def _bar(board: Board, y: float, used: int, ceiling: int) -> float:
    """How much of a ceiling is used, all of it where the ceiling is nothing; answers where the next line begins."""
    part = used / ceiling if ceiling else float(used > 0)
    colour = board.colours.danger if used > ceiling else board.colours.success
    board.bar(board.left, y + board.unit * 0.12, board.right - board.left, board.unit * 0.4, part, colour)
    return y + board.unit * 0.65


#: Why an usulan waits, in as few words as the hall needs.
_WAITING: dict[Sebab, str] = {
    "di_luar_jatah_asal": QT_TRANSLATE_NOOP("Layar", "jatah asalnya habis"),
    "di_bawah_batas": QT_TRANSLATE_NOOP("Layar", "di bawah batas jumlah"),
    "tidak_muat": QT_TRANSLATE_NOOP("Layar", "tidak muat"),
    "sesudah_berhenti": QT_TRANSLATE_NOOP("Layar", "pagu sudah berhenti"),
    "biaya_belum_ada": QT_TRANSLATE_NOOP("Layar", "biaya belum ada"),
    "seri_di_batas": QT_TRANSLATE_NOOP("Layar", "seri, diundi dulu"),
    "menunggu_seri": QT_TRANSLATE_NOOP("Layar", "menunggu undian"),
}


def _by_rank(found: HasilPagu) -> list[Row]:
    """What goes ahead by the rule, the line, then what waits with its reason, each in the order of the scores."""
    rows, done = [], not any(row.muat for row in found.baris)
    for row in found.baris:
        cut = ""
        if not done and not row.muat:
            cut, done = tr("Cadangan, belum masuk"), True
        rows.append(_row(row, cut, "danger"))
    return rows


def _by_output(found: HasilPagu) -> list[Row]:
    """What the village pays itself, the line of the pagu, then what goes on and what was not agreed."""
    left = _left(found)
    end = (
        ""
        if left is None
        else tr("Pagu dilampaui {jumlah}").format(jumlah=format_rupiah(-left))
        if left < 0
        else tr("Sisa pagu {jumlah}").format(jumlah=format_rupiah(left))
    )
    rows: list[Row] = []
    for output, words, colour in (
        ("dana_desa", "", "text"),
        ("ke_kecamatan", tr("Dibawa ke kecamatan"), "info"),
        ("belum_disepakati", tr("Belum disepakati"), "muted"),
    ):
        group = [row for row in found.baris if row.keluaran == output]
        for place, row in enumerate(group):
            head = "" if place or not words else f"{end} · {words}" if end else words
            rows.append(_row(row, head, "danger" if end and head else colour))
            if head:
                end = ""
    return rows


def _left(found: HasilPagu) -> int | None:
    """What is left of the pagu, below zero by what is beyond it; of several sources each for itself."""
    if found.pagu is None:
        return None
    rows = [row.sisa for row in found.sumber if row.sisa is not None]
    beyond = sum(min(0, one) for one in rows)
    return beyond or sum(rows) if rows else found.pagu - found.terpakai


def _row(row: BarisPagu, cut: str, colour_of_cut: str) -> Row:
    if row.keluaran is None:
        mark, colour = ("✓", "success") if row.muat else ("", "muted")
    else:
        mark, colour = _OUTPUTS[row.keluaran]
    cost = format_rupiah(row.usulan.biaya) if row.usulan.biaya is not None else tr("belum ada")
    shade = "muted" if row.keluaran == "belum_disepakati" else "text"
    return Row(
        (
            Cell(str(row.urutan), "muted", "tebal"),
            Cell(mark, colour, "kuat"),
            Cell(row.usulan.judul, shade),
            Cell(cost, shade, "tebal"),
        ),
        cut=cut,
        cut_colour=colour_of_cut,
        below=Cell(tr(why), "muted") if (why := _WAITING.get(row.sebab, "")) and row.keluaran is None else None,
    )
