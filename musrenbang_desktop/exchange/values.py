"""What the rows of every list have in common: texts, places, and a remark about every change."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache

from musrenbang_desktop.domain.rukun import RukunTersebut, find_rukun, parse_rt_rw
from musrenbang_desktop.domain.usulan import tempat_singkat
from musrenbang_desktop.exchange.plain import plain, without_nik
from musrenbang_desktop.exchange.pratinjau import Catatan
from musrenbang_desktop.exchange.sheet import Cell, address
from musrenbang_desktop.exchange.tidy import tidy

_DUSUN = re.compile(
    r"(?i:dusun|dsn)\b[\s.:]*(?P<name>[A-Z][\w'\-]*(?: [A-Z][\w'\-]*){0,2}?)(?=\s*(?:$|[,;(/\-]|RT\b|RW\b|Rt\b|Rw\b))",
    re.ASCII,
)
_DUSUN_WORD = re.compile(r"^(?:dusun|dsn)\b[\s.:]*(?=[^\W\d_]{4})", re.IGNORECASE)
_RW_NUMBER = re.compile(r"[0-9]{1,3}|[IVXivx]{1,5}")

_tidy = lru_cache(maxsize=8192)(tidy)
_find_rukun = lru_cache(maxsize=4096)(find_rukun)
_parse_rt_rw = lru_cache(maxsize=1024)(parse_rt_rw)


class Refused(Exception):
    """A row that cannot be taken, with the remark that says why."""

    def __init__(self, note: Catatan) -> None:
        super().__init__(note.text)
        self.note = note


class Cells:
    """Reads the cells of one row by field and collects the remarks.

    ``place_word`` names the column of the rest of a place, ``no_place`` what becomes of what is no RT or RW, and
    ``remembers`` says whether tidied texts may stay in memory for the next row.
    """

    place_word = "lokasi"
    no_place = "dipindah ke lokasi"
    remembers = True

    def __init__(self, row: int, cells: Sequence[Cell], mapping: dict[str, int]) -> None:
        self._row = row
        self._cells = cells
        self._mapping = mapping
        self.notes: list[Catatan] = []
        self.remarks: list[str] = []
        """what belongs into ``keterangan`` because no other field can hold it"""

    def cell(self, field: str) -> Cell:
        """The raw cell of a field, empty when the file has no such column."""
        index = self._mapping.get(field, -1)
        return self._cells[index] if 0 <= index < len(self._cells) else ""

    def has(self, field: str) -> bool:
        """Whether the file has a column for a field."""
        return field in self._mapping

    def note(self, field: str, text: str) -> None:
        """Remark on the cell of a field."""
        self.notes.append(self._remark(field, text))

    def refuse(self, field: str, text: str) -> Refused:
        """The error that refuses this row because of a field."""
        return Refused(self._remark(field, text))

    def _remark(self, field: str, text: str) -> Catatan:
        return Catatan(address(self._row, self._mapping.get(field, 0)), without_nik(text))

    def text(self, field: str) -> str:
        """A text field, trimmed, without NIK and without what means nothing."""
        cell = self.cell(field)
        if cell == "":
            return ""
        tidied = _tidy if self.remembers else tidy
        text, remarks = tidied(cell) if isinstance(cell, str) else tidied(plain(cell))
        for remark in remarks:
            self.note(field, remark)
        return text

    def place(self, judul: str) -> tuple[str, str, str, str]:
        """Dusun, RT, RW and the rest of the place. What its own column does not say is looked for in the texts."""
        dusun, lokasi = _DUSUN_WORD.sub("", self.text("dusun")), self.text("lokasi")
        rt, rw, extra = self.rukun_columns()
        if lokasi and not dusun:
            dusun, lokasi = self.dusun_of(lokasi)
        if not (rt and rw):
            rt, rw, lokasi = self.rukun_of_texts(judul, lokasi, rt, rw)
        return dusun, rt, rw, ", ".join(filter(None, (lokasi, extra)))

    def rukun_columns(self) -> tuple[str, str, str]:
        """RT and RW of their own columns, and what stands there without being one."""
        pairs, extra = [], []
        for field in ("rt", "rw"):
            cell = self.cell(field)
            written = self._undated(field, cell) if isinstance(cell, datetime.date) else self.text(field)
            if field == "rw" and _RW_NUMBER.fullmatch(written):
                written = f"RW {written}"
            pair = _parse_rt_rw(written)
            if pair is None:
                extra.append(written if re.search(r"[A-Za-z]", written) else f"{field.upper()} {written}")
                self.note(field, f"“{written}” bukan satu {field.upper()}; {self.no_place}")
            pairs.append(pair or ("", ""))
        return pairs[0][0] or pairs[1][0], pairs[1][1] or pairs[0][1], ", ".join(extra)

    def _undated(self, field: str, cell: datetime.date) -> str:
        self.note(field, f"Excel mengubah “{cell.day}/{cell.month}” menjadi tanggal; dibaca kembali, periksa")
        return f"{cell.day}/{cell.month}"

    def dusun_of(self, lokasi: str) -> tuple[str, str]:
        """The dusun with which a place begins, and the rest of the place."""
        found = _DUSUN.match(lokasi) if lokasi[:1] in "Dd" else None
        if not found:
            return "", lokasi
        self.note("lokasi", f"dusun {found['name']} diambil dari {self.place_word}")
        return found["name"], lokasi[found.end() :].strip(" ,;-")

    def rukun_of_texts(self, judul: str, lokasi: str, rt: str, rw: str) -> tuple[str, str, str]:
        """RT and RW with what the texts name, and the place without what moved into them."""
        sources = {"lokasi": _find_rukun(lokasi), "judul": _find_rukun(judul)}
        if any(found.banyak for found in sources.values()) or _differ(*sources.values()):
            field = "lokasi" if sources["lokasi"].banyak else "judul"
            self.note(field, "menyebut lebih dari satu RT atau RW; RT/RW tidak ditebak")
            return rt, rw, lokasi
        for field, found in sources.items():
            new_rt, new_rw = "" if rt else "".join(found.rt), "" if rw else "".join(found.rw)
            if new_rt or new_rw:
                rt, rw = rt or new_rt, rw or new_rw
                name = self.place_word if field == "lokasi" else "nama usulan"
                self.note(field, f"{tempat_singkat('', new_rt, new_rw)} diambil dari {name}")
        return rt, rw, "" if sources["lokasi"].hanya else lokasi


def _differ(first: RukunTersebut, second: RukunTersebut) -> bool:
    return bool(
        (first.rt and second.rt and first.rt != second.rt) or (first.rw and second.rw and first.rw != second.rw)
    )
