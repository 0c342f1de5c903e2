"""Recording and changing usulan."""

from __future__ import annotations

from typing import Any

from musrenbang_desktop.db.queries import usulan as queries
from musrenbang_desktop.db.queries.usulan import JumlahUsulan, Saringan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import FIELDS, Usulan, UsulanBaru, check_usulan
from musrenbang_desktop.services.desk import Desk


class UsulanService:
    """The usulan of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def daftar(self, saringan: Saringan | None = None) -> list[Usulan]:
        """The usulan that pass the filter, in its order."""
        return queries.every(self._desk.connection, self._desk.forum_id, saringan or Saringan())

    def satu(self, record: str) -> Usulan | None:
        """One usulan."""
        return queries.one(self._desk.connection, record)

    def jumlah(self) -> JumlahUsulan:
        """The counts of the list."""
        return queries.count(self._desk.connection, self._desk.forum_id)

    def pilihan(self, field: str) -> list[str]:
        """What was already typed in a text field (dusun, pengusul, bidang, satuan, perangkat_daerah), for
        completion.
        """
        return queries.used(self._desk.connection, self._desk.forum_id, field)

    def catat(self, baru: UsulanBaru) -> str:
        """Record one usulan; returns its id."""
        return self.catat_banyak([baru], f"mencatat usulan {baru.judul}")[0]

    def catat_banyak(self, baru: list[UsulanBaru], label: str) -> list[str]:
        """Record several usulan in one act, taken back by one undo."""
        self._desk.require_open()
        number = queries.next_number(self._desk.connection, self._desk.forum_id)
        ids = []
        with self._desk.write("usulan", label) as act:
            for offset, one in enumerate(baru):
                isi = {name: value for name in FIELDS if (value := getattr(one, name)) not in ("", None)}
                ids.append(act.next_id())
                act.append("usulan.catat", ids[-1], {"nomor": number + offset, **isi})
        return ids

    def ubah(self, record: str, **fields: Any) -> None:
        """Change fields of one usulan; nothing is written when nothing differs. Raises RuleBroken."""
        usulan = self._usulan(record)
        check_usulan(fields)
        changed = {name: value for name, value in fields.items() if getattr(usulan, name) != value}
        if changed:
            self._write(usulan, changed, f"mengubah {usulan.label}")

    def batalkan(self, record: str, alasan: str) -> None:
        """Withdraw an usulan; it stays on the list with its reason. Raises RuleBroken("alasan_batal", "kosong")."""
        usulan = self._usulan(record)
        if not alasan.strip():
            raise RuleBroken("alasan_batal", "kosong")
        self._write(usulan, {"status": "batal", "alasan_batal": alasan.strip()}, f"membatalkan {usulan.label}")

    def pulihkan(self, record: str) -> None:
        """Bring a withdrawn usulan back."""
        usulan = self._usulan(record)
        self._write(usulan, {"status": "aktif", "alasan_batal": None}, f"memulihkan {usulan.label}")

    def _usulan(self, record: str) -> Usulan:
        usulan = queries.one(self._desk.connection, record)
        if usulan is None:
            raise RuleBroken("usulan", "tidak_ditemukan")
        return usulan

    def _write(self, usulan: Usulan, isi: dict[str, Any], label: str) -> None:
        self._desk.require_open()
        if usulan.status == "digabung":
            raise RuleBroken("usulan", "sudah_digabung")
        with self._desk.write("usulan", label) as act:
            act.append("usulan.ubah", usulan.id, isi)
