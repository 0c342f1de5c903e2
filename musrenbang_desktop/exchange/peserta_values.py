"""The values of one person out of their cells. Birth dates and numbers of identity go no further than this."""

from __future__ import annotations

import datetime
import re

from musrenbang_desktop.domain.peserta import JenisKelamin
from musrenbang_desktop.domain.undangan import usia_pada
from musrenbang_desktop.exchange.plain import is_dash, means_nothing, plain
from musrenbang_desktop.exchange.values import Cells

_MALE = frozenset({"l", "lk", "laki", "laki-laki", "laki laki", "lakilaki", "pria", "cowok", "1", "m", "male"})
_FEMALE = frozenset({"p", "pr", "perempuan", "wanita", "cewek", "2", "f", "female"})
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan januari", "feb februari pebruari peb", "mar maret", "apr april", "mei may", "jun juni", "jul juli",
         "agu agustus ags agt aug", "sep september sept", "okt oktober oct", "nov november nopember nop",
         "des desember dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[ T].*)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2}|[A-Za-z]{3,9})\s*[-/. ]\s*([0-9]{4})(?:[ T].*)?")
_AGE = re.compile(r"([0-9]{1,3})(?:\s*(?:th|thn|tahun)\.?)?", re.IGNORECASE)
_JOB_CODE = re.compile(r"[0-9]{1,3}")
_GONE = frozenset({"mati", "meninggal", "pindah", "hilang", "pergi", "tidak valid", "2", "3", "4", "5", "6"})


class PersonCells(Cells):
    """One row of people. Nothing of it stays in memory."""

    place_word = "alamat"
    no_place = "dibiarkan kosong"
    remembers = False

    def gone(self) -> bool:
        """Whether the population sheet says that the person died or moved away."""
        return plain(self.cell("status")).casefold() in _GONE

    def jenis_kelamin(self) -> JenisKelamin:
        """L or P from one column, or from the mark in one of two."""
        written = plain(self.cell("jenis_kelamin")).casefold().strip(". ")
        if written in _MALE:
            return "L"
        if written in _FEMALE:
            return "P"
        if written and not is_dash(written) and not means_nothing(written):
            self.note("jenis_kelamin", f"“{written}” bukan L atau P; dibiarkan kosong")
            return ""
        marks = [bool(plain(self.cell(name)).strip(" -0")) for name in ("laki", "perempuan")]
        if all(marks):
            self.note("laki", "kolom L dan P sama-sama terisi; dibiarkan kosong")
        return "" if marks[0] == marks[1] else "L" if marks[0] else "P"

    def jabatan(self) -> str:
        """Office or occupation; the bare code of an occupation says nothing to a reader."""
        text = self.text("jabatan")
        return "" if _JOB_CODE.fullmatch(text) else text

    def usia(self, hari: datetime.date) -> int | None:
        """Age on the day of the forum: as written, else from the birth date, which is not kept."""
        written = plain(self.cell("usia"))
        if written and not is_dash(written):
            found = _AGE.fullmatch(written)
            if found and int(found[1]) <= 120:
                return int(found[1])
            self.note("usia", "usia tidak terbaca; dibiarkan kosong")
            return None
        cell = self.cell("tanggal_lahir")
        text = plain(cell)
        if not text or is_dash(text) or means_nothing(text) or text.startswith("0000"):
            return None
        born = cell if isinstance(cell, datetime.date) else _birth(text)
        age = usia_pada(born, hari) if born else None
        if age is None:
            self.note("tanggal_lahir", "tanggal lahir tidak terbaca; usia dibiarkan kosong")
        return age


def _birth(text: str) -> datetime.date | None:
    """The date at the end of ``Contoh, 17-08-1980``."""
    text = text.rpartition(",")[2].strip()
    found = _ISO.fullmatch(text)
    parts = (found[1], found[2], found[3]) if found else None
    if found is None and (found := _DAY_FIRST.fullmatch(text)):
        parts = (found[3], found[2], found[1])
    if parts is None:
        return None
    month = int(parts[1]) if parts[1].isdigit() else _MONTHS.get(parts[1].casefold(), 0)
    try:
        return datetime.date(int(parts[0]), month, int(parts[2]))
    except ValueError:
        return None
