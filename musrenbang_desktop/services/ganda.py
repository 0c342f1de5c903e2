"""Usulan that may be the same one: hints, merging, splitting, and the word that two are not the same."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from musrenbang_desktop.db.queries import jurnal
from musrenbang_desktop.db.queries import penilaian as scores
from musrenbang_desktop.db.queries import usulan as queries
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.db.queries.usulan import Saringan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.ganda import DIPILIH, Pecahan, gabung_pengusul, ikut, tanpa_pengusul
from musrenbang_desktop.domain.usulan import FIELDS, Usulan, check_usulan
from musrenbang_desktop.likeness.compare import Kemiripan
from musrenbang_desktop.likeness.index import Indeks, Isi
from musrenbang_desktop.likeness.signature import tanda
from musrenbang_desktop.services import bawaan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.usulan import plain


@dataclass(frozen=True, slots=True)
class Pasangan:
    """Two standing usulan that are alike; ``a`` was recorded first."""

    a: Usulan
    b: Usulan
    kemiripan: Kemiripan


class GandaService:
    """Likeness within the chosen forum. Nothing is ever merged but by :meth:`gabung`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._index = Indeks()
        self._read = ("", 0)
        self._standing: set[str] = set()
        self._alike: dict[tuple[str, str], Kemiripan] = {}
        self._behind: set[str] = set()

    def mirip(
        self, judul: str, dusun: str = "", rt: str = "", rw: str = "", limit: int = 5
    ) -> list[tuple[Usulan, Kemiripan]]:
        """The standing usulan that are like one which is being typed, the surest first."""
        self._take()
        found = self._index.search(tanda(judul, dusun, rt, rw))
        return [(self._usulan(one.id), one.kemiripan) for one in islice(found, limit)]

    def lanjutkan(self, detik: float) -> bool:
        """Compare for about ``detik`` seconds what is not compared yet; True when nothing is left.

        A list of thousands takes seconds the first time, and the hall must not wait for it.
        """
        until = time.perf_counter() + detik
        self._take()
        if not self._index.siap(until):
            return False
        self._compare(until)
        return not self._behind

    def pasangan(self, *, tuntas: bool = True) -> list[Pasangan]:
        """All pairs that nobody has judged yet, the surest first; without ``tuntas`` those found so far."""
        self._take()
        if tuntas:
            self._compare()
        records = frozenset(record for key in self._alike for record in key)
        rows = queries.every(self._desk.connection, self._desk.forum_id, Saringan(hanya=records)) if records else []
        known = {row.id: row for row in rows}
        pairs = (Pasangan(*self._in_order(*key, known.__getitem__), found) for key, found in self._alike.items())
        open_pairs = [pair for pair in pairs if not _judged(pair.a, pair.b)]
        return sorted(
            open_pairs,
            key=lambda pair: (pair.kemiripan.tingkat != "mirip", -pair.kemiripan.persen, pair.a.nomor, pair.b.nomor),
        )

    def gabungan_dari(self, record: str) -> list[Usulan]:
        """The usulan that were merged into this one."""
        return queries.merged_into(self._desk.connection, record)

    def pecahan_dari(self, record: str) -> list[Usulan]:
        """The usulan that were parts of this one."""
        return queries.split_from(self._desk.connection, record)

    def induk(self, usulan: Usulan) -> Usulan:
        """The usulan that goes on for this one; itself when it was not merged."""
        while usulan.status == "digabung":
            found = queries.one(self._desk.connection, usulan.gabung_ke)
            if found is None:
                break
            usulan = found
        return usulan

    def dinilai(self, record: str) -> bool:
        """Whether any group has scored it."""
        sheets = scores.lembar(self._desk.connection, self._desk.forum_id)
        return any(record in sheet for sheet in sheets.values())

    def gabung(self, tetap: str, digabung: str, isi: Mapping[str, Any] | None = None) -> None:
        """Merge ``digabung`` into ``tetap`` in one act. ``isi`` is what ``tetap`` takes over; both pengusul are kept.

        Allowed until the result is closed. Scores of ``digabung`` stay written and stop to count, those of ``tetap``
        go on. Raises RuleBroken("usulan", "ganda" or "tidak_berlaku"), ("forum", "sudah_ditutup").
        """
        self._desk.require_open()
        one, other = self._usulan(tetap), self._usulan(digabung)
        if one.id == other.id:
            raise RuleBroken("usulan", "ganda")
        if not one.status == other.status == "aktif" or one.forum != other.forum:
            raise RuleBroken("usulan", "tidak_berlaku")
        wanted = {name: value for name, value in (isi or {}).items() if name in DIPILIH}
        wanted = ikut(one, other, wanted.get("satuan", one.satuan)) | wanted
        wanted["pengusul"] = gabung_pengusul(one.pengusul, other.pengusul)
        check_usulan(wanted)
        changed = {name: plain(name, value) for name, value in wanted.items() if getattr(one, name) != value}
        with self._desk.write("usulan", f"menggabungkan {other.label} ke {one.label}") as act:
            act.append("usulan.ubah", other.id, {"status": "digabung", "gabung_ke": one.id})
            if changed:
                act.append("usulan.ubah", one.id, changed)

    def pisahkan(self, digabung: str) -> None:
        """Take a merging apart again, in one act: both get back what they were before it.

        What was changed in the survivor since then is kept. Raises RuleBroken("usulan", "belum_digabung" or
        "induk_digabung"), ("forum", "sudah_ditutup").
        """
        self._desk.require_open()
        other = self._usulan(digabung)
        if other.status != "digabung":
            raise RuleBroken("usulan", "belum_digabung")
        survivor = queries.one(self._desk.connection, other.gabung_ke)
        if survivor is not None and survivor.status == "digabung":
            raise RuleBroken("usulan", "induk_digabung")
        back = self._before_merging(survivor, other) if survivor else {}
        with self._desk.write("usulan", f"memisahkan {other.label}") as act:
            act.append("usulan.ubah", other.id, {"status": "aktif", "gabung_ke": None})
            if survivor and back:
                act.append("usulan.ubah", survivor.id, back)

    def pecah(self, record: str, bagian: Sequence[Pecahan]) -> list[str]:
        """Split one usulan in one act, taken back by one undo; returns the ids of the new ones.

        The first part goes on under the number of the whole, each other gets a number of its own and everything else
        that the whole says; all know where they come from, and are not held to be the same one. Raises
        RuleBroken("pecahan", "kurang_dari_dua"), ("judul", "kosong" or "ganda"), ("usulan", "tidak_berlaku").
        """
        self._desk.require_open()
        whole = self._usulan(record)
        _check_parts(whole, bagian)
        number = queries.next_number(self._desk.connection, self._desk.forum_id)
        kept = {name: plain(name, value) for name in FIELDS if (value := getattr(whole, name)) not in ("", None, ())}
        first = {name: value for name, value in asdict(bagian[0]).items() if getattr(whole, name) != value}
        ids: list[str] = []
        with self._desk.write("usulan", f"memecah {whole.label}") as act:
            for offset, part in enumerate(bagian[1:]):
                ids.append(act.next_id())
                own = {name: value for name, value in asdict(part).items() if value not in ("", None)}
                rest = {name: value for name, value in kept.items() if name not in _SHARED_OUT}
                lineage = {"nomor": number + offset, "pisah_dari": whole.id, "beda_dengan": [whole.id, *ids[:-1]]}
                act.append("usulan.catat", ids[-1], {**rest, **own, **lineage})
            if first:
                act.append("usulan.ubah", whole.id, first)
            for new in ids:  # whoever brought the whole is told of each part
                bawaan.kontak_ikut(self._desk, act, {whole.id: new})
        return ids

    def beda(self, a: str, b: str) -> None:
        """Two usulan are not the same one, however alike they look; the pair is not shown again."""
        self._desk.require_open()
        first, second = self._in_order(a, b, self._usulan)
        if first.id == second.id:
            raise RuleBroken("usulan", "ganda")
        if not _judged(first, second):
            with self._desk.write("usulan", f"{second.label} beda dengan {first.label}") as act:
                act.append("usulan.ubah", second.id, {"beda_dengan": [*second.beda_dengan, first.id]})

    def _before_merging(self, survivor: Usulan, other: Usulan) -> dict[str, Any]:
        """What the survivor gets back."""
        written = self._merging(survivor, other)
        if written is None:
            return {}
        fields = written.event.isi
        before = jurnal.values_before(self._desk.connection, survivor.id, written.n, set(fields))
        back = {name: before.get(name) for name, value in fields.items() if _same(getattr(survivor, name), value)}
        if "pengusul" in fields:
            back["pengusul"] = self._without(survivor, other, before.get("pengusul") or "")
        return {name: value for name, value in back.items() if not _same(getattr(survivor, name), value)}

    def _without(self, survivor: Usulan, other: Usulan, before: str) -> str:
        """Who still proposes the survivor: as before, if nobody else came or went since."""
        rest = (one.pengusul for one in self.gabungan_dari(survivor.id) if one.id != other.id)
        left = tanpa_pengusul(survivor.pengusul, other.pengusul, gabung_pengusul(before, *rest))
        return before if left == gabung_pengusul(before) else left

    def _merging(self, survivor: Usulan, other: Usulan) -> Tercatat | None:
        """The event by which the survivor took over from ``other``; None when it took nothing."""
        connection = self._desk.connection
        for event in reversed(jurnal.of_record(connection, other.id)):
            if event.event.isi.get("gabung_ke") == survivor.id:
                act = jurnal.events_of(connection, event.perangkat, event.langkah)
                return next((one for one in act if one.event.record == survivor.id), None)
        return None

    def _usulan(self, record: str) -> Usulan:
        found = queries.one(self._desk.connection, record)
        if found is None or found.forum != self._desk.forum_id:
            raise RuleBroken("usulan", "tidak_ditemukan")
        return found

    def _in_order(self, a: str, b: str, find: Any = None) -> tuple[Usulan, Usulan]:
        find = find or self._usulan
        first, second = sorted((find(a), find(b)), key=lambda usulan: (usulan.nomor, usulan.id))
        return first, second

    def _take(self) -> None:
        """Bring the index up to date; nothing is read while nothing was written."""
        now = (self._desk.forum_id, self._desk.store.head.seq)
        if now == self._read:
            return
        rows = queries.standing(self._desk.connection, self._desk.forum_id)
        self._standing = {row.id for row in rows}
        changed = self._index.take(Isi(*row) for row in rows)
        for key in [key for key in self._alike if not changed.isdisjoint(key)]:
            del self._alike[key]
        self._behind |= changed
        self._read = now

    def _compare(self, until: float = math.inf) -> None:
        """Compare again what changed since the last look."""
        while self._behind and time.perf_counter() < until:
            record = self._behind.pop()
            if record in self._standing:
                for found in self._index.like(record):
                    self._alike[min(record, found.id), max(record, found.id)] = found.kemiripan


