"""What can be done with the rows of a list in a form: one more, one less, one place up or down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ui.profil.keys import list_of

if TYPE_CHECKING:
    from musrenbang_desktop.reference.profile_copy import ProfileCopy


class Acted(NamedTuple):
    """A copy after an act, and the path that is to be chosen then."""

    copy: ProfileCopy
    chosen: str


def _add(copy: ProfileCopy, path: str) -> Acted | None:
    rows, place, _count = _at(copy, path)
    return Acted(copy.add_row(rows, place + 1), path)


def _drop(copy: ProfileCopy, path: str) -> Acted | None:
    """The last row stays: a table without columns is no table."""
    rows, place, count = _at(copy, path)
    return Acted(copy.drop_row(rows, place), path) if count > 1 else None


def _up(copy: ProfileCopy, path: str) -> Acted | None:
    rows, place, _count = _at(copy, path)
    return Acted(copy.move_row(rows, place, place - 1), f"{rows}[{place - 1}]") if place > 0 else None


def _down(copy: ProfileCopy, path: str) -> Acted | None:
    rows, place, count = _at(copy, path)
    return Acted(copy.move_row(rows, place, place + 1), f"{rows}[{place + 1}]") if place < count - 1 else None


def _at(copy: ProfileCopy, path: str) -> tuple[str, int, int]:
    """The list a path lies in, the place in it (its end for the list itself), and its length."""
    rows, place = list_of(path, copy.whole)
    count = len(copy.value(rows))
    return rows, (count - 1 if place < 0 else place), count


#: The acts of the editor by their names.
ACTS: Mapping[str, Callable[[ProfileCopy, str], Acted | None]] = {
    "tambah": _add,
    "hapus": _drop,
    "naik": _up,
    "turun": _down,
}
