"""A verifier of seals by another hand: written from docs/seal.md alone, it imports nothing of the product."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
OUTPUTS = "kdb"
Place = tuple[int, str, str]


class Refused(Exception):
    """Why something does not hold."""


@dataclass
class Short:
    """What a QR says."""

    rehearsal: bool
    kode: str
    day: str
    seal: str
    key: bytes
    order: list[Place]


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def signed(key: bytes, signature: bytes, message: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        raise Refused("signature") from None


def base45(text: str) -> bytes:
    out = b""
    while text:
        part, text = text[:3], text[3:]
        if len(part) == 1 or any(letter not in LETTERS for letter in part):
            raise Refused("base45")
        total = 0
        for letter in reversed(part):
            total = total * 45 + LETTERS.index(letter)
        width = 2 if len(part) == 3 else 1
        if total > 256**width - 1:
            raise Refused("base45")
        out += total.to_bytes(width, "big")
    return out


class Bytes:
    """Reads a body from the front."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def take(self, count: int) -> bytes:
        if len(self.data) < count:
            raise Refused("short")
        head, self.data = self.data[:count], self.data[count:]
        return head

    def varint(self) -> int:
        number = place = 0
        while True:
            (byte,) = self.take(1)
            number += (byte % 128) << place
            place += 7
            if byte < 128:
                return number
            if place > 70:
                raise Refused("varint")


def read_qr(text: str) -> Short:
    """Chapter 6."""
    if text[:5] != "MDS1:":
        raise Refused("prefix")
    data = base45(text[5:])
    body, signature = data[:-64], data[-64:]
    left = Bytes(body)
    version, rehearsal, length = left.take(3)
    if version != 1 or rehearsal > 1:
        raise Refused("version")
    kode = left.take(length)
    day = date(1970, 1, 1) + timedelta(days=int.from_bytes(left.take(2), "big"))
    seal, key = left.take(8), left.take(32)
    common, count = left.varint(), left.varint()
    order: list[Place] = []
    for _ in range(count):
        number, output = divmod(left.varint(), 4)
        score = left.varint()
        if output == 3 or common == 0:
            raise Refused("output")
        shown = ""
        if score:
            turned = score - 1
            whole = turned // 2 if turned % 2 == 0 else -(turned + 1) // 2
            shown = str(Fraction(whole, common))
        order.append((number, OUTPUTS[output], shown))
    if left.data:
        raise Refused("rest")
    signed(key, signature, b"musrenbang-qr-1\n" + body)
    try:
        return Short(rehearsal == 1, kode.decode(), day.isoformat(), seal.hex(), key, order)
    except UnicodeDecodeError:
        raise Refused("kode") from None


def device_of(key: bytes) -> str:
    return sha(key)[:16].hex()


def tag_of(device: str) -> str:
    number, tag = int(device[:10], 16), ""
    for _ in range(8):
        tag += "abcdefghjkmnpqrstuvwxyz023456789"[number % 32]
        number //= 32
    return tag


def merkle(leaves: list[bytes]) -> bytes:
    """Chapter 3."""
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return sha(b"\x00" + leaves[0])
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha(b"\x01" + merkle(leaves[:half]) + merkle(leaves[half:]))


def code_of(root: str, sealed: bytes, forum: str) -> str:
    """Chapter 5."""
    secret = bytes.fromhex(root) + sha(sealed)
    made = hashlib.scrypt(secret, salt=forum.encode(), n=65536, r=8, p=1, maxmem=2**28, dklen=5)
    digits = str(int.from_bytes(made, "big") % 10**12).zfill(12)
    return f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"


def seal_id(seal: Any) -> str:
    return sha(canonical(seal))[:8].hex()


def check_seal(fields: Any, qr: Short, code: str) -> None:
    """Chapter 8, step 2: the fields of the event against the QR and what the hall heard."""
    seal = fields["isi"]
    sealed = canonical(seal)
    signed(bytes.fromhex(seal["kunci"]), bytes.fromhex(fields["tanda"]), b"musrenbang-segel-1\n" + sealed)
    if seal_id(seal) != qr.seal or bytes.fromhex(seal["kunci"]) != qr.key:
        raise Refused("seal")
    if [tuple(place) for place in seal["urutan"]] != qr.order:
        raise Refused("order")
    if code_of(seal["akar"], sealed, seal["forum"]) != code:
        raise Refused("code")


def check_addendum(fields: Any, before: Any) -> None:
    """Chapter 7."""
    value = fields["isi"]
    signed(bytes.fromhex(value["kunci"]), bytes.fromhex(fields["tanda"]), b"musrenbang-tambahan-1\n" + canonical(value))
    if value["induk"] != sha(canonical(before)).hex():
        raise Refused("before")
    if code_of(value["akar"], canonical(value), value["forum"]) != fields["kode"]:
        raise Refused("code")


def read_addendum(text: str) -> Any:
    """Chapter 7: the addendum in its own QR, signed by the key that it names."""
    if text[:5] != "MDT1:":
        raise Refused("prefix")
    data = base45(text[5:])
    value = json.loads(data[:-64])
    if canonical(value) != data[:-64]:
        raise Refused("canonical")
    signed(bytes.fromhex(value["kunci"]), data[-64:], b"musrenbang-tambahan-1\n" + data[:-64])
    return value


def check_witness(fields: Any, seal: Any) -> None:
    """Chapter 7: a witness under the seal."""
    told = {"jabatan": fields["jabatan"], "nama": fields["nama"], "segel": sha(canonical(seal)).hex()}
    message = b"musrenbang-saksi-1\n" + canonical(told)
    signed(bytes.fromhex(fields["kunci"]), bytes.fromhex(fields["tanda"]), message)


def check_journal(seal: Any, streams: dict[str, list[bytes]]) -> None:
    """Chapter 8, step 3: every chain from its beginning, heads and root."""
    leaves = []
    for device in sorted(seal["kepala"]):
        last, head = seal["kepala"][device]
        link = sha(b"\x01" + bytes.fromhex(device))
        for data in streams[device][:last]:
            link = sha(b"\x02" + link + data)
            if json.loads(data)["fo"] == seal["forum"]:
                leaves.append(link)
        if link.hex() != head:
            raise Refused("head")
    if len(leaves) != seal["daun"] or merkle(leaves).hex() != seal["akar"]:
        raise Refused("root")


def check_file(data: bytes) -> bytes:
    """Chapter 9: the key of the laptop that signed every byte of a PDF."""
    line = data[data.rfind(b"\n", 0, -1) + 1 :] if data.endswith(b"\n") else b""
    parts = line[:-1].split(b" ")
    if [len(part) for part in parts] != [9, 64, 128] or parts[0] != b"%MDS-TTD1":
        raise Refused("no line")
    if set(parts[1] + parts[2]) - set(b"0123456789abcdef"):
        raise Refused("hex")
    key, signature = (bytes.fromhex(part.decode()) for part in parts[1:])
    signed(key, signature, b"musrenbang-berkas-1\n" + data[:-129])
    return key
