"""The compact form of a message: the same JSON in far fewer bytes, and back to exactly the same bytes.

Each list of the message stands as its length and its form (:mod:`sync.wire.columns`). The whole is deflated with
phrases that both ends know (:mod:`sync.wire.phrases`); behind it come the bytes of nonces, hashes and signatures as
they are: base64 would make them a third longer. In the JSON such a text is the number of its bytes, below zero.

The name of the form stands in the media type. It is a promise about both this module and the phrases: whoever changes
either gives it another name. A device that is answered 400 or 415, or refused by somebody else than the server, sends
the same message as plain JSON, which every server reads; a server answers in the form in which it was asked. In an
answer the signature of the server stands before the form, 64 bytes, in place of the header ``Tanda``.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from typing import Any

import msgspec

from sync.wire.columns import Unfolding, fold
from sync.wire.encoding import squeeze, to_text, unsqueeze
from sync.wire.errors import Malformed, TooLarge
from sync.wire.phrases import PHRASES_1

MEDIA_TYPE = "application/mds1"
SIGNATURE_SIZE = 64

_SHORTEST = 8
"""Shorter texts are none of ours that stand for bytes."""
_ROOM = 4096
"""The form of a short message may be longer than the message, before it is deflated."""


def pack(body: bytes) -> bytes | None:
    """The compact form of a message; None for one that would not come back byte for byte."""
    try:
        message = msgspec.json.decode(body, type=dict[str, Any])
        plain: dict[str, Any] = {}
        tail = b""
        for key, value in message.items():
            if isinstance(value, list):
                plain[key] = [len(value), fold(value)]
            elif isinstance(value, str) and (data := _bytes_of(value)):
                plain[key] = -len(data)
                tail += data
            else:
                plain[key] = value
        packed = squeeze(msgspec.json.encode(plain), PHRASES_1) + tail
        return packed if unpack(packed, len(body) + _ROOM) == body else None
    except (msgspec.MsgspecError, Malformed, TooLarge, RecursionError, OverflowError):
        return None


def unpack(data: bytes, cap: int) -> bytes:
    """The message behind a compact form, at most ``cap`` bytes. Raises Malformed, TooLarge."""
    plain, tail = unsqueeze(data, PHRASES_1, cap)
    try:
        body = msgspec.json.encode(_message(plain, tail, cap))
    except (Malformed, TooLarge):
        raise
    except (msgspec.MsgspecError, RecursionError, OverflowError, ValueError) as error:
        raise Malformed("bentuk ringkas rusak") from error
    if len(body) > cap:
        raise TooLarge(f"lebih dari {cap} bita")
    return body


def _message(plain: bytes, tail: bytes, cap: int) -> dict[str, Any]:
    message = msgspec.json.decode(plain, type=dict[str, Any])
    unfolding = Unfolding(2 * cap)  # it counts generously
    for key, value in message.items():
        if isinstance(value, list):
            match value:
                case [int(count), form]:
                    message[key] = unfolding.unfold(form, count)
                case _:
                    raise Malformed("bentuk ringkas rusak")
        elif type(value) is int and value < 0:
            if len(tail) < -value:
                raise Malformed("bentuk ringkas terpotong")
            message[key], tail = to_text(tail[:-value]), tail[-value:]
    if tail:
        raise Malformed("ada yang berlebih di belakang bentuk ringkas")
    return message


def _bytes_of(text: str) -> bytes:
    """The bytes that a text stands for; empty for one that is no base64 of ours."""
    if len(text) < _SHORTEST:
        return b""
    try:
        data = b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (ValueError, binascii.Error):
        return b""
    return data if to_text(data) == text else b""
