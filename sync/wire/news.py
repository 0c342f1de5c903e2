"""Server events (kabar): receipts and decisions, canonical JSON numbered by a counter of the village."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from musrenbang_desktop.journal import canonical, keys
from sync.wire.encoding import from_text, to_text
from sync.wire.errors import Malformed

#: What each level can say about an usulan.
PUTUSAN = ("diterima", "diterima_perubahan", "ditunda", "dikembalikan", "ditolak", "dibatalkan")

TINGKAT = ("kecamatan", "opd", "bappeda")

_RECEIPT_DOMAIN = b"musrenbang receipt 1\0"


def receipt_prefix(kode: str) -> str:
    """What stands before a receipt's number: ``BT-3326082004``."""
    return "BT-" + kode.replace(".", "")


def receipt(
    private: bytes, *, kode: str, forum: str, nomor: int, usulan: Sequence[str],
    perangkat: str, ack: int, head: bytes, waktu: str,
) -> bytes:  # fmt: skip
    """A signed receipt for ``usulan``, numbered from ``nomor`` on; it stands alone, without the answer around it."""
    rest = {
        "t": "bukti.terima", "v": 1, "forum": forum, "awalan": receipt_prefix(kode), "nomor": nomor,
        "usulan": list(usulan), "perangkat": perangkat, "ack": ack, "hash": head.hex(), "waktu": waktu,
    }  # fmt: skip
    signature = keys.sign(private, _RECEIPT_DOMAIN + canonical.encode(rest))
    return canonical.encode({**rest, "tanda": to_text(signature)})


def is_receipt_genuine(public: bytes, value: dict[str, Any]) -> bool:
    """Whether the server that holds the key signed this receipt."""
    rest = {key: item for key, item in value.items() if key != "tanda"}
    try:
        signature = from_text(str(value.get("tanda", "")), 64)
    except Malformed:
        return False
    return keys.verify(public, signature, _RECEIPT_DOMAIN + canonical.encode(rest))


def decision(
    *, usulan: str, tingkat: str, putusan: str, alasan_kode: str, alasan: str, oleh: str, waktu: str
) -> bytes:  # fmt: skip
    """A decision of one level about one usulan. ``oleh`` is an office, not a person."""
    return canonical.encode(
        {
            "t": "jawaban.putus", "v": 1, "usulan": usulan, "tingkat": tingkat, "putusan": putusan,
            "alasan_kode": alasan_kode, "alasan": alasan, "oleh": oleh, "waktu": waktu,
        }
    )  # fmt: skip


class Receipt(msgspec.Struct, frozen=True):
    """The fields that a device relies on in a ``bukti.terima``."""

    forum: str
    awalan: str
    nomor: int
    usulan: list[str]
    waktu: str
    tanda: str


class Decision(msgspec.Struct, frozen=True):
    """The fields that a device relies on in a ``jawaban.putus``."""

    usulan: str
    tingkat: str
    putusan: str
    alasan_kode: str
    alasan: str
    oleh: str
    waktu: str


_SHAPES: dict[str, type[Receipt] | type[Decision]] = {"bukti.terima": Receipt, "jawaban.putus": Decision}


def read(data: bytes) -> dict[str, Any]:
    """The value of a server event; types that this version does not know pass unread. Raises Malformed."""
    try:
        value = canonical.decode(data)
        if not isinstance(value, dict) or not isinstance(value.get("t"), str):
            raise Malformed("kabar salah bentuk")
        if shape := _SHAPES.get(value["t"]):
            msgspec.convert(value, shape)
    except (canonical.NotCanonical, msgspec.ValidationError) as error:
        raise Malformed("kabar salah bentuk") from error
    return value
