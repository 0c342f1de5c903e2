"""Ed25519 keys (RFC 8032) of devices and of the kabupaten server. ``cryptography`` is loaded only when a key is
used.
"""

from __future__ import annotations

from typing import NewType

DeviceId = NewType("DeviceId", str)
"""32 hex characters: the first 16 bytes of SHA-256 of the public key."""

_TAG_ALPHABET = "abcdefghjkmnpqrstuvwxyz023456789"


def new_private_key() -> bytes:
    """32 secret bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private: bytes) -> bytes:
    """The 32 public bytes that belong to ``private``."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, message: bytes) -> bytes:
    """64 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def verify(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether ``signature`` over ``message`` was made with the private half of ``public``."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def device_id(public: bytes) -> DeviceId:
    """The name of a device; it cannot be chosen freely, so a stream names its own key."""
    from hashlib import sha256  # with OpenSSL: a start that makes no key does without

    return DeviceId(sha256(public).digest()[:16].hex())


def device_tag(device: str) -> str:
    """Eight letters that begin every record id of this device: ``k7q2m3ab``.

    Forty bits of the device id, without characters that look alike on paper.
    """
    number = int(device[:10], 16)
    letters = []
    for _ in range(8):
        number, rest = divmod(number, 32)
        letters.append(_TAG_ALPHABET[rest])
    return "".join(letters)
