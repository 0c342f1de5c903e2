"""The kamus usulan and the plans of the forum's package beside its usulan: search, take over, check.

Nothing here stands in the way of an usulan: what differs is named, and stays as the hall said it.
"""

from __future__ import annotations

from collections.abc import Mapping

from musrenbang_desktop.db.connection import fold
from musrenbang_desktop.db.queries import kamus as queries
from musrenbang_desktop.db.queries import usulan as usulan_queries
from musrenbang_desktop.db.queries.kamus import Ringkas
from musrenbang_desktop.db.queries.usulan import Saringan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.indeks_kamus import IndeksKamus
from musrenbang_desktop.domain.kamus import (
    ALASAN_LUAR_KAMUS,
    SDGS_DESA,
    ButirKamus,
    Cantolan,
    Selisih,
    biaya_kamus,
    periksa,
)
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.paket import PaketService
from musrenbang_desktop.services.usulan import UsulanService

#: What an entry says of an usulan that does not say it yet.
_TAKEN = ("satuan", "bidang", "perangkat_daerah")
_USUAL_PERCENT = 10
_NOTHING: tuple[Ringkas | None, tuple[Selisih, ...]] = (None, ())


class KamusService:
    """The kamus of the chosen forum. Without a package it is empty and says nothing."""

    def __init__(self, desk: Desk, usulan: UsulanService, paket: PaketService) -> None:
        self._desk = desk
        self._usulan = usulan
        self._paket = paket
        self._read = ("", IndeksKamus(()))
        self._known_for = ("", 0)
        self._known: dict[str, tuple[Ringkas | None, tuple[Selisih, ...]]] = {}
        self._entries: dict[str, ButirKamus | None] = {}

    def jumlah(self) -> int:
        """How many entries the forum's kamus has; 0 without one."""
        return queries.count(self._desk.connection, self._hash())

    def cari(self, text: str, limit: int = 8) -> list[ButirKamus]:
        """The entries with every word of ``text``, the best first; none for an empty text."""
        connection, paket = self._desk.connection, self._hash()
        if not paket or not text.strip():
            return []
        if self._read[0] != paket:
            self._read = (paket, IndeksKamus(queries.texts(connection, paket)))
        return queries.some(connection, paket, self._read[1].cari(fold(text), limit))

    def satu(self, kode: str) -> ButirKamus | None:
        """The entry with this code."""
        return queries.one(self._desk.connection, self._hash(), kode) if kode else None

    def semua(self) -> list[ButirKamus]:
        """All entries, in the order of the kamus."""
        return queries.every(self._desk.connection, self._hash())

    def alasan_luar(self) -> Mapping[str, str]:
        """Why an usulan may stand outside the kamus: code -> words, from the package or our own."""
        listed = {row["kode"]: row["uraian"] for row in self._paket.baris("alasan") if row["untuk"] == "luar_kamus"}
        return listed or ALASAN_LUAR_KAMUS

    def ambil(self, record: str, butir: ButirKamus) -> None:
        """The usulan follows this entry: its code, and whatever of unit, bidang and office was not said yet.

        Title and cost are the hall's; they are only offered (:meth:`pakai_judul`, :meth:`pakai_biaya`).
        """
        usulan = self._satu(record)
        blank = {name: getattr(butir, name) for name in _TAKEN if not getattr(usulan, name) and getattr(butir, name)}
        self._usulan.ubah(record, kamus=butir.kode, alasan_luar_kamus="", **blank)

    def pakai_judul(self, record: str) -> None:
        """Give the usulan the title of its entry."""
        butir = self.satu(self._satu(record).kamus)
        if butir is not None:
            self._usulan.ubah(record, judul=butir.judul)

    def pakai_biaya(self, record: str) -> None:
        """Give the usulan the cost of the kamus: volume times standard price."""
        usulan = self._satu(record)
        butir = self.satu(usulan.kamus)
        biaya = biaya_kamus(usulan.volume, butir) if butir else None
        if biaya is not None:
            self._usulan.ubah(record, perkiraan_biaya=biaya)

    def luar(self, record: str, alasan: str) -> None:
        """The usulan stands outside the kamus, for this reason; "" forgets both."""
        if alasan and alasan not in self.alasan_luar():
            raise RuleBroken("alasan_luar_kamus", "tidak_dikenal")
        self._usulan.ubah(record, kamus="", alasan_luar_kamus=alasan)

    def periksa(self, usulan: Usulan) -> tuple[Selisih, ...]:
        """What differs from the kamus; nothing without a kamus."""
        return periksa(usulan, self.satu(usulan.kamus), self._percent()) if self.jumlah() else ()

    def semua_selisih(self) -> dict[str, tuple[Selisih, ...]]:
        """Every usulan of the forum that has a warning, by id. Only what changed since the last call is looked at."""
        if not self.jumlah():
            return {}
        percent, paket = self._percent(), self._hash()
        if self._known_for != (paket, percent):
            self._known_for, self._known, self._entries = (paket, percent), {}, {}
        rows = queries.to_check(self._desk.connection, self._desk.forum_id)
        if not {row.kamus for row in rows} <= self._entries.keys():
            found = queries.used(self._desk.connection, paket, self._desk.forum_id)
            self._entries.update((row.kamus, found.get(row.kamus)) for row in rows)
        for row in rows:
            if self._known.get(row.id, _NOTHING)[0] != row:
                self._known[row.id] = row, periksa(row, self._entries.get(row.kamus), percent)
        return {row.id: told for row in rows if (told := self._known[row.id][1])}

    def daftar_cantolan(self) -> list[Cantolan]:
        """The goals that an usulan can hang on: those of the package, and always the SDGs Desa."""
        own = [Cantolan(row["kode"], row["uraian"], row["dokumen"]) for row in self._paket.baris("cantolan")]
        taken = {one.kode for one in own}
        goals = (Cantolan(f"SDGS-{n:02d}", words, "SDGs Desa") for n, words in enumerate(SDGS_DESA, 1))
        return own + [goal for goal in goals if goal.kode not in taken]

    def cari_cantolan(self, text: str, limit: int = 12) -> list[Cantolan]:
        """The goals with every word of ``text`` in code, words or plan; the first ones for an empty text."""
        words = fold(text).split()
        found = []
        for one in self.daftar_cantolan():
            said = fold(f"{one.kode} {one.uraian} {one.dokumen}")
            if all(word in said for word in words):
                found.append(one)
        return found[:limit]

    def nama_cantolan(self, kode: str) -> str:
        """``SDGS-06 Desa Layak Air Bersih dan Sanitasi``; only the code where no list has it."""
        words = next((one.uraian for one in self.daftar_cantolan() if one.kode == kode), "")
        return f"{kode} {words}".strip()

    def kaitkan(self, record: str, kode: str) -> None:
        """The usulan hangs on this goal; BELUM_ADA marks that none was found, "" that nobody looked yet."""
        self._usulan.ubah(record, cantolan=kode.strip())

    def tanpa_cantolan(self) -> list[Usulan]:
        """The standing usulan without a goal: marked so, or not yet looked for."""
        found = frozenset(self.tanpa_cantolan_ids())
        return usulan_queries.every(self._desk.connection, self._desk.forum_id, Saringan(hanya=found))

    def tanpa_cantolan_ids(self) -> list[str]:
        """Their ids, by number."""
        return queries.unhooked(self._desk.connection, self._desk.forum_id)

    def bagian_cantolan(self) -> tuple[int, int]:
        """How many standing usulan have a goal, of how many."""
        return queries.hooked(self._desk.connection, self._desk.forum_id)

    def _satu(self, record: str) -> Usulan:
        usulan = usulan_queries.one(self._desk.connection, record)
        if usulan is None:
            raise RuleBroken("usulan", "tidak_ditemukan")
        return usulan

    def _hash(self) -> str:
        forum = self._desk.forum()
        return forum.paket if forum else ""

    def _percent(self) -> int:
        paket = self._paket.milik_forum()
        return paket.batas_persen if paket else _USUAL_PERCENT
