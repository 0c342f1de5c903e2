"""One exchange with the kabupaten: ``prepare`` reads, ``post`` talks, ``apply`` writes.

Only ``prepare`` needs a (read-only) connection, only ``apply`` writes, and it must run where all writes run. ``post``
uses no database, so it belongs in the background. A cut anywhere costs nothing: the next ``prepare`` starts again from
what is proved.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

import msgspec

from musrenbang_desktop.db import settings
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.store import Store
from musrenbang_desktop.journal import chain, keys
from sync.device.errors import Behind, DeviceRefused, Different, NotHandedOver, Revoked, WentOn
from sync.device.identity import Identity, require_real
from sync.device.link import Link, Short
from sync.device.reading import Received, read_reply
from sync.wire import batch, brief, limits
from sync.wire.answer import HASH_SIZE, Open, expected, extend_news, parity
from sync.wire.encoding import deflate

log = logging.getLogger(__name__)

Answer = Received


class Control(Protocol):
    """How a background job is told to stop."""

    def check(self) -> None:
        """Raise when the operator has cancelled."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request that is ready to be sent."""

    address: str
    server_key: bytes
    device: str
    first: int
    count: int
    cursor: int
    nonce: bytes
    body: bytes
    late: Mapping[str, int] = field(default_factory=dict)
    """the late mark that it carries"""
    short: Short | None = None
    """the same without what the server knows; None where that cannot be said so"""
    relayed: bool = False
    """whether ``device`` is a laptop before this one, for which this one speaks"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What one exchange changed here."""

    ack: int
    terkirim: int
    """events that the server now proves to hold and did not before"""
    bukti: int
    """usulan that got their receipt"""
    jawaban: int
    """decisions that came back"""
    catatan: tuple[Open, ...]
    """events that the server holds but has not applied, with the reason"""
    selesai: bool
    """nothing is left to send or to fetch"""
    cocok: bool | None
    """whether both ends hold the same; None while there is more to fetch"""
    usulan: frozenset[str] = frozenset()
    """ids of the usulan that got a receipt or a decision"""
    ditolak: tuple[str, ...] = ()
    """what the server did not take of a bungkus, one sentence for each message"""
    pesan: tuple[str, ...] = ()
    """what else the operator must know"""


def prepare(
    reader: Connection,
    identity: Identity,
    max_bytes: int = limits.FIRST_BATCH,
    late: Mapping[str, int] | None = None,
) -> Outgoing:
    """The next request: what the server lacks, at most ``max_bytes`` compressed (but always one event). What a laptop
    before this one left unsent goes first, since all that follows builds on it.

    ``late`` is the mark of the forum behind its calendar, the same as on a bungkus.

    Raises PracticeRoom.
    """
    require_real(reader)
    stream = next(iter(box.replaced(reader)), identity.device)
    ack = box.ack_of(reader, stream)
    previous = box.hash_at(reader, stream, ack)
    if previous is None:
        raise Behind
    events = _fitting(box.events_after(reader, stream, ack, limits.MAX_EVENTS), max_bytes)
    cursor = box.cursor(reader)
    news_head = extend_news(None, box.news(reader))
    sign = partial(keys.sign, identity.private)
    body, nonce = batch.write(stream, ack + 1, previous, events, cursor, sign, news_head if cursor else b"", late)
    # The first message is the longest and nothing is known yet: a server that does not know the form gets it once.
    known = ack and stream == identity.device
    packed = brief.pack(body, previous, box.event_at(reader, stream, ack), sign) if known else None
    head, last = chain.extend(previous, events), ack + len(events)
    short = Short(packed, expected(nonce, last, head, news_head, cursor)) if packed else None
    return Outgoing(
        identity.address, identity.server_key, stream, ack + 1, len(events), cursor, nonce, body, late or {}, short,
        relayed=stream != identity.device,
    )  # fmt: skip


