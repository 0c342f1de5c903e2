"""Random changes of everything that a seal covers: ``python -m tests.mutations [--count 10000] [--seed N]``.

None may be accepted, and whoever changed the data is told which record it was.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from musrenbang_desktop.db.queries import segel as queries
from musrenbang_desktop.journal import base45, segel, segel_qr, tanda_berkas
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.periksa_berkas import Pemeriksa
from tests.small_forum import small_forum, some_usulan
from tests.sukamaju import whole_forum
from tests.village import opened


class Accepted(AssertionError):
    """A change that nobody noticed."""


class Mutator:
    """Changes a sealed forum in one of many ways and takes the change back."""

    def __init__(self, layanan: Layanan, other: str, chance: random.Random) -> None:
        """``other`` is the QR of another village's forum."""
        self.layanan, self.chance, self.other = layanan, chance, other
        self.connection = layanan.desk.connection
        self.forum = layanan.desk.forum_id
        found = layanan.segel.sekarang()
        assert found is not None
        self.sealed = found
        self.pdf = layanan.dokumen.penggambar().gambar("lengkap")
        self.examiner = Pemeriksa(layanan)

    def ways(self) -> tuple[tuple[int, Callable[[], None]], ...]:
        """Every way with its share of a hundred; those that count a spoken code are slow on purpose."""
        return (
            (35, self.qr),
            (40, self.file),
            (13, self.seal),
            (2, self.foreign_seal),
            (4, self.event),
            (1, self.dropped_event),
            (1, self.swapped_events),
            (1, self.attendee),
            (1, self.score),
            (1, self.title),
            (1, self.output),
        )

    def qr(self) -> None:
        """Bits, swaps, losses and additions in the QR, packed or as text."""
        whole = base45.decode(self.sealed.qr.removeprefix(segel_qr.AWALAN))
        packed = self.chance.random() < 0.5
        before = whole if packed else self.sealed.qr.encode()
        after = mutate(self.chance, before)
        if after == before:
            return
        text = segel_qr.AWALAN + base45.encode(after) if packed else after.decode("latin-1")
        try:
            segel_qr.baca(text)
        except segel_qr.QrTidakSah:
            return
        raise Accepted(text)

    def file(self) -> None:
        """Any byte of the signed PDF."""
        after = mutate(self.chance, self.pdf)
        if after == self.pdf:
            return
        found = tanda_berkas.baca(after)
        if found is not None and found.utuh:
            raise Accepted("berkas")
        if found is None and self.examiner.berkas("berkas.pdf", after).sah:
            raise Accepted("berkas tanpa tanda")

    def seal(self) -> None:
        """Another order, score, output, attendance or root under the old signature."""
        value = self.sealed.segel.value()
        rows = value["urutan"]
        one, two = self.chance.sample(range(len(rows)), 2)
        match self.chance.randrange(5):
            case 0:
                rows[one], rows[two] = rows[two], rows[one]
            case 1:
                rows[one] = [rows[one][0], rows[one][1], str(self.chance.randint(100, 999))]
            case 2:
                rows[one] = [rows[one][0], "d" if rows[one][1] != "d" else "k", rows[one][2]]
            case 3:
                value["hadir"][0] -= 1
            case _:
                value["akar"] = self.chance.randbytes(32).hex()
        if segel.sah(segel.from_value(value), self.sealed.tanda):
            raise Accepted("segel")

    def foreign_seal(self) -> None:
        """The whole QR of another forum."""
        if self.examiner.qr(self.other).sah:
            raise Accepted("segel forum lain")

    def event(self) -> None:
        """A bit of one event."""
        device, seq, record, isi = self._event()
        place = self.chance.randrange(len(isi))
        changed = isi[:place] + bytes((isi[place] ^ 1 << self.chance.randrange(8),)) + isi[place + 1 :]
        with self._changed("UPDATE jurnal SET isi = ? WHERE perangkat = ? AND seq = ?", changed, device, seq):
            self._expect(record)

    def dropped_event(self) -> None:
        """One event less."""
        device, seq, _, _ = self._event()
        with self._changed("DELETE FROM jurnal WHERE perangkat = ? AND seq = ?", device, seq):
            self._expect()

    def swapped_events(self) -> None:
        """Two events in each other's place."""
        (device, seq, _, isi), (_, other, _, isi2) = self._event(), self._event()
        if isi == isi2:
            return
        with (
            self._changed("UPDATE jurnal SET isi = ? WHERE perangkat = ? AND seq = ?", isi2, device, seq),
            self._changed("UPDATE jurnal SET isi = ? WHERE perangkat = ? AND seq = ?", isi, device, other),
        ):
            self._expect()

    def attendee(self) -> None:
        """Somebody who was present and is not any more."""
        record = self._one("SELECT id FROM peserta WHERE forum = ? AND hadir != ''")
        with self._changed("UPDATE peserta SET hadir = '' WHERE id = ?", record):
            self._expect(record)

    def score(self) -> None:
        """Another score in one sheet."""
        kelompok, usulan = self._one("SELECT kelompok || ' ' || usulan FROM skor WHERE forum = ?").split(" ")
        sql = "UPDATE skor SET nilai = '[1,1,1,1,7]' WHERE kelompok = ? AND usulan = ?"
        with self._changed(sql, kelompok, usulan):
            self._expect()

    def title(self) -> None:
        """Another name for an usulan."""
        record = self._one("SELECT id FROM usulan WHERE forum = ?")
        with self._changed("UPDATE usulan SET judul = judul || ' (baru)' WHERE id = ?", record):
            self._expect(record)

    def output(self) -> None:
        """An usulan in another output."""
        record = self._one("SELECT usulan FROM butir WHERE forum = ?")
        sql = "UPDATE butir SET keluaran = CASE keluaran WHEN 'dana_desa' THEN 'ke_kecamatan' ELSE 'dana_desa' END"
        with self._changed(f"{sql} WHERE usulan = ?", record):
            self._expect()

    def _event(self) -> tuple[str, int, str, bytes]:
        rows = self.connection.execute(
            "SELECT perangkat, seq, record, isi FROM jurnal WHERE forum = ? ORDER BY seq", (self.forum,)
        ).fetchall()
        device, seq, record, isi = self.chance.choice(rows)
        return device, seq, record, bytes(isi)

    def _one(self, sql: str) -> str:
        return str(self.chance.choice(sorted(self.connection.execute(sql, (self.forum,)).fetchall()))[0])

    @contextmanager
    def _changed(self, sql: str, *values: Any) -> Iterator[None]:
        """The change for the time of the check only."""
        self.connection.execute("SAVEPOINT diubah")
        try:
            assert self.connection.execute(sql, values).rowcount <= 1, "one row is changed"
            yield
        finally:
            self.connection.execute("ROLLBACK TO diubah")
            self.connection.execute("RELEASE diubah")

    def _expect(self, record: str = "") -> None:
        """The check finds it, and names ``record`` where a single one was changed."""
        found = self.layanan.segel.periksa()
        if found is None:
            raise Accepted("data")
        assert found.record, found
        assert not record or found.record == record, (found, record)


