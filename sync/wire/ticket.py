"""Ticket: what the kabupaten prints on a letter, so that one laptop can prove which village it belongs to.

25 characters in five groups: 12 for a secret, 12 for the fingerprint of the server's key, one against typing mistakes.
The alphabet has no I, L, O and U; they are read as 1, 1, 0 and V.
The secret never travels: both ends derive a key from it and show that they hold it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("ILOU", "110V", " -\t\r\n.")
_HALF = 12
_BITS = 5 * _HALF


class WrongTicket(ValueError):
    """A text that cannot be a ticket: a character too many, or a typing mistake."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """``secret`` and ``fingerprint`` are 60 bits each."""

    secret: int = field(repr=False)
    fingerprint: int

    def __str__(self) -> str:
        text = _letters(self.secret) + _letters(self.fingerprint)
        text += _check_letter(text)
        return "-".join(text[at : at + 5] for at in range(0, 25, 5))

    def key(self) -> bytes:
        """The 32 bytes that both ends derive. Slow on purpose: guessing a secret must cost."""
        return hashlib.scrypt(
            _letters(self.secret).encode(), salt=b"musrenbang tiket 1" + _letters(self.fingerprint).encode(),
            n=2**14, r=8, p=1, dklen=32,
        )  # fmt: skip


def new(server_key: bytes) -> Ticket:
    """A ticket that no one has seen."""
    return Ticket(secrets.randbits(_BITS), fingerprint(server_key))


def parse(text: str) -> Ticket:
    """The ticket behind what was typed. Raises WrongTicket."""
    plain = text.upper().translate(_READ_AS)
    if len(plain) != 2 * _HALF + 1 or any(letter not in _ALPHABET for letter in plain):
        raise WrongTicket("panjang atau huruf tiket tidak cocok")
    if _check_letter(plain[:-1]) != plain[-1]:
        raise WrongTicket("ada huruf tiket yang salah ketik")
    return Ticket(_number(plain[:_HALF]), _number(plain[_HALF:-1]))


def fingerprint(server_key: bytes) -> int:
    """60 bits that name the server's public key."""
    digest = hashlib.sha256(b"musrenbang server key\0" + server_key).digest()
    return int.from_bytes(digest[:8], "big") >> 4


def spoken_fingerprint(server_key: bytes) -> str:
    """The fingerprint as it is read aloud: ``ABCD-EFGH-JKMN``, the letters 13 to 24 of every ticket of that server."""
    text = _letters(fingerprint(server_key))
    return "-".join(text[at : at + 4] for at in range(0, _HALF, 4))


def identifier(key: bytes) -> str:
    """How the server finds a ticket without the device sending it."""
    return _mac(key, b"id")[:8].hex()


def device_proof(key: bytes, public: bytes, nonce: bytes) -> bytes:
    """Shows the server that the device holds the ticket; binds the device's key."""
    return _mac(key, b"perangkat", public, nonce)


def server_proof(key: bytes, card: bytes, nonce: bytes) -> bytes:
    """Shows the device that the answer comes from the server that issued the ticket."""
    return _mac(key, b"server", card, nonce)


def _mac(key: bytes, *parts: bytes) -> bytes:
    message = b"musrenbang tiket 1\0" + b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.digest(key, message, "sha256")


def _letters(number: int) -> str:
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(_BITS - 5, -1, -5))


def _number(text: str) -> int:
    number = 0
    for letter in text:
        number = number << 5 | _ALPHABET.index(letter)
    return number


def _check_letter(text: str) -> str:
    """A weighted sum in the field of 32 elements: one wrong letter or two swapped ones always show.

    Each place has a weight of its own, the powers of x modulo x^5 + x^2 + 1; the check letter has the weight 1.
    """
    total = 0
    for letter in text:
        total = _times_x(total ^ _ALPHABET.index(letter))
    return _ALPHABET[total]


def _times_x(element: int) -> int:
    return (element << 1) ^ (0b100101 if element & 16 else 0)
