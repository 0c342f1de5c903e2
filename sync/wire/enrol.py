"""Enrolment: a ticket becomes a card (kartu perangkat), signed by the server, that binds a key to one village."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from musrenbang_desktop.journal import canonical, keys
from sync.wire.encoding import from_text, to_text
from sync.wire.errors import Malformed

PATH = "/api/v1/enrol"
NONCE_SIZE = 16

_CARD_DOMAIN = b"musrenbang card 1\0"

Field = Annotated[str, Meta(max_length=200)]


class Enrol(msgspec.Struct, frozen=True):
    """The request. ``proof`` is :func:`sync.wire.ticket.device_proof`; ``signature`` shows that ``key`` is its own."""

    ticket: Field
    key: Field
    nonce: Field
    proof: Field
    signature: Field


class Enrolled(msgspec.Struct, frozen=True):
    """The answer: the card's canonical bytes as text, the server's signature over them, its key and its proof."""

    card: Annotated[str, Meta(max_length=2000)]
    signature: Field
    server_key: Field
    proof: Field


class Card(msgspec.Struct, frozen=True):
    """What the card says. ``kunci`` is the device's public key, ``kode`` the village, ``sampai`` the last day (ISO),
    ``bungkus`` the key to which files on a flash disk are sealed.
    """

    kunci: str
    kode: str
    nama: str
    serial: int
    sampai: str
    bungkus: str = ""


def card_bytes(card: Card) -> bytes:
    """The frozen form that is signed and stored."""
    return canonical.encode({"t": "kartu", "v": 1, **msgspec.structs.asdict(card)})


def sign_card(private: bytes, data: bytes) -> bytes:
    """The server's signature over a card."""
    return keys.sign(private, _CARD_DOMAIN + data)


def read_card(data: bytes, signature: bytes, server_key: bytes) -> Card:
    """The card, once its signature holds. Raises Malformed."""
    if not keys.verify(server_key, signature, _CARD_DOMAIN + data):
        raise Malformed("tanda pada kartu tidak cocok")
    try:
        return msgspec.json.decode(data, type=Card)
    except msgspec.MsgspecError as error:
        raise Malformed("bukan kartu perangkat") from error


def to_sign(ticket: str, nonce: bytes) -> bytes:
    """What the device signs to show that the key is its own."""
    return b"musrenbang enrol 1\0" + ticket.encode() + nonce


def read(body: bytes) -> Enrol:
    """The request behind a body. Raises Malformed; every part then has its right length."""
    try:
        request = msgspec.json.decode(body, type=Enrol)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Malformed("bukan permintaan pendaftaran") from error
    for text, size in ((request.key, 32), (request.nonce, NONCE_SIZE), (request.proof, 32), (request.signature, 64)):
        from_text(text, size)
    return request


def read_answer(body: bytes) -> Enrolled:
    """The answer behind a body. Raises Malformed."""
    try:
        return msgspec.json.decode(body, type=Enrolled)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Malformed("bukan jawaban pendaftaran") from error


def write(ticket: str, key: bytes, nonce: bytes, proof: bytes, signature: bytes) -> bytes:
    """The body of a request."""
    return msgspec.json.encode(Enrol(ticket, to_text(key), to_text(nonce), to_text(proof), to_text(signature)))