def mutate(chance: random.Random, data: bytes) -> bytes:
    """One of: a bit turned, two bytes swapped, a byte lost, a byte more, a run moved."""
    at, to = sorted(chance.sample(range(len(data)), 2))
    match chance.randrange(5):
        case 0:
            return data[:at] + bytes((data[at] ^ 1 << chance.randrange(8),)) + data[at + 1 :]
        case 1:
            return data[:at] + data[to : to + 1] + data[at + 1 : to] + data[at : at + 1] + data[to + 1 :]
        case 2:
            return data[:at] + data[at + 1 :]
        case 3:
            return data[:at] + bytes((chance.randrange(256),)) + data[at:]
        case _:
            return data[to:] + data[:to]


def foreign_qr(folder: Path) -> str:
    """The QR of a small forum of another laptop."""
    with opened(folder) as other:
        other.forum.buka(small_forum())
        ids = other.usulan.catat_banyak(some_usulan(3), "impor")
        other.kesepakatan.susun()
        other.kesepakatan.tetapkan(ids, "ke_kecamatan")
        other.kesepakatan.tutup()
        return other.segel.buat().qr


def run(layanan: Layanan, other: str, count: int, seed: int) -> Counter[str]:
    """Try ``count`` changes; how many of each way. Raises Accepted at the first that passes."""
    chance = random.Random(seed)
    mutator = Mutator(layanan, other, chance)
    shares, ways = zip(*mutator.ways(), strict=True)
    tried: Counter[str] = Counter()
    for way in chance.choices(ways, shares, k=count):
        way()
        tried[way.__name__] += 1
    assert layanan.segel.periksa() is None, "every change was taken back"
    assert queries.one(layanan.desk.connection, mutator.forum) is not None
    return tried


def main() -> None:
    """Print one line a way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    options = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two, opened(Path(one)) as layanan:
        other = foreign_qr(Path(two))
        whole_forum(layanan)
        layanan.segel.buat()
        tried = run(layanan, other, options.count, options.seed)
    for name, number in tried.most_common():
        print(f"{number:>7}  {name}")
    print(f"{options.count} changes, none accepted, {time.monotonic() - start:.0f} s (--seed {options.seed})")


if __name__ == "__main__":
    main()
