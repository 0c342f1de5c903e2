"""A file of people, looked at before anything is written: the village's own list, or OpenSID's population sheet.

Numbers of identity are dropped before the first row is looked at: no column that holds them is ever offered, kept or
named in a remark.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.tanggal import parse_tanggal
from musrenbang_desktop.exchange.columns import Layout, Mapping
from musrenbang_desktop.exchange.judged_rows import JudgedRows
from musrenbang_desktop.exchange.peserta_rows import BarisPeserta, PeopleTable
from musrenbang_desktop.exchange.peserta_spellings import PESERTA
from musrenbang_desktop.exchange.pratinjau import Diperiksa, Lewat
from musrenbang_desktop.exchange.reading import Found, Watch, collector_waits, open_list, read_rows
from musrenbang_desktop.exchange.sheet import Cancelled, Progress, Sheet
from musrenbang_desktop.exchange.vocabulary import normal_heading

_SHARED_BY_MERGED_ROWS = ("unsur", "jabatan", "dusun", "rt", "rw", "lokasi")
_IDENTITY = re.compile(r"\b(?:nik|kk|nokk|ktp|paspor|pasport|kitas|asuransi|id card)\b")
_POPULATION_COLUMNS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class PratinjauPeserta(Diperiksa[BarisPeserta]):
    """The preview of a list of people. ``penduduk``: a population sheet, of which nobody is chosen beforehand."""

    penduduk: bool

    @property
    def terpilih(self) -> frozenset[int]:
        """Numbers of the rows that *Terapkan* takes unless the operator says otherwise."""
        return frozenset() if self.penduduk else frozenset(row.row for row in self.rows if row.pilih)

    @property
    def pesan(self) -> str:
        """One sentence when nothing can be imported, else nothing."""
        if "nama" not in self.mapping:
            return (
                f"Kolom nama orang tidak ditemukan di “{self.berkas}”; data di laptop ini tidak berubah, "
                "tunjukkan kolomnya atau pilih lembar lain."
            )
        if not self.rows:
            return f"Tidak ada orang di bawah judul kolom pada “{self.berkas}”; data di laptop ini tidak berubah."
        return ""


def periksa(
    path: str | os.PathLike[str],
    *,
    tanggal: str,
    sudah: Sequence[PesertaBaru] = (),
    mapping: Mapping | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> PratinjauPeserta:
    """Look at a file and say for every row what would become of it. Writes nothing.

    ``tanggal`` is the day of the forum, for ages; ``sudah`` are the people on the list already. Raises
    BerkasTidakTerbaca for a file that cannot be read or when ``cancelled`` answers yes.
    """
    watch = Watch(progress, cancelled)
    with collector_waits():
        return _judged(_without_identity(open_list(path, PESERTA, mapping, sheet, watch)), tanggal, sudah, watch)


def _judged(found: Found, tanggal: str, sudah: Sequence[PesertaBaru], watch: Watch) -> PratinjauPeserta:
    layout = found.layout
    rows: list[BarisPeserta] = []
    lewat: list[Lewat] = []
    if PESERTA.key in layout.mapping:
        table = PeopleTable(layout, _day(tanggal), sudah)
        for one in read_rows(found, table.read, _SHARED_BY_MERGED_ROWS, watch):
            if isinstance(one, BarisPeserta):
                rows.append(one)
            elif one is not None:
                lewat.append(one)
    offered = tuple(column for column in layout.columns if not _is_identity(column.heading))
    return PratinjauPeserta(
        berkas=found.name,
        sheet=found.sheet.name,
        sheets=found.sheets,
        columns=offered,
        mapping=layout.mapping,
        unmapped=tuple(column for column in layout.unmapped if column in offered),
        rows=JudgedRows(rows),
        lewat=tuple(lewat),
        penduduk=len(offered) < len(layout.columns) and len(layout.columns) >= _POPULATION_COLUMNS,
    )


def _without_identity(found: Found) -> Found:
    """The sheet with nothing but the columns that are read; the rest is let go of here."""
    layout = found.layout
    private = {column.index for column in layout.columns if _is_identity(column.heading)}
    mapping = {field: column for field, column in layout.mapping.items() if column not in private}
    wanted = set(mapping.values()) | layout.numbers
    rows = [
        [cell if column in wanted else "" for column, cell in enumerate(row)] if index >= layout.body else []
        for index, row in enumerate(found.sheet.rows)
    ]
    kept = Layout(layout.head, layout.body, layout.columns, mapping, layout.numbers, layout.score)
    return replace(found, sheet=Sheet(found.sheet.name, rows, found.sheet.merged), layout=kept)


def _is_identity(heading: str) -> bool:
    return bool(_IDENTITY.search(normal_heading(heading)))


def _day(tanggal: str) -> datetime.date:
    try:
        return parse_tanggal(tanggal)
    except RuleBroken:
        return datetime.date(datetime.MINYEAR, 1, 1)
