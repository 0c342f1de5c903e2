"""A village with a real store, as small or as large as a test needs, and its way to a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.store import Store
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.journal import chain
from musrenbang_desktop.services.layanan import Layanan
from sync.device import enrolment, identity, run
from sync.device.exchange import Applied, apply, post, prepare
from sync.device.identity import Identity
from sync.device.run import Summary
from sync.wire.enrol import Card
from tests import village
from tests.kabupaten.running import Running
from tests.small_forum import small_forum, some_usulan


@dataclass(slots=True)
class Village:
    """One laptop."""

    layanan: Layanan
    kode: str

    @classmethod
    @contextmanager
    def opened(cls, folder: Path, kode: str, *, forum: bool = True) -> Iterator[Village]:
        with village.opened(folder) as layanan:
            found = cls(layanan, kode)
            if forum and not layanan.forum.daftar():
                found.open_forum()
            yield found

    @property
    def store(self) -> Store:
        return self.layanan.desk.store

    @property
    def identity(self) -> Identity:
        return identity.identity(self.store.connection, self.store.key_place)

    def open_forum(self, kode: str = "") -> str:
        return self.layanan.forum.buka(replace(small_forum(), kode_wilayah=kode or self.kode))

    def propose(self, count: int = 1) -> list[str]:
        return self.layanan.usulan.catat_banyak(some_usulan(count), "mencatat usulan")

    def propose_one(self, **fields: object) -> str:
        return self.layanan.usulan.catat(UsulanBaru(**fields))

    def seal(self) -> str:
        """Close what was proposed and seal it; the spoken code."""
        kesepakatan = self.layanan.kesepakatan
        kesepakatan.susun()
        kesepakatan.tetapkan([usulan.id for usulan in self.layanan.usulan.daftar()], "ke_kecamatan")
        kesepakatan.tutup()
        return self.layanan.segel.buat().kode

    def enrol(self, server: Running, address: str = "", kode: str = "") -> Card:
        ticket = server.ticket(kode or self.kode)
        return enrolment.enrol_now(self.store, self.store.key_place, address or server.address, ticket)

    def at(self, address: str) -> Identity:
        """Who this laptop is, sending to another address (a proxy of the test)."""
        return replace(self.identity, address=address)

    def exchange(self, tries: int = 1, who: Identity | None = None) -> Summary:
        return run.run(self.store, who or self.identity, tries=tries, sleep=lambda _: None)

    def once(self, who: Identity, max_bytes: int = 16384) -> Applied:
        """One round, whatever is left after it."""
        outgoing = prepare(self.store.connection, who, max_bytes)
        return apply(self.store, outgoing, post(outgoing))

    @property
    def ack(self) -> int:
        return box.ack(self.store.connection)

    @property
    def receipts(self) -> dict[str, str]:
        return dict(self.store.connection.execute("SELECT usulan, nomor FROM bukti").fetchall())

    @property
    def answers(self) -> list[tuple[object, ...]]:
        return list(
            self.store.connection.execute(
                "SELECT usulan, tingkat, putusan, alasan_kode, alasan, oleh FROM jawaban ORDER BY n"
            )
        )

    def events(self) -> list[bytes]:
        return box.events_after(self.store.connection, self.store.device, 0, 100_000)

    def check_chain(self) -> None:
        """The own journal is whole."""
        assert chain.extend(chain.start(self.store.device), self.events()) == self.store.head.hash
