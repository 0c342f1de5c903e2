"""A file of usulan, looked at before anything is written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from musrenbang_desktop.exchange.columns import FIELDS, Layout, Mapping, find_layout, guess_layout
from musrenbang_desktop.exchange.pratinjau import Baris, Catatan, Lewat, Pratinjau, to_json
from musrenbang_desktop.exchange.sheet import Book, Cancelled, Cell, Progress, Sheet, open_book
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca
from musrenbang_desktop.exchange.usulan_rows import Table

__all__ = ["Baris", "BerkasTidakTerbaca", "Catatan", "Lewat", "Pratinjau", "periksa", "to_json"]

_STEP = 250

#: A text joined over several rows is meant for each of them; an amount joined over several rows is not.
_SHARED_BY_MERGED_ROWS = ("bidang", "dusun", "rt", "rw", "lokasi", "pengusul", "perangkat_daerah", "masalah")


def periksa(
    path: str | os.PathLike[str],
    *,
    mapping: Mapping | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Pratinjau:
    """Look at a file and say for every row what would become of it. Writes nothing.

    ``mapping`` replaces the columns that were found; ``sheet`` chooses one sheet, else the first that holds a list of
    usulan is taken. Raises BerkasTidakTerbaca for a file that cannot be read or when ``cancelled`` answers yes.
    """
    name = Path(path).name
    if mapping is not None and not set(mapping) <= set(FIELDS):
        raise ValueError(f"unknown fields: {sorted(set(mapping) - set(FIELDS))}")
    _stop(cancelled, name)
    book = open_book(path)
    chosen, layout = _choose(book, sheet, name, cancelled)
    if mapping is not None:
        layout = _with_mapping(layout, mapping)
    rows: list[Baris] = []
    lewat: list[Lewat] = []
    if "judul" in layout.mapping:
        for found in _read(chosen, layout, name, progress, cancelled):
            if isinstance(found, Baris):
                rows.append(found)
            else:
                lewat.append(found)
    return Pratinjau(
        berkas=name,
        sheet=chosen.name,
        sheets=book.names,
        head_row=layout.head + 1,
        columns=layout.columns,
        mapping=layout.mapping,
        unmapped=layout.unmapped,
        rows=tuple(rows),
        lewat=tuple(lewat),
    )


def _stop(cancelled: Cancelled | None, name: str) -> None:
    if cancelled and cancelled():
        raise BerkasTidakTerbaca("dihentikan", name)


def _choose(book: Book, wanted: str | None, name: str, cancelled: Cancelled | None) -> tuple[Sheet, Layout]:
    """The sheet to read with its head: the wanted one, else the one whose head names the most columns."""
    best: tuple[Sheet, Layout] | None = None
    fallback: Sheet | None = None
    for sheet_name in (wanted,) if wanted else book.names:
        _stop(cancelled, name)
        sheet = book.load(sheet_name)
        if not any(any(row) for row in sheet.rows):
            continue
        fallback = fallback or sheet
        layout = find_layout(sheet.rows)
        if layout and (best is None or layout.score > best[1].score):
            best = (sheet, layout)
    if best:
        return best
    if fallback is None:
        raise BerkasTidakTerbaca("kosong", name)
    return fallback, guess_layout(fallback.rows)


def _with_mapping(layout: Layout, mapping: Mapping) -> Layout:
    chosen = {field: mapping[field] for field in FIELDS if field in mapping}
    return Layout(layout.head, layout.body, layout.columns, chosen, layout.numbers - set(chosen.values()), layout.score)


def _read(
    sheet: Sheet, layout: Layout, name: str, progress: Progress | None, cancelled: Cancelled | None
) -> Iterator[Baris | Lewat]:
    table = Table(layout)
    rows = _with_shared_cells(sheet, layout)
    total = len(rows) - layout.body
    for done, index in enumerate(range(layout.body, len(rows))):
        if done % _STEP == 0:
            _stop(cancelled, name)
            if progress:
                progress(done, total)
        found = table.read(index, rows[index])
        if found is not None:
            yield found
    if progress:
        progress(total, total)


def _with_shared_cells(sheet: Sheet, layout: Layout) -> Sequence[Sequence[Cell]]:
    """The rows, with a text that is joined over several rows written into each of them."""
    shared = {layout.mapping[field] for field in _SHARED_BY_MERGED_ROWS if field in layout.mapping}
    spans = [
        span for span in sheet.merged if span[2] > span[0] >= layout.body and span[1] == span[3] and span[1] in shared
    ]
    if not spans:
        return sheet.rows
    rows = [list(row) for row in sheet.rows]
    for first, column, last, _ in spans:
        value = rows[first][column] if first < len(rows) and column < len(rows[first]) else ""
        for index in range(first + 1, min(last + 1, len(rows))):
            if any(rows[index]) and column < len(rows[index]):
                rows[index][column] = value
    return rows
