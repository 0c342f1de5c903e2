"""Canonical JSON: one value, one byte string, for ever.

Follows RFC 8785 (JSON Canonicalization Scheme) for the values that the journal allows: objects with ASCII keys,
lists, strings,
integers of at most 53 bits, booleans and null. Floats do not exist here; volumes are decimal text.
"""

from __future__ import annotations

import json
from typing import Any

Json = Any
"""A JSON value without floats; checked by :func:`encode`."""

_LARGEST = 2**53 - 1
_DEEPEST = 16
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class NotCanonical(ValueError):
    """A value that has no canonical form: a float, a non-ASCII key, a number too large, a lone surrogate."""


def encode(value: Json) -> bytes:
    """Return the canonical bytes of ``value``. Raises NotCanonical."""
    _check(value)
    try:
        return _ENCODER.encode(value).encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("teks memuat karakter yang rusak") from error


def decode(data: bytes) -> Json:
    """Return the value of canonical bytes; raises NotCanonical when the bytes are not exactly what :func:`encode`
    gives.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotCanonical("bukan JSON") from error
    if encode(value) != data:
        raise NotCanonical("bukan bentuk baku")
    return value


def _check(value: Json, depth: int = 0) -> None:
    if depth > _DEEPEST:
        raise NotCanonical("bersarang terlalu dalam")
    if value is None or isinstance(value, (str, bool)):
        return
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise NotCanonical(f"bilangan terlalu besar: {value}")
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str) or not key.isascii():
                raise NotCanonical(f"nama isian bukan ASCII: {key!r}")
            if depth == _DEEPEST or not isinstance(item, str):
                _check(item, depth + 1)
    elif isinstance(value, list | tuple):
        for item in value:
            _check(item, depth + 1)
    else:
        raise NotCanonical(f"jenis nilai tidak dikenal: {type(value).__name__}")
