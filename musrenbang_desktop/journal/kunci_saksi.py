"""The key of a co-signer (BPD, kepala desa): a file on his own flash disk, locked with words that only he knows.

PKCS #8 in PEM, encrypted (RFC 5958, RFC 8018), so that any program can open it. The laptop never keeps it.
"""

from __future__ import annotations

from musrenbang_desktop.journal import keys

SHORTEST, LONGEST = 8, 1000
"""letters of the pass phrase, at least, and its bytes, at most: a longer one cannot lock a file"""


class KunciDitolak(ValueError):
    """A file or pass phrase that opens no key; ``str()`` is the sentence to show."""


def kunci_baru(sandi: str) -> str:
    """A new key as the text of its file. Raises KunciDitolak for a pass phrase that is too short or too long."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

    if len(sandi) < SHORTEST:
        raise KunciDitolak(f"Kata sandi terlalu pendek. Pakai paling sedikit {SHORTEST} huruf.")
    if len(sandi.encode()) > LONGEST:
        raise KunciDitolak("Kata sandi terlalu panjang. Pakai beberapa kata saja.")
    private = Ed25519PrivateKey.from_private_bytes(keys.new_private_key())
    lock = BestAvailableEncryption(sandi.encode())
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock).decode("ascii")


def buka(text: bytes, sandi: str) -> bytes:
    """The 32 secret bytes. Raises KunciDitolak."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    if b"ENCRYPTED PRIVATE KEY" not in text:
        raise KunciDitolak("Berkas ini bukan kunci saksi. Pilih berkas berakhiran .kunci dari flashdisk saksi.")
    try:
        found = load_pem_private_key(text, sandi.encode())
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KunciDitolak("Kunci tidak terbuka: kata sandinya keliru atau berkasnya rusak. Coba lagi.") from None
    if not isinstance(found, Ed25519PrivateKey):
        raise KunciDitolak("Kunci ini bukan jenis yang dipakai untuk segel.")
    return found.private_bytes_raw()
