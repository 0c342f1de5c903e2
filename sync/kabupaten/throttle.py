"""Slows down guessing of passwords: a few failures in a quarter of an hour close the door for the rest of it.

A stranger who keeps failing closes the door for himself, not for the officer whose name he knows: a name is closed at
one address after a few failures, everywhere only after many.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.utils import timezone

from sync.kabupaten.models import PercobaanMasuk

WINDOW = timedelta(minutes=15)
PER_NAME_AND_ADDRESS = 5
PER_NAME = 50
PER_ADDRESS = 50


def is_closed(name: str, address: str) -> bool:
    """Whether this name or this address has failed too often."""
    since = timezone.now() - WINDOW
    recent = PercobaanMasuk.objects.filter(waktu__gt=since)
    return any(recent.filter(kunci=key).count() >= limit for key, limit in _limits(name, address).items())


def note_failure(name: str, address: str) -> None:
    """Remember a failure; old ones are forgotten. Only hashes are kept."""
    now = timezone.now()
    PercobaanMasuk.objects.filter(waktu__lt=now - WINDOW).delete()
    PercobaanMasuk.objects.bulk_create(PercobaanMasuk(kunci=key, waktu=now) for key in _limits(name, address))


def forget(name: str, address: str) -> None:
    """A login that succeeds wipes the failures of its name at its address."""
    PercobaanMasuk.objects.filter(kunci=_key("keduanya", f"{name}\0{address}")).delete()


def _limits(name: str, address: str) -> dict[str, int]:
    return {
        _key("keduanya", f"{name}\0{address}"): PER_NAME_AND_ADDRESS,
        _key("nama", name): PER_NAME,
        _key("alamat", address): PER_ADDRESS,
    }


def _key(kind: str, text: str) -> str:
    return hashlib.sha256(f"{kind}\0{text.strip().lower()}".encode(errors="replace")).hexdigest()
