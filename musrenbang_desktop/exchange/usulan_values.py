"""The values of one usulan out of its cells: amounts, volume, place, persons. Every change is remarked on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.rukun import RukunTersebut, find_rukun, parse_rt_rw
from musrenbang_desktop.domain.rupiah import format_rupiah, parse_rupiah
from musrenbang_desktop.domain.usulan import tempat_singkat
from musrenbang_desktop.domain.volume import normal_satuan, same_satuan, split_volume
from musrenbang_desktop.exchange.plain import is_dash, means_nothing, plain, rounded, without_nik
from musrenbang_desktop.exchange.pratinjau import Catatan
from musrenbang_desktop.exchange.sheet import Cell, address

LONGEST_TEXT = 500
SMALLEST_AMOUNT = 1000
LARGEST_AMOUNT = 10**15

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
_DUSUN = re.compile(
    r"(?i:dusun|dsn)\b[\s.:]*(?P<name>[A-Z][\w'\-]*(?: [A-Z][\w'\-]*){0,2}?)(?=\s*(?:$|[,;(/\-]|RT\b|RW\b|Rt\b|Rw\b))",
    re.ASCII,
)
_DUSUN_WORD = re.compile(r"^(?:dusun|dsn)\b[\s.:]*(?=[^\W\d_]{4})", re.IGNORECASE)
_RW_NUMBER = re.compile(r"[0-9]{1,3}|[IVXivx]{1,5}")
_FORMULA = re.compile(r"[=+@]\s*\w")

_find_rukun = lru_cache(maxsize=4096)(find_rukun)
_parse_rt_rw = lru_cache(maxsize=1024)(parse_rt_rw)
_split_volume = lru_cache(maxsize=4096)(split_volume)


class Refused(Exception):
    """A row that cannot be taken, with the remark that says why."""

    def __init__(self, note: Catatan) -> None:
        super().__init__(note.text)
        self.note = note


class Values:
    """Reads the cells of one row by field and collects the remarks."""

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
        text, remarks = _tidy(cell) if isinstance(cell, str) else _tidy(plain(cell))
        for remark in remarks:
            self.note(field, remark)
        return text

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
        if whole is None or whole[1] or whole[0] >= 10**9:
            self.note(field, "bukan jumlah orang; dibiarkan kosong")
            return None
        return whole[0]

    def place(self, judul: str) -> tuple[str, str, str, str]:
        """Dusun, RT, RW and the rest of the place. What its own column does not say is looked for in the texts."""
        dusun, lokasi = _DUSUN_WORD.sub("", self.text("dusun")), self.text("lokasi")
        rt, rw, extra = self._rukun_columns()
        if lokasi and not dusun:
            dusun, lokasi = self._dusun_of(lokasi)
        if not (rt and rw):
            rt, rw, lokasi = self._rukun_of_texts(judul, lokasi, rt, rw)
        return dusun, rt, rw, ", ".join(filter(None, (lokasi, extra)))

    def _rukun_columns(self) -> tuple[str, str, str]:
        pairs, extra = [], []
        for field in ("rt", "rw"):
            cell = self.cell(field)
            written = self._undated(field, cell) if isinstance(cell, datetime.date) else self.text(field)
            if field == "rw" and _RW_NUMBER.fullmatch(written):
                written = f"RW {written}"
            pair = _parse_rt_rw(written)
            if pair is None:
                extra.append(written if re.search(r"[A-Za-z]", written) else f"{field.upper()} {written}")
                self.note(field, f"“{written}” bukan satu {field.upper()}; dipindah ke lokasi")
            pairs.append(pair or ("", ""))
        return pairs[0][0] or pairs[1][0], pairs[1][1] or pairs[0][1], ", ".join(extra)

    def _undated(self, field: str, cell: datetime.date) -> str:
        self.note(field, f"Excel mengubah “{cell.day}/{cell.month}” menjadi tanggal; dibaca kembali, periksa")
        return f"{cell.day}/{cell.month}"

    def _dusun_of(self, lokasi: str) -> tuple[str, str]:
        found = _DUSUN.match(lokasi) if lokasi[:1] in "Dd" else None
        if not found:
            return "", lokasi
        self.note("lokasi", f"dusun {found['name']} diambil dari lokasi")
        return found["name"], lokasi[found.end() :].strip(" ,;-")

    def _rukun_of_texts(self, judul: str, lokasi: str, rt: str, rw: str) -> tuple[str, str, str]:
        sources = {"lokasi": _find_rukun(lokasi), "judul": _find_rukun(judul)}
        if any(found.banyak for found in sources.values()) or _differ(*sources.values()):
            field = "lokasi" if sources["lokasi"].banyak else "judul"
            self.note(field, "menyebut lebih dari satu RT atau RW; RT/RW tidak ditebak")
            return rt, rw, lokasi
        for field, found in sources.items():
            new_rt, new_rw = "" if rt else "".join(found.rt), "" if rw else "".join(found.rw)
            if new_rt or new_rw:
                rt, rw = rt or new_rt, rw or new_rw
                name = "lokasi" if field == "lokasi" else "nama usulan"
                self.note(field, f"{tempat_singkat('', new_rt, new_rw)} diambil dari {name}")
        return rt, rw, "" if sources["lokasi"].hanya else lokasi


@lru_cache(maxsize=8192)
def _tidy(cell: str) -> tuple[str, tuple[str, ...]]:
    """A text as it is kept, and what was done to it. Lists repeat themselves, so most answers are remembered."""
    written = plain(cell)
    if not written or is_dash(written):
        return "", ()
    if means_nothing(written):
        return "", (f"“{written}” bukan isian; dibiarkan kosong",)
    remarks = []
    text = without_nik(written)
    if text != written:
        remarks.append("nomor 16 angka (NIK atau nomor KK) dibuang dan tidak disimpan")
    if text[:1] == ":":
        text = text.lstrip(": ")
        remarks.append("tanda “:” di depan dibuang")
    if len(text) > LONGEST_TEXT:
        remarks.append(f"tulisan panjang sekali ({len(text)} huruf); disimpan utuh, sebaiknya diringkas")
    if _FORMULA.match(text):
        remarks.append("tampak seperti rumus; disimpan sebagai tulisan biasa")
    return text, tuple(remarks)


def _differ(first: RukunTersebut, second: RukunTersebut) -> bool:
    return bool(
        (first.rt and second.rt and first.rt != second.rt) or (first.rw and second.rw and first.rw != second.rw)
    )
