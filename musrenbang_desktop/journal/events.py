"""The shape of an event and the types this version knows.

An event is (device, seq) plus the canonical bytes of an object with short keys, because every byte travels over 2G:

=== =========== ==========================================================================================
key attribute   meaning
=== =========== ==========================================================================================
t   jenis       type, "usulan.catat"
v   versi       version of the type, 1
r   record      id of the record that changes
fo  forum       id of the forum
f   isi         the changed fields, named as in the domain
d   dasar       version of the record that the writer had seen (events applied to it); absent for a new record
l   langkah     seq of the first event of the same act of the operator; absent when it is this event
u   urung       seq of the act that this act undoes
y   ulang       seq of the undo that this act takes back
j   jam         the device's clock, ISO 8601 with zone: a claim, never used for order
=== =========== ==========================================================================================

``seq`` and the device are not in the bytes: the chain binds both (:mod:`musrenbang_desktop.journal.chain`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.journal import canonical
from musrenbang_desktop.journal.canonical import Json, NotCanonical

#: Types this version writes and understands, with the newest version of each.
KNOWN: Mapping[str, int] = {
    "forum.buka": 1,
    "forum.ubah": 1,
    "dasar.catat": 1,
    "dasar.ubah": 1,
    "peserta.catat": 1,
    "peserta.ubah": 1,
    "usulan.catat": 1,
    "usulan.ubah": 1,
    "aturan.ubah": 1,
    "skor.isi": 1,
    "skor.ulang": 1,
    "suara.ubah": 1,
    "suara.isi": 1,
    "undian.catat": 1,
    "undian.ubah": 1,
    "kesepakatan.ubah": 1,
    "dokumen.cetak": 1,
    "segel.buat": 1,
    "segel.tambahan": 1,
    "segel.saksi": 1,
    "kehadiran.ubah": 1,
    "penundaan.catat": 1,
    "penundaan.ubah": 1,
    "sidang.ubah": 1,
    "bicara.catat": 1,
    "bicara.ubah": 1,
    "notulen.catat": 1,
    "notulen.ubah": 1,
    "lampiran.catat": 1,
    "lampiran.ubah": 1,
    "titipan.catat": 1,
    "titipan.ubah": 1,
    "sipd.ubah": 1,
    "surat.ubah": 1,
    "publik.ubah": 1,
}

MAX_BYTES = 256 * 1024
"""Largest event; a longer one is refused before it is written."""


class TooLong(NotCanonical):
    """An event over MAX_BYTES: what one act says is more than one event may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One change of one record. ``isi`` holds JSON values only."""

    jenis: str
    record: str
    forum: str
    isi: Mapping[str, Json]
    jam: str
    versi: int = 1
    dasar: int | None = None
    langkah: int | None = None
    urung: int | None = None
    ulang: int | None = None

    @property
    def known(self) -> bool:
        """Whether this version of the program can apply it; an unknown event is kept and held."""
        return self.versi <= KNOWN.get(self.jenis, 0)


_OPTIONAL = {"d": "dasar", "l": "langkah", "u": "urung", "y": "ulang"}


def to_bytes(event: Event) -> bytes:
    """Freeze an event. Raises NotCanonical when a field has no canonical form, TooLong when the event is too long."""
    value: dict[str, Any] = {
        "t": event.jenis,
        "v": event.versi,
        "r": event.record,
        "fo": event.forum,
        "f": dict(event.isi),
        "j": event.jam,
    }
    for key, name in _OPTIONAL.items():
        number = getattr(event, name)
        if number is not None:
            value[key] = number
    data = canonical.encode(value)
    if len(data) > MAX_BYTES:
        raise TooLong(f"kejadian terlalu panjang: {len(data)} bita")
    return data


def from_bytes(data: bytes) -> Event:
    """Read frozen bytes back. Keys that a newer version added are ignored. Raises NotCanonical."""
    value = canonical.decode(data)
    if not isinstance(value, dict):
        raise NotCanonical("bukan kejadian")
    try:
        event = Event(
            jenis=value["t"],
            versi=value["v"],
            record=value["r"],
            forum=value["fo"],
            isi=value["f"],
            jam=value["j"],
            **{name: value.get(key) for key, name in _OPTIONAL.items()},
        )
    except KeyError as error:
        raise NotCanonical(f"kejadian tanpa {error}") from error
    _check_types(event)
    return event


def _check_types(event: Event) -> None:
    texts = (event.jenis, event.record, event.forum, event.jam)
    numbers = (event.dasar, event.langkah, event.urung, event.ulang)
    if not all(isinstance(text, str) for text in texts) or not isinstance(event.isi, dict):
        raise NotCanonical("kejadian salah bentuk")
    if not _is_count(event.versi) or not all(n is None or _is_count(n) for n in numbers):
        raise NotCanonical("kejadian salah bentuk")


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
