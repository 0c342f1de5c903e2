"""Sealing the closed result: after it nothing changes but by an addendum with a seal of its own.

The spoken code takes a moment on purpose, so it is counted in the background between :meth:`SegelService.siapkan`
and :meth:`SegelService.catat`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.queries import peserta
from musrenbang_desktop.db.queries import segel as queries
from musrenbang_desktop.db.queries.segel import Tercap
from musrenbang_desktop.db.store import Head
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.tanggal import parse_tanggal
from musrenbang_desktop.journal import canonical, keys, merkle, segel, segel_qr
from musrenbang_desktop.journal.segel import BarisSegel, Segel
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kesepakatan import KesepakatanService
from musrenbang_desktop.services.periksa_segel import Temuan, first_difference
from musrenbang_desktop.services.prioritas import PrioritasService

#: How the scores were counted: weighted sums of turned scores, mean over the groups.
METODE = "bobot-1"


@dataclass(frozen=True, slots=True)
class Rancangan:
    """A seal that is ready to be counted and signed; ``kepala`` is where the journal stood."""

    segel: Segel
    kepala: Head

    def hitung(self) -> str:
        """The spoken code. Takes a good part of a second and needs no store."""
        return segel.kode(self.segel.akar, self.segel.to_bytes(), self.segel.forum)


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

    def __init__(self, desk: Desk, prioritas: PrioritasService, kesepakatan: KesepakatanService) -> None:
        self._desk = desk
        self._prioritas = prioritas
        self._kesepakatan = kesepakatan

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

        Raises RuleBroken("segel", "belum_ditutup" or "sudah_disegel"), ("tanggal", "di_luar_batas").
        """
        forum = self._desk.forum()
        found = self._kesepakatan.sekarang()
        if forum is None or found is None or not found.ditutup:
            raise RuleBroken("segel", "belum_ditutup")
        if queries.one(self._desk.connection, forum.id):
            raise RuleBroken("segel", "sudah_disegel")
        day = parse_tanggal(forum.tanggal)
        if not 1970 <= day.year <= 2148:
            raise RuleBroken("tanggal", "di_luar_batas")
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
            **self._block(),
        )
        return Rancangan(made, self._desk.store.head)

    def catat(self, rancangan: Rancangan, kode: str) -> Tersegel:
        """Sign and record. Raises RuleBroken("segel", "berubah") when something was written meanwhile, KeyMissing."""
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
        """Add a note to what was sealed; it is sealed itself and names the seal before it."""
        first = queries.every(self._desk.connection, self._desk.forum_id)
        if not first:
            raise RuleBroken("segel", "belum_ada")
        texts = {"teks": teks.strip(), "oleh": oleh.strip(), "alasan": alasan.strip()}
        for name, text in texts.items():
            if not text:
                raise RuleBroken(f"{name}_tambahan", "kosong")
        number = len(first)
        heads = queries.heads(self._desk.connection)
        leaves = queries.leaves(self._desk.connection, self._desk.forum_id, heads)
        value: dict[str, Any] = {
            "v": segel.VERSI,
            "forum": self._desk.forum_id,
            "nomor": number,
            "induk": segel.sidik(canonical.encode(first[-1].isi)),
            "kunci": box.public_key(self._desk.connection).hex(),
            "kepala": {device: list(head) for device, head in heads.items()},
            "daun": len(leaves),
            "akar": merkle.root(leaves).hex(),
            **texts,
        }
        data = canonical.encode(value)
        kode = segel.kode(value["akar"], data, self._desk.forum_id)
        tanda = keys.sign(self._private(), segel.AWALAN_TAMBAHAN + data).hex()
        with self._desk.write("segel", "menyegel catatan tambahan") as act:
            act.append(
                "segel.tambahan",
                f"{act.forum}.segel.{number}",
                {"isi": value, "nomor": number, "tanda": tanda, "kode": kode},
            )
        return self.tambahan()[-1]

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
            "metode": METODE,
            "masukan": self._inputs(),
            "hadir": (count.hadir, count.laki, count.perempuan, count.tanpa_jk),
            "unsur": tuple((unsur, here) for unsur, (here, _) in sorted(count.per_unsur.items()) if here),
        }

    def _inputs(self) -> str:
        """SHA-256 over rules and sheets: the same hash means that anybody counts the same scores."""
        aturan = self._prioritas.aturan()
        sheets = self._prioritas.semua_lembar()
        value = {
            "kriteria": [[k.id, k.nama, k.singkatan, k.bobot, k.arah, k.terkecil, k.terbesar] for k in aturan.kriteria],
            "kelompok": [[k.id, k.nama] for k in aturan.kelompok],
            "seri": list(aturan.seri),
            "lembar": [
                [kelompok, [[usulan, list(row)] for usulan, row in sorted(sheet.items())]]
                for kelompok, sheet in sorted(sheets.items())
            ],
        }
        return segel.sidik(canonical.encode(value))

    def _private(self) -> bytes:
        store = self._desk.store
        return store.key_place.private(store.device)


def tersegel(found: Tercap) -> Tersegel:
    """A recorded seal, read. Raises BukanSegel."""
    made = segel.from_value(found.isi)
    return Tersegel(made, found.kode, found.tanda, segel_qr.teks(made, found.tanda_qr), found.jam)
