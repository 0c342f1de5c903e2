"""The laptop that goes on for another one, and may send the rest of its stream (docs/adr/0030).

The kabupaten says so, by a ticket for a replacing laptop or by ``cabut --pengganti``; the key of the broken laptop is
gone, so the one that follows signs for both.
"""

from __future__ import annotations

from django.utils import timezone

from musrenbang_desktop.journal import chain
from musrenbang_desktop.journal.keys import device_tag
from sync.kabupaten.models import Perangkat, Tiket

_TAG_DIGITS = 10
"""So many digits of a device id make its tag."""


def signer(device: Perangkat) -> Perangkat | None:
    """Who signs for the stream of ``device``: itself while its card holds, else the last laptop that follows it."""
    seen = set()
    one: Perangkat | None = device
    while one is not None and one.dicabut is not None and one.id not in seen:
        seen.add(one.id)
        one = one.pengganti
    return None if one is None or one.id in seen else one


def follows(device: Perangkat, other: str) -> bool:
    """Whether ``device`` signs for the stream of the laptop ``other``."""
    row = Perangkat.objects.filter(id=other).first()
    return (signer(row) if row else _by_ticket(other)) == device


def broken_before_its_card(device: str) -> Perangkat | None:
    """A laptop that never had a card, entered when the one that replaces it sends its stream; None where no ticket in
    use says that anybody does, or a laptop with this tag is there. Only inside a transaction that a wrong signature
    undoes.
    """
    follower = _by_ticket(device)
    if follower is None or Perangkat.objects.filter(id__startswith=device[:_TAG_DIGITS]).exists():
        return None
    return Perangkat.objects.create(
        id=device, kunci=b"", desa_id=follower.desa_id, serial=-int(device[:15], 16), sampai=follower.sampai,
        dicabut=timezone.now(), pengganti=follower, kartu=b"", tanda=b"", hash=chain.start(device),
    )  # fmt: skip


def _by_ticket(device: str) -> Perangkat | None:
    ticket = Tiket.objects.filter(mengganti=device_tag(device), perangkat__isnull=False).order_by("dibuat").last()
    return ticket.perangkat if ticket else None
