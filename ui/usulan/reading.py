"""What an operator types into a cell, as fields of an usulan."""

from __future__ import annotations

import re

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.rukun import find_rukun
from musrenbang_desktop.domain.volume import split_volume

_RUKUN = re.compile(r"\b(?:rt|rw)\b", re.IGNORECASE)


def read_volume(text: str) -> tuple[str, str]:
    """``120 m2`` as ("120", "m2"). Raises RuleBroken("volume", "bukan_angka")."""
    pair = split_volume(text)
    if pair is None:
        raise RuleBroken("volume", "bukan_angka", text)
    return pair


def read_place(text: str) -> dict[str, str]:
    """``Krajan RT 02/RW 01, depan SDN 2`` as dusun, rt, rw and lokasi. Raises RuleBroken("rt_rw", "bukan_rt_rw")."""
    head, _, lokasi = (part.strip() for part in text.partition(","))
    found = _RUKUN.search(head)
    dusun, rukun = (head[: found.start()], head[found.start() :]) if found else (head, "")
    named = find_rukun(rukun)
    if rukun and (named.banyak or not named.hanya):
        raise RuleBroken("rt_rw", "bukan_rt_rw", text)
    rt, rw = "".join(named.rt), "".join(named.rw)
    return {"dusun": dusun.strip(), "rt": rt, "rw": rw, "lokasi": lokasi}
