"""Which rows of a list of usulan need no remark: the rule for a row (:mod:`.usulan_fields`), asked column by column."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Any

from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.exchange.column_checks import Check, Columns, Doubtful, TextCheck
from musrenbang_desktop.exchange.plain import plain
from musrenbang_desktop.exchange.sheet import Cell
from musrenbang_desktop.exchange.tidy import all_tidy
from musrenbang_desktop.exchange.usulan_more import (
    WIDER,
    WIDER_TEXTS,
    has_tag,
    more,
    note_owner,
    note_person,
    take_point,
    take_tag,
    with_total,
)
from musrenbang_desktop.exchange.usulan_titles import Titles, read_title
from musrenbang_desktop.exchange.usulan_values import Values, is_sure_amount, is_sure_count, is_sure_volume

#: Numbers of RT and RW as most lists have them; each is one whole RT or RW.
USUAL_RUKUN = frozenset[Cell](form for n in range(1, 100) for form in (f"{n:02d}", str(n), n))


class UsulanChecks:
    """All checks that the columns of one list need."""

    def __init__(self, fields: Collection[str], titles: Titles, jenis: JenisForum | None) -> None:
        self._checks: list[Check | RukunCheck | VolumeCheck] = [
            RukunCheck([name for name in ("rt", "rw", "judul", "lokasi") if name in fields]),
            *(check for check in _checks(titles, jenis) if set(check.fields) <= set(fields)),
        ]
        if "volume" in fields:
            self._checks.append(VolumeCheck([name for name in ("volume", "satuan") if name in fields]))

    @property
    def fields(self) -> set[str]:
        """The fields on whose cells a remark is found."""
        return {field for check in self._checks for field in check.fields}

    def remarked(self, columns: Columns) -> set[int]:
        """The places of the rows with a remark on any cell."""
        return {place for check in self._checks for place in check.remarked(columns)}


class RukunCheck:
    """RT and RW: where their columns do not say both, a title or a place may name them."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.fields = tuple(fields)
        self._own = [name for name in fields if name in ("rt", "rw")]
        self._columns = Check(self._own, Values.rukun_columns)
        self._whole = Check(self._own, _whole_rukun)
        self._texts = Check(fields, _rukun_of_texts)

    def remarked(self, columns: Columns) -> Collection[int]:
        """The places of the rows with a remark on any of these cells."""
        places: Sequence[int] = range(columns.count)
        found: set[int] = set()
        if len(self._own) == 2 and all(columns.distinct(name) <= USUAL_RUKUN for name in self._own):
            return ()
        if self._own:
            found, places = set(self._columns.remarked(columns)), self._whole.remarked(columns)
        texts = [columns.cells[name] for name in self._texts.fields if name not in self._own]
        named = [at for at in places if at not in found and any(_may_name_rukun(column[at]) for column in texts)]
        if named:
            found.update(named[place] for place in self._texts.remarked(columns.rows(named, self._texts.fields)))
        return found


class VolumeCheck:
    """A volume and its unit belong together, unless the volume is a bare number."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.fields = tuple(fields)
        self._together = Check(fields, Values.volume)
        self._bare: set[Cell] = set()

    def remarked(self, columns: Columns) -> Collection[int]:
        """The places of the rows with a remark on any of these cells."""
        volumes = columns.distinct("volume")
        if not volumes <= self._bare:
            self._bare.update(filter(is_sure_volume, volumes - self._bare))
        if volumes <= self._bare:
            return ()
        others = [place for place, cell in enumerate(columns.cells["volume"]) if cell not in self._bare]
        return [others[place] for place in self._together.remarked(columns.rows(others, self._together.fields))]


def _may_name_rukun(cell: Cell) -> bool:
    text = cell.casefold() if isinstance(cell, str) else ""
    return "rt" in text or "rw" in text


def _whole_rukun(values: Values) -> None:
    rt, rw, _ = values.rukun_columns()
    if not (rt and rw):
        raise Doubtful


def _rukun_of_texts(values: Values) -> None:
    rt, rw, _ = values.rukun_columns()
    values.rukun_of_texts(read_title(values).text, values.text("lokasi"), rt, rw)


# --- the checks of the other fields -----------------------------------------------------------------------------------


def _checks(titles: Titles, jenis: JenisForum | None) -> Iterator[Check]:
    yield TextCheck("judul", partial(_title, titles), partial(_all_names, titles), titles.SIGNS)
    yield TextCheck("masalah", _masalah, _no_ranks)
    for name in ("dusun", "pengusul", "perangkat_daerah", "bukti", "keterangan", "bidang", *WIDER_TEXTS):
        yield TextCheck(name, partial(Values.text, field=name), all_tidy)
    yield Check(("lokasi",), _lokasi)
    yield Check(("satuan",), Values.volume)
    yield Check(("perkiraan_biaya",), Values.biaya, partial(_without, is_sure_amount))
    yield Check(("penerima_manfaat",), Values.penerima, partial(_without, is_sure_count))
    yield Check(("penerima_manfaat", "penerima_l", "penerima_p"), _penerima)
    for names in (("lintang",), ("bujur",), ("lintang", "bujur")):
        yield Check(names, partial(take_point, ""))
    for name in WIDER:
        yield Check((name,), more)
    for names in (("kode_kegiatan",), ("kode_kegiatan", "kewenangan")):
        yield Check(names, partial(_owner, jenis))


def _title(titles: Titles, values: Values) -> None:
    written = plain(values.cell("judul"))
    title = read_title(values)
    if not written or titles.may_be_none(written) or title.text != values.cell("judul"):
        raise Doubtful
    take_tag(title.text, {}, values, "judul")


def _all_names(titles: Titles, texts: Sequence[str]) -> bool:
    return titles.all_ordinary(texts) and all_tidy(texts)


def _masalah(values: Values) -> None:
    take_tag(values.text("masalah"), {}, values, "masalah")


def _no_ranks(texts: Sequence[str]) -> bool:
    return all_tidy(texts) and not any(map(has_tag, texts))


def _lokasi(values: Values) -> None:
    text = values.text("lokasi")
    values.dusun_of(text)
    take_point(text, values)
    note_person(text, values)


def _penerima(values: Values) -> None:
    with_total(values.penerima(), more(values), values)


def _owner(jenis: JenisForum | None, values: Values) -> None:
    note_owner(more(values), values, jenis)


def _without(sure: Callable[[Cell], bool], cells: Sequence[Any]) -> list[Any]:
    return [cell for cell in cells if not sure(cell)]
