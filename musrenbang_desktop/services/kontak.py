"""How to reach who proposed an usulan.

A contact stands in a table of its own and in no event: it is not sent, not printed and not exported. The history says
that it was changed, never to what; Ctrl+Z takes that back out of :mod:`musrenbang_desktop.services.ubahan_lokal`.
"""

from __future__ import annotations

from musrenbang_desktop.db.queries import jurnal
from musrenbang_desktop.db.queries import kontak as queries
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kontak import LONGEST, Kontak, normal_telepon
from musrenbang_desktop.services import ubahan_lokal
from musrenbang_desktop.services.desk import Desk


class KontakService:
    """Contacts of usulan and of titipan, by the id of the record."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def satu(self, record: str) -> Kontak:
        """The contact of one record, empty when there is none."""
        return queries.one(self._desk.connection, record)

    def isi(self, record: str, *, nama: str | None = None, telepon: str | None = None) -> None:
        """Write the name or the number, or both. Raises RuleBroken("telepon", "bukan_telepon") and ("nama",
        "terlalu_panjang").
        """
        wanted: dict[str, str] = {}
        if nama is not None:
            wanted["nama"] = " ".join(nama.split())
        if telepon is not None:
            wanted["telepon"] = normal_telepon(telepon)
        if len(wanted.get("nama", "")) > LONGEST:
            raise RuleBroken("nama", "terlalu_panjang")
        forum = jurnal.forum_of(self._desk.connection, record) or self._desk.forum_id
        ubahan_lokal.ubah(self._desk, "kontak", record, wanted, forum=forum)
