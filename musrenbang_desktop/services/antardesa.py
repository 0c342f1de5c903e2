"""Usulan of the villages around that may be the same thing as one of ours, as the kabupaten's package tells them.

Without a package there is nothing. Nothing is ever merged: the operator may note that an usulan is shared, or is not.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from musrenbang_desktop.db.queries import paket as packages
from musrenbang_desktop.db.queries import usulan as queries
from musrenbang_desktop.domain.antardesa import UsulanTetangga, dengan, kunci_tetangga, tanpa
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.likeness.antardesa import IsiDesa, Peta
from musrenbang_desktop.likeness.antardesa_index import IndeksAntardesa
from musrenbang_desktop.likeness.compare import Kemiripan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.paket import PaketService
from musrenbang_desktop.services.usulan import plain

MOST_SHOWN = 5
"""Of one usulan; a sixth would say less than the first."""
HINT_SECONDS = 0.05
"""How long a hint may take for reading what the package says; what is left is read in a quiet moment."""


@dataclass(frozen=True, slots=True)
class PasanganAntardesa:
    """One of our usulan and one of another village, and why they are held to be alike."""

    usulan: Usulan
    tetangga: UsulanTetangga
    kemiripan: Kemiripan


class AntardesaService:
    """Likeness of the chosen forum's usulan with those of the villages in its kecamatan."""

    def __init__(self, desk: Desk, paket: PaketService) -> None:
        self._desk = desk
        self._paket = paket
        self._made_of: tuple[object, ...] = ()
        self._rows: dict[str, dict[str, Any]] = {}
        self._index = IndeksAntardesa("", Peta({}, {}), ())
        self._found: dict[str, tuple[tuple[str, ...], list[tuple[str, Kemiripan]]]] = {}

    def mirip(
        self, judul: str, lokasi: str = "", kamus: str = "", limit: int = MOST_SHOWN
    ) -> list[tuple[UsulanTetangga, Kemiripan]]:
        """What villages around propose that is like one being typed, the surest first; nothing while the package is
        still being read.
        """
        self._take()
        if not self._index.siap(time.perf_counter() + HINT_SECONDS):
            return []
        found = islice(self._index.search(judul, lokasi, kamus), limit)
        return [(UsulanTetangga(**self._rows[one.id]), one.kemiripan) for one in found]

    def lanjutkan(self, detik: float) -> bool:
        """Compare for about ``detik`` seconds what is not compared yet; True when nothing is left."""
        until = time.perf_counter() + detik
        self._take()
        if not self._index.siap(until):
            return False
        for usulan in self._standing() if self._rows else ():
            if time.perf_counter() >= until:
                return False
            self._of(usulan)
        return True

    def pasangan(self) -> list[PasanganAntardesa]:
        """The pairs found so far about which nothing was said yet, the surest first."""
        self._take()
        standing = self._standing() if self._rows else ()
        return sorted((pair for usulan in standing for pair in self._open(usulan, self._known(usulan))), key=_surest)

    def dari(self, usulan: Usulan) -> list[PasanganAntardesa]:
        """The pairs of one standing usulan about which nothing was said yet, the surest first; nothing while the
        package is still being read.
        """
        self._take()
        if not self._rows or usulan.status != "aktif" or not self._index.siap(time.perf_counter() + HINT_SECONDS):
            return []
        return self._open(usulan, self._of(usulan))

    def nyatakan(self, record: str, tetangga: UsulanTetangga, putusan: str) -> None:
        """Note that an usulan is shared with another village (``bersama``), or is not the same (``beda``).

        Raises RuleBroken("usulan", "tidak_ditemukan" or "tidak_berlaku"), ("forum", "sudah_ditutup"), and what
        :func:`musrenbang_desktop.domain.antardesa.dengan` raises.
        """
        usulan = self._usulan(record)
        note = tetangga.catatan(putusan)
        if note in usulan.antardesa:
            return
        words = "usulan bersama" if putusan == "bersama" else "bukan sama dengan usulan"
        self._write(usulan, dengan(usulan.antardesa, note), f"{usulan.label} {words} {tetangga.desa}")

    def lepas(self, record: str, kunci: str) -> None:
        """Take back what was noted about one usulan of another village. Raises RuleBroken as :meth:`nyatakan`."""
        usulan = self._usulan(record)
        left = tanpa(usulan.antardesa, kunci)
        if left != usulan.antardesa:
            self._write(usulan, left, f"melepas tanda antardesa {usulan.label}")

    def _write(self, usulan: Usulan, notes: tuple[tuple[str, ...], ...], label: str) -> None:
        with self._desk.write("usulan", label) as act:
            act.append("usulan.ubah", usulan.id, {"antardesa": plain("antardesa", notes)})

    def _usulan(self, record: str) -> Usulan:
        self._desk.require_open()
        found = queries.one(self._desk.connection, record)
        if found is None or found.forum != self._desk.forum_id:
            raise RuleBroken("usulan", "tidak_ditemukan")
        if found.status != "aktif":
            raise RuleBroken("usulan", "tidak_berlaku")
        return found

    def _standing(self) -> list[Usulan]:
        return [usulan for usulan in self._desk.usulan() if usulan.status == "aktif"]

    def _of(self, usulan: Usulan) -> list[tuple[str, Kemiripan]]:
        """What is like one of ours, compared again only when it says something else."""
        said = (usulan.judul, usulan.lokasi, usulan.kamus)
        known = self._found.get(usulan.id)
        if known is None or known[0] != said:
            found = [(one.id, one.kemiripan) for one in islice(self._index.search(*said), MOST_SHOWN)]
            known = self._found[usulan.id] = (said, found)
        return known[1]

    def _open(self, usulan: Usulan, found: list[tuple[str, Kemiripan]]) -> list[PasanganAntardesa]:
        """The pairs about which nothing was said yet."""
        said = {note.kunci for note in usulan.antardesa}
        return [
            PasanganAntardesa(usulan, UsulanTetangga(**self._rows[key]), one) for key, one in found if key not in said
        ]

    def _known(self, usulan: Usulan) -> list[tuple[str, Kemiripan]]:
        known = self._found.get(usulan.id)
        return known[1] if known and known[0] == (usulan.judul, usulan.lokasi, usulan.kamus) else []

    def _take(self) -> None:
        """Make the index of the forum's package; it is made anew only for another package, village or dusun."""
        forum = self._desk.forum()
        kode = (forum.kode_wilayah or self._paket.kode_desa()) if forum and forum.paket else ""
        if forum is None or not kode:
            self._forget(())
            return
        own = frozenset(queries.used(self._desk.connection, forum.id, "dusun"))
        state = (forum.id, forum.paket, kode, forum.desa, own)
        if state == self._made_of:
            return
        self._forget(state)
        rows = packages.around(self._desk.connection, forum.paket, kode)
        self._rows = {
            kunci_tetangga(row["kode_wilayah"], row["tahun_rencana"], row["nomor"]): row
            for row in rows
            if row["kode_wilayah"] != kode
        }
        peta = Peta(*_map(forum, kode, own, rows), self._words_of_kamus(forum))
        self._index = IndeksAntardesa(
            kode,
            peta,
            (
                IsiDesa(key, row["kode_wilayah"], row["judul"], row["lokasi"], row["kamus"])
                for key, row in self._rows.items()
            ),
        )

    def _forget(self, state: tuple[object, ...]) -> None:
        if state != self._made_of:
            self._made_of = state
            self._rows, self._found = {}, {}
            self._index = IndeksAntardesa("", Peta({}, {}), ())

    def _words_of_kamus(self, forum: Forum) -> frozenset[str]:
        """What the kabupaten calls a kind of work is the name of no road."""
        titles = packages.titles_of_kamus(self._desk.connection, forum.paket)
        return frozenset(" ".join(titles).casefold().split())


def _map(
    forum: Forum, kode: str, own: frozenset[str], rows: list[dict[str, Any]]
) -> tuple[Mapping[str, str], Mapping[str, set[str]]]:
    """The names of the villages around and of their dusun; ours as this laptop knows them."""
    desa = {row["kode_wilayah"]: row["desa"] for row in rows} | {kode: forum.desa}
    dusun: dict[str, set[str]] = defaultdict(set)
    dusun[kode] |= own
    for row in rows:
        dusun[row["kode_wilayah"]].add(row["dusun"])
    return desa, dusun


def _surest(pair: PasanganAntardesa) -> tuple[bool, int, int, str]:
    found = pair.kemiripan
    return found.tingkat != "mirip", -found.persen, pair.usulan.nomor, pair.tetangga.kunci
