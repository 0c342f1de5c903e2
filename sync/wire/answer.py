"""The answer to an append.

=== ==============================================================================================
key meaning
=== ==============================================================================================
n   the nonce of the request
a   ack: the seq up to which the server holds the stream, durably
h   first 16 bytes of the hash at ``a``; the device believes ``a`` only when it equals its own
p   parity: 8 bytes over all that both ends hold, see :func:`parity`; left out while more news is to come
k   server events after the cursor of the request, in order without gaps
r   true when ``k`` begins again at 1, because the request named another list than the server's
m   true when there are more of them
v   events that were stored but not applied: [seq, verdict, code, text]
w   version of the wire, left out while it is 1
=== ==============================================================================================

The header ``Tanda`` carries the server's signature over the body, so nothing between the two ends can speak for it.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from typing import Literal

import msgspec

from musrenbang_desktop.journal import keys
from sync.wire.batch import Append, Count, Short
from sync.wire.encoding import from_text, to_text
from sync.wire.errors import Malformed

SIGNATURE_HEADER = "Tanda"
HASH_SIZE = 16
PARITY_SIZE = 8

_DOMAIN = b"musrenbang answer 1\0"
_NEWS_START = hashlib.sha256(b"\x03").digest()

Verdict = Literal["ditahan", "ditolak"]


class Open(msgspec.Struct, array_like=True, frozen=True):
    """One event that the server holds but did not apply."""

    seq: int
    verdict: Verdict
    code: str
    text: str


class Answer(msgspec.Struct, omit_defaults=True, frozen=True):
    """The answer as it travels; see the module for the keys."""

    n: Short
    a: Count
    h: Short
    p: Short = ""
    k: list[msgspec.Raw] = []
    r: bool = False
    m: bool = False
    v: list[Open] = []
    w: int = 1

    @property
    def head(self) -> bytes:
        return from_text(self.h, HASH_SIZE)

    @property
    def news(self) -> list[bytes]:
        return [bytes(raw) for raw in self.k]


def read(body: bytes) -> Answer:
    """The answer behind a body. Raises Malformed."""
    try:
        answer = msgspec.json.decode(body, type=Answer)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Malformed(f"bukan jawaban Musrenbang: {error}") from error
    _ = answer.head
    return answer


def expected(nonce: bytes, seq: int, head: bytes, news_head: bytes, news_count: int) -> bytes:
    """The answer to a request of which everything is held, where there is nothing else to say."""
    agrees = parity(head, seq, news_head, news_count)
    return msgspec.json.encode(Answer(n=to_text(nonce), a=seq, h=to_text(head[:HASH_SIZE]), p=to_text(agrees)))


def is_expected(body: bytes, append: Append) -> bool:
    """Whether the device can write this answer to its ``append`` itself. Its signature has shown that it holds the
    hash behind its last event, and the news before its cursor.
    """
    found = read(body)
    return bool(found.p) and found == Answer(n=append.n, a=append.s + len(append.e) - 1, h=found.h, p=found.p)


def sign(private: bytes, body: bytes) -> str:
    """The header that goes with ``body``."""
    return to_text(keys.sign(private, _DOMAIN + body))


def is_signed(public: bytes, header: str, body: bytes) -> bool:
    """Whether ``body`` comes from the server that holds the key."""
    try:
        signature = from_text(header, 64)
    except Malformed:
        return False
    return keys.verify(public, signature, _DOMAIN + body)


def extend_news(previous: bytes | None, news: Iterable[bytes]) -> bytes:
    """The hash behind a village's server events; None before the first."""
    head = previous or _NEWS_START
    for data in news:
        head = hashlib.sha256(b"\x03" + head + data).digest()
    return head


def parity(head: bytes, count: int, news_head: bytes, news_count: int) -> bytes:
    """A digest over the device's stream and the village's server events: equal when both ends hold the same, once."""
    data = b"\x04" + head + struct.pack(">Q", count) + news_head + struct.pack(">Q", news_count)
    return hashlib.sha256(data).digest()[:PARITY_SIZE]
