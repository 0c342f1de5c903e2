"""A brief message made whole with what the server holds of its device (:mod:`sync.wire.brief`).

What is added never changes once it is held, so no lock is needed; whether it was right is for the signature to say.
Until that has spoken nothing is unpacked, and every message that does not fit is answered alike.
"""

from __future__ import annotations

from musrenbang_desktop.journal import keys
from sync.kabupaten.apply import hash_at, news_head
from sync.kabupaten.models import Kejadian, Perangkat
from sync.kabupaten.refusal import Refusal
from sync.wire import batch, brief, limits
from sync.wire.batch import Append
from sync.wire.brief import Known


def complete(data: bytes) -> Append:
    """The whole message, its signature verified. Raises Refusal where it must be said in full, Malformed, TooLarge."""
    short = brief.split(data)
    found = Perangkat.objects.filter(id__range=(short.device.ljust(32, "0"), short.device.ljust(32, "f")))
    device = found.select_related("desa").first()
    if device is None or short.first > device.seq + 1 or short.cursor > device.desa.kabar_n:
        raise _say_it_in_full()
    rows = Kejadian.objects.filter(perangkat=device, seq=short.first - 1).values_list("isi", flat=True)
    known = Known(
        device.id,
        hash_at(device, short.first - 1),
        news_head(device.desa, short.cursor)[: batch.PREFIX_SIZE] if short.cursor else b"",
        b"".join(bytes(isi) for isi in rows),
    )
    if not keys.verify(bytes(device.kunci), short.signature, brief.to_sign(short.signed, known)):
        raise _say_it_in_full()
    return brief.complete(short, known, limits.MAX_INFLATED)


def _say_it_in_full() -> Refusal:
    """The answer of a server that does not know the form, or not what stayed at home."""
    return Refusal("bentuk", "Kiriman singkat ini tidak bisa dilengkapi.", 400)
