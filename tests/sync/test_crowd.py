"""Many villages in the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sync.device.exchange import apply, post, prepare
from tests.kabupaten import ledger
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village

MakeVillage = Callable[..., Village]


def test_villages_that_come_together_are_all_served(server: Running, new_village: MakeVillage) -> None:
    villages = [new_village() for _ in range(16)]
    for village in villages:
        village.propose(40)
        village.enrol(server)
    outgoing = [prepare(village.store.connection, village.identity) for village in villages]
    with ThreadPoolExecutor(len(villages)) as pool:
        answers = list(pool.map(post, outgoing))
    for village, sent, answer in zip(villages, outgoing, answers, strict=True):
        applied = apply(village.store, sent, answer)
        assert (applied.terkirim, applied.bukti, applied.selesai, applied.cocok) == (41, 40, True, True)
        assert ledger.events(server, village.store.device) == village.events()


def test_one_village_that_asks_twice_at_once_is_applied_once(server: Running, village: Village) -> None:
    village.propose(20)
    village.enrol(server)
    outgoing = prepare(village.store.connection, village.identity)
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(post, [outgoing] * 6))
    for answer in answers:
        apply(village.store, outgoing, answer)
    assert ledger.events(server, village.store.device) == village.events()
    assert len(village.receipts) == 20 and len(ledger.news(server, village.kode)) == 1
