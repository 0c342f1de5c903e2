"""Sending by flash disk: the same messages as over the network, in one file; the answer comes back the same way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from musrenbang_desktop.db import settings
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.store import Store
from musrenbang_desktop.journal import chain, keys
from sync.device import exchange
from sync.device.errors import Behind, BundleRefused, WentOn
from sync.device.exchange import Applied, Outgoing
from sync.device.identity import Identity, kept, require_real
from sync.device.link import Reply
from sync.device.reading import Received, read_reply
from sync.wire import answer as wire_answer
from sync.wire import batch, bungkus, limits, problem
from sync.wire.answer import SIGNATURE_HEADER, extend_news
from sync.wire.bungkus import Kepala
from sync.wire.encoding import from_text
from sync.wire.errors import Malformed, TooLarge
from sync.wire.problem import Problem

_PENDING = "bungkus_terkirim"
_KEPT = 400
"""messages whose answer may still come; older ones can be sent again at no cost"""


class Pending(msgspec.Struct, frozen=True):
    """A message that is on its way by hand: its nonce, where news began, and whose stream it is where not our own."""

    nonce: bytes
    first: int
    count: int
    cursor: int
    stream: str = ""


@dataclass(frozen=True, slots=True)
class Tertulis:
    """What was written: how many events, from which to which, and how many bytes."""

    data: bytes
    dari: int
    sampai: int
    pending: tuple[Pending, ...]
    late: Mapping[str, int] = field(default_factory=dict)

    @property
    def banyak(self) -> int:
        return sum(message.count for message in self.pending)


def siapkan(reader: Connection, identity: Identity, jam: str, late: Mapping[str, int] | None = None) -> Tertulis:
    """Everything that the server has not confirmed, sealed to it. It may be empty: the answer brings decisions home.

    ``late`` is forum -> days behind its calendar: it travels within, as over the network, and stands on the outside
    for the counter.

    Raises PracticeRoom, Behind, BundleRefused for a card from before there were bundles.
    """
    require_real(reader)
    if not identity.card.bungkus:
        raise BundleRefused(
            "Kartu laptop ini belum memuat kunci untuk bungkus. Daftarkan sekali lagi lewat internet dengan tiket baru."
        )
    cursor = box.cursor(reader)
    news_head = extend_news(None, box.news(reader)) if cursor else b""
    write = partial(_message, identity, cursor=cursor, news_head=news_head, late=late)
    before = [one for stream in box.replaced(reader) for one in _batches(reader, stream)]
    own = list(_batches(reader, identity.device))
    written = [write(piece) for piece in (*before, *own)]
    kepala = Kepala(
        jenis="kirim",
        kunci=box.public_key(reader).hex(),
        perangkat=identity.device,
        kode=identity.card.kode,
        nama=identity.card.nama,
        dari=own[0].first,
        sampai=own[-1].last,
        rantai=own[-1].head.hex(),
        ringkas="",
        jam=jam,
        terlambat=max((late or {}).values(), default=0),
    )
    sealed = bungkus.seal(bungkus.pack([body for body, _ in written]), identity.card.bungkus)
    data = bungkus.write(kepala, sealed, lambda message: keys.sign(identity.private, message))
    return Tertulis(data, kepala.dari, kepala.sampai, tuple(pending for _, pending in written), late or {})


class _Piece(NamedTuple):
    """Events of one stream that fit into one message."""

    stream: str
    first: int
    previous: bytes
    events: Sequence[bytes]

    @property
    def last(self) -> int:
        return self.first + len(self.events) - 1

    @property
    def head(self) -> bytes:
        return chain.extend(self.previous, self.events)


def _message(
    identity: Identity, piece: _Piece, *, cursor: int, news_head: bytes, late: Mapping[str, int] | None
) -> tuple[bytes, Pending]:
    """The body of an append, signed by this laptop, and what is remembered of it."""
    sign = partial(keys.sign, identity.private)
    body, nonce = batch.write(piece.stream, piece.first, piece.previous, piece.events, cursor, sign, news_head, late)
    stream = "" if piece.stream == identity.device else piece.stream
    return body, Pending(nonce, piece.first, len(piece.events), cursor, stream)


def _batches(reader: Connection, stream: str) -> Iterator[_Piece]:
    """What is unconfirmed of a stream in pieces that the wire allows; one empty piece when there is nothing new. Raises
    Behind.
    """
    ack = box.ack_of(reader, stream)
    head = box.hash_at(reader, stream, ack)
    if head is None:
        raise Behind
    while True:
        events = box.events_after(reader, stream, ack, limits.MAX_EVENTS)
        piece = _Piece(stream, ack + 1, head, events[: _fitting(events)])
        yield piece
        ack, head = piece.last, piece.head
        if not box.events_after(reader, stream, ack, 1):
            return


def _fitting(events: Sequence[bytes]) -> int:
    """How many events from the front the wire takes in one message; at least one."""
    room = limits.MAX_INFLATED - 1024
    for count, event in enumerate(events):
        room -= len(event) + 1
        if room < 0:
            return max(1, count)
    return len(events)


def catat(store: Store, tertulis: Tertulis) -> None:
    """Remember what was written, so that its answer is known when it comes; a mark that was taken back is told until
    the network took it, since a stick may never arrive.
    """
    with store.transaction():
        box.note_late(store.connection, {forum: days for forum, days in tertulis.late.items() if days})
        before = _pending(store.connection)
        _keep_pending(store.connection, [*before, *tertulis.pending][-_KEPT:])


def tulis_berkas(path: Path, data: bytes) -> None:
    """Write the file and read it back: what is on the stick is what was meant. Raises NoAccess, BundleRefused."""
    from musrenbang_desktop.db.whole_file import write_whole

    write_whole(path, data)
    try:
        found = path.read_bytes()
    except OSError as error:
        raise BundleRefused(
            f"Flashdisk tercabut sebelum {path.name} terbaca kembali. Data aman di laptop ini; tulis sekali lagi."
        ) from error
    if hashlib.sha256(found).digest() != hashlib.sha256(data).digest():
        raise BundleRefused("Bungkus yang terbaca kembali dari flashdisk berbeda. Pakai flashdisk lain.")


def baca(store: Store, identity: Identity, data: bytes) -> Applied:
    """Take the kabupaten's answer from a file: acknowledgements, receipts, decisions.

    What the kabupaten refused of it is told message by message; the rest counts. Raises BundleRefused with one
    sentence, and what an answer over the network may raise. Read twice it changes nothing.
    """
    kepala, body = _opened(identity, data)
    if kepala.perangkat != identity.device:
        raise BundleRefused(f"Balasan ini untuk laptop lain ({kepala.nama}). Tidak ada yang diubah.")
    found = [applied for reply in _unpacked(body) if (applied := _apply(store, identity, *_split(reply))) is not None]
    if not found:
        raise BundleRefused(
            "Balasan ini sudah dibaca, atau bukan jawaban atas bungkus laptop ini. Tidak ada yang diubah."
        )
    return _together(found)


def _together(found: Sequence[Applied]) -> Applied:
    """What several answers changed, as one."""
    return Applied(
        ack=found[-1].ack,
        terkirim=sum(one.terkirim for one in found),
        bukti=sum(one.bukti for one in found),
        jawaban=sum(one.jawaban for one in found),
        catatan=found[-1].catatan,
        selesai=found[-1].selesai,
        cocok=found[-1].cocok,
        usulan=frozenset().union(*(one.usulan for one in found)),
        ditolak=tuple(sentence for one in found for sentence in one.ditolak),
        pesan=tuple(sentence for one in found for sentence in one.pesan),
    )


def _opened(identity: Identity, data: bytes) -> tuple[Kepala, bytes]:
    try:
        kepala, body = bungkus.read(data)
    except (Malformed, TooLarge) as error:
        raise BundleRefused(f"Berkas tidak bisa dibaca: {error}. Tidak ada yang diubah.") from error
    if kepala.jenis != "balasan":
        raise BundleRefused("Ini bungkus kiriman. Yang dibaca di sini bungkus balasan dari kabupaten.")
    if kepala.kunci != identity.server_key.hex():
        raise BundleRefused("Balasan ini bukan dari server kabupaten yang dikenal laptop ini. Tidak ada yang diubah.")
    return kepala, body


def _unpacked(body: bytes) -> list[bytes]:
    try:
        return bungkus.unpack(body)
    except (Malformed, TooLarge) as error:
        raise BundleRefused(f"Berkas tidak bisa dibaca: {error}. Tidak ada yang diubah.") from error


def _split(reply: bytes) -> tuple[str, bytes]:
    try:
        signature, body = msgspec.msgpack.decode(reply, type=tuple[str, bytes])
    except msgspec.MsgspecError as error:
        raise BundleRefused("Isi balasan rusak. Tidak ada yang diubah.") from error
    return signature, body


def _apply(store: Store, identity: Identity, signature: str, body: bytes) -> Applied | None:
    """One answer; None when it answers nothing that is on its way, or is older than what is known already."""
    pending = _pending(store.connection)
    nonce = _nonce(body)
    sent = next((one for one in pending if one.nonce == nonce), None)
    if sent is None:
        return None
    applied = _refused(store, identity, sent, signature, body)
    if applied is None:
        reply = Reply(200, batch.MEDIA_TYPE, body, {SIGNATURE_HEADER.lower(): signature})
        answer = read_reply(reply, identity.server_key, nonce)
        stream = sent.stream or identity.device
        if answer.ack >= box.ack_of(store.connection, stream):
            outgoing = Outgoing(
                identity.address, identity.server_key, stream, sent.first, sent.count, sent.cursor, nonce, b"",
                relayed=bool(sent.stream),
            )  # fmt: skip
            applied = _told_once(store, outgoing, answer)
    with store.transaction():  # last: an answer that could not be applied can be read again
        _keep_pending(store.connection, [one for one in pending if one.nonce != nonce])
    return applied


def _told_once(store: Store, outgoing: Outgoing, answer: Received) -> Applied:
    """What an answer changes; that a laptop before this one sent more than its copy holds is told among the rest."""
    try:
        return exchange.apply(store, outgoing, answer)
    except WentOn as told:
        return replace(_nothing(store), pesan=(str(told),))


def _nothing(store: Store) -> Applied:
    return Applied(
        ack=box.ack(store.connection),
        terkirim=0,
        bukti=0,
        jawaban=0,
        catatan=tuple(exchange.open_notes(store.connection)),
        selesai=False,
        cocok=None,
    )


def _refused(store: Store, identity: Identity, sent: Pending, signature: str, body: bytes) -> Applied | None:
    """A message that the kabupaten did not take: nothing changes here, and its events go again with the next one."""
    if wire_answer.is_signed(identity.server_key, signature, body) and (told := _problem(body)) is not None:
        last = sent.first + sent.count - 1
        events = f"Catatan ke-{sent.first} sampai ke-{last}" if sent.count else "Kiriman kosong"
        return replace(_nothing(store), ditolak=(f"{events} tidak diterima kabupaten: {told.title}",))
    return None


def _problem(body: bytes) -> Problem | None:
    try:
        return problem.read(body)
    except Malformed:
        return None


def _nonce(body: bytes) -> bytes:
    told = _problem(body)
    try:
        return from_text(told.n if told else wire_answer.read(body).n, batch.NONCE_SIZE)
    except Malformed as error:
        raise BundleRefused("Isi balasan rusak. Tidak ada yang diubah.") from error


def _pending(connection: Connection) -> list[Pending]:
    text = settings.get(connection, _PENDING)
    return msgspec.json.decode(text, type=list[Pending]) if text else []


def _keep_pending(connection: Connection, pending: Sequence[Pending]) -> None:
    settings.put(connection, _PENDING, msgspec.json.encode(list(pending)).decode())


@dataclass(frozen=True, slots=True)
class Periksa:
    """Whether a bundle is whole and by whom, in sentences."""

    sah: bool
    kalimat: str

    @classmethod
    def ya(cls, kalimat: str) -> Periksa:
        """It is whole and known."""
        return cls(sah=True, kalimat=kalimat)

    @classmethod
    def tidak(cls, kalimat: str) -> Periksa:
        """It is not, or nobody here can tell."""
        return cls(sah=False, kalimat=kalimat)


def adalah(data: bytes) -> bool:
    """Whether this is a bundle at all."""
    return data.startswith(bungkus.MAGIC)


def periksa(reader: Connection, data: bytes, kunci: bytes = b"") -> Periksa:
    """Check a bundle without opening it: its signature, whose it is, and that its events are those of this journal.

    ``kunci`` is a public key that the operator trusts, or nothing.
    """
    try:
        kepala, _ = bungkus.read(data)
    except (Malformed, TooLarge) as error:
        return Periksa.tidak(f"Bungkus ditolak: {error}.")
    about = f"bungkus {kepala.jenis} {kepala.nama} ({kepala.kode}), catatan ke-{kepala.dari} sampai ke-{kepala.sampai}"
    signer = bytes.fromhex(kepala.kunci)
    card = kept(reader)
    own = signer == box.public_key(reader)
    server = card is not None and signer == card.server_key
    if kepala.jenis == "kirim" and keys.device_id(signer) != kepala.perangkat:
        return Periksa.tidak(f"Bungkus ditolak: bukan ditandatangani laptop yang disebut di dalamnya ({about}).")
    if not own and not server and signer != kunci:
        tag = keys.device_tag(keys.device_id(signer))
        return Periksa.tidak(f"Bungkus utuh, tetapi kunci {tag} tidak dikenal di sini: {about}.")
    if kepala.perangkat == box.device(reader):
        found = box.hash_at(reader, kepala.perangkat, kepala.sampai)
        if found is None or found.hex() != kepala.rantai:
            return Periksa.tidak(f"Bungkus ditolak: isinya bukan catatan laptop ini ({about}).")
        return Periksa.ya(f"Bungkus utuh dan sama dengan catatan laptop ini: {about}.")
    return Periksa.ya(f"Bungkus utuh menurut kunci yang diberikan: {about}.")
