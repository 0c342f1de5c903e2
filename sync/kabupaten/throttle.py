"""Slows down guessing of passwords: a few failures in a quarter of an hour close the door for the rest of it."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.utils import timezone

from sync.kabupaten.models import PercobaanMasuk

WINDOW = timedelta(minutes=15)
PER_NAME = 5
PER_ADDRESS = 50


def is_closed(name: str, address: str) -> bool:
    """Whether this name or this address has failed too often."""
    since = timezone.now() - WINDOW
    recent = PercobaanMasuk.objects.filter(waktu__gt=since)
    return (
        recent.filter(kunci=_key("nama", name)).count() >= PER_NAME
        or recent.filter(kunci=_key("alamat", address)).count() >= PER_ADDRESS
    )


def note_failure(name: str, address: str) -> None:
    """Remember a failure; old ones are forgotten. Only hashes are kept."""
    now = timezone.now()
    PercobaanMasuk.objects.filter(waktu__lt=now - WINDOW).delete()
    PercobaanMasuk.objects.bulk_create(
        PercobaanMasuk(kunci=_key(kind, text), waktu=now) for kind, text in (("nama", name), ("alamat", address))
    )


def forget(name: str) -> None:
    """A login that succeeds wipes the failures of its name."""
    PercobaanMasuk.objects.filter(kunci=_key("nama", name)).delete()


def _key(kind: str, text: str) -> str:
    return hashlib.sha256(f"{kind}\0{text.strip().lower()}".encode(errors="replace")).hexdigest()
