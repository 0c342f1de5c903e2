"""Which device this laptop is: whose stream in the journal it continues.

Data that came from another laptop does not bring that laptop's key along. Whoever goes on with it is a device of its
own, with a stream of its own behind what is there: nothing can be sealed or sent without a key, and two laptops that
continued one stream would tear it (docs/adr/0030).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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


_ORIGIN = "perangkat.asal"
BROUGHT, RECOVERED = "dibawa", "dipulihkan"
"""Where a copy came from that took the place of the database: another laptop, or this folder."""


def mark(connection: Connection, origin: str) -> None:
    """Have the next :func:`of_this_laptop` look whose data this is, whatever happens until then."""
    settings.put(connection, _ORIGIN, origin)


def is_marked(connection: Connection) -> bool:
    """Whether that look is still to come."""
    return settings.get(connection, _ORIGIN) is not None


def of_this_laptop(connection: Connection, key_place: KeyPlace) -> str:
    """The device of this data folder, made at its first start. What was brought from another laptop is gone on with as
    a new one, a recovered copy too where its key is not here. Otherwise no key is looked for: that takes long.
    """
    origin, device = settings.get(connection, _ORIGIN), settings.get(connection, DEVICE)
    if device and not origin:
        return device
    with _at_once(connection):
        settings.drop(connection, _ORIGIN)
        if not device:
            return _take(connection, _recovered(connection, key_place) or key_place.create())
        if origin == RECOVERED and _has_key(key_place, device):
            return device
        return begin_anew(connection, key_place)


def begin_anew(connection: Connection, key_place: KeyPlace) -> str:
    """Be a new device from now on: a new key, an empty stream, a card that is for another. The journal stays. Inside
    the caller's transaction.
    """
    before, acknowledged = settings.get(connection, DEVICE), settings.get(connection, "kirim.ack") or "0"
    if before:
        settings.put(connection, f"{REPLACED}{before}", acknowledged)
    for name in _OF_THE_STREAM:
        settings.drop(connection, name)
    return _take(connection, key_place.create())


@contextmanager
def _at_once(connection: Connection) -> Iterator[None]:
    """A power cut leaves all of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


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
