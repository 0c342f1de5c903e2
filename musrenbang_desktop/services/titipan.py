"""Usulan that come outside a forum: recorded under a ticket, taken in by the next forum in one act."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from musrenbang_desktop.db.queries import titipan as queries
from musrenbang_desktop.db.queries.ringkasan import waiting_tickets
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kontak import normal_telepon
from musrenbang_desktop.domain.titipan import FIELDS, TANPA_FORUM, Titipan
from musrenbang_desktop.domain.usulan import UsulanBaru, check_usulan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.ubahan_lokal import ikut
from musrenbang_desktop.services.usulan import UsulanService


class TitipanService:
    """The inbox. Its events belong to no forum, so a closed or sealed forum is never touched by them."""

    def __init__(self, desk: Desk, usulan: UsulanService) -> None:
        self._desk = desk
        self._usulan = usulan

    def daftar(self) -> list[Titipan]:
        """All tickets, those that wait first."""
        return queries.every(self._desk.connection)

    def satu(self, record: str) -> Titipan | None:
        """One ticket."""
        return queries.one(self._desk.connection, record)

    def menunggu(self) -> int:
        """How many wait for a forum."""
        return waiting_tickets(self._desk.connection)

    def catat(self, baru: UsulanBaru, telepon: str = "") -> Titipan:
        """Record one, with the number of the one who brings it, in one act; answers its ticket.

        The number goes into no event (:mod:`musrenbang_desktop.services.kontak`). Raises RuleBroken("telepon",
        "bukan_telepon").
        """
        number = normal_telepon(telepon)
        nomor = queries.next_number(self._desk.connection)
        isi = {name: value for name in FIELDS if (value := getattr(baru, name)) not in ("", None)}
        tanggal = self._desk.store.clock().strftime("%Y-%m-%d")
        with self._desk.write("titipan", f"mencatat titipan {baru.judul}", forum=TANPA_FORUM) as act:
            record = act.next_id()
            act.append("titipan.catat", record, {"nomor": nomor, "tanggal": tanggal, **isi})
            if number:
                ikut(self._desk, act, "kontak", record, {"telepon": number})
        return self._titipan(record)

    def ubah(self, record: str, **fields: Any) -> None:
        """Change fields of a ticket that still waits. Raises RuleBroken, ("titipan", "sudah_masuk") too."""
        titipan = self._waiting(record)
        check_usulan(fields)
        changed = {name: value for name, value in fields.items() if getattr(titipan.isi, name) != value}
        if changed:
            self._write(titipan, changed, f"mengubah {titipan.tiket}")

    def batalkan(self, record: str, alasan: str) -> None:
        """Withdraw a ticket; it stays in the list. Raises RuleBroken("alasan_batal", "kosong")."""
        titipan = self._waiting(record)
        if not alasan.strip():
            raise RuleBroken("alasan_batal", "kosong")
        self._write(titipan, {"status": "batal", "alasan_batal": alasan.strip()}, f"membatalkan {titipan.tiket}")

    def pulihkan(self, record: str) -> None:
        """Bring a withdrawn ticket back."""
        titipan = self._titipan(record)
        self._write(titipan, {"status": "aktif", "alasan_batal": None}, f"memulihkan {titipan.tiket}")

    def masukkan(self, records: Collection[str] | None = None) -> list[str]:
        """Take tickets (all that wait, without ``records``) into the chosen forum in one act; answers the new usulan.

        Raises RuleBroken("titipan", "belum_ada") when none waits, ("forum", "sudah_ditutup" or "belum_ada").
        """
        wanted = [one for one in self.daftar() if one.menunggu and (records is None or one.id in records)]
        if not wanted:
            raise RuleBroken("titipan", "belum_ada")
        usulan = [replace(one.isi, titipan=one.id, sumber_usulan=one.isi.sumber_usulan or "titipan") for one in wanted]
        return self._usulan.catat_banyak(usulan, f"memasukkan {len(usulan)} titipan")

    def _titipan(self, record: str) -> Titipan:
        found = queries.one(self._desk.connection, record)
        if found is None:
            raise RuleBroken("titipan", "tidak_ditemukan")
        return found

    def _waiting(self, record: str) -> Titipan:
        found = self._titipan(record)
        if found.usulan:
            raise RuleBroken("titipan", "sudah_masuk")
        return found

    def _write(self, titipan: Titipan, isi: dict[str, Any], label: str) -> None:
        with self._desk.write("titipan", label, forum=TANPA_FORUM) as act:
            act.append("titipan.ubah", titipan.id, isi)
