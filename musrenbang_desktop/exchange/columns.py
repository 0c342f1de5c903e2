"""Where the table begins and which column holds what, found by the names of the columns."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingABC
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from musrenbang_desktop.exchange.sheet import Cell, column_letters
from musrenbang_desktop.exchange.vocabulary import GENERIC, Vocabulary, is_number_heading, normal_heading

Mapping = MappingABC[str, int]
"""Field -> column, from zero. RT/RW in one column is mapped to ``rt``, volume with unit to ``volume``."""

_SEARCHED_ROWS = 60
_SURE = 3
_SEARCHED_BELOW = 8
_CHILD_PENALTY = 200
_COUNTER = re.compile(r"\(?\s*(?:[0-9]{1,2}|[a-z])\s*\)?\.?(?:\s*=.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: its place, and its heading as the operator knows it."""

    index: int
    heading: str

    @property
    def letters(self) -> str:
        return column_letters(self.index)


@dataclass(frozen=True, slots=True)
class Layout:
    """The head of a table. ``body`` is the first row below it, ``head`` its first row, both counted from zero."""

    head: int
    body: int
    columns: tuple[Column, ...]
    mapping: dict[str, int]
    numbers: frozenset[int]
    score: float

    @property
    def unmapped(self) -> tuple[Column, ...]:
        """Columns with a heading that no field takes and that do not merely count the rows."""
        taken = set(self.mapping.values()) | self.numbers
        return tuple(column for column in self.columns if column.index not in taken)


def text_of_heading(cell: Cell) -> str:
    """A heading as plain text."""
    return " ".join(cell.split()) if isinstance(cell, str) else "" if isinstance(cell, bool) else str(cell)


def find_layout(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> Layout | None:
    """The head of the table, or None when no row names the column that every list has."""
    best: Layout | None = None
    for index in range(min(_SEARCHED_ROWS, len(rows))):
        if best and best.score >= _SURE and index > best.body + _SEARCHED_BELOW:
            break
        layout = _layout_at(rows, index, words)
        if layout and (best is None or layout.score > best.score):
            best = layout
    return best


def guess_layout(rows: Sequence[Sequence[Cell]]) -> Layout:
    """A head for a table that names none of our columns: the first row that fills the most columns with text."""
    counts = [sum(bool(_text(cell)) for cell in row) for row in rows[:_SEARCHED_ROWS]]
    head = counts.index(max(counts)) if counts else 0
    columns = _columns([text_of_heading(cell) for cell in rows[head]]) if rows else ()
    return Layout(head, head + 1, columns, {}, _numbers(columns), 0)


def is_counter_row(row: Sequence[Cell]) -> bool:
    """Whether a row only counts the columns: ``1 2 3`` or ``a b c`` under the head."""
    texts = [
        str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
        for cell in row
        if cell != ""
    ]
    if len(texts) < 2 or not all(_COUNTER.fullmatch(text) for text in texts):
        return False
    marks = [re.sub(r"[\W_]", "", text.split("=")[0]).casefold() for text in texts]
    if all(mark.isdigit() for mark in marks):
        numbers = [int(mark) for mark in marks]
        return numbers[0] <= 1 + len(row) - len(texts) and all(a < b <= a + 3 for a, b in pairwise(numbers))
    return len(marks) > 2 and all(map(str.isalpha, marks)) and marks == sorted(set(marks)) and marks[0] in "abc"


def _text(cell: Cell) -> str:
    return cell.strip() if isinstance(cell, str) else ""


def _layout_at(rows: Sequence[Sequence[Cell]], index: int, words: Vocabulary) -> Layout | None:
    top = [text_of_heading(cell) for cell in rows[index]]
    filled = sum(map(bool, top))
    if not filled:
        return None
    below = [text_of_heading(cell) for cell in rows[index + 1]] if index + 1 < len(rows) else []
    double = filled > 1 and _is_second_row(top, below, rows[index + 1] if below else (), words)
    headings = _joined(top, below, words) if double else [(text, words.field_of_heading(text)) for text in top]
    mapping = _assign([found for _, found in headings], words.fields)
    if words.key not in mapping or not _convincing(mapping, [text for text, _ in headings], filled, words):
        return None
    columns = _columns([text for text, _ in headings])
    others = sum(words.is_heading(column.heading) for column in columns) - len(mapping)
    body = index + (2 if double else 1)
    while body < len(rows) and is_counter_row(rows[body]):
        body += 1
    return Layout(index, body, columns, mapping, _numbers(columns), len(mapping) + max(others, 0) / 4)


def _convincing(mapping: dict[str, int], headings: list[str], filled: int, words: Vocabulary) -> bool:
    if len(mapping) > 1:
        return True
    title = headings[mapping[words.key]]
    return words.is_heading(title) and (filled == 1 or sum(map(words.is_heading, headings)) * 2 >= filled)


def _columns(headings: list[str]) -> tuple[Column, ...]:
    return tuple(Column(index, heading) for index, heading in enumerate(headings) if heading)


def _numbers(columns: tuple[Column, ...]) -> frozenset[int]:
    return frozenset(column.index for column in columns if is_number_heading(column.heading))


def _assign(found: list[tuple[str, int] | None], fields: Sequence[str]) -> dict[str, int]:
    """Each field to the column that names it best; the leftmost when two are equally good."""
    best: dict[str, tuple[int, int]] = {}
    for index, one in enumerate(found):
        if one and (one[0] not in best or one[1] < best[one[0]][0]):
            best[one[0]] = (one[1], index)
    return {field: best[field][1] for field in fields if field in best}


def _is_second_row(top: list[str], below: list[str], cells: Sequence[Cell], words: Vocabulary) -> bool:
    """Whether the second row belongs to the head: names of columns below a joined heading, and no data."""
    if any(not isinstance(cell, str) for cell in cells) or is_counter_row(cells):
        return False
    children = [text for index, text in enumerate(below) if text and index and (index >= len(top) or not top[index])]
    if not children:
        return False
    filled = [text for text in below if text]
    named = sum(words.is_heading(text) or normal_heading(text) in GENERIC for text in filled)
    return named * 2 >= len(filled) and not any(
        text and index < len(top) and is_number_heading(top[index]) for index, text in enumerate(below)
    )


def _joined(top: list[str], below: list[str], words: Vocabulary) -> list[tuple[str, tuple[str, int] | None]]:
    """Headings of a head of two rows: a joined heading stands above every column that has a name below it."""
    joined: list[tuple[str, tuple[str, int] | None]] = []
    parent, first = "", True
    for index in range(max(len(top), len(below))):
        upper = top[index] if index < len(top) else ""
        lower = below[index] if index < len(below) else ""
        if upper:
            parent, first = upper, True
        if not lower:
            parent = upper
            joined.append((upper, words.field_of_heading(upper)))
            continue
        whole = lower if is_number_heading(lower) else f"{parent} {lower}".strip()
        joined.append((whole, _child(parent, lower, words, first=first)))
        first = False
    return joined


def _child(parent: str, lower: str, words: Vocabulary, *, first: bool) -> tuple[str, int] | None:
    above = words.field_of_heading(parent)
    if normal_heading(lower) in GENERIC and above:
        return above
    found = words.field_of_heading(lower)
    if found or words.is_heading(lower):
        return found
    return (above[0], above[1] + _CHILD_PENALTY) if above and first else None
