"""How to reach who proposed an usulan.

A contact stands in a table of its own and in no event: it is not sent, not printed, not exported and not in the
history. That is why Ctrl+Z does not know it; the field itself takes back what was typed.
"""

from __future__ import annotations

from musrenbang_desktop.db.queries import kontak as queries
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kontak import LONGEST, Kontak, normal_telepon
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
        now = self.satu(record)
        name = now.nama if nama is None else " ".join(nama.split())
        if len(name) > LONGEST:
            raise RuleBroken("nama", "terlalu_panjang")
        changed = Kontak(name, now.telepon if telepon is None else normal_telepon(telepon))
        if changed != now:
            with self._desk.store.transaction():
                queries.put(self._desk.connection, record, changed)
