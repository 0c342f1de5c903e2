"""What neighbours and public pages see of the usulan, made here, where the people of the village are known.

It is recorded before anything is sent or packed, so that no name leaves the village as a title that others read. An
usulan in whose words no name is found needs no form: the kabupaten shows it by its own rule.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from musrenbang_desktop.db.queries import publik as queries
from musrenbang_desktop.db.queries import usulan as proposals
from musrenbang_desktop.db.queries.forum import every as every_forum
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.nama_orang import DaftarNama
from musrenbang_desktop.domain.publik import AKHIRAN, TERPANJANG, BarisPublik, Publik, usulan_untuk_umum
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk

_FORUMS = 4
"""Of how many Musrenbang, the latest first, the words are looked at each time; of earlier ones while they wait."""


class PublikService:
    """Public forms of the usulan of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: tuple[object, ...] = ()
        self._names = DaftarNama()
        self._made: dict[tuple[str, str], Publik] = {}

    def daftar(self) -> list[BarisPublik]:
        """The usulan whose public form differs from what was said, or was written by the operator, by number."""
        return [row for row in self._rows(self._desk.forum_id, self._people()) if row.berbeda or row.diubah]

    def lihat(self, paling_banyak: int) -> bool:
        """Look at so many wordings that were not looked at yet; whether all of the chosen forum are by now, so that
        :meth:`daftar` takes no time.
        """
        people = self._people()
        left = [one for one in self._desk.usulan() if (one.judul, one.lokasi) not in self._made]
        for one in left[:paling_banyak]:
            self._masked(one, people)
        return len(left) <= paling_banyak

    def ubah(self, usulan: str, *, judul: str | None = None, lokasi: str | None = None) -> None:
        """Write what others see; the usulan stays. An empty text stands for what the rule makes.

        Raises RuleBroken("usulan", "tidak_ditemukan"), ("judul", "terlalu_panjang").
        """
        found = proposals.one(self._desk.connection, usulan)
        if found is None or found.forum != self._desk.forum_id:
            raise RuleBroken("usulan", "tidak_ditemukan")
        made = self._masked(found, self._people())
        known = queries.every(self._desk.connection, found.forum).get(usulan)
        wanted = _written(made, known, judul=judul, lokasi=lokasi)
        if max(len(wanted.judul), len(wanted.lokasi)) > TERPANJANG:
            raise RuleBroken("judul", "terlalu_panjang")
        if changed := _changed(known, wanted):
            with self._desk.write("publik", f"mengubah {found.label} untuk umum") as act:
                act.append("publik.ubah", f"{usulan}{AKHIRAN}", changed)

    def catat(self) -> int:
        """Record the public form of every usulan in whose words a name is found, and of every one whose words changed
        since; one act for each forum. Returns how many. To be called before anything is sent or packed.
        """
        if self._desk.latihan:
            return 0
        people, unsent = self._people(), queries.unsent(self._desk.connection)
        # What was held before a Musrenbang is on no page.
        shown = [one for one in every_forum(self._desk.connection) if not one.latihan and one.tingkat == "utama"]
        latest = {one.id for one in shown[:_FORUMS]}
        return sum(self._record(one.id, people) for one in shown if one.id in latest or one.id in unsent)

    def _record(self, forum: str, people: DaftarNama) -> int:
        known = queries.every(self._desk.connection, forum)
        rows = [row for row in self._rows(forum, people) if row.berbeda or row.id in known]
        changes = {row.id: isi for row in rows if (isi := _changed(known.get(row.id), row.publik))}
        if changes:
            with self._desk.write("publik", f"menyamarkan nama pada {len(changes)} usulan", forum=forum) as act:
                for usulan, isi in changes.items():
                    act.append("publik.ubah", f"{usulan}{AKHIRAN}", isi)
        return len(changes)

    def _rows(self, forum: str, people: DaftarNama) -> list[BarisPublik]:
        """Every usulan, also what was withdrawn or merged: the page shows it."""
        known = queries.every(self._desk.connection, forum)
        here = self._desk.forum_id == forum  # then the page has read them
        usulan = self._desk.usulan() if here else proposals.every(self._desk.connection, forum, proposals.Saringan())
        return [_row(one, known.get(one.id), self._masked(one, people)) for one in usulan]

    def _masked(self, usulan: Usulan, people: DaftarNama) -> Publik:
        """What the rule makes of an usulan: each wording is looked at once as long as the same people are known."""
        said = (usulan.judul, usulan.lokasi)
        made = self._made.get(said)
        if made is None:
            made = self._made[said] = usulan_untuk_umum(usulan, people)
        return made

    def _people(self) -> DaftarNama:
        """The people that are known now."""
        known = (queries.people(self._desk.connection), queries.places(self._desk.connection))
        if known != self._known:
            self._known, self._names, self._made = known, DaftarNama(*known), {}
        return self._names


def _row(usulan: Usulan, known: Publik | None, made: Publik) -> BarisPublik:
    """What was written for these very words, else what the rule makes of them."""
    shown = _current(known, made)
    return BarisPublik(usulan, shown, diubah=bool(shown.ditulis))


def _current(known: Publik | None, made: Publik) -> Publik:
    """What the operator wrote stays; what the rule had made is made anew, for more people may be known by now."""
    if known is None or known.untuk != made.untuk:
        return made
    written = known.ditulis.split()
    return replace(made, ditulis=known.ditulis, **{name: getattr(known, name) for name in written})


def _written(made: Publik, known: Publik | None, **texts: str | None) -> Publik:
    """The known form with what the operator wrote now; an empty text, or what the rule makes, is no writing."""
    now = _current(known, made)
    told = {name: " ".join(text.split()) for name, text in texts.items() if text is not None}
    words = {name: text or getattr(made, name) for name, text in told.items()}
    kept = set(now.ditulis.split()) - words.keys()
    ours = kept | {name for name, text in words.items() if text != getattr(made, name)}
    return replace(now, ditulis=" ".join(sorted(ours)), **words)


def _changed(before: Publik | None, after: Publik) -> dict[str, Any]:
    old = before or Publik()
    names = ("judul", "lokasi", "untuk", "ditulis")
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(old, name)}
