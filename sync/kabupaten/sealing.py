"""What the server keeps of a seal: its id and its spoken code, once the signature of a laptop of the village fits.

The code is not counted again here: it costs 64 MB each, and the paper and the minutes are its witnesses.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from musrenbang_desktop.journal import segel
from musrenbang_desktop.journal.canonical import NotCanonical
from sync.kabupaten.models import Perangkat

_KODE = re.compile(r"[0-9]{3}(?: [0-9]{3}){3}", re.ASCII)


class Seal(NamedTuple):
    """A seal that holds."""

    id: str
    kode: str


def read_seal(forum: str, desa: str, isi: Any) -> Seal | None:
    """The seal in the fields of ``segel.buat``; None when it is not one of this forum by a laptop of this village."""
    try:
        made = segel.from_value(isi.get("isi"))
        public, signature, kode = bytes.fromhex(made.kunci), bytes.fromhex(isi["tanda"]), isi["kode"]
        whole = made.forum == forum and bool(_KODE.fullmatch(kode)) and segel.sah(made, signature)
    except (segel.BukanSegel, NotCanonical, KeyError, TypeError, ValueError):
        return None
    if not whole or not Perangkat.objects.filter(desa=desa, kunci=public).exists():
        return None
    return Seal(made.id, kode)
