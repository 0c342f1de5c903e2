"""Nothing leaves the practice room: no enrolment, no batch, not even a name."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from musrenbang_desktop import commands
from musrenbang_desktop.db import settings
from musrenbang_desktop.db import sync as box
from musrenbang_desktop.services.layanan import Layanan
from sync.device import enrolment, exchange, identity, run
from sync.device.errors import PracticeRoom
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village
from tests.small_forum import small_forum
from tests.village import opened


def smuggled(practice: Layanan, real: Layanan) -> identity.Identity:
    """The card of a real laptop carried into the practice room by hand; who the real laptop is."""
    card = settings.get(real.desk.connection, box.CARD)
    assert card
    with practice.desk.store.transaction():
        settings.put(practice.desk.connection, box.CARD, card)
    return identity.identity(real.desk.connection, real.desk.store.key_place)


def test_nothing_is_sent_even_with_a_card(server: Running, village: Village, tmp_path: Path) -> None:
    village.enrol(server)
    with opened(tmp_path / "latihan") as practice:
        practice.forum.buka(small_forum())
        store = practice.desk.store
        me = smuggled(practice, village.layanan)
        with pytest.raises(PracticeRoom):
            identity.identity(store.connection, store.key_place)
        with pytest.raises(PracticeRoom):
            exchange.prepare(store.connection, me)
        with pytest.raises(PracticeRoom):
            run.run(store, me)


def test_the_practice_room_cannot_be_enrolled(server: Running, village: Village, tmp_path: Path) -> None:
    ticket = server.ticket(village.kode)
    with opened(tmp_path / "latihan") as practice:
        store = practice.desk.store
        with pytest.raises(PracticeRoom, match="tidak ada yang dikirim"):
            enrolment.enrol_now(store, store.key_place, server.address, ticket)
        assert identity.kept(store.connection) is None


def test_the_command_says_it_in_one_sentence(tmp_path: Path) -> None:
    with opened(tmp_path / "latihan") as practice:
        practice.forum.buka(small_forum())
    with pytest.raises(PracticeRoom) as refused:
        commands.synchronise(argparse.Namespace(data_dir=tmp_path / "latihan"))
    assert commands.sentence(refused.value) == str(refused.value)
