"""Base45 (RFC 9285): bytes in the letters that a QR code packs most densely. One text for one byte string."""

from __future__ import annotations

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}


class NotBase45(ValueError):
    """A text that no byte string has."""


def encode(data: bytes) -> str:
    """Two bytes become three letters, a last single byte two."""
    letters = []
    for at in range(0, len(data) - 1, 2):
        high, rest = divmod(data[at] * 256 + data[at + 1], 45 * 45)
        middle, low = divmod(rest, 45)
        letters += [_ALPHABET[low], _ALPHABET[middle], _ALPHABET[high]]
    if len(data) % 2:
        high, low = divmod(data[-1], 45)
        letters += [_ALPHABET[low], _ALPHABET[high]]
    return "".join(letters)


def decode(text: str) -> bytes:
    """The bytes again. Raises NotBase45 for any text that :func:`encode` would not give."""
    if len(text) % 3 == 1 or not _VALUES.keys() >= set(text):
        raise NotBase45(text)
    found = bytearray()
    for at in range(0, len(text), 3):
        group = [_VALUES[letter] for letter in text[at : at + 3]]
        number = sum(value * 45**place for place, value in enumerate(group))
        size = len(group) - 1
        if number >= 256**size:
            raise NotBase45(text)
        found += number.to_bytes(size, "big")
    return bytes(found)
