"""From a file to the rows of one list: which sheet, where its head is, row by row with progress and cancel."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from musrenbang_desktop.exchange.columns import Layout, Mapping, find_layout, guess_layout
from musrenbang_desktop.exchange.sheet import Book, Cancelled, Cell, Progress, Sheet, open_book
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca
from musrenbang_desktop.exchange.vocabulary import Vocabulary

F = TypeVar("F")
#: Rows between two words about the progress: a quarter of a second where every row must be mended.
_STEP = 2_500


@dataclass(frozen=True, slots=True)
class Watch:
    """How a long look tells where it is, and how it is stopped."""

    progress: Progress | None = None
    cancelled: Cancelled | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A file with one sheet chosen and its head found."""

    name: str
    sheets: tuple[str, ...]
    sheet: Sheet
    layout: Layout


def open_list(
    path: str | os.PathLike[str], words: Vocabulary, mapping: Mapping | None, sheet: str | None, watch: Watch
) -> Found:
    """Open a file and find its list. ``mapping`` replaces the columns that were found.

    ``sheet`` chooses one sheet, else the one whose head names the most columns is taken. Raises BerkasTidakTerbaca.
    """
    name = Path(path).name
    if mapping is not None and not set(mapping) <= set(words.fields):
        raise ValueError(f"unknown fields: {sorted(set(mapping) - set(words.fields))}")
    _stop(watch.cancelled, name)
    return find_list(open_book(path), name, words, mapping, sheet, watch)


def find_list(
    book: Book, name: str, words: Vocabulary, mapping: Mapping | None, sheet: str | None, watch: Watch
) -> Found:
    """The same for sheets that are here already."""
    chosen, layout = _choose(book, sheet, words, name, watch.cancelled)
    if mapping is not None:
        layout = with_mapping(layout, mapping, words.fields)
    return Found(name, book.names, chosen, layout)


def read_rows(
    found: Found, read: Callable[[int, Sequence[Cell]], F], shared: Sequence[str], watch: Watch
) -> Iterator[F]:
    """What ``read`` makes of every row below the head; ``shared`` as for :func:`read_blocks`."""
    for first, rows in read_blocks(found, shared, watch):
        for index, row in enumerate(rows, first):
            yield read(index, row)


def read_blocks(found: Found, shared: Sequence[str], watch: Watch) -> Iterator[tuple[int, Sequence[Sequence[Cell]]]]:
    """The rows below the head, some hundred at a time, each time with the place of the first in the file.

    A text joined over several rows counts for each of them in the fields ``shared``.
    """
    body = found.layout.body
    rows = _with_shared_cells(found.sheet, found.layout, shared)
    total = len(rows) - body
    for done in range(0, total, _STEP):
        _stop(watch.cancelled, found.name)
        if watch.progress:
            watch.progress(done, total)
        yield body + done, rows[body + done : body + done + _STEP]
    if watch.progress:
        watch.progress(total, total)


@contextmanager
def collector_waits() -> Iterator[None]:
    """A list makes many objects and no rings of objects: looking for rings among them again and again is in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _stop(cancelled: Cancelled | None, name: str) -> None:
    if cancelled and cancelled():
        raise BerkasTidakTerbaca("dihentikan", name)


def _choose(
    book: Book, wanted: str | None, words: Vocabulary, name: str, cancelled: Cancelled | None
) -> tuple[Sheet, Layout]:
    """The sheet to read with its head: the wanted one, else the one whose head names the most columns."""
    best: tuple[Sheet, Layout] | None = None
    fallback: Sheet | None = None
    for sheet_name in (wanted,) if wanted else book.names:
        _stop(cancelled, name)
        sheet = book.load(sheet_name)
        if not any(any(row) for row in sheet.rows):
            continue
        fallback = fallback or sheet
        layout = find_layout(sheet.rows, words)
        if layout and (best is None or layout.score > best[1].score):
            best = (sheet, layout)
    if best:
        return best
    if fallback is None:
        raise BerkasTidakTerbaca("kosong", name)
    return fallback, guess_layout(fallback.rows)


def with_mapping(layout: Layout, mapping: Mapping, fields: Sequence[str]) -> Layout:
    """A layout with the columns that the operator chose."""
    chosen = {field: mapping[field] for field in fields if field in mapping}
    return Layout(layout.head, layout.body, layout.columns, chosen, layout.numbers - set(chosen.values()), layout.score)


def _with_shared_cells(sheet: Sheet, layout: Layout, fields: Sequence[str]) -> Sequence[Sequence[Cell]]:
    """The rows, with a text that is joined over several rows written into each of them."""
    shared = {layout.mapping[field] for field in fields if field in layout.mapping}
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
