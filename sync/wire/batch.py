"""Append: the missing suffix of one device's stream and the cursor of what it has read, in one message.

=== ==============================================================================================
key meaning
=== ==============================================================================================
d   the device, 16 bytes
s   seq of the first event
p   first 8 bytes of the hash before it. The signature binds all 32; the server takes them from its own copy of the
    stream, so they need not travel.
c   number of the last server event that the device holds
q   first 8 bytes of the hash behind that event, left out while there is none
n   nonce, 12 bytes, echoed by the answer
t   Ed25519 signature over :func:`to_sign`
e   the events, byte for byte as they were frozen
k   forum -> days behind the kabupaten's calendar, for those that are late; left out when none is. A mark, no reason to
    refuse; 0 takes back what was said before.
w   version of the wire, left out while it is 1
=== ==============================================================================================
"""

from __future__ import annotations

import secrets
import struct
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from musrenbang_desktop.journal import canonical, chain
from sync.wire import limits
from sync.wire.encoding import from_text, to_text
from sync.wire.errors import Malformed, TooLarge

VERSION = 1
PATH = "/api/v1/append"
MEDIA_TYPE = "application/json"
NONCE_SIZE = 12
PREFIX_SIZE = 8

_DOMAIN = b"musrenbang append 1\0"
_FIXED = struct.Struct(">16sQI32s32sQ8s12s")

Count = Annotated[int, Meta(ge=0, le=2**53 - 1)]
Short = Annotated[str, Meta(max_length=100)]
Late = Annotated[
    dict[Annotated[str, Meta(pattern=r"^[A-Za-z0-9._:-]{1,64}$")], Annotated[int, Meta(ge=0, le=36_600)]],
    Meta(max_length=20),
]


class Append(msgspec.Struct, omit_defaults=True, frozen=True):
    """The message as it travels; see the module for the keys."""

    d: Short
    s: Annotated[int, Meta(ge=1, le=2**53 - 1)]
    p: Short
    c: Count
    n: Short
    t: Short
    q: Short = ""
    e: list[msgspec.Raw] = []
    k: Late = {}
    w: int = 1

    @property
    def device(self) -> str:
        """The device id in hex, as the rest of the program writes it."""
        return from_text(self.d, 16).hex()

    @property
    def nonce(self) -> bytes:
        return from_text(self.n, NONCE_SIZE)

    @property
    def prefix(self) -> bytes:
        return from_text(self.p, PREFIX_SIZE)

    @property
    def news_prefix(self) -> bytes:
        return from_text(self.q, PREFIX_SIZE) if self.q else b""

    @property
    def signature(self) -> bytes:
        return from_text(self.t, 64)

    @property
    def events(self) -> list[bytes]:
        return [bytes(raw) for raw in self.e]


def to_sign(
    device: str,
    first: int,
    count: int,
    previous: bytes,
    last: bytes,
    cursor: int,
    news_prefix: bytes,
    nonce: bytes,
    late: Mapping[str, int] | None = None,
) -> bytes:
    """The bytes under a batch's signature; a late mark stands behind the rest as canonical JSON."""
    fixed = _FIXED.pack(bytes.fromhex(device), first, count, previous, last, cursor, news_prefix, nonce)
    return _DOMAIN + fixed + (canonical.encode(dict(late)) if late else b"")


def write(
    device: str,
    first: int,
    previous: bytes,
    events: Sequence[bytes],
    cursor: int,
    sign: Callable[[bytes], bytes],
    news_head: bytes = b"",
    late: Mapping[str, int] | None = None,
) -> tuple[bytes, bytes]:
    """The body of an append, not yet compressed, and its nonce. ``news_head`` is the hash behind ``cursor``, ``late``
    the mark of forums behind their calendar.
    """
    late = late or {}
    nonce = secrets.token_bytes(NONCE_SIZE)
    news_prefix = news_head[:PREFIX_SIZE]
    last = chain.extend(previous, events)
    message = to_sign(device, first, len(events), previous, last, cursor, news_prefix, nonce, late)
    append = Append(
        d=to_text(bytes.fromhex(device)),
        s=first,
        p=to_text(previous[:PREFIX_SIZE]),
        c=cursor,
        n=to_text(nonce),
        t=to_text(sign(message)),
        q=to_text(news_prefix),
        e=[msgspec.Raw(event) for event in events],
        k=dict(late),
    )
    return msgspec.json.encode(append), nonce


def read(body: bytes) -> Append:
    """The message behind a body. Raises Malformed, TooLarge; whatever it returns can be used without further checks."""
    try:
        append = msgspec.json.decode(body, type=Append)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Malformed(f"bukan kiriman Musrenbang: {error}") from error
    if len(append.e) > limits.MAX_EVENTS:
        raise TooLarge(f"lebih dari {limits.MAX_EVENTS} kejadian")
    for part in ("device", "nonce", "prefix", "news_prefix", "signature"):
        getattr(append, part)
    return append
