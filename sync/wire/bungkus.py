"""Bungkus: what would have gone over the network, in one file on a flash disk; and the way back (docs/bungkus.md).

Sticks get lost, so what goes to the kabupaten is encrypted to its server (X25519, HKDF-SHA256, ChaCha20-Poly1305);
what comes back is the server's own signed answers. Both are signed as a whole. There are no paths inside, no archive
to unpack and nothing to run: one header, one body.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from musrenbang_desktop.journal import canonical, keys
from sync.wire.encoding import from_text, to_text
from sync.wire.errors import Malformed, TooLarge

MAGIC = b"MDSB1\n"
SUFFIX = ".bungkus"

MAX_FILE = 64 * 1024 * 1024
"""Largest file that is read at all."""
MAX_INFLATED = 64 * 1024 * 1024
"""Largest content, after decompression."""
MAX_BODIES = 1000

_HEADER_SIZE = struct.Struct(">I")
_MAX_HEADER = 16 * 1024
_SIGNATURE = 64
_NONCE = bytes(12)
"""every file has a key of its own, so the nonce may stay"""
_SIGN_DOMAIN = b"musrenbang bungkus 1\0"
_KEY_DOMAIN = b"musrenbang bungkus kunci 1"

Jenis = Literal["kirim", "balasan"]
Short = Annotated[str, Meta(max_length=200)]
Count = Annotated[int, Meta(ge=0, le=2**53 - 1)]


class Kepala(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What stands outside for everybody: which way, whose laptop, which village, which events.

    ``kunci`` is the public key that signed the file, ``rantai`` the laptop's chain hash behind event ``sampai`` (both
    hex), ``ringkas`` the SHA-256 of the body, ``jam`` the clock of the writer. ``terlambat`` is by how many days the
    forum on the laptop's desk missed the kabupaten's calendar: a mark, never a reason to refuse.
    """

    jenis: Jenis
    kunci: Short
    perangkat: Short
    kode: Short
    nama: Short
    dari: Count
    sampai: Count
    rantai: Short
    ringkas: Short
    jam: Short
    terlambat: Count = 0
    v: int = 1


def write(kepala: Kepala, body: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """The whole file; ``kepala.ringkas`` is filled in here."""
    full = msgspec.structs.replace(kepala, ringkas=hashlib.sha256(body).hexdigest())
    header = canonical.encode(msgspec.to_builtins(full))
    data = MAGIC + _HEADER_SIZE.pack(len(header)) + header + body
    return data + sign(_SIGN_DOMAIN + data)


def read(data: bytes) -> tuple[Kepala, bytes]:
    """Header and body of a file that its key has signed whole. Raises Malformed, TooLarge."""
    if len(data) > MAX_FILE:
        raise TooLarge(f"lebih dari {MAX_FILE} bita")
    start = len(MAGIC) + _HEADER_SIZE.size
    if not data.startswith(MAGIC) or len(data) < start + _SIGNATURE:
        raise Malformed("bukan bungkus Musrenbang")
    (size,) = _HEADER_SIZE.unpack_from(data, len(MAGIC))
    if size > min(_MAX_HEADER, len(data) - start - _SIGNATURE):
        raise Malformed("bungkus terpotong")
    kepala = _header(data[start : start + size])
    body = data[start + size : -_SIGNATURE]
    if not keys.verify(_bytes(kepala.kunci, 32), data[-_SIGNATURE:], _SIGN_DOMAIN + data[:-_SIGNATURE]):
        raise Malformed("bungkus berubah atau terpotong: tanda tangannya tidak cocok")
    if hashlib.sha256(body).hexdigest() != kepala.ringkas:
        raise Malformed("isi bungkus bukan yang ditandatangani")
    return kepala, body


def _header(data: bytes) -> Kepala:
    try:
        kepala = msgspec.json.decode(data, type=Kepala)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Malformed("kepala bungkus tidak terbaca") from error
    if kepala.v != 1:
        raise Malformed("bungkus dari program yang lebih baru")
    return kepala


def _bytes(text: str, size: int) -> bytes:
    try:
        data = bytes.fromhex(text)
    except ValueError as error:
        raise Malformed("bukan heksadesimal") from error
    if len(data) != size:
        raise Malformed(f"panjangnya bukan {size} bita")
    return data


def pack(bodies: list[bytes]) -> bytes:
    """Several messages as one, deflated."""
    return zlib.compress(msgspec.msgpack.encode(bodies), 9)


def unpack(data: bytes) -> list[bytes]:
    """The messages again, never more than MAX_INFLATED bytes in memory. Raises Malformed, TooLarge."""
    stream = zlib.decompressobj()
    try:
        plain = stream.decompress(data, MAX_INFLATED + 1)
    except zlib.error as error:
        raise Malformed("isi bungkus rusak") from error
    if len(plain) > MAX_INFLATED:
        raise TooLarge(f"lebih dari {MAX_INFLATED} bita")
    if not stream.eof or stream.unused_data:
        raise Malformed("isi bungkus terpotong")
    if _listed(plain) > MAX_BODIES:  # before a list of millions of empty ones is made
        raise TooLarge(f"lebih dari {MAX_BODIES} kiriman")
    try:
        return msgspec.msgpack.decode(plain, type=list[bytes])
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Malformed("isi bungkus rusak") from error


def _listed(plain: bytes) -> int:
    """How many things a MessagePack list says it holds; 0 where that is no list of more than fifteen."""
    size = {0xDC: 2, 0xDD: 4}.get(plain[0] if plain else 0, 0)
    return int.from_bytes(plain[1 : 1 + size], "big")


def server_secret(private: bytes) -> bytes:
    """The X25519 key that opens what is sent to a server, from the server's own private key (RFC 5869)."""
    return _derived(private, _KEY_DOMAIN)


def server_public(private: bytes) -> str:
    """Its public half, as the card of a laptop carries it."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return to_text(X25519PrivateKey.from_private_bytes(server_secret(private)).public_key().public_bytes_raw())


def seal(plain: bytes, to: str) -> bytes:
    """Encrypt to a server's public key: an ephemeral key of 32 bytes, then the ciphertext. Raises Malformed."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    public = from_text(to, 32)
    own = X25519PrivateKey.generate()
    mine = own.public_key().public_bytes_raw()
    shared = own.exchange(X25519PublicKey.from_public_bytes(public))
    return mine + ChaCha20Poly1305(_derived(shared, mine + public)).encrypt(_NONCE, plain, mine)


def unseal(sealed: bytes, private: bytes) -> bytes:
    """Decrypt what was sealed to the server with this private key. Raises Malformed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    own = X25519PrivateKey.from_private_bytes(server_secret(private))
    theirs, rest = sealed[:32], sealed[32:]
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(theirs))
        key = _derived(shared, theirs + own.public_key().public_bytes_raw())
        return ChaCha20Poly1305(key).decrypt(_NONCE, rest, theirs)
    except (ValueError, InvalidTag) as error:
        raise Malformed("bungkus ini untuk server lain, atau rusak") from error


def _derived(secret: bytes, info: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, None, info).derive(secret)
