"""Invitations and attendance."""

from __future__ import annotations

from typing import Any

from musrenbang_desktop.db.queries import peserta as queries
from musrenbang_desktop.db.queries.peserta import Hanya
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import FIELDS, HitunganHadir, Peserta, PesertaBaru
from musrenbang_desktop.domain.tanggal import format_jam
from musrenbang_desktop.services.desk import Desk


class PesertaService:
    """The people of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def daftar(self, cari: str = "", hanya: Hanya = "semua") -> list[Peserta]:
        """The people whose name, unsur, office or dusun holds ``cari``."""
        return queries.every(self._desk.connection, self._desk.forum_id, cari, hanya)

    def cari(self, text: str, limit: int = 8) -> list[Peserta]:
        """Who is meant by some letters, the likeliest first; nothing for fewer than one letter."""
        return queries.find(self._desk.connection, self._desk.forum_id, text, limit) if text.strip() else []

    def terakhir(self, banyak: int) -> list[Peserta]:
        """Those present who came last by their hour, the latest first."""
        return queries.latest(self._desk.connection, self._desk.forum_id, banyak)

    def satu(self, record: str) -> Peserta | None:
        """One person."""
        return queries.one(self._desk.connection, record)

    def jam(self) -> str:
        """The hour on the wall, as it is recorded."""
        return self._desk.jam()

    def hitung(self) -> HitunganHadir:
        """The counts read out in the hall."""
        return queries.count(self._desk.connection, self._desk.forum_id)

    def unsur(self) -> list[str]:
        """The unsur already used, for the choice list."""
        return queries.unsur(self._desk.connection, self._desk.forum_id)

    def undang(self, baru: PesertaBaru) -> str:
        """Put a person on the list of invitations; returns the id."""
        return self._catat([baru], f"mengundang {baru.nama}")[0]

    def undang_banyak(self, baru: list[PesertaBaru]) -> list[str]:
        """Put several people on the list in one act, taken back by one undo."""
        return self._catat(baru, f"mengundang {len(baru)} orang")

    def catat_tamu(self, baru: PesertaBaru) -> str:
        """Record a guest without invitation, present from now unless ``hadir`` says when."""
        isi = _values(baru) | {"diundang": False, "hadir": self._hour(baru.hadir)}
        tamu = PesertaBaru(**isi)
        return self._catat([tamu], f"mencatat tamu {baru.nama}")[0]

    def hadirkan(self, record: str, jam: str = "", wakil_dari: str = "") -> None:
        """Mark a person present from ``jam`` (now when empty).

        Raises RuleBroken("hadir", "sudah_hadir") and ("jam", "bukan_jam").
        """
        orang = self._orang(record)
        if orang.hadir:
            raise RuleBroken("hadir", "sudah_hadir", orang.hadir)
        isi = {"hadir": self._hour(jam)} | ({"wakil_dari": wakil_dari} if wakil_dari else {})
        self._ubah(orang, isi, f"kehadiran {orang.nama}")

    def batal_hadir(self, record: str) -> None:
        """Take back a wrong mark; the history keeps both."""
        orang = self._orang(record)
        if orang.hadir:
            self._ubah(orang, {"hadir": ""}, f"batal hadir {orang.nama}")

    def ubah(self, record: str, **fields: Any) -> None:
        """Change fields of a person."""
        orang = self._orang(record)
        now = _values(orang)
        PesertaBaru(**{**now, **fields})
        changed = {name: value for name, value in fields.items() if now[name] != value}
        if changed:
            self._ubah(orang, changed, f"mengubah data {orang.nama}")

    def _hour(self, jam: str) -> str:
        """An hour with two digits, so that its text sorts as the time does; the hour on the wall when empty."""
        return format_jam(jam) if jam else self._desk.jam()

    def _orang(self, record: str) -> Peserta:
        orang = queries.one(self._desk.connection, record)
        if orang is None or orang.forum != self._desk.forum_id:  # typed in one forum, told when another is on the desk
            raise RuleBroken("peserta", "tidak_ditemukan")
        return orang

    def _ubah(self, orang: Peserta, isi: dict[str, Any], label: str) -> None:
        self._desk.require_open()
        with self._desk.write("peserta", label) as act:
            act.append("peserta.ubah", orang.id, isi)

    def _catat(self, people: list[PesertaBaru], label: str) -> list[str]:
        self._desk.require_open()
        number = queries.next_number(self._desk.connection, self._desk.forum_id)
        ids = []
        with self._desk.write("peserta", label) as act:
            for offset, baru in enumerate(people):
                isi = {name: value for name, value in _values(baru).items() if value != _DEFAULTS[name]}
                ids.append(act.next_id())
                act.append("peserta.catat", ids[-1], {"nomor": number + offset, **isi})
        return ids


_DEFAULTS = {name: PesertaBaru.__dataclass_fields__[name].default for name in FIELDS}


def _values(orang: PesertaBaru) -> dict[str, Any]:
    return {name: getattr(orang, name) for name in FIELDS}
