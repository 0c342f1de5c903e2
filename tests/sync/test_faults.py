"""Cuts and kills at the worst moments: afterwards both ends hold the same events, once."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.device.errors import NotSent, Unreachable
from tests.kabupaten import ledger
from tests.kabupaten.running import ROOT, Running
from tests.kabupaten.villages import Village
from tests.sync.weather import Proxy

MakeVillage = Callable[..., Village]


def check_equal(server: Running, village: Village) -> None:
    """One exchange in fair weather, then: the same events, once, and one receipt for every usulan, once."""
    summary = village.exchange()
    assert summary.cocok is True and summary.catatan == ()
    assert ledger.events(server, village.store.device) == village.events()
    numbered = [(value["nomor"] + i, usulan) for value in ledger.news(server, village.kode)
                for i, usulan in enumerate(value["usulan"])]  # fmt: skip
    assert [number for number, _ in numbered] == list(range(1, len(numbered) + 1))
    assert sorted(usulan for _, usulan in numbered) == sorted(village.receipts)
    assert len(village.receipts) == village.layanan.usulan.jumlah().aktif
    village.check_chain()


def test_a_cut_at_any_byte_costs_only_the_repetition(server: Running, village: Village) -> None:
    village.enrol(server)
    village.exchange()
    with Proxy(server.port) as proxy:
        who = village.at(proxy.address)
        cuts = [0, 0]

        @given(direction=st.sampled_from(("up", "down")), at=st.integers(0, 900))
        def survive(direction: str, at: int) -> None:
            proxy.reset()
            setattr(proxy, direction, at)
            village.propose_one(judul=f"Usulan {village.store.head.seq}")
            try:
                village.exchange(who=who)
            except Unreachable:
                cuts[0] += 1
            else:
                cuts[1] += 1
            check_equal(server, village)

        survive()
    torn, passed = cuts
    assert torn >= 10 and passed >= 1


def test_one_answer_cut_everywhere(server: Running, village: Village) -> None:
    village.propose(1)
    village.enrol(server)
    with Proxy(server.port) as proxy:
        who = village.at(proxy.address)
        at = 0
        while True:
            proxy.reset()
            proxy.down = at
            try:
                village.once(who)
            except NotSent:
                assert village.ack == 0 and village.receipts == {}
            else:
                break
            at += 7
        assert 300 < proxy.received <= at < proxy.received + 21  # answers differ by some bytes: hours, numbers
    check_equal(server, village)


def test_a_large_stream_moves_on_through_cuts(server: Running, village: Village) -> None:
    village.propose(400)
    village.enrol(server)
    rng = random.Random(2026)
    with Proxy(server.port) as proxy:
        who = village.at(proxy.address)
        for _ in range(60):
            proxy.reset()
            if rng.random() < 0.6:
                setattr(proxy, rng.choice(("up", "down")), rng.randrange(1, 4000))
            before = village.ack
            try:
                village.once(who, max_bytes=2048)
            except Unreachable:
                assert village.ack == before
    assert village.ack > 100
    check_equal(server, village)


def test_server_killed_between_its_commit_and_its_answer(own_server: Running, village: Village) -> None:
    village.propose(5)
    village.enrol(own_server)
    with Proxy(own_server.port) as proxy:
        proxy.on_answer = own_server.kill
        with pytest.raises(Unreachable):
            village.exchange(who=village.at(proxy.address))
    assert village.ack == 0 and village.receipts == {}
    assert ledger.events(own_server, village.store.device) == village.events()
    village.propose_one(judul="Dicatat selagi server mati")
    own_server.start()
    check_equal(own_server, village)


def test_server_killed_at_random_moments(own_server: Running, village: Village) -> None:
    village.enrol(own_server)
    rng = random.Random(7)
    passing = []
    for _ in range(6):
        village.propose(30)
        killer = threading.Timer(rng.uniform(0.001, 0.04), own_server.kill)
        killer.start()
        try:
            village.exchange()
        except NotSent as error:
            passing.append(error.passing)
        killer.join()
        own_server.start()
    assert all(passing)
    check_equal(own_server, village)


def test_laptop_killed_between_the_answer_and_its_commit(
    server: Running, new_village: MakeVillage, tmp_path: Path
) -> None:
    folder = tmp_path / "laptop"
    with Village.opened(folder, "00.99.99.2001") as village:
        village.propose(5)
        village.enrol(server)
        address = server.address
    dead = subprocess.run(
        [sys.executable, "-m", "tests.sync.dying", str(folder), address], cwd=ROOT, capture_output=True, check=False
    )
    assert dead.returncode == -signal.SIGKILL, dead.stderr
    again = new_village(folder, "00.99.99.2001")
    assert again.ack == 0 and again.receipts == {}
    assert len(ledger.events(server, again.store.device)) == 6
    check_equal(server, again)
    assert len(again.receipts) == 5
