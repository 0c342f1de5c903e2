"""A question of the agreement that a power cut left open is asked again, with half its answer in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from musrenbang_desktop.services.layanan import Layanan

if TYPE_CHECKING:
    from ui.kesepakatan.page import KesepakatanPage

DRAFTS = "kesepakatan"


class HalfSaid(NamedTuple):
    """What was asked: kind and usulan, and what stood in the answer."""

    kind: str
    records: tuple[str, ...]
    words: Mapping[str, str]


def key_of(services: Layanan, kind: str, *records: str) -> str:
    """The name under which half an answer waits: the forum, what was asked, about which usulan."""
    return ":".join((services.desk.forum_id, kind, ",".join(records)))


def half_said(services: Layanan) -> HalfSaid | None:
    """The question that is open in this forum, if one is."""
    for key, words in services.draf.ambil(DRAFTS).items():
        forum, kind, records = key.split(":", 2)
        if forum == services.desk.forum_id:
            return HalfSaid(kind, tuple(filter(None, records.split(","))), words)
    return None


def ask_again(page: KesepakatanPage) -> None:
    """Ask it where it still makes sense; else the answer waits until somebody asks the same."""
    left = half_said(page.services)
    if left is None or page.asking:
        return
    closed, places = bool(page.state.ditutup), {place.id: place for place in page.state.tempat}
    if left.kind == "buka" and closed and page.sealed is None:
        page.reopen()
    if closed or not left.records or not set(left.records) <= places.keys():
        return
    chosen = [places[record] for record in left.records]
    if left.kind == "lompat":
        page.ask_jump(chosen[0].id)
    elif left.kind == "pindah" and (target := str(left.words.get("ke", ""))).isdecimal():
        page.mover.propose(chosen[0], int(target) - chosen[0].urutan, page.state.tempat)
    elif left.kind == "alasan" and all(place.butir.keluaran == "belum_disepakati" for place in chosen):
        page.ask_reason_of(chosen)
