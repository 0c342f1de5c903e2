"""The brief form of an append: what both ends hold already stays at home.

===== ============================================================================================
bytes meaning
===== ============================================================================================
64    the signature over :func:`to_sign`
8     the first bytes of the device id
12    the nonce
1-8   ``s``, seven bits a byte, the lowest first, the top bit of every byte but the last set
1-8   ``c`` in the same way
rest  the events; nothing for none
===== ============================================================================================

The events are rows joined by commas or ``[count, form]`` (:mod:`sync.wire.columns`), whichever is shorter, deflated
with phrases and, behind these, the event before the first: forum, hour and fields of an act are mostly those of the
last.

The server adds what is its own: the rest of the device id, the hash before the first event (``p``), the hash behind
``c`` (``q``) and that event. The signature covers the message as it travels and, with all 32 bytes of the hash, what is
added: a wrong addition cannot be believed, and nobody else's message is unpacked. What becomes of noise beside an event
would tell what stands in the event. Where the signature does not fit the server answers 400, like one that does not
know the form, and the device says everything (:mod:`sync.wire.compact`).

An answer that tells nothing but what the device expects is the server's signature alone: 64 bytes, without a media
type. The device puts the expected answer (:func:`sync.wire.answer.expected`) in its place and believes it if the
signature fits.

The name of the form promises this module, the columns and the phrases, as there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from sync.wire.batch import NONCE_SIZE, PREFIX_SIZE, Append, read
from sync.wire.columns import Unfolding, fold
from sync.wire.encoding import squeeze, to_text, unsqueeze
from sync.wire.errors import Malformed, TooLarge
from sync.wire.phrases import PHRASES_2

MEDIA_TYPE = "application/mds2"
SIGNATURE_SIZE = 64
DEVICE_SIZE = 8

_DOMAIN = b"musrenbang brief 1\0"
_NONCE = SIGNATURE_SIZE + DEVICE_SIZE
_COUNTERS = _NONCE + NONCE_SIZE
_BEFORE = 8192
"""As much of the event before as can matter; its end, where forum, hour and kind stand."""
_LONG_ROWS = 8192
"""More than this is always shorter in columns."""
_ROOM = 4096
"""Columns of a short message may be longer than the message, before they are deflated."""


class Brief(NamedTuple):
    """A brief message, not yet completed."""

    signature: bytes
    device: str
    """the first half of its id, in hex"""
    nonce: bytes
    first: int
    cursor: int
    events: bytes
    signed: bytes
    """all behind the signature"""


class Known(NamedTuple):
    """What the server adds."""

    device: str
    previous: bytes
    """the hash before the first event"""
    news: bytes
    """8 bytes of the hash behind the cursor, empty at 0"""
    before: bytes
    """the event before the first, empty at 1"""


def pack(body: bytes, previous: bytes, before: bytes, sign: Callable[[bytes], bytes]) -> bytes | None:
    """The brief form of the append ``body``, ``previous`` the hash and ``before`` the event before its first; None for
    one that would not come back byte for byte.
    """
    try:
        append = read(body)
        head = bytes.fromhex(append.device)[:DEVICE_SIZE] + append.nonce
        rest = head + _to_counter(append.s) + _to_counter(append.c) + _squeezed(append.events, before)
        known = Known(append.device, previous, append.news_prefix, before)
        found = complete(split(bytes(SIGNATURE_SIZE) + rest), known, len(body) + _ROOM)
    except (msgspec.MsgspecError, Malformed, TooLarge, RecursionError, OverflowError):
        return None
    if msgspec.json.encode(msgspec.structs.replace(found, t=append.t)) != body:
        return None
    return sign(to_sign(rest, known)) + rest


def to_sign(signed: bytes, known: Known) -> bytes:
    """The bytes under the signature: all behind it, and what the server adds. The hash stands for the events."""
    return _DOMAIN + bytes.fromhex(known.device) + known.previous + known.news.ljust(PREFIX_SIZE, b"\0") + signed


def split(data: bytes) -> Brief:
    """The parts of a brief message. Raises Malformed."""
    first, rest = _counter(data[_COUNTERS:])
    cursor, events = _counter(rest)
    if first < 1:
        raise Malformed("nomor kejadian salah")
    return Brief(
        data[:SIGNATURE_SIZE], data[SIGNATURE_SIZE:_NONCE].hex(), data[_NONCE:_COUNTERS], first, cursor, events,
        data[SIGNATURE_SIZE:],
    )  # fmt: skip


def complete(brief: Brief, known: Known, cap: int) -> Append:
    """The whole message, as JSON at most ``cap`` bytes; its ``t`` is the signature of this form, to be verified before.
    Raises Malformed, TooLarge.
    """
    append = Append(
        d=to_text(bytes.fromhex(known.device)),
        s=brief.first,
        p=to_text(known.previous[:PREFIX_SIZE]),
        c=brief.cursor,
        n=to_text(brief.nonce),
        t=to_text(brief.signature),
        q=to_text(known.news),
        e=_events(brief.events, known.before, cap),
    )
    body = msgspec.json.encode(append)
    if len(body) > cap:
        raise TooLarge(f"lebih dari {cap} bita")
    return read(body)


def _squeezed(events: Sequence[bytes], before: bytes) -> bytes:
    if not events:
        return b""
    form = fold([msgspec.json.decode(event) for event in events])
    texts = [msgspec.json.encode([len(events), form])]
    if sum(map(len, events)) < _LONG_ROWS:
        texts.append(b",".join(events))
    return min((squeeze(text, _phrases(before)) for text in texts), key=len)


def _events(data: bytes, before: bytes, cap: int) -> list[msgspec.Raw]:
    if not data:
        return []
    text, tail = unsqueeze(data, _phrases(before), cap)
    if tail:
        raise Malformed("ada yang berlebih di belakang bentuk singkat")
    try:
        if text.startswith(b"["):
            count, form = msgspec.json.decode(text, type=tuple[int, msgspec.Raw])
            values = Unfolding(2 * cap).unfold(msgspec.json.decode(form), count)
            return [msgspec.Raw(msgspec.json.encode(value)) for value in values]
        return msgspec.json.decode(b"[%b]" % text, type=list[msgspec.Raw])
    except (msgspec.MsgspecError, RecursionError, OverflowError, ValueError) as error:
        raise Malformed("bentuk singkat rusak") from error


def _phrases(before: bytes) -> bytes:
    return PHRASES_2 + before[-_BEFORE:]


def _to_counter(number: int) -> bytes:
    found = bytearray()
    while number > 0x7F:
        found.append(0x80 | number & 0x7F)
        number >>= 7
    return bytes([*found, number])


def _counter(data: bytes) -> tuple[int, bytes]:
    """The number at the front, and what follows it."""
    number = 0
    for place, byte in enumerate(data[:8]):
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            if number > 2**53 - 1 or _to_counter(number) != data[: place + 1]:
                break
            return number, data[place + 1 :]
    raise Malformed("bentuk singkat rusak")
