"""Who this laptop is to the kabupaten: its key, its card, and the server it trusts."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from musrenbang_desktop.db import room, settings
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.journal.keystore import KeyPlace
from sync.device.errors import NotEnrolled, PracticeRoom
from sync.wire.encoding import from_text, to_text
from sync.wire.enrol import Card, read_card
from sync.wire.errors import Malformed


class Kept(msgspec.Struct, frozen=True):
    """What is kept of an enrolment."""

    alamat: str
    kunci_server: str
    kartu: str
    tanda: str

    @property
    def server_key(self) -> bytes:
        return from_text(self.kunci_server, 32)

    def card(self) -> Card:
        """The card, checked against the server's key. Raises Malformed."""
        return read_card(self.kartu.encode(), from_text(self.tanda, 64), self.server_key)


@dataclass(frozen=True, slots=True)
class Identity:
    """All that an exchange needs to know, read once; holds no connection."""

    device: str
    private: bytes = field(repr=False)
    address: str
    server_key: bytes
    card: Card


def kept(connection: Connection) -> Kept | None:
    """The last enrolment, None before the first. It names our kabupaten, also after the laptop was replaced."""
    text = settings.get(connection, box.CARD)
    return msgspec.json.decode(text, type=Kept) if text else None


def enrolled(connection: Connection) -> Kept | None:
    """The enrolment of this laptop: its card is for the key that signs here. None before it has one."""
    found = kept(connection)
    try:
        return found if found and from_text(found.card().kunci, 32) == box.public_key(connection) else None
    except Malformed:
        return None


def keep(connection: Connection, address: str, server_key: bytes, card: bytes, signature: bytes) -> None:
    """Remember an enrolment."""
    value = Kept(address, to_text(server_key), card.decode(), to_text(signature))
    settings.put(connection, box.CARD, msgspec.json.encode(value).decode())


def require_real(connection: Connection) -> None:
    """Raise PracticeRoom where nothing may ever be sent."""
    if room.is_practice(connection):
        raise PracticeRoom


def identity(connection: Connection, key_place: KeyPlace) -> Identity:
    """Who this laptop is. Raises PracticeRoom, NotEnrolled, and KeyMissing when the private key is gone."""
    require_real(connection)
    enrolment = enrolled(connection)
    if enrolment is None:
        raise NotEnrolled
    device = box.device(connection)
    return Identity(device, key_place.private(device), enrolment.alamat, enrolment.server_key, enrolment.card())
