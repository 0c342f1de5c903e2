"""What a closing records besides the agreement: what the berita acara says of other forums, and of last year's answers.

Everything else on the papers of a result stands in the forum itself, where nothing changes after the closing. These two
stand elsewhere: a dusun may be renamed in a forum that is still open, and answers come home at any time. So the act of
closing holds them, the seal covers that act, and the papers of a closed result print them from there (ADR 32).
"""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import kesepakatan, silsilah
from musrenbang_desktop.domain.gambaran import HitunganJawaban
from musrenbang_desktop.domain.silsilah import sebutan_forum
from musrenbang_desktop.services.desk import Desk

if TYPE_CHECKING:
    from musrenbang_desktop.services.layar import LayarService

_HELD, _ANSWERS = "musyawarah", "jawaban_lalu"


def catatan(desk: Desk, layar: LayarService) -> dict[str, Any]:
    """What the closing of the chosen forum records, as its event holds it."""
    return {
        _HELD: list(_held_before(desk)),
        _ANSWERS: list(astuple(layar.jawaban_tahun_lalu().hitungan())),
    }


def musyawarah(desk: Desk) -> tuple[str, ...]:
    """How the berita acara names the forums held before the chosen one; of a closed one as they were called then."""
    kept = kesepakatan.saat_tutup(desk.connection, desk.forum_id)
    return tuple(map(str, kept[_HELD])) if kept and _HELD in kept else _held_before(desk)


def jawaban_lalu(desk: Desk, layar: LayarService) -> HitunganJawaban:
    """The answers to last year's usulan: of a closed forum those that had come by then."""
    kept = kesepakatan.saat_tutup(desk.connection, desk.forum_id)
    if kept and _ANSWERS in kept:
        return HitunganJawaban(*map(int, kept[_ANSWERS]))
    return layar.jawaban_tahun_lalu().hitungan()


def _held_before(desk: Desk) -> tuple[str, ...]:
    records = silsilah.children(desk.connection, desk.forum_id)
    found = (forums.one(desk.connection, record) for record in records)
    return tuple(sebutan_forum(one) for one in found if one)
