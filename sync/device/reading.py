"""From an HTTP answer to facts, or to the sentence that says why it is none."""

from __future__ import annotations

from dataclasses import dataclass

from sync.device.errors import (
    Busy,
    DeviceRefused,
    Forked,
    NewerNeeded,
    NotOurServer,
    NotSent,
    Refused,
    Revoked,
    TooBig,
    Unreadable,
)
from sync.device.link import Reply
from sync.wire import answer as wire_answer
from sync.wire import batch, news, problem
from sync.wire.answer import SIGNATURE_HEADER, Open
from sync.wire.encoding import from_text, to_text
from sync.wire.errors import Malformed

_LONGEST_WAIT = 900.0


@dataclass(frozen=True, slots=True)
class Received:
    """A checked answer.

    ``rewind`` says that the server lacks events which it had acknowledged, ``again`` that ``news`` begins at 1.
    """

    ack: int
    head: bytes
    news: tuple[bytes, ...] = ()
    again: bool = False
    more: bool = False
    parity: bytes = b""
    catatan: tuple[Open, ...] = ()
    rewind: bool = False


def read_reply(reply: Reply, server_key: bytes, nonce: bytes) -> Received:
    """The facts of an answer that the server signed for this request. Raises NotSent."""
    signed = wire_answer.is_signed(server_key, reply.headers.get(SIGNATURE_HEADER.lower(), ""), reply.body)
    try:
        if reply.media_type == problem.MEDIA_TYPE and signed:
            return _read_problem(problem.read(reply.body), nonce)
        if reply.status == 200 and reply.media_type == batch.MEDIA_TYPE and signed:
            return _read_answer(wire_answer.read(reply.body), server_key, nonce)
    except Malformed as error:
        raise NotOurServer from error
    raise _unsigned(reply)


def _read_answer(answer: wire_answer.Answer, server_key: bytes, nonce: bytes) -> Received:
    if answer.w > batch.VERSION:
        raise NewerNeeded
    if answer.n != to_text(nonce):
        raise NotOurServer
    for data in answer.news:
        value = news.read(data)
        if value["t"] == "bukti.terima" and not news.is_receipt_genuine(server_key, value):
            raise NotOurServer
    parity = from_text(answer.p, wire_answer.PARITY_SIZE) if answer.p else b""
    return Received(answer.a, answer.head, tuple(answer.news), answer.r, answer.m, parity, tuple(answer.v))


def _read_problem(refusal: problem.Problem, nonce: bytes) -> Received:
    if not refusal.n and refusal.kind in _WITHOUT_NONCE:
        raise _WITHOUT_NONCE[refusal.kind]
    if refusal.n != to_text(nonce):
        raise NotOurServer
    if refusal.kind == "celah":
        return Received(refusal.a, from_text(refusal.h, wire_answer.HASH_SIZE), more=True, rewind=True)
    refused = _KINDS.get(refusal.kind, Refused)
    raise refused


_KINDS: dict[str, type[NotSent]] = {
    "perangkat": DeviceRefused,
    "dicabut": Revoked,
    "tanda": DeviceRefused,
    "cabang": Forked,
    "versi": NewerNeeded,
    "besar": TooBig,
    "sibuk": Busy,
}


#: What the server may say before it could read whose request it is. None of it changes anything here.
_WITHOUT_NONCE: dict[str, type[NotSent]] = {"besar": TooBig, "sibuk": Busy, "bentuk": Unreadable}


def _unsigned(reply: Reply) -> NotSent:
    """What an unsigned answer may say: come later, or smaller. It is believed about nothing else."""
    if reply.status == 413:
        return TooBig()
    if reply.status in (429, 500, 502, 503, 504):
        return Busy(_wait(reply.headers.get("retry-after", "")))
    return NotOurServer()


def _wait(text: str) -> float:
    return min(float(text), _LONGEST_WAIT) if text.isascii() and text.isdigit() else 0.0
