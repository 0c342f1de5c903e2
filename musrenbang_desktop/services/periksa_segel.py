"""Is everything still as it was sealed? The first record that differs is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.db import journal_copy, penjaga, replay
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import peserta, usulan
from musrenbang_desktop.db.queries import segel as queries
from musrenbang_desktop.db.queries.segel import Tercap
from musrenbang_desktop.journal import canonical, keys, merkle, segel, segel_qr
from musrenbang_desktop.journal.canonical import NotCanonical
from musrenbang_desktop.journal.segel import BukanSegel, Segel
from musrenbang_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Temuan:
    """What differs: the id of the record, its name for people, and how it differs."""

    record: str
    nama: str
    sebab: str

    def __str__(self) -> str:
        return f"{self.nama}: {self.sebab}"


def first_difference(desk: Desk, block: Callable[[], Mapping[str, Any]]) -> Temuan | None:
    """Seal, chain, root, tables, and what was agreed, in this order. ``block`` says what the tables hold now."""
    connection = desk.connection
    seals = queries.every(connection, desk.forum_id)
    broken = replay.first_break(connection)
    if broken:
        return _found(connection, queries.record_at(connection, *broken), f"catatan ke-{broken[1]} di jurnal berubah")
    for number, tercap in enumerate(seals):
        found = _seal(desk, tercap, number) or _root(desk, tercap)
        if found:
            return found
    return _cosigners(desk, seals[0]) or _tables(desk, segel.from_value(seals[0].isi), block)


def _cosigners(desk: Desk, tercap: Tercap) -> Temuan | None:
    """Every signature that stands beside the laptop's."""
    data = canonical.encode(tercap.isi)
    for one in queries.cosigners(desk.connection, desk.forum_id):
        if not keys.verify(one.kunci, one.tanda, segel.pesan_saksi(data, one.nama, one.jabatan)):
            return Temuan(one.record, f"Tanda tangan {one.jabatan}", "tidak cocok dengan segel ini")
    return None


def _seal(desk: Desk, tercap: Tercap, number: int) -> Temuan | None:
    """The seal itself: its shape, its signatures, its code, and that it follows the one before it."""
    name = "Segel" if not number else f"Catatan tambahan {number}"
    try:
        data = canonical.encode(tercap.isi)
        made = segel.from_value(tercap.isi) if not number else None
        value = tercap.isi
        akar, kunci = value["akar"], bytes.fromhex(value["kunci"])
        mark = segel.AWALAN_TAMBAHAN if number else segel.AWALAN_SEGEL
        whole = keys.verify(kunci, tercap.tanda, mark + data) and value["forum"] == desk.forum_id
        if made:
            whole = whole and keys.verify(kunci, tercap.tanda_qr, segel_qr.AWALAN_QR + segel_qr.isi_bytes(made))
    except (BukanSegel, NotCanonical, KeyError, TypeError, ValueError):
        return Temuan(tercap.record, name, "isinya tidak terbaca")
    if not whole:
        return Temuan(tercap.record, name, "tanda tangan laptop tidak cocok")
    if kunci != box.public_key(desk.connection) and keys.device_id(kunci) not in queries.heads(desk.connection):
        return Temuan(tercap.record, name, "ditandatangani laptop yang tidak dikenal")
    if tercap.nomor != number or (number and value["induk"] != _before(desk, number)):
        return Temuan(tercap.record, name, "tidak menyambung pada segel sebelumnya")
    if segel.kode(akar, data, desk.forum_id) != tercap.kode:
        return Temuan(tercap.record, name, "kode segel tidak cocok")
    return None


def _before(desk: Desk, number: int) -> str:
    return segel.sidik(canonical.encode(queries.every(desk.connection, desk.forum_id)[number - 1].isi))


def _root(desk: Desk, tercap: Tercap) -> Temuan | None:
    """The journal up to the seal."""
    connection = desk.connection
    heads = {device: (int(seq), str(digest)) for device, (seq, digest) in tercap.isi["kepala"].items()}
    leaves = queries.leaves(connection, desk.forum_id, heads)
    same = all(_hash(connection, device, seq) == digest for device, (seq, digest) in heads.items())
    if same and len(leaves) == tercap.isi["daun"] and merkle.root(leaves).hex() == tercap.isi["akar"]:
        return None
    return _against_copy(desk) or Temuan(desk.forum_id, "Jurnal", "isinya sebelum segel berubah")


def _hash(connection: Connection, device: str, seq: int) -> str:
    found = box.hash_at(connection, device, seq)
    return found.hex() if found else ""


def _against_copy(desk: Desk) -> Temuan | None:
    """Which event is not what the second journal file holds."""
    for event in journal_copy.read(desk.store.path.parent / journal_copy.FILE_NAME):
        if queries.bytes_at(desk.connection, event.device, event.seq) != event.data:
            record = queries.record_at(desk.connection, event.device, event.seq)
            return _found(desk.connection, record, f"catatan ke-{event.seq} di jurnal ditulis ulang")
    return None


def _tables(desk: Desk, made: Segel, block: Callable[[], Mapping[str, Any]]) -> Temuan | None:
    """Nothing was recorded behind the seal, the tables follow from the journal, and they say what was sealed."""
    connection = desk.connection
    later = penjaga.first_behind(connection, desk.forum_id, made.kepala)
    if later:
        return _found(connection, later, "diubah sesudah disegel")
    row = replay.first_difference(connection)
    if row:
        return _found(connection, row[1], f"tabel {row[0]} tidak sama dengan jurnal")
    now = block()
    for name, words in _BLOCK.items():
        if name == "terlambat" and made.versi == 1:
            continue  # a seal from before names no late comers
        if now[name] != getattr(made, name):
            return Temuan(f"{desk.forum_id}.segel", words, "tidak sama dengan yang disegel")
    return None


_BLOCK = {
    "urutan": "Urutan, keluaran, dan nilai",
    "metode": "Cara menghitung",
    "masukan": "Aturan dan lembar skor",
    "hadir": "Jumlah yang hadir",
    "unsur": "Jumlah hadir tiap unsur",
    "terlambat": "Jumlah yang datang terlambat",
}


def _found(connection: Connection, record: str, sebab: str) -> Temuan:
    """With the name that people know the record by, unless it holds what no program of ours writes."""
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        for word, table in (("Usulan", usulan), ("Peserta", peserta)):
            if table.one(connection, record) is not None:
                return Temuan(record, f"{word} {table.name(connection, record)}", sebab)
    return Temuan(record, f"Catatan {record}", sebab)
