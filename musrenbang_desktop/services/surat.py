"""Numbers and days of the letters about a result. They may be typed, changed and emptied behind the seal too."""

from __future__ import annotations

from dataclasses import replace

from musrenbang_desktop.db.queries import surat as queries
from musrenbang_desktop.domain.surat import JENIS_SURAT, JenisSurat, Surat
from musrenbang_desktop.services.desk import Desk


class SuratService:
    """The letters of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def satu(self, jenis: JenisSurat) -> Surat:
        """What was typed for a letter."""
        return queries.one(self._desk.connection, self._desk.forum_id, jenis)

    def semua(self) -> dict[JenisSurat, Surat]:
        """Every letter of the forum."""
        return queries.every(self._desk.connection, self._desk.forum_id)

    def ubah(self, jenis: JenisSurat, **fields: str) -> None:
        """Change ``nomor_surat`` or ``tanggal_surat``.

        Raises RuleBroken("nomor_surat", "terlalu_panjang") and ("tanggal", "bukan_tanggal").
        """
        before = self.satu(jenis)
        after = replace(before, **{name: text.strip() for name, text in fields.items()})
        changed = {name: now for name in fields if (now := getattr(after, name)) != getattr(before, name)}
        if changed:
            with self._desk.write("surat", f"menulis nomor {JENIS_SURAT[jenis]}") as act:
                act.append("surat.ubah", queries.record(act.forum, jenis), {"jenis": jenis, **changed})
