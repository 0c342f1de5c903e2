"""The ceilings of the sources of money of the chosen forum. They are one field of the forum: each step is one act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from musrenbang_desktop.db.queries import usulan as queries
from musrenbang_desktop.db.queries.usulan import Saringan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.pagu import PaguSumber, biaya_per_sumber
from musrenbang_desktop.domain.sumber_dana import normal_sumber
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.forum import ForumService


class PaguService:
    """Sources and ceilings, named by their place from 0. The first bears every usulan that names no source."""

    def __init__(self, desk: Desk, forum: ForumService) -> None:
        self._desk = desk
        self._forum = forum

    def daftar(self) -> tuple[PaguSumber, ...]:
        """Every source with its ceiling."""
        return self._chosen().pagu_sumber

    def diminta(self) -> dict[str, int]:
        """Source -> what the standing usulan would take of it together, as far as it is known."""
        forum = self._chosen()
        found: dict[str, int] = {}
        for one in queries.every(self._desk.connection, forum.id, Saringan(dengan_batal=False)):
            parts = biaya_per_sumber(forum.pagu_sumber, one.perkiraan_biaya, one.sumber_dana)
            for source, amount in parts.items():
                found[source] = found.get(source, 0) + (amount or 0)
        return found

    def tambah(self, sumber: str, jumlah: int | None) -> int:
        """Name one more source; returns its place. Raises RuleBroken("pagu_sumber", ...)."""
        rows = self._chosen().pagu_sumber
        row = PaguSumber(normal_sumber(sumber), jumlah)
        self._write([*rows, row], f"menambah pagu {row.sumber}")
        return len(rows)

    def ubah(self, tempat: int, **fields: Any) -> None:
        """Change ``sumber`` or ``jumlah`` of one. Raises RuleBroken."""
        rows = list(self._chosen().pagu_sumber)
        if "sumber" in fields:
            fields["sumber"] = normal_sumber(fields["sumber"])
        rows[tempat] = rows[tempat]._replace(**fields)
        self._write(rows, f"mengubah pagu {rows[tempat].sumber}")

    def keluarkan(self, tempat: int) -> None:
        """Name a source no longer."""
        rows = list(self._chosen().pagu_sumber)
        gone = rows.pop(tempat)
        self._write(rows, f"mengeluarkan pagu {gone.sumber}")

    def pindah(self, dari: int, ke: int) -> int:
        """Put one source at another place; returns where it stands."""
        rows = list(self._chosen().pagu_sumber)
        ke = min(max(0, ke), len(rows) - 1)
        row = rows.pop(dari)
        rows.insert(ke, row)
        self._write(rows, f"memindahkan pagu {row.sumber}")
        return ke

    def ganti(self, rows: Sequence[PaguSumber]) -> None:
        """Take over a whole list, as the kabupaten's package gives it."""
        self._write([row._replace(sumber=normal_sumber(row.sumber)) for row in rows], "memakai pagu dari paket")

    def _write(self, rows: Sequence[PaguSumber], label: str) -> None:
        self._forum.ubah_dengan(label, pagu_sumber=tuple(rows))

    def _chosen(self) -> Forum:
        forum = self._forum.aktif()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum
