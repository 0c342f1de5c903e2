"""From the ticket on the letter to a card: ``prepare`` reads, ``post`` talks, ``apply`` writes.

Only ``post`` uses the network, and it touches no database, so it may run in the background.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

from musrenbang_desktop.db import settings
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.store import Store
from musrenbang_desktop.journal import keys
from musrenbang_desktop.journal.keystore import KeyPlace
from sync.device.errors import Busy, NotOurServer, NotSent, TicketRefused
from sync.device.identity import keep, kept, require_real
from sync.device.link import Link, Reply, tidy_address
from sync.wire import enrol, problem, ticket
from sync.wire.batch import MEDIA_TYPE
from sync.wire.encoding import from_text
from sync.wire.enrol import Card, read_card
from sync.wire.errors import Malformed

_SAFE = "Semua data aman di laptop ini."
_SENTENCES = {
    "tiket": f"Tiket tidak dikenal server ini. {_SAFE} Periksa alamat dan huruf tiket pada surat, lalu coba lagi.",
    "tiket_terpakai": f"Tiket ini sudah dipakai laptop lain. {_SAFE} Minta tiket baru dari kabupaten.",
    "tiket_dicabut": f"Tiket ini sudah dicabut kabupaten. {_SAFE} Minta tiket baru dari kabupaten.",
    "perangkat": f"Laptop ini terdaftar untuk desa lain. {_SAFE} Hubungi petugas kabupaten.",
    "dicabut": f"Kabupaten sudah mencabut kartu laptop ini. {_SAFE} Hubungi petugas kabupaten.",
    "tiket_lewat": f"Masa berlaku tiket sudah lewat. {_SAFE} Minta tiket baru dari kabupaten.",
}
_MISTYPED = f"Tiket salah ketik. {_SAFE} Periksa lagi huruf dan angkanya pada surat dari kabupaten."
_OTHER_SERVER = (
    "Laptop ini sudah menerima bukti dari server kabupaten yang lain."
    f" {_SAFE} Tidak ada yang diganti. Hubungi petugas kabupaten."
)


@dataclass(frozen=True, slots=True)
class Enrolling:
    """A request that is ready to be sent."""

    address: str
    ticket: ticket.Ticket
    device: str
    public: bytes
    private: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A card that has been checked."""

    address: str
    server_key: bytes
    card_bytes: bytes
    signature: bytes
    card: Card


def prepare(reader: Connection, key_place: KeyPlace, address: str, text: str) -> Enrolling:
    """Read what was typed.

    Raises PracticeRoom, TicketRefused for a typing mistake, Unreachable for an address that is none.
    """
    require_real(reader)
    try:
        parsed = ticket.parse(text)
    except ticket.WrongTicket as error:
        raise TicketRefused(_MISTYPED) from error
    device = box.device(reader)
    return Enrolling(tidy_address(address), parsed, device, box.public_key(reader), key_place.private(device))


def post(enrolling: Enrolling, link: Link | None = None) -> Enrolled:
    """Ask for the card and check everything about it. Raises NotSent."""
    own = link or Link(enrolling.address)
    try:
        return _post(enrolling, own)
    finally:
        if link is None:
            own.close()


def _post(enrolling: Enrolling, link: Link) -> Enrolled:
    key = enrolling.ticket.key()
    name = ticket.identifier(key)
    nonce = secrets.token_bytes(enrol.NONCE_SIZE)
    body = enrol.write(
        name,
        enrolling.public,
        nonce,
        ticket.device_proof(key, enrolling.public, nonce),
        keys.sign(enrolling.private, enrol.to_sign(name, nonce)),
    )
    reply = link.post(enrol.PATH, body, MEDIA_TYPE)
    if reply.status != 200 or reply.media_type != MEDIA_TYPE:
        raise _refusal(reply)
    try:
        return _check(enrolling, key, nonce, reply.body)
    except Malformed as error:
        raise NotOurServer from error


def _check(enrolling: Enrolling, key: bytes, nonce: bytes, body: bytes) -> Enrolled:
    answer = enrol.read_answer(body)
    server_key, signature = from_text(answer.server_key, 32), from_text(answer.signature, 64)
    data = answer.card.encode()
    if ticket.fingerprint(server_key) != enrolling.ticket.fingerprint:
        raise NotOurServer
    if not hmac.compare_digest(from_text(answer.proof, 32), ticket.server_proof(key, data, nonce)):
        raise NotOurServer
    card = read_card(data, signature, server_key)
    if from_text(card.kunci, 32) != enrolling.public:
        raise NotOurServer
    return Enrolled(enrolling.address, server_key, data, signature, card)


def _refusal(reply: Reply) -> NotSent:
    if reply.media_type == problem.MEDIA_TYPE:
        try:
            kind = problem.read(reply.body).kind
        except Malformed:
            return NotOurServer()
        if kind in _SENTENCES:
            return TicketRefused(_SENTENCES[kind])
    if reply.status in (429, 500, 502, 503, 504):
        return Busy()
    return NotOurServer()


def apply(store: Store, enrolled: Enrolled) -> Card:
    """Keep the card. Raises TicketRefused when this laptop already holds receipts of another kabupaten's server."""
    connection = store.connection
    require_real(connection)
    with store.transaction():
        before = kept(connection)
        if before is not None and before.server_key != enrolled.server_key:
            if box.cursor(connection):
                raise TicketRefused(_OTHER_SERVER)
            settings.put(connection, box.ACK, "0")
            box.doubt(connection)
        keep(connection, enrolled.address, enrolled.server_key, enrolled.card_bytes, enrolled.signature)
    return enrolled.card


def enrol_now(store: Store, key_place: KeyPlace, address: str, text: str) -> Card:
    """All three steps, for the command line and scripts. Raises NotSent."""
    store.private_key()  # where it is gone this is a new device from here on
    return apply(store, post(prepare(store.connection, key_place, address, text)))
