"""Refusals in words: problem details (RFC 9457) with an Indonesian title that can be shown as it is."""

from __future__ import annotations

from typing import Literal

import msgspec

from sync.wire.batch import Count, Short
from sync.wire.errors import Malformed

MEDIA_TYPE = "application/problem+json"
PREFIX = "urn:musrenbang:"

Kind = Literal[
    "bentuk",  # not a message of ours
    "besar",  # over the limits
    "tanda",  # the signature does not fit
    "perangkat",  # unknown or expired device
    "dicabut",  # the kabupaten has taken the card back
    "celah",  # the server lacks events before the first one sent
    "cabang",  # the same seq with other bytes: two computers with one key
    "tiket",  # no such ticket
    "tiket_terpakai",  # used by another laptop
    "tiket_lewat",  # after its last day
    "tiket_dicabut",  # taken back before it was used
    "versi",  # the device speaks a newer wire than the server
    "sibuk",  # come back later
    "alamat",  # no such address
]


class Problem(msgspec.Struct, omit_defaults=True, frozen=True):
    """One refusal. ``n`` echoes the nonce, ``a`` and ``h`` say where the server stands (for ``celah``)."""

    type: str
    title: str
    status: int
    n: Short = ""
    a: Count = 0
    h: Short = ""

    @property
    def kind(self) -> str:
        return self.type.removeprefix(PREFIX)


def write(kind: Kind, title: str, status: int, *, nonce: str = "", ack: int = 0, head: str = "") -> bytes:
    """The body of a refusal."""
    return msgspec.json.encode(Problem(PREFIX + kind, title, status, nonce, ack, head))


def read(body: bytes) -> Problem:
    """The refusal behind a body. Raises Malformed."""
    try:
        return msgspec.json.decode(body, type=Problem)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Malformed("bukan penolakan Musrenbang") from error
