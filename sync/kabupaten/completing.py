"""A brief message made whole with what the server holds of its device (:mod:`sync.wire.brief`).

What is added never changes once it is held, so no lock is needed; whether it was right is for the signature to say.
"""

from __future__ import annotations

from sync.kabupaten.apply import hash_at, news_head
from sync.kabupaten.models import Kejadian, Perangkat
from sync.kabupaten.refusal import Refusal
from sync.wire import batch, brief, limits
from sync.wire.brief import Brief, Known


def complete(data: bytes) -> bytes:
    """The whole message as plain JSON. Raises Refusal where it must be said in full, Malformed, TooLarge."""
    short = brief.split(data)
    return brief.complete(short, _known(short), limits.MAX_INFLATED)


def say_it_in_full() -> Refusal:
    """The answer of a server that does not know the form, or not what stayed at home."""
    return Refusal("bentuk", "Kiriman singkat ini tidak bisa dilengkapi.", 400)


def _known(short: Brief) -> Known:
    found = Perangkat.objects.filter(id__range=(short.device.ljust(32, "0"), short.device.ljust(32, "f")))
    device = found.select_related("desa").first()
    if device is None or short.first > device.seq + 1 or short.cursor > device.desa.kabar_n:
        raise say_it_in_full()
    rows = Kejadian.objects.filter(perangkat=device, seq=short.first - 1).values_list("isi", flat=True)
    return Known(
        device.id,
        hash_at(device, short.first - 1)[: batch.PREFIX_SIZE],
        news_head(device.desa, short.cursor)[: batch.PREFIX_SIZE] if short.cursor else b"",
        b"".join(bytes(isi) for isi in rows),
    )
