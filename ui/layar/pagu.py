"""Hasil terhadap pagu: what goes ahead under the rule of the hall, what waits and why, and what the money is for."""

from __future__ import annotations

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
        self._money(board, found)
        board.foot(self._foot(found))
        columns = (Column(1.6, "kanan"), Column(1.1, "tengah"), Column(0, lines=2), Column(8.0, "kanan"))
        return draw_rows(board, columns, self._rows(found), page)

    @staticmethod
    def _money(board: Board, found: HasilPagu) -> None:
        width, y = board.right - board.left, board.top
        used = format_rupiah(found.terpakai)
        if found.sumber:
            for row in found.sumber:
                y += board.text(board.left, y, width, _used_words(row), weight="tebal")
                if row.pagu:
                    y = _bar(board, y, row.terpakai / row.pagu)
            board.top = y + board.unit * 0.3
            return
        if found.pagu is None:
            words = tr("Jumlah {jumlah}, pagu belum diketahui").format(jumlah=used)
        else:
            words = tr("{terpakai} dari pagu {pagu}").format(terpakai=used, pagu=format_rupiah(found.pagu))
        y += board.text(board.left, y, width, words, weight="tebal")
        if found.pagu:
            y = _bar(board, y, found.terpakai / found.pagu)
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


def _used_words(row: PakaiSumber) -> str:
    """``Dana Desa: 248,5 juta dari 250 juta``: short, because the hall reads it in one line."""
    used = rupiah_singkat(row.terpakai)
    if row.pagu is None:
        return tr("{sumber}: {terpakai}, pagu belum ada").format(sumber=row.sumber, terpakai=used)
    words = tr("{sumber}: {terpakai} dari {pagu}")
    return words.format(sumber=row.sumber, terpakai=used, pagu=rupiah_singkat(row.pagu))


def _bar(board: Board, y: float, part: float) -> float:
    """How much of a ceiling is used; answers where the next line begins."""
    colour = board.colours.danger if part > 1 else board.colours.success
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
    left = found.pagu - found.terpakai if found.pagu is not None else None
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
