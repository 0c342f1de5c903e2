"""Sealing the closed result: after it nothing changes but by an addendum with a seal of its own.

The spoken code takes a moment on purpose, so it is counted in the background between :meth:`SegelService.siapkan`
and :meth:`SegelService.catat`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.queries import peserta
from musrenbang_desktop.db.queries import segel as queries
from musrenbang_desktop.db.queries.segel import TandaSaksi, Tercap
from musrenbang_desktop.db.store import Head
from musrenbang_desktop.domain.aturan_rows import rows
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan
from musrenbang_desktop.domain.peserta import terlambat
from musrenbang_desktop.domain.tanggal import parse_tanggal
from musrenbang_desktop.journal import canonical, keys, merkle, segel, segel_qr
from musrenbang_desktop.journal.segel import BarisSegel, Segel
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kalender import KalenderService
from musrenbang_desktop.services.kesepakatan import KesepakatanService
from musrenbang_desktop.services.periksa_segel import Temuan, first_difference
from musrenbang_desktop.services.prioritas import PrioritasService

#: Version of the rules of counting that a seal names behind the method.
VERSI_HITUNG = 1


@dataclass(frozen=True, slots=True)
class Rancangan:
    """A seal that is ready to be counted and signed; ``kepala`` is where the journal stood."""

    segel: Segel
    kepala: Head

    def hitung(self) -> str:
        """The spoken code. Takes a good part of a second and needs no store."""
        return segel.kode(self.segel.akar, self.segel.to_bytes(), self.segel.forum)


@dataclass(frozen=True, slots=True)
class RancanganTambahan:
    """An addendum that is ready to be counted and signed; ``isi`` is its JSON value."""

    isi: Mapping[str, Any]
    kepala: Head

    def hitung(self) -> str:
        """The spoken code. Takes a good part of a second and needs no store."""
        return segel.kode(self.isi["akar"], canonical.encode(self.isi), self.isi["forum"])


@dataclass(frozen=True, slots=True)
class Tersegel:
    """The seal of a forum as recorded."""

    segel: Segel
    kode: str
    tanda: bytes
    qr: str
    jam: str

    @property
    def laptop(self) -> str:
        """The tag of the laptop that sealed."""
        return keys.device_tag(keys.device_id(bytes.fromhex(self.segel.kunci)))


@dataclass(frozen=True, slots=True)
class Tambahan:
    """An addendum: what is added, who asked for it, why, and its own spoken code."""

    nomor: int
    teks: str
    oleh: str
    alasan: str
    kode: str
    jam: str


class SegelService:
    """The seal of the chosen forum."""

    def __init__(
        self, desk: Desk, prioritas: PrioritasService, kesepakatan: KesepakatanService, kalender: KalenderService
    ) -> None:
        self._desk = desk
        self._prioritas = prioritas
        self._kesepakatan = kesepakatan
        self._kalender = kalender

    def sekarang(self) -> Tersegel | None:
        """The seal; None while the forum is not sealed. Raises BukanSegel for one that cannot be read."""
        found = queries.one(self._desk.connection, self._desk.forum_id)
        return tersegel(found) if found else None

    def tambahan(self) -> list[Tambahan]:
        """The addenda, in order."""
        rows = queries.every(self._desk.connection, self._desk.forum_id)
        return [
            Tambahan(row.nomor, row.isi["teks"], row.isi["oleh"], row.isi["alasan"], row.kode, row.jam)
            for row in rows
            if row.nomor
        ]

    def siapkan(self) -> Rancangan:
        """Gather what is sealed.

        Raises RuleBroken("segel", "belum_ditutup" or "sudah_disegel"), ("tanggal", "di_luar_batas") and, for a result
        that an older version closed, ("notulis", "belum_ada") or ("saksi", "kurang").
        """
        forum = self._desk.forum()
        found = self._kesepakatan.sekarang()
        if forum is None or found is None or not found.ditutup:
            raise RuleBroken("segel", "belum_ditutup")
        if queries.one(self._desk.connection, forum.id):
            raise RuleBroken("segel", "sudah_disegel")
        forum.check_tim()
        day = parse_tanggal(forum.tanggal)
        if not 1970 <= day.year <= 2148:
            raise RuleBroken("tanggal", "di_luar_batas")
        self._private()  # a laptop without its key takes a new one before the seal names it
        heads = queries.heads(self._desk.connection)
        leaves = queries.leaves(self._desk.connection, forum.id, heads)
        made = Segel(
            forum=forum.id,
            kode_wilayah=forum.kode_wilayah,
            tanggal=day.isoformat(),
            latihan=forum.latihan,
            kunci=box.public_key(self._desk.connection).hex(),
            kepala=heads,
            daun=len(leaves),
            akar=merkle.root(leaves).hex(),
            tenggat=line.tutup if (line := self._kalender.forum()) else "",
            **self._block(),
        )
        return Rancangan(made, self._desk.store.head)

    def catat(self, rancangan: Rancangan, kode: str) -> Tersegel:
        """Sign and record. Raises RuleBroken("segel", "berubah") when something was written meanwhile."""
        if self._desk.store.head != rancangan.kepala or self._desk.forum_id != rancangan.segel.forum:
            raise RuleBroken("segel", "berubah")
        private = self._private()
        isi = {
            "isi": rancangan.segel.value(),
            "tanda": segel.tanda_tangan(private, rancangan.segel).hex(),
            "tanda_qr": segel_qr.tanda_tangan(private, rancangan.segel).hex(),
            "kode": kode,
        }
        with self._desk.write("segel kesepakatan", "menyegel hasil") as act:
            act.append("segel.buat", f"{act.forum}.segel", isi)
        found = self.sekarang()
        if found is None:
            raise RuleBroken("segel", "belum_ada")
        return found

    def buat(self) -> Tersegel:
        """All three steps at once, where nobody waits at a window."""
        rancangan = self.siapkan()
        return self.catat(rancangan, rancangan.hitung())

    def tambah(self, teks: str, oleh: str, alasan: str) -> Tambahan:
        """Add a note to what was sealed, where nobody waits at a window."""
        rancangan = self.siapkan_tambahan(teks, oleh, alasan)
        return self.catat_tambahan(rancangan, rancangan.hitung())

    def siapkan_tambahan(self, teks: str, oleh: str, alasan: str) -> RancanganTambahan:
        """Gather a note that is sealed itself and names the seal before it.

        Raises RuleBroken("segel", "belum_ada"), ("teks_tambahan", "oleh_tambahan" or "alasan_tambahan", "kosong").
        """
        first = queries.every(self._desk.connection, self._desk.forum_id)
        if not first:
            raise RuleBroken("segel", "belum_ada")
        texts = {"teks": teks.strip(), "oleh": oleh.strip(), "alasan": alasan.strip()}
        for name, text in texts.items():
            if not text:
                raise RuleBroken(f"{name}_tambahan", "kosong")
        self._private()
        heads = queries.heads(self._desk.connection)
        leaves = queries.leaves(self._desk.connection, self._desk.forum_id, heads)
        value: dict[str, Any] = {
            "v": segel.VERSI_TAMBAHAN,
            "forum": self._desk.forum_id,
            "nomor": len(first),
            "induk": segel.sidik(canonical.encode(first[-1].isi)),
            "kunci": box.public_key(self._desk.connection).hex(),
            "kepala": {device: list(head) for device, head in heads.items()},
            "daun": len(leaves),
            "akar": merkle.root(leaves).hex(),
            **texts,
        }
        return RancanganTambahan(value, self._desk.store.head)

    def catat_tambahan(self, rancangan: RancanganTambahan, kode: str) -> Tambahan:
        """Sign and record. Raises RuleBroken("segel", "berubah") when something was written meanwhile."""
        value = rancangan.isi
        if self._desk.store.head != rancangan.kepala or self._desk.forum_id != value["forum"]:
            raise RuleBroken("segel", "berubah")
        tanda = keys.sign(self._private(), segel.AWALAN_TAMBAHAN + canonical.encode(value)).hex()
        with self._desk.write("segel", "menyegel catatan tambahan") as act:
            act.append(
                "segel.tambahan",
                f"{act.forum}.segel.{value['nomor']}",
                {"isi": dict(value), "nomor": value["nomor"], "tanda": tanda, "kode": kode},
            )
        return self.tambahan()[-1]

    def ikut_menandatangani(self, nama: str, jabatan: str, private: bytes) -> TandaSaksi:
        """Put a co-signature under the seal. ``private`` is the key of the co-signer; it is used and not kept.

        Raises RuleBroken("segel", "belum_ada"), ("nama_saksi" or "jabatan_saksi", "kosong"), ("kunci_saksi",
        "sudah_dipakai" or "milik_laptop").
        """
        nama, jabatan = nama.strip(), jabatan.strip()
        found = queries.one(self._desk.connection, self._desk.forum_id)
        if found is None:
            raise RuleBroken("segel", "belum_ada")
        for name, text in (("nama_saksi", nama), ("jabatan_saksi", jabatan)):
            if not text:
                raise RuleBroken(name, "kosong")
        kunci = keys.public_key(private)
        self._check_cosigner(kunci)
        message = segel.pesan_saksi(canonical.encode(found.isi), nama, jabatan)
        isi = {"nama": nama, "jabatan": jabatan, "kunci": kunci.hex(), "tanda": keys.sign(private, message).hex()}
        number = len(self.saksi()) + 1
        with self._desk.write("segel", "ikut menandatangani segel") as act:
            act.append("segel.saksi", f"{act.forum}.segel.saksi{number}", isi)
        return self.saksi()[-1]

    def saksi(self) -> list[TandaSaksi]:
        """Who has signed the seal beside the laptop."""
        return queries.cosigners(self._desk.connection, self._desk.forum_id)

    def _check_cosigner(self, kunci: bytes) -> None:
        if kunci == box.public_key(self._desk.connection):
            raise RuleBroken("kunci_saksi", "milik_laptop")
        if any(one.kunci == kunci for one in self.saksi()):
            raise RuleBroken("kunci_saksi", "sudah_dipakai")

    def periksa(self) -> Temuan | None:
        """The first thing that differs from what was sealed; None when all is as it was.

        Raises RuleBroken("segel", "belum_ada").
        """
        if not queries.every(self._desk.connection, self._desk.forum_id):
            raise RuleBroken("segel", "belum_ada")
        return first_difference(self._desk, self._block)

    def _block(self) -> dict[str, Any]:
        """What the tables say now, as a seal writes it."""
        found = self._kesepakatan.sekarang()
        usulan = {item.id: item for item in self._prioritas.usulan()}
        scores = {row.usulan: row.nilai for row in self._prioritas.hasil().baris}
        count = peserta.count(self._desk.connection, self._desk.forum_id)
        return {
            "urutan": tuple(
                BarisSegel(usulan[butir.usulan].nomor, butir.keluaran, scores[butir.usulan])
                for butir in (found.butir if found else ())
                if butir.usulan in usulan
            ),
            "metode": metode(self._prioritas.aturan()),
            "masukan": self._inputs(),
            "hadir": (count.hadir, count.laki, count.perempuan, count.tanpa_jk),
            "unsur": tuple(self._present()),
            "terlambat": self._late(),
        }

    def _present(self) -> list[tuple[str, int]]:
        """Who is present by unsur as recorded, letter for letter: what is sealed is not put into one spelling."""
        found = peserta.per_unsur(self._desk.connection, self._desk.forum_id)
        return sorted((unsur, here) for unsur, (here, _) in found.items() if here)

    def _late(self) -> int:
        """How many of those present came after the hour on the invitation."""
        forum = self._desk.forum()
        here = peserta.every(self._desk.connection, forum.id, hanya="hadir") if forum else []
        return sum(terlambat(one.hadir, forum.jam_mulai) for one in here) if forum else 0

    def _inputs(self) -> str:
        """SHA-256 over rules and sheets: the same hash means that anybody counts the same scores."""
        aturan = self._prioritas.aturan()
        sheets = self._prioritas.semua_lembar()
        value: dict[str, Any] = {
            **{name: value for name, value in rows(aturan).items() if value is not None},
            "lembar": [
                [kelompok, [[usulan, list(row)] for usulan, row in sorted(sheet.items())]]
                for kelompok, sheet in sorted(sheets.items())
            ],
        }
        lots = self._prioritas.undian()
        if lots:
            value["undian"] = [[list(lot.usulan), list(lot.saksi)] for lot in lots]
        return segel.sidik(canonical.encode(value))

    def _private(self) -> bytes:
        return self._desk.store.private_key()


def metode(aturan: Aturan) -> str:
    """How the scores were counted: ``bobot-1``; ``titik+jumlah-1`` names the merging rule where it is not the mean."""
    merging = "" if aturan.cara.gabung == "rata_rata" else f"+{aturan.cara.gabung}"
    return f"{aturan.cara.metode}{merging}-{VERSI_HITUNG}"


def tersegel(found: Tercap) -> Tersegel:
    """A recorded seal, read. Raises BukanSegel."""
    made = segel.from_value(found.isi)
    return Tersegel(made, found.kode, found.tanda, segel_qr.teks(made, found.tanda_qr), found.jam)
