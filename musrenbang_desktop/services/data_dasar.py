"""The figures of the chosen forum."""

from __future__ import annotations

from typing import Any

from musrenbang_desktop.db.queries import dasar as queries
from musrenbang_desktop.domain.data_dasar import FIELDS, TERLAMA_BULAN, DataDasar, DataDasarBaru
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.forum import ForumService


class DataDasarService:
    """Every figure is a record of its own; no figure without source and date is ever written."""

    def __init__(self, desk: Desk, forum: ForumService) -> None:
        self._desk = desk
        self._forum = forum

    def daftar(self) -> list[DataDasar]:
        """All figures, those of the whole village first."""
        return queries.every(self._desk.connection, self._desk.forum_id)

    def lama(self) -> frozenset[str]:
        """The ids of the figures that are old on the day of the forum."""
        forum = self._forum.aktif()
        if forum is None:
            return frozenset()
        return frozenset(row.id for row in self.daftar() if row.lama(forum.tanggal, forum.batas_data))

    def catat(self, baru: DataDasarBaru) -> str:
        """Record one figure; returns its id."""
        return self.catat_banyak([baru])[0]

    def catat_banyak(self, baru: list[DataDasarBaru]) -> list[str]:
        """Record several figures in one act, taken back by one undo."""
        self._desk.require_open()
        ids = []
        with self._desk.write("dasar", f"mencatat {len(baru)} data dasar") as act:
            for one in baru:
                ids.append(act.next_id())
                act.append("dasar.catat", ids[-1], {name: text for name, text in _values(one).items() if text})
        return ids

    def ubah(self, record: str, **fields: str) -> None:
        """Change fields of one figure. Raises RuleBroken; source and date cannot be emptied."""
        row = self._row(record)
        now = _values(row)
        DataDasarBaru(**{**now, **fields})
        changed: dict[str, Any] = {name: text for name, text in fields.items() if now[name] != text}
        if changed:
            self._write(row, changed, f"mengubah data {row.indikator}")

    def keluarkan(self, record: str) -> None:
        """Take a figure off the list; the history keeps it."""
        row = self._row(record)
        self._write(row, {"ada": False}, f"mengeluarkan data {row.indikator}")

    def batas(self, bulan: int) -> None:
        """State after how many months a figure is old. Raises RuleBroken("batas_data", "di_luar_batas")."""
        if not 1 <= bulan <= TERLAMA_BULAN:
            raise RuleBroken("batas_data", "di_luar_batas", f"1-{TERLAMA_BULAN}")
        self._forum.ubah_dengan("mengubah batas data lama", batas_data=bulan)

    def _row(self, record: str) -> DataDasar:
        row = queries.one(self._desk.connection, record)
        if row is None or row.forum != self._desk.forum_id:
            raise RuleBroken("dasar", "tidak_ditemukan")
        return row

    def _write(self, row: DataDasar, isi: dict[str, Any], label: str) -> None:
        self._desk.require_open()
        with self._desk.write("dasar", label) as act:
            act.append("dasar.ubah", row.id, isi)


def _values(row: DataDasarBaru) -> dict[str, str]:
    return {name: getattr(row, name) for name in FIELDS}
