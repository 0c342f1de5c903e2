"""Which device this laptop is: whose stream in the journal it continues.

Data that came from another laptop does not bring that laptop's key along. Whoever goes on with it is a device of its
own, with a stream of its own behind what is there: nothing can be sealed or sent without a key, and two laptops that
continued one stream would tear it (docs/adr/0030).
"""

from __future__ import annotations

from musrenbang_desktop.db import settings
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.journal import keys
from musrenbang_desktop.journal.keystore import KeyMissing, KeyPlace

DEVICE = "perangkat"
PUBLIC = "kunci_publik"

REPLACED = "kirim.ack."
"""Beginning of the setting that says of a device before this one how far the kabupaten holds its stream."""

#: What the kabupaten said of the stream of the device before. Its card stays: it tells which kabupaten is ours.
_OF_THE_STREAM = ("kirim.catatan_terbuka", "kirim.ack")


def of_this_laptop(connection: Connection, key_place: KeyPlace) -> str:
    """The device of this data folder, made at its first start. Its key is not looked for: that takes long."""
    return settings.get(connection, DEVICE) or _take(
        connection, _recovered(connection, key_place) or key_place.create()
    )


def with_its_key(connection: Connection, key_place: KeyPlace) -> str:
    """The same, but a new device where the key is not on this laptop."""
    device = of_this_laptop(connection, key_place)
    return device if _has_key(key_place, device) else begin_anew(connection, key_place)


def begin_anew(connection: Connection, key_place: KeyPlace) -> str:
    """Be a new device from now on: a new key, an empty stream, a card that is for another. The journal stays."""
    before, acknowledged = settings.get(connection, DEVICE), settings.get(connection, "kirim.ack") or "0"
    if before:
        settings.put(connection, f"{REPLACED}{before}", acknowledged)
    for name in _OF_THE_STREAM:
        settings.drop(connection, name)
    return _take(connection, key_place.create())


def _take(connection: Connection, public: bytes) -> str:
    device = keys.device_id(public)
    settings.put(connection, DEVICE, device)
    settings.put(connection, PUBLIC, public.hex())
    return device


def _has_key(key_place: KeyPlace, device: str) -> bool:
    try:
        key_place.private(device)
    except KeyMissing:
        return False
    return True


def _recovered(connection: Connection, key_place: KeyPlace) -> bytes | None:
    """The public key of a recovered stream, if its private half is still here: the laptop stays the same device."""
    for (device,) in connection.execute(
        "SELECT perangkat FROM jurnal GROUP BY perangkat ORDER BY max(n) DESC"
    ).fetchall():
        try:
            return keys.public_key(key_place.private(device))
        except KeyMissing:
            continue
    return None
