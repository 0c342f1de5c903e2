"""Place and date of birth of the people of the team, which the annex of their decree asks for.

It stands in a table of its own and in no event, as a contact does: only that one paper shows it. It is not sent, not in
any list and not in the seal. The history of this laptop says that it was changed, never to what, and Ctrl+Z takes that
back out of :mod:`musrenbang_desktop.services.ubahan_lokal`.
"""

from __future__ import annotations

from musrenbang_desktop.db.queries import kelahiran as queries
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.tim import TERPANJANG, anggota, nama_kunci
from musrenbang_desktop.services import ubahan_lokal
from musrenbang_desktop.services.desk import Desk


class KelahiranService:
    """Births of the team of the chosen forum, by name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def daftar(self) -> list[tuple[str, str]]:
        """(name, place and date of birth) of everybody on the team once, in the order of the decree."""
        forum = self._desk.forum()
        if forum is None:
            return []
        known = queries.every(self._desk.connection, forum.id)
        names = {nama_kunci(person.nama): " ".join(person.nama.split()) for _, person in anggota(forum)}
        return [(name, known.get(key, "")) for key, name in names.items()]

    def isi(self, nama: str, lahir: str) -> None:
        """Write it of one person, nothing to forget it. Raises RuleBroken("lahir", "terlalu_panjang"), ("forum",
        "belum_ada").
        """
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        text = " ".join(lahir.split())
        if len(text) > TERPANJANG:
            raise RuleBroken("lahir", "terlalu_panjang")
        born = {nama_kunci(nama): text}
        ubahan_lokal.ubah(self._desk, "kelahiran", forum.id, born, forum=forum.id, isian="lahir")
