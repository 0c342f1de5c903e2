"""A file of usulan, looked at before anything is written."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence

from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.exchange.columns import Mapping
from musrenbang_desktop.exchange.judged_rows import JudgedRows
from musrenbang_desktop.exchange.pratinjau import Baris, Catatan, Lewat, Pratinjau, to_json
from musrenbang_desktop.exchange.reading import Found, Watch, collector_waits, open_list, read_blocks
from musrenbang_desktop.exchange.sheet import Cancelled, Progress
from musrenbang_desktop.exchange.spellings import USULAN
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca
from musrenbang_desktop.exchange.usulan_judging import Judge
from musrenbang_desktop.exchange.years import differing_years, other_years, years_in_rows, years_of

__all__ = ["Baris", "BerkasTidakTerbaca", "Catatan", "Lewat", "Pratinjau", "judge", "periksa", "to_json"]

#: A text joined over several rows is meant for each of them; an amount joined over several rows is not.
_SHARED_BY_MERGED_ROWS = (
    "bidang",
    "dusun",
    "rt",
    "rw",
    "lokasi",
    "pengusul",
    "perangkat_daerah",
    "masalah",
    "asal",
    "kewenangan",
)


def periksa(
    path: str | os.PathLike[str],
    *,
    mapping: Mapping | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    jenis: JenisForum | None = None,
    tahun: Collection[int] = (),
) -> Pratinjau:
    """Look at a file and say for every row what would become of it. Writes nothing.

    ``mapping`` replaces the columns that were found; ``sheet`` chooses one sheet, else the first that holds a list of
    usulan is taken; ``jenis`` is that of the forum which the list is for and ``tahun`` are its years, where one is
    known. Raises BerkasTidakTerbaca for a file that cannot be read or when ``cancelled`` answers yes.
    """
    watch = Watch(progress, cancelled)
    with collector_waits():
        return judge(open_list(path, USULAN, mapping, sheet, watch), watch, jenis, tahun)


def judge(found: Found, watch: Watch, jenis: JenisForum | None = None, tahun: Collection[int] = ()) -> Pratinjau:
    """The verdicts about the rows of a list that was found."""
    layout = found.layout
    rows: JudgedRows[Baris] = JudgedRows(())
    lewat: list[Lewat] = []
    if USULAN.key in layout.mapping:
        judging = Judge(layout, jenis)
        for first, block in read_blocks(found, _SHARED_BY_MERGED_ROWS, watch):
            judging.read(first, block)
        rows, lewat = judging.rows, judging.lewat
    return Pratinjau(
        berkas=found.name,
        sheet=found.sheet.name,
        sheets=found.sheets,
        columns=layout.columns,
        mapping=layout.mapping,
        unmapped=layout.unmapped,
        rows=rows,
        lewat=tuple(lewat),
        peringatan=_years(found, lewat, tahun),
    )


def _years(found: Found, lewat: Sequence[Lewat], tahun: Collection[int]) -> str:
    """What is doubtful about the years that the list names."""
    layout, rows = found.layout, found.sheet.rows
    above = [cell for row in rows[: layout.head] for cell in row if isinstance(cell, str)]
    named = years_of(above) | years_in_rows(rows[layout.head + 1 :], layout.unmapped)
    return differing_years(above, (one.text for one in lewat)) or other_years(named, tahun)
