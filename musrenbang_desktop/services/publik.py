"""What neighbours and public pages see of the usulan, made here, where the people of the village are known.

It is recorded before anything is sent or packed, so that no name leaves the village as a title that others read. An
usulan in whose words no name is found needs no form: the kabupaten shows it by its own rule.
"""

from __future__ import annotations

from typing import Any

from musrenbang_desktop.db.queries import publik as queries
from musrenbang_desktop.db.queries import usulan as proposals
from musrenbang_desktop.db.queries.forum import every as every_forum
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.nama_orang import DaftarNama
from musrenbang_desktop.domain.publik import AKHIRAN, TERPANJANG, BarisPublik, Publik, sidik, usulan_untuk_umum
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk

_FORUMS = 4
"""Of how many forums, the latest first, the words are looked at before sending; earlier ones were sent."""


class PublikService:
    """Public forms of the usulan of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def daftar(self) -> list[BarisPublik]:
        """The usulan whose public form differs from what was said, or was written by the operator, by number."""
        return [row for row in self._rows(self._desk.forum_id, self._people()) if row.berbeda or row.diubah]

    def ubah(self, usulan: str, *, judul: str | None = None, lokasi: str | None = None) -> None:
        """Write what others see; the usulan stays. An empty text stands for what the rule makes.

        Raises RuleBroken("usulan", "tidak_ditemukan"), ("judul", "terlalu_panjang").
        """
        found = proposals.one(self._desk.connection, usulan)
        if found is None or found.forum != self._desk.forum_id:
            raise RuleBroken("usulan", "tidak_ditemukan")
        made = usulan_untuk_umum(found, self._people())
        known = queries.every(self._desk.connection, found.forum).get(usulan)
        now = known if known is not None and known.untuk == made.untuk else made
        wanted = Publik(_or(judul, now.judul, made.judul), _or(lokasi, now.lokasi, made.lokasi), made.untuk)
        if max(len(wanted.judul), len(wanted.lokasi)) > TERPANJANG:
            raise RuleBroken("judul", "terlalu_panjang")
        if changed := _changed(known, wanted):
            with self._desk.write("publik", f"mengubah {found.label} untuk umum") as act:
                act.append("publik.ubah", f"{usulan}{AKHIRAN}", changed)

    def catat(self) -> int:
        """Record the public form of every usulan in whose words a name is found, and of every one whose words changed
        since; one act for each forum. Returns how many. To be called before anything is sent or packed.
        """
        people = self._people()
        forums = [one for one in every_forum(self._desk.connection) if not one.latihan][:_FORUMS]
        return sum(self._record(forum.id, people) for forum in forums) if not self._desk.latihan else 0

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
        known = queries.every(self._desk.connection, forum)
        usulan = proposals.every(self._desk.connection, forum, proposals.Saringan(dengan_batal=False))
        return [_row(one, known.get(one.id), people) for one in usulan]

    def _people(self) -> DaftarNama:
        connection = self._desk.connection
        return DaftarNama(queries.people(connection), queries.places(connection))


def _row(usulan: Usulan, known: Publik | None, people: DaftarNama) -> BarisPublik:
    """What is recorded for these very words, else what the rule makes of them."""
    made = usulan_untuk_umum(usulan, people)
    if known is None or known.untuk != sidik(usulan.judul, usulan.lokasi):
        return BarisPublik(usulan, made, diubah=False)
    return BarisPublik(usulan, known, diubah=known != made)


def _or(text: str | None, now: str, made: str) -> str:
    return now if text is None else " ".join(text.split()) or made


def _changed(before: Publik | None, after: Publik) -> dict[str, Any]:
    old = before or Publik()
    return {
        name: getattr(after, name)
        for name in ("judul", "lokasi", "untuk")
        if getattr(after, name) != getattr(old, name)
    }