#: What a part does not take from the whole: its own share, and its own rank.
_SHARED_OUT = frozenset(
    (
        "judul", "volume", "dimensi", "perkiraan_biaya", "peringkat_asal", "sumber_dana", "swadaya_tenaga",
        "swadaya_bahan",
    )
)  # fmt: skip


def _check_parts(whole: Usulan, bagian: Sequence[Pecahan]) -> None:
    if whole.status != "aktif":
        raise RuleBroken("usulan", "tidak_berlaku")
    if len(bagian) < 2:
        raise RuleBroken("pecahan", "kurang_dari_dua")
    for part in bagian:
        check_usulan(asdict(part))
    if len({part.judul.strip().casefold() for part in bagian}) < len(bagian):
        raise RuleBroken("judul", "ganda")


def _judged(a: Usulan, b: Usulan) -> bool:
    return a.id in b.beda_dengan or b.id in a.beda_dengan


def _same(one: Any, other: Any) -> bool:
    """Equal, or both unknown; rows of the domain are lists in the journal."""
    first, second = _listed(one), _listed(other)
    return bool(first == second or (first in _NOTHING and second in _NOTHING))


_NOTHING: tuple[object, ...] = ("", None, [])


def _listed(value: Any) -> Any:
    return [_listed(item) for item in value] if isinstance(value, list | tuple) else value
