"""What was copied from Excel or WhatsApp, looked at as a file would be: a verdict for every row, nothing written."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.rukun import parse_rt_rw
from musrenbang_desktop.domain.rupiah import parse_rupiah
from musrenbang_desktop.domain.volume import normal_satuan, split_volume
from musrenbang_desktop.exchange import chat
from musrenbang_desktop.exchange.chat import Butir
from musrenbang_desktop.exchange.columns import Column, Layout, Mapping, find_layout
from musrenbang_desktop.exchange.delimited import read_tabs
from musrenbang_desktop.exchange.judged_rows import JudgedRows
from musrenbang_desktop.exchange.not_rows import is_ordinal
from musrenbang_desktop.exchange.plain import without_nik
from musrenbang_desktop.exchange.pratinjau import Baris, Catatan, Lewat, Pratinjau
from musrenbang_desktop.exchange.reading import Found, Watch, with_mapping
from musrenbang_desktop.exchange.sheet import Cell, Sheet, address
from musrenbang_desktop.exchange.spellings import USULAN
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca
from musrenbang_desktop.exchange.usulan_import import judge

NAME = "tempelan"
LONGEST = 2_000_000

_CHAT = ("judul", "pengusul", "volume", "perkiraan_biaya", "rt")
_HEADINGS = ("Usulan", "Pengusul", "Volume", "Biaya", "RT/RW")
_DUSUN = re.compile(r"(?:dusun|dsn|dukuh|kampung|lingkungan|banjar|jorong|dukuhan)\b", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:pak|bpk|bapak|bu|ibu|rt|rw|pkk|bpd|lpm|karang taruna|posyandu|kader|kelompok|kadus|gapoktan|ketua)\b",
    re.IGNORECASE,
)
_SMALLEST_COST = 10_000
_SHARE = 0.6


def periksa_tempelan(text: str, *, mapping: Mapping | None = None, dusun: Collection[str] = ()) -> Pratinjau:
    """Look at copied text: cells with tabs between them, else lines of a message.

    ``mapping`` replaces the columns that were found; ``dusun`` are the names that the village uses, to know that column
    without a heading. Raises BerkasTidakTerbaca when there is nothing to read.
    """
    if not text.strip():
        raise BerkasTidakTerbaca("tempelan_kosong", NAME)
    if len(text) > LONGEST:
        raise BerkasTidakTerbaca("terlalu_besar", NAME)
    if "\t" in text:
        return _cells(text, mapping, frozenset(name.casefold() for name in dusun))
    return _messages(text)


def _cells(text: str, mapping: Mapping | None, dusun: frozenset[str]) -> Pratinjau:
    sheet = read_tabs(text, NAME)
    layout = find_layout(sheet.rows, USULAN) or _without_head(sheet.rows, dusun)
    if mapping is not None:
        layout = with_mapping(layout, mapping, USULAN.fields)
    return judge(Found(NAME, (NAME,), sheet, layout), Watch())


def _messages(text: str) -> Pratinjau:
    found = list(chat.lines(text))
    listed = any(one.butir for one in found)
    taken = {one.nomor: one for one in found if one.butir or not listed}
    rows: list[list[Cell]] = [_row(taken.get(number)) for number in range(1, max(taken, default=0) + 1)]
    columns = tuple(Column(index, heading) for index, heading in enumerate(_HEADINGS))
    layout = Layout(-1, 0, columns, {name: index for index, name in enumerate(_CHAT)}, frozenset(), 1)
    preview = judge(Found(NAME, (NAME,), Sheet(NAME, rows), layout), Watch())
    skipped = tuple(Lewat(one.nomor, "obrolan", without_nik(one.teks)) for one in found if one.nomor not in taken)
    return replace(
        preview,
        rows=JudgedRows([_with_sender(row, taken[row.row]) for row in preview.rows]),
        lewat=tuple(sorted((*preview.lewat, *skipped), key=lambda one: one.row)),
    )


def _row(line: Butir | None) -> list[Cell]:
    if line is None:
        return []
    isi = chat.take_apart(line.teks)
    biaya: Cell = "" if isi.biaya is None else isi.biaya
    return [isi.judul, isi.pengusul or line.pengirim, isi.volume, biaya, isi.tempat]


def _with_sender(row: Baris, line: Butir) -> Baris:
    """A proposer that only the message names is worth a remark."""
    if row.usulan is None or not line.pengirim or chat.take_apart(line.teks).pengusul:
        return row
    note = Catatan(address(row.row - 1, 1), "pengusul diambil dari pengirim pesan")
    return replace(row, verdict="mended", notes=(*row.notes, note))


def _without_head(rows: Sequence[Sequence[Cell]], dusun: frozenset[str]) -> Layout:
    """Columns known by what stands in them: each field takes the column that looks most like it."""
    width = max(map(len, rows))
    texts = [
        [str(row[index]).strip() for row in rows if index < len(row) and str(row[index]).strip()]
        for index in range(width)
    ]
    columns = tuple(Column(index, f"misalnya {cells[0][:30]}") for index, cells in enumerate(texts) if cells)
    numbers = frozenset(index for index, cells in enumerate(texts) if cells and _counts(cells))
    mapping: dict[str, int] = {}
    for field, looks in _LOOKS.items():
        shares = {
            index: sum(looks(cell, dusun) for cell in cells) / len(cells)
            for index, cells in enumerate(texts)
            if cells and index not in numbers and index not in mapping.values()
        }
        best = max(shares, key=lambda index: (shares[index], -index), default=-1)
        if best >= 0 and shares[best] >= _SHARE:
            mapping[field] = best
    rest = [column.index for column in columns if column.index not in numbers | set(mapping.values())]
    if rest:
        mapping["judul"] = max(rest, key=lambda index: sum(map(len, texts[index])) / len(texts[index]))
    return Layout(-1, 0, columns, {name: mapping[name] for name in USULAN.fields if name in mapping}, numbers, 0)


def _counts(cells: Sequence[str]) -> bool:
    """Whether a column only counts its rows."""
    if not all(is_ordinal(cell) for cell in cells):
        return False
    numbers = [re.sub(r"\D", "", cell) for cell in cells]
    return numbers == [str(number) for number in range(int(numbers[0]), int(numbers[0]) + len(numbers))]


def _is_cost(cell: str, _dusun: frozenset[str]) -> bool:
    try:
        return not chat.is_length(cell) and (parse_rupiah(cell) or 0) >= _SMALLEST_COST
    except RuleBroken:
        return False


def _is_place(cell: str, _dusun: frozenset[str]) -> bool:
    return ("/" in cell or re.match(r"r[tw]\b", cell, re.IGNORECASE) is not None) and parse_rt_rw(cell) not in (
        None,
        ("", ""),
    )


def _is_unit(cell: str, _dusun: frozenset[str]) -> bool:
    return split_volume(f"1 {cell}") == ("1", normal_satuan(cell)) and normal_satuan(cell) in _UNITS


def _is_volume(cell: str, _dusun: frozenset[str]) -> bool:
    volume = split_volume(cell)
    return volume is not None and bool(volume[0])


def _is_dusun(cell: str, dusun: frozenset[str]) -> bool:
    return cell.casefold() in dusun or _DUSUN.match(cell) is not None


def _is_group(cell: str, _dusun: frozenset[str]) -> bool:
    return len(cell) <= 40 and _GROUP.match(cell) is not None


_UNITS = frozenset(
    {"m", "m1", "m2", "m3", "km", "ha", "unit", "buah", "paket", "orang", "titik", "set", "kg", "ls", "KK"}
)
_LOOKS = {
    "perkiraan_biaya": _is_cost,
    "rt": _is_place,
    "satuan": _is_unit,
    "volume": _is_volume,
    "dusun": _is_dusun,
    "pengusul": _is_group,
}
