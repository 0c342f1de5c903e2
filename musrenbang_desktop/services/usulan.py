"""Recording and changing usulan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from musrenbang_desktop.db.queries import usulan as queries
from musrenbang_desktop.db.queries.malas import Malas
from musrenbang_desktop.db.queries.usulan import JumlahUsulan, Saringan
from musrenbang_desktop.domain.asal import berperingkat_sama, geser
from musrenbang_desktop.domain.baris import to_plain
from musrenbang_desktop.domain.catatan import Catatan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kewenangan import Bagian, Jalur, pilah
from musrenbang_desktop.domain.penerima import dengan_jumlah
from musrenbang_desktop.domain.usulan import FIELDS, ROWS, Usulan, UsulanBaru, check_usulan, isian
from musrenbang_desktop.services.bawaan import kontak_ikut
from musrenbang_desktop.services.desk import Desk


class UsulanService:
    """The usulan of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def daftar(self, saringan: Saringan | None = None) -> list[Usulan]:
        """The usulan that pass the filter, in its order."""
        if saringan is None:
            return self._desk.usulan()
        return queries.every(self._desk.connection, self._desk.forum_id, saringan)

    def baris(self, saringan: Saringan) -> Malas[Usulan]:
        """As :meth:`daftar`, for a table of thousands: each usulan is made when it comes into sight."""
        return queries.lazily(self._desk.connection, self._desk.forum_id, saringan)

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

    def pilahan(self) -> Mapping[Jalur, Bagian]:
        """The standing usulan split by the plan that they go into; the parts add up to the whole list."""
        return pilah(queries.ways(self._desk.connection, self._desk.forum_id))

    def berperingkat_sama(self, record: str) -> list[Usulan]:
        """The other usulan of its origin that have the same rank: worth a question."""
        usulan = queries.one(self._desk.connection, record)
        if usulan is None or usulan.peringkat_asal is None:
            return []
        return berperingkat_sama(usulan, self._neighbours(usulan))

    def geser(self, record: str, langkah: int) -> int | None:
        """Move an usulan one place up (-1) or down (+1) within its origin, in one act; answers its rank now.

        One that is withdrawn stays where it is.
        """
        usulan = self._usulan(record)
        self._require_change(usulan)
        if usulan.status != "aktif":
            return usulan.peringkat_asal
        ranks = geser(usulan, self._neighbours(usulan), langkah)
        if ranks:
            with self._desk.write("usulan", f"mengurutkan {usulan.label} di {usulan.asal_urut or 'asalnya'}") as act:
                for one in sorted(ranks, key=lambda one: one != record):
                    act.append("usulan.ubah", one, {"peringkat_asal": ranks[one]})
        return self._usulan(record).peringkat_asal

    def catat_pendapat(self, record: str, jenis: str, teks: str) -> None:
        """Write a note for, against or as a condition. Raises RuleBroken("catatan", ...), also for a fourth one."""
        usulan = self._usulan(record)
        jam = self._desk.store.clock().strftime("%Y-%m-%dT%H.%M")
        self.ubah(record, catatan=(*usulan.catatan, Catatan(jenis, " ".join(teks.split()), jam)))

    def catat(self, baru: UsulanBaru) -> str:
        """Record one usulan; returns its id."""
        return self.catat_banyak([baru], f"mencatat usulan {baru.judul}")[0]

    def catat_banyak(self, baru: list[UsulanBaru], label: str) -> list[str]:
        """Record several usulan in one act, taken back by one undo; what comes from a ticket keeps its contact."""
        ids = []
        with self._desk.write("usulan", label) as act:
            self._desk.require_open()
            number = queries.next_number(self._desk.connection, act.forum)
            for offset, one in enumerate(baru):
                stated = zip(FIELDS, isian(one), strict=True)
                isi = {name: plain(name, value) for name, value in stated if value or value == 0}
                ids.append(act.next_id())
                act.append("usulan.catat", ids[-1], {"nomor": number + offset, **isi})
                if one.titipan:
                    kontak_ikut(self._desk, act, {one.titipan: ids[-1]})
        return ids

    def ubah(self, record: str, **fields: Any) -> None:
        """Change fields of one usulan; nothing is written when nothing differs. Raises RuleBroken."""
        usulan = self._usulan(record)
        check_usulan(fields)
        fields = _with_total(usulan, fields)
        changed = {name: value for name, value in fields.items() if getattr(usulan, name) != value}
        if changed:
            isi = {name: plain(name, value) for name, value in changed.items()}
            self._write(usulan, isi, f"mengubah {usulan.label}")

    def batalkan(self, record: str, alasan: str) -> None:
        """Withdraw an usulan; it stays on the list with its reason.

        Raises RuleBroken("alasan_batal", "kosong"), ("usulan", "memuat_gabungan") for one in which others go on: they
        would be gone with it, and whoever proposed them would never be answered.
        """
        usulan = self._usulan(record)
        if not alasan.strip():
            raise RuleBroken("alasan_batal", "kosong")
        merged = queries.merged_into(self._desk.connection, record)
        if merged:
            raise RuleBroken("usulan", "memuat_gabungan", ", ".join(one.label for one in merged))
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

    def _neighbours(self, usulan: Usulan) -> list[Usulan]:
        """The standing usulan of its origin."""
        return queries.of_origin(self._desk.connection, usulan.forum, usulan.asal_urut)

    def _require_change(self, usulan: Usulan) -> None:
        if usulan.forum != self._desk.forum_id:
            raise RuleBroken("usulan", "tidak_ditemukan")  # typed in one forum, told when another is on the desk
        self._desk.require_open()
        if usulan.status == "digabung":
            raise RuleBroken("usulan", "sudah_digabung")

    def _write(self, usulan: Usulan, isi: dict[str, Any], label: str) -> None:
        self._require_change(usulan)
        with self._desk.write("usulan", label) as act:
            act.append("usulan.ubah", usulan.id, isi)


def plain(name: str, value: Any) -> Any:
    """A field's value as the journal keeps it."""
    return to_plain(value) if (name in ROWS or name == "antardesa") and value is not None else value


def _with_total(usulan: Usulan, fields: dict[str, Any]) -> dict[str, Any]:
    """The changed fields, with the total of beneficiaries that follows from them.

    Raises RuleBroken("penerima_manfaat", "beda_jumlah") for a total that its parts contradict.
    """
    counts = {name: value for name, value in fields.items() if name in usulan.penerima}
    if not counts:
        return fields
    summed = dengan_jumlah(usulan.penerima, {name: n for name, n in counts.items() if name != "penerima_manfaat"})
    total = summed.get("penerima_manfaat", fields.get("penerima_manfaat"))
    if "penerima_manfaat" in fields and fields["penerima_manfaat"] != total:
        raise RuleBroken("penerima_manfaat", "beda_jumlah")
    return fields | summed
