"""Row by row through a table of usulan: what is an usulan, what only orders or sums the others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.rukun import find_rukun
from musrenbang_desktop.domain.usulan import LONGEST_TEXT, UsulanBaru
from musrenbang_desktop.exchange.columns import Layout, is_counter_row
from musrenbang_desktop.exchange.not_rows import SIGNED_AT, SIGNED_BY, TOTAL, is_ordinal
from musrenbang_desktop.exchange.plain import is_dash, plain, without_nik
from musrenbang_desktop.exchange.pratinjau import Baris, Catatan, JenisLewat, Lewat
from musrenbang_desktop.exchange.sheet import Cell, address
from musrenbang_desktop.exchange.twins import Twins
from musrenbang_desktop.exchange.usulan_bidang import BIDANG_LABEL, bidang_name, bidang_of
from musrenbang_desktop.exchange.usulan_fields import usulan_fields
from musrenbang_desktop.exchange.usulan_titles import Titles, read_title
from musrenbang_desktop.exchange.usulan_values import Values
from musrenbang_desktop.exchange.values import Refused
from musrenbang_desktop.exchange.vocabulary import normal_heading

_BIDANG = re.compile(r"(?:[A-Z0-9]{1,4}[.)]\s*)?(?:sub\s*)?bidang\b", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:[A-Z]|[IVX]+)[.)]?")
_TOO_LONG = f"tulisan ini lebih dari {LONGEST_TEXT:_} huruf; ringkas di berkasnya, lalu ulangi".replace("_", ".")
_YEAR_ONLY = re.compile(r"(?:tahun\s*)?(?:anggaran\s*)?(?:19|20)[0-9]{2}", re.IGNORECASE)


class Table:
    """The rows below one head. Keeps what a row takes from those above it: its bidang and its parent."""

    def __init__(self, layout: Layout, jenis: JenisForum | None, twins: Twins) -> None:
        self._layout = layout
        self._jenis = jenis
        self._mapping = layout.mapping
        self._title = layout.mapping["judul"]
        self._nearest = max((column for column in layout.numbers if column < self._title), default=None)
        self._parent: tuple[int, str] | None = None
        self._headings: list[int] = []
        self._bidang = [""]
        self._twins = twins
        self.last = max((column.index for column in layout.columns), default=self._title)
        """the last column that has a heading"""
        self.titles = Titles(normal_heading(next((c.heading for c in layout.columns if c.index == self._title), "")))
        self.signed = False
        """whether the signatures below the list were passed: hardly anything after them is an usulan"""

    def bidang_at(self, index: int) -> str:
        """The bidang that the heading above a row names."""
        return self._bidang[bisect_right(self._headings, index)]

    def is_numbered(self, cells: Sequence[Cell]) -> bool:
        """Whether a row has its own number: in the counting column nearest to the titles, where there are several."""
        return self._nearest is not None and is_ordinal(self._text(cells, self._nearest))

    def pass_over(self, first: int, rows: Sequence[Sequence[Cell]]) -> None:
        """Rows of which nothing is to be remarked were not read; keep what the rows below take from them."""
        for place in reversed(range(len(rows))):
            if self._nearest is None or self.is_numbered(rows[place]):
                self._parent = (first + place + 1, plain(rows[place][self._title]))
                return

    def read(self, index: int, cells: Sequence[Cell]) -> Baris | Lewat | None:
        """The verdict about a row, the reason why it is no usulan, or None when it is blank."""
        if not any(cells):
            return None
        judul = self._text(cells, self._title)
        skipped = self._skip(index, cells, judul)
        if skipped:
            jenis, text = skipped
            return Lewat(index + 1, jenis, without_nik(text)) if text else None
        values = Values(index, cells, self._mapping)
        try:
            usulan = self._usulan(index, cells, values)
        except Refused as refused:
            return Baris(index + 1, "refused", (*values.notes, refused.note), None)
        except RuleBroken as broken:
            if broken.code != "terlalu_panjang":  # all else is judged cell by cell before
                raise
            # whatever else was remarked of a row that is not taken over would only hide why
            return Baris(index + 1, "refused", (values.refuse(broken.field, _TOO_LONG).note,), None)
        return Baris(index + 1, "mended" if values.notes else "ok", tuple(values.notes), usulan)

    # --- rows that are no usulan ---------------------------------------------------------------------------------

    def _skip(self, index: int, cells: Sequence[Cell], judul: str) -> tuple[JenisLewat, str] | None:
        """Why the row is no usulan, and its text; an empty text for a row that is blank to the eye."""
        if judul and not (self.signed or self.titles.may_be_none(judul)):
            return None
        filled = self._filled(cells)
        if not filled:
            return "tanpa_isi", ""
        words = {
            column: text
            for column, text in filled.items()
            if column not in self._layout.numbers or not is_ordinal(text)
        }
        if not words:
            return "tanpa_isi", " ".join(filled.values())
        first = next(iter(words.values()))
        if self._is_head_again(cells, judul):
            return "judul_kolom", first
        if self._is_signature(filled, words, judul):
            self.signed = True
            return "kaki", first
        bidang = self._bidang_of(filled, words, judul)
        if bidang is not None and len(bidang) <= LONGEST_TEXT:
            if bidang:
                self._headings.append(index)
                self._bidang.append(bidang)
                self._parent = None
                return "judul_bidang", first
            return "tanpa_isi", first
        if self._is_total(words, judul):
            return "jumlah", first
        if not judul and set(words) <= {self._mapping.get("bidang", -1)} and BIDANG_LABEL.fullmatch(first):
            return "tanpa_isi", first
        return None

    def _filled(self, cells: Sequence[Cell]) -> dict[int, str]:
        texts = {index: plain(cell) for index, cell in enumerate(cells) if cell != ""}
        return {index: text for index, text in texts.items() if text and not is_dash(text)}

    def _text(self, cells: Sequence[Cell], column: int | None) -> str:
        if column is None or column >= len(cells):
            return ""
        text = plain(cells[column])
        return "" if is_dash(text) else text

    def _is_head_again(self, cells: Sequence[Cell], judul: str) -> bool:
        if is_counter_row(cells):
            return True
        if not judul or normal_heading(judul) != self.titles.heading:
            return False
        same = sum(
            normal_heading(self._text(cells, column.index)) == normal_heading(column.heading)
            for column in self._layout.columns
        )
        return same > 1 or len(self._layout.columns) == 1

    def _is_signature(self, filled: dict[int, str], words: dict[int, str], judul: str) -> bool:
        if len(words) > 3 or (judul and any(is_ordinal(filled.get(column, "")) for column in self._layout.numbers)):
            return False
        if self.signed and not self._amount(words):
            return not judul or len(words) < 3
        return any(SIGNED_AT.fullmatch(text) or SIGNED_BY.match(text) for text in words.values())

    def _amount(self, words: dict[int, str]) -> str:
        return words.get(self._mapping.get("perkiraan_biaya", -1), "")

    def _is_total(self, words: dict[int, str], judul: str) -> bool:
        if not judul or judul.isupper() or "volume" not in self._mapping or self._mapping["volume"] not in words:
            return any(TOTAL.match(text) for text in words.values()) or bool(_YEAR_ONLY.fullmatch(judul))
        return False

    def _bidang_of(self, filled: dict[int, str], words: dict[int, str], judul: str) -> str | None:
        """The bidang that a heading row names; empty for its bare number; None for any other row."""
        allowed = {self._mapping.get("bidang"), self._mapping.get("perkiraan_biaya"), self._title}
        mapped = set(self._mapping.values())
        if any(column in mapped and column not in allowed for column in filled):
            return None
        amount = self._mapping.get("perkiraan_biaya")
        texts = [text for column, text in words.items() if column != amount and re.search(r"[^\W\d_]{3}", text)]
        if len(texts) != 1 or TOTAL.match(texts[0]):
            return None
        text = texts[0]
        numbers = [filled[column] for column in self._layout.numbers if column in filled]
        if BIDANG_LABEL.fullmatch(text):
            return None if judul else "" if any(map(is_ordinal, numbers)) else bidang_name(text)
        if _BIDANG.match(text) or (not judul and text.isupper()):
            return bidang_name(text)
        lettered = bool(numbers) and all(_ORDINAL.fullmatch(number) for number in numbers) and text.isupper()
        if lettered or (not judul and not numbers and amount not in filled):
            return bidang_name(text)
        return None

    # --- usulan --------------------------------------------------------------------------------------------------

    def _usulan(self, index: int, cells: Sequence[Cell], values: Values) -> UsulanBaru:
        judul = self._judul(index, cells, values)
        if not judul:
            raise values.refuse(
                "judul", "nama usulan kosong, padahal baris ini berisi tulisan lain; lengkapi lalu ulangi"
            )
        fields = usulan_fields(judul, values, self._jenis)
        self._note_outside(index, cells, values)
        self._note_same(index, values, fields)
        return UsulanBaru(**fields, bidang=bidang_of(values, self._bidang[-1]))

    def _judul(self, index: int, cells: Sequence[Cell], values: Values) -> str:
        title = read_title(values)
        numbered = title.numbered or self.is_numbered(cells)
        if title.bullet and not numbered and self._parent:
            return self._sub_item(title.text, values)
        if title.bullet:
            values.note("judul", f"tanda “{title.bullet}” di depan dibuang")
            self._parent = None
        elif title.text and (numbered or self._nearest is None):
            self._parent = (index + 1, title.text)
        return title.text

    def _sub_item(self, text: str, values: Values) -> str:
        row, parent = self._parent or (0, "")
        values.note("judul", f"butir di bawah “{_short(parent)}” (baris {row}), dijadikan usulan sendiri")
        if text and find_rukun(text).hanya:
            values.note("judul", "butir hanya menyebut tempat; nama usulan di atasnya dipakai")
            return f"{parent} {text}"
        return text

    def _note_outside(self, index: int, cells: Sequence[Cell], values: Values) -> None:
        for column in range(self.last + 1, len(cells)):
            if plain(cells[column]):
                text = "ada isi di kanan tabel yang tidak dibaca; periksa apakah kolomnya bergeser"
                values.notes.append(Catatan(address(index, column), text))
                return

    def _note_same(self, index: int, values: Values, fields: Mapping[str, Any]) -> None:
        before = self._twins.before(index, fields)
        if before is not None:
            values.note("judul", f"sama dengan baris {before + 1}; tetap dimasukkan, periksa apakah dobel")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()}..."
