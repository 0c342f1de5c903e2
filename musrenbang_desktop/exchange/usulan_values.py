"""The values of one usulan out of its cells: amounts, volume, persons. Every change is remarked on."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.rupiah import format_rupiah, parse_rupiah
from musrenbang_desktop.domain.volume import normal_satuan, same_satuan, split_volume
from musrenbang_desktop.exchange.plain import is_dash, means_nothing, plain, rounded, without_nik
from musrenbang_desktop.exchange.sheet import Cell
from musrenbang_desktop.exchange.values import Cells

SMALLEST_AMOUNT = 1000
LARGEST_AMOUNT = 10**15
LARGEST_COUNT = 10**9

_PLAIN_AMOUNT = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_NEGATIVE = re.compile(
    r"(?:rp\.?\s*)?[-\u2212\u2013]\s*(?:rp\.?\s*)?[0-9]|\(\s*(?:rp\.?\s*)?[0-9][0-9.,\s]*\)$", re.IGNORECASE
)
_PERSONS = frozenset({"", "orang", "jiwa", "warga", "jiwa.", "penduduk"})
_OTHER_PERSONS = frozenset(
    "siswa,murid,anak,balita,santri,lansia,ibu,ibu hamil,peserta,pemuda,perempuan,petani,nelayan,pedagang,kader".split(
        ","
    )
)
_NO_PERSONS = frozenset({"paket", "ls", "unit", "buah", "kegiatan", "m", "m1", "m2", "m3"})
_split_volume = lru_cache(maxsize=4096)(split_volume)


_MEASURES = re.compile(r"[0-9][0-9.,]*\s*[^\W\d]{0,5}\s*[x\u00d7*]\s*[0-9]", re.IGNORECASE)


class Values(Cells):
    """One row of usulan. ``dimensi`` are the measures that stood in the place of a volume."""

    dimensi = ""

    def biaya(self) -> int | None:
        """Whole rupiah, or None while unknown."""
        field = "perkiraan_biaya"
        cell = self.cell(field)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            amount = self._round_amount(cell)
        elif isinstance(cell, str):
            amount = self._read_amount(plain(cell))
        else:
            self.note(field, f"“{plain(cell)}” bukan jumlah uang; biaya dibiarkan kosong")
            return None
        if amount == 0:
            self.note(field, "biaya Rp0; kosongkan bila sebenarnya belum diketahui")
        elif amount is not None and amount < SMALLEST_AMOUNT:
            self.note(field, f"biaya {format_rupiah(amount)} terlalu kecil, periksa")
        return amount

    def _round_amount(self, value: float) -> int | None:
        field = "perkiraan_biaya"
        if value < 0:
            raise self.refuse(field, f"biaya {plain(value)} kurang dari nol")
        whole = rounded(value)
        if whole is None or whole[0] >= LARGEST_AMOUNT:
            self.note(field, "angka ini terlalu besar untuk biaya; dibiarkan kosong")
            return None
        if whole[1]:
            self.note(field, f"{plain(value)} dibulatkan menjadi {format_rupiah(whole[0])}")
        return whole[0]

    def _read_amount(self, written: str) -> int | None:
        field = "perkiraan_biaya"
        if not written or is_dash(written):
            return None
        if means_nothing(written):
            self.note(field, f"“{written}” bukan jumlah uang; biaya dibiarkan kosong")
            return None
        if _NEGATIVE.match(written):
            raise self.refuse(field, f"biaya “{written}” kurang dari nol")
        try:
            amount = parse_rupiah(written.lstrip(": "))
        except RuleBroken:
            self._keep_unread(field, written, "biaya", "Biaya tertulis")
            return None
        if amount is not None and amount >= LARGEST_AMOUNT:
            self.note(field, "angka ini terlalu besar untuk biaya; dibiarkan kosong")
            return None
        if not _PLAIN_AMOUNT.fullmatch(written):
            self.note(field, f"“{written}” dibaca {format_rupiah(amount)}")
        return amount

    def _keep_unread(self, field: str, written: str, noun: str, label: str) -> None:
        kept = without_nik(written)
        if kept:
            self.remarks.append(f"{label}: {kept}")
            self.note(
                field, f"“{kept}” tidak terbaca sebagai angka; {noun} dibiarkan kosong, tulisannya ada di keterangan"
            )
        else:
            self.note(field, f"nomor 16 angka dibuang; {noun} dibiarkan kosong")

    def volume(self) -> tuple[str, str]:
        """Volume and unit, from one column or two."""
        cell = self.cell("volume")
        unit = self._unit(self.text("satuan"), "satuan")
        if cell == "":
            return "", unit
        if isinstance(cell, datetime.date | datetime.time | datetime.timedelta):
            self.note("volume", f"Excel mengubah isi sel ini menjadi tanggal ({plain(cell)}); volume dibiarkan kosong")
            return "", unit
        written = plain(cell).lstrip(": ")
        if means_nothing(written):
            self.note("volume", f"“{written}” bukan volume; dibiarkan kosong")
            return "", unit
        if written.startswith("-") and written[1:2].isdigit():
            raise self.refuse("volume", f"volume {written} kurang dari nol")
        parts = _split_volume(written)
        if parts is None and _MEASURES.match(written) and not self.text("dimensi"):
            self.dimensi = written
            self.note("volume", f"“{written}” adalah ukuran; volume dibiarkan kosong, ukurannya ada di dimensi")
            return "", unit
        if parts is None:
            self._keep_unread("volume", written, "volume", "Ukuran")
            return "", unit
        return self._volume_with_unit(written, parts, unit)

    def _volume_with_unit(self, written: str, parts: tuple[str, str], unit: str) -> tuple[str, str]:
        number, inside = parts
        if not inside:
            return number, unit
        if unit and not same_satuan(inside, unit):
            self.remarks.append(f"Volume tertulis: {written}")
            self.note("volume", f"satuan “{inside}” berbeda dari kolom satuan “{unit}”; kolom satuan dipakai")
            return number, unit
        if "satuan" in self._mapping:
            self.note("volume", f"“{written}” dipisah menjadi volume {number or '-'} dan satuan {inside}")
        elif not written.casefold().endswith(inside.casefold()):
            self.note("volume", f"satuan “{re.sub(r'^[0-9.,±~ ]+', '', written)}” dibaca {inside}")
        if not number:
            self.note("volume", f"“{written}” tanpa angka; volume dibiarkan kosong")
        return number, unit or inside

    def _unit(self, written: str, field: str) -> str:
        unit = normal_satuan(written)
        if unit.casefold() != written.casefold():
            self.note(field, f"satuan “{written}” dibaca {unit}")
        return unit

    def penerima(self) -> int | None:
        """Persons who benefit; what counts something else is kept as a remark."""
        field = "penerima_manfaat"
        cell = self.cell(field)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return self._persons(cell)
        written = plain(cell).lstrip(": ")
        if not written or is_dash(written):
            return None
        if means_nothing(written):
            self.note(field, f"“{written}” bukan jumlah orang; dibiarkan kosong")
            return None
        if written.startswith("-") and written[1:].strip()[:1].isdigit():
            raise self.refuse(field, f"penerima manfaat {written} kurang dari nol")
        parts = _split_volume(written)
        if parts and parts[0].isdigit() and len(parts[0]) < 10:
            unit = parts[1].casefold()
            if unit in _PERSONS:
                return int(parts[0])
            if unit in _OTHER_PERSONS:
                self.note(field, f"“{written}” dibaca {parts[0]} orang")
                return int(parts[0])
        kept = without_nik(written)
        if parts and parts[1] in _NO_PERSONS:
            self.note(field, f"“{kept}” bukan jumlah orang; dibiarkan kosong")
            return None
        if kept:
            self.remarks.append(f"Penerima manfaat: {kept}")
        self.note(field, f"“{kept}” bukan jumlah orang; dipindah ke keterangan")
        return None

    def _persons(self, value: float) -> int | None:
        field = "penerima_manfaat"
        if value < 0:
            raise self.refuse(field, f"penerima manfaat {plain(value)} kurang dari nol")
        whole = rounded(value)
        if whole is None or whole[1] or whole[0] >= LARGEST_COUNT:
            self.note(field, "bukan jumlah orang; dibiarkan kosong")
            return None
        return whole[0]


# --- cells of which it is known that the rule above takes them without a remark --------------------------------------


def is_sure_amount(cell: Cell) -> bool:
    """Whether ``biaya`` takes a cell as it stands. A yes is certain."""
    return type(cell) is float and SMALLEST_AMOUNT <= cell < LARGEST_AMOUNT and cell.is_integer()


def is_sure_count(cell: Cell) -> bool:
    """Whether ``penerima`` takes a cell as it stands. A yes is certain."""
    return type(cell) is float and 0 <= cell < LARGEST_COUNT and cell.is_integer()


def is_sure_volume(cell: Cell) -> bool:
    """Whether ``volume`` takes a cell as a number without a unit. A yes is certain."""
    if type(cell) is float:
        return 0 <= cell < LARGEST_AMOUNT and cell.is_integer()
    return isinstance(cell, str) and cell.isascii() and cell.isdigit() and len(cell) < 16
