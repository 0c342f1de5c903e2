"""Taking the set-up of an earlier forum over into the chosen one: one act, taken back by one undo."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from musrenbang_desktop.db.queries import dasar as figures
from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import penilaian, peserta
from musrenbang_desktop.db.store import Act
from musrenbang_desktop.domain import aturan_rows
from musrenbang_desktop.domain import data_dasar as figure
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.peserta import FIELDS, Peserta, PesertaBaru
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.forum import plain_value

Bagian = Literal["pejabat", "tim", "tempat", "agenda", "unsur", "orang", "kriteria", "dasar"]
BAGIAN: tuple[Bagian, ...] = ("pejabat", "tim", "tempat", "agenda", "unsur", "kriteria", "dasar", "orang")

#: Fields of the forum that belong to a part. The number of a decree is new every year and is not among them.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "pejabat": ("pimpinan", "kepala", "sambutan", "pemateri"),
    "tim": ("notulis", "notulis_kedua", "ketua_tim", "fasilitator", "penjaga_waktu", "saksi"),
    "tempat": ("tempat", "alamat", "jam_mulai", "zona"),
    "agenda": ("agenda",),
    "unsur": ("target_unsur",),
}
#: What a person brings from the year before: who they are, not what they did there.
_PERSON = tuple(
    name for name in FIELDS
    if name not in ("hadir", "wakil_dari", "undangan", "tanggal_serah", "cara_serah", "penerima", "pulang")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Isi:
    """What a part of an earlier forum holds, in numbers; nothing to copy where it is 0."""

    bagian: Bagian
    jumlah: int


class SalinanService:
    """The earlier forums of the same village, and copying from one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sumber(self) -> list[Forum]:
        """The forums that can be copied from, those of the same stage first, then the latest."""
        forum = self._desk.forum()
        if forum is None:
            return []
        same = [
            one
            for one in forums.every(self._desk.connection)
            if one.id != forum.id and (one.jenis, one.desa, one.latihan) == (forum.jenis, forum.desa, forum.latihan)
        ]
        return sorted(same, key=lambda one: (one.tingkat, one.cakupan) != (forum.tingkat, forum.cakupan))

    def isi(self, sumber: str) -> list[Isi]:
        """What there is to copy, part by part."""
        connection, source = self._desk.connection, self._source(sumber)
        found = {part: sum(map(_size, (getattr(source, name) for name in names))) for part, names in _FIELDS.items()}
        rules = penilaian.aturan(connection, sumber)
        found |= {
            "kriteria": len(rules.kriteria) if rules else 0,
            "dasar": len(figures.every(connection, sumber)),
            "orang": len(self._people(source)),
        }
        return [Isi(part, found[part]) for part in BAGIAN]

    def salin(self, sumber: str, bagian: Collection[Bagian]) -> int:
        """Copy parts of an earlier forum into the chosen one; returns how many facts, people and figures came.

        What the chosen forum had in a copied part is replaced; people and figures that it already has are passed over.
        Raises RuleBroken("forum", "sudah_ditutup"), ("aturan", "terkunci"), ("bagian", "kosong") for no part at all.
        """
        self._desk.require_open()
        forum, source = self._chosen(), self._source(sumber)
        if not bagian:
            raise RuleBroken("bagian", "kosong")
        facts = _changed_facts(forum, source, bagian)
        rules = self._rules(forum, source) if "kriteria" in bagian else {}
        people = self._people(source, besides=forum) if "orang" in bagian else []
        rows = self._figures(source, besides=forum) if "dasar" in bagian else []
        if not (facts or rules or people or rows):
            return 0
        number = peserta.next_number(self._desk.connection, forum.id)
        with self._desk.write("forum aturan peserta dasar", f"menyalin persiapan {source.tahun_pelaksanaan}") as act:
            act.append("forum.ubah", forum.id, {**facts, "disalin_dari": source.id})
            if rules:
                act.append("aturan.ubah", f"{forum.id}.aturan", rules)
            years = forum.tahun_pelaksanaan - source.tahun_pelaksanaan
            for offset, person in enumerate(people):
                _append(act, "peserta.catat", {"nomor": number + offset, **_brought(person, years)})
            for row in rows:
                _append(act, "dasar.catat", {name: text for name in figure.FIELDS if (text := getattr(row, name))})
        return len(facts) + bool(rules) + len(people) + len(rows)

    def _rules(self, forum: Forum, source: Forum) -> dict[str, Any]:
        theirs = penilaian.aturan(self._desk.connection, source.id)
        ours = penilaian.aturan(self._desk.connection, forum.id)
        if ours and ours.terkunci:
            raise RuleBroken("aturan", "terkunci")
        if theirs is None:
            return {}
        wanted = aturan_rows.rows(theirs)
        return {} if ours and aturan_rows.rows(ours) == wanted else wanted

    def _people(self, source: Forum, besides: Forum | None = None) -> list[Peserta]:
        known = {_who(one) for one in peserta.every(self._desk.connection, besides.id)} if besides else set()
        invited = peserta.every(self._desk.connection, source.id, hanya="undangan")
        return [one for one in invited if _who(one) not in known]

    def _figures(self, source: Forum, besides: Forum) -> list[figure.DataDasar]:
        connection = self._desk.connection
        known = {_values(row) for row in figures.every(connection, besides.id)}
        return [row for row in figures.every(connection, source.id) if _values(row) not in known]

    def _chosen(self) -> Forum:
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum

    def _source(self, record: str) -> Forum:
        found = next((one for one in self.sumber() if one.id == record), None)
        if found is None:
            raise RuleBroken("forum", "tidak_ditemukan")
        return found


def _changed_facts(forum: Forum, source: Forum, bagian: Collection[Bagian]) -> dict[str, Any]:
    names = [name for part in bagian for name in _FIELDS.get(part, ()) if _size(getattr(source, name))]
    return {name: plain_value(getattr(source, name)) for name in names if getattr(source, name) != getattr(forum, name)}


def _brought(person: Peserta, years: int) -> dict[str, Any]:
    """The person for the new list; an age that was known grows with the years."""
    fields = PesertaBaru.__dataclass_fields__
    values = {name: getattr(person, name) for name in _PERSON}
    if person.usia is not None:
        values["usia"] = person.usia + years
    return {name: value for name, value in values.items() if value != fields[name].default}


def _append(act: Act, kind: str, isi: dict[str, Any]) -> None:
    act.append(kind, act.next_id(), isi)


def _who(person: PesertaBaru) -> tuple[str, str, str]:
    return (" ".join(person.nama.split()).casefold(), person.dusun.casefold(), person.rt)


def _values(row: figure.DataDasar) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in figure.FIELDS)


def _size(value: Any) -> int:
    """How many there are of a fact: the rows of a list, one for a text or a named person, none for an empty one."""
    if isinstance(value, tuple):
        return len(value)
    return bool(str(getattr(value, "nama", value)).strip())