def _fitting(events: Sequence[bytes], max_bytes: int) -> Sequence[bytes]:
    """The longest run from the front that keeps the limits, found in two or three tries."""
    room = limits.MAX_INFLATED - 1024
    count = 0
    for event in events:
        room -= len(event) + 1
        if room < 0:
            break
        count += 1
    while count > 1:
        size = len(deflate(b",".join(events[:count]))[0])
        if size <= max_bytes:
            break
        count = max(1, min(count - 1, count * max_bytes * 19 // (size * 20)))
    return events[: max(1, count)]


def post(outgoing: Outgoing, control: Control | None = None, link: Link | None = None) -> Answer:
    """Send, and believe nothing but a signed answer to this very request. Raises NotSent."""
    if control is not None:
        control.check()
    own = link or Link(outgoing.address)
    try:
        reply = own.post_message(batch.PATH, outgoing.body, outgoing.short)
    finally:
        if link is None:
            own.close()
    try:
        return read_reply(reply, outgoing.server_key, outgoing.nonce)
    except (DeviceRefused, Revoked) as refused:
        if outgoing.relayed:
            raise NotHandedOver(keys.device_tag(outgoing.device)) from refused
        raise


def apply(store: Store, outgoing: Outgoing, answer: Answer) -> Applied:
    """Write what the server proved, in one transaction. Raises Behind or Different before anything is written, and
    WentOn once for each laptop before this one of which the server holds more.
    """
    connection = store.connection
    if outgoing.relayed:
        _check_relayed(store, outgoing.device, answer)
    with store.transaction():
        before = box.ack_of(connection, outgoing.device)
        _check_head(connection, outgoing.device, answer)
        if answer.rewind or answer.again:  # it was put back from an old copy
            box.doubt(connection)
        if answer.again:
            box.set_news_aside(connection, answer.news)
        added = box.add_news(connection, 1 if answer.again else outgoing.cursor + 1, answer.news)
        if not answer.rewind:  # then it took nothing in
            box.note_late(connection, _told(outgoing))
        box.put_ack(connection, outgoing.device, answer.ack)
        settings.put(connection, box.OPEN, msgspec.json.encode(answer.catatan).decode())
        settings.put(connection, box.LAST, store.clock().isoformat(timespec="seconds"))
        agrees = _agrees(connection, outgoing.device, answer)
    if agrees is False:
        log.warning("parity differs at ack %d", answer.ack)
    receipts = [usulan for value in added if value["t"] == "bukti.terima" for usulan in value["usulan"]]
    decisions = [value["usulan"] for value in added if value["t"] == "jawaban.putus"]
    return Applied(
        ack=answer.ack,
        terkirim=max(0, answer.ack - before),
        bukti=len(receipts),
        jawaban=len(decisions),
        catatan=tuple(answer.catatan),
        selesai=not answer.more and not box.waiting(connection),
        cocok=agrees,
        usulan=frozenset([*receipts, *decisions]),
    )


def _told(outgoing: Outgoing) -> Mapping[str, int]:
    """The late marks that the server took with this message: in the stream of a laptop before this one it may pass over
    some, so what was taken back is told again with our own.
    """
    return {forum: days for forum, days in outgoing.late.items() if days or not outgoing.relayed}


def _check_relayed(store: Store, stream: str, answer: Answer) -> None:
    """Where the server holds more of it than the copy did, nothing of it is left for us to send."""
    end = box.last(store.connection, stream)
    if answer.ack > end:
        with store.transaction():
            box.put_ack(store.connection, stream, end)
        raise WentOn(keys.device_tag(stream))


def _check_head(connection: Connection, device: str, answer: Answer) -> None:
    """The one rule that keeps both ends equal: ``ack`` moves only where the server's hash is our own."""
    own = box.hash_at(connection, device, answer.ack)
    if own is None:
        raise Behind
    if own[:HASH_SIZE] != answer.head:
        raise Different


def _agrees(connection: Connection, device: str, answer: Answer) -> bool | None:
    if not answer.parity:
        return None
    head = box.hash_at(connection, device, answer.ack) or chain.start(device)
    news = box.news(connection)
    return parity(head, answer.ack, extend_news(None, news), len(news)) == answer.parity


def open_notes(connection: Connection) -> list[Open]:
    """The events that the server held back or refused at the last exchange."""
    text: Any = settings.get(connection, box.OPEN)
    return msgspec.json.decode(text, type=list[Open]) if text else []
