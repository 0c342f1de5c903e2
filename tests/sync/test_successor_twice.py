"""Laptops that break one after the other, cards that were taken back before, and whoever speaks unasked."""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from musrenbang_desktop.db import sync as box
from musrenbang_desktop.journal import chain, keys
from musrenbang_desktop.journal.keystore import FILE_NAME as KEY
from sync.device import bungkus, run
from sync.device.errors import NotHandedOver
from sync.wire import batch
from tests.kabupaten import ledger
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village
from tests.sync.test_successor import broken, by_stick, enrol, go_on, received, replacing_ticket, tag, titles

MakeVillage = Callable[..., Village]

__all__ = ["broken", "go_on"]


def take_back(server: Running, *words: str) -> None:
    done = server.run("cabut", *words)
    assert done.returncode == 0, done.stderr


def test_a_stolen_laptop_whose_card_was_taken_back_at_once_is_handed_over_by_the_ticket(
    server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    broken.enrol(server)
    spare = go_on(broken)
    take_back(server, tag(broken))
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    assert spare.exchange().catatan == ()
    assert received(server, spare) == titles(spare)


def test_of_two_laptops_with_the_same_copy_the_office_hears_that_one_goes_on_already(
    server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    broken.enrol(server)
    spare, other = go_on(broken), go_on(broken)
    ticket = replacing_ticket(server, spare, tag(broken))
    late = replacing_ticket(server, other, tag(broken))
    enrol(spare, server, ticket)
    enrol(other, server, late)
    with pytest.raises(NotHandedOver):
        other.exchange()
    assert spare.exchange().catatan == ()
    refused = server.run("ticket", spare.kode, "--mengganti", tag(broken))
    assert refused.returncode == 1
    assert f"sudah diganti laptop {tag(spare)}" in refused.stderr
    elsewhere = server.run("ticket", "99.99.99.2099", "--mengganti", tag(broken))
    assert (elsewhere.returncode, "bukan untuk desa ini" in elsewhere.stderr) == (1, True)
    take_back(server, tag(spare))
    third = go_on(broken)
    enrol(third, server, replacing_ticket(server, third, tag(broken)))
    third.propose(1)
    assert third.exchange().catatan == ()
    assert received(server, third) == titles(third)


@pytest.mark.parametrize("carded", [True, False])
def test_the_third_laptop_sends_the_rest_of_both_before_it(
    server: Running, broken: Village, go_on: Callable[[Village], Village], *, carded: bool
) -> None:
    second = go_on(broken)
    second.propose(1)
    if carded:
        enrol(second, server, replacing_ticket(server, second, tag(broken)))
    third = go_on(second)
    third.propose(1)
    third.seal()
    assert box.before(third.store.connection) == [broken.store.device, second.store.device]
    enrol(third, server, replacing_ticket(server, third, tag(second)))
    if not carded:  # nobody told the kabupaten of the first one yet
        with pytest.raises(NotHandedOver, match=tag(broken)):
            third.exchange()
        enrol(third, server, replacing_ticket(server, third, tag(broken)))
    summary = third.exchange()
    assert (summary.catatan, summary.cocok) == ((), True)
    assert len(titles(third)) == 4
    assert received(server, third) == titles(third)
    assert set(third.receipts) == {one.id for one in third.layanan.usulan.daftar()}


def test_a_folder_that_came_without_its_key_is_enrolled_as_a_new_laptop(
    server: Running, broken: Village, new_village: MakeVillage, tmp_path: Path
) -> None:
    folder = tmp_path / "disalin tangan"
    shutil.copytree(broken.store.path.parent, folder)
    (folder / KEY).unlink()
    spare = new_village(folder, broken.kode, forum=False)
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    assert spare.exchange().catatan == ()
    assert received(server, spare) == titles(spare)


def test_a_late_mark_is_taken_back_here_only_where_the_server_heard_it(
    server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    broken.enrol(server)
    spare = go_on(broken)
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    forum = spare.open_forum()

    def marks() -> object:
        ((found,),) = ledger.rows(server, "SELECT terlambat FROM kabupaten_desa WHERE kode = ?", spare.kode)
        return json.loads(found) if isinstance(found, str) else found

    run.run(spare.store, spare.identity, late={forum: 3})
    assert marks() == box.late_told(spare.store.connection) == {forum: 3}
    with spare.store.transaction():
        box.doubt(spare.store.connection)
    run.run(spare.store, spare.identity, late={forum: 0})
    assert marks() == box.late_told(spare.store.connection)
    run.run(spare.store, spare.identity, late={forum: 0})
    assert marks() == box.late_told(spare.store.connection) == {}


def test_at_the_counter_it_is_said_which_laptop_was_not_handed_over(
    server: Running, broken: Village, go_on: Callable[[Village], Village], tmp_path: Path
) -> None:
    spare = go_on(broken)
    enrol(spare, server, server.ticket(spare.kode))
    made = bungkus.siapkan(spare.store.connection, spare.identity, "2026-01-21T12:00:00+07:00")
    (tmp_path / "desa.bungkus").write_bytes(made.data)
    done = server.run("bungkus", str(tmp_path / "desa.bungkus"), "--out", str(tmp_path / "balasan.bungkus"))
    assert done.returncode == 1
    assert f"tiket pengganti untuk laptop {tag(broken)}" in done.stderr
    assert ledger.events(server, spare.store.device) == []


def test_by_stick_too_it_is_told_once_what_the_copy_lacks_and_the_rest_counts(
    server: Running, broken: Village, go_on: Callable[[Village], Village], tmp_path: Path
) -> None:
    broken.enrol(server)
    broken.exchange()
    broken.propose(1)
    spare = go_on(broken)
    broken.propose_one(judul="Sesudah cadangan")
    broken.exchange()
    spare.propose_one(judul="Di laptop pengganti")
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    _made, done = by_stick(spare, server, tmp_path)
    assert len(done.pesan) == 1
    assert f"Laptop lama {tag(broken)}" in done.pesan[0]
    assert done.ack == spare.ack == len(spare.events())
    assert "Di laptop pengganti" in received(server, spare)
    with pytest.raises(bungkus.BundleRefused, match="sudah dibaca"):
        bungkus.baca(spare.store, spare.identity, (tmp_path / "balasan.bungkus").read_bytes())
    assert not box.unsent(spare.store.connection).kejadian


@pytest.mark.parametrize("backend", ["sqlite"])  # one database file is the easiest to put back
def test_a_server_that_lost_both_streams_is_filled_again_with_both(
    own_server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    spare = go_on(broken)
    enrol(spare, own_server, replacing_ticket(own_server, spare, tag(broken)))
    own_server.stop()
    kept = {path: path.read_bytes() for path in own_server.folder.glob("kabupaten.db*")}
    own_server.start()
    spare.propose(1)
    spare.exchange()
    own_server.stop()
    for path in own_server.folder.glob("kabupaten.db*"):
        path.unlink()
    for path, data in kept.items():
        path.write_bytes(data)
    own_server.start()
    spare.propose(1)
    spare.exchange(tries=4)
    assert received(own_server, spare) == titles(spare)
    assert ledger.events(own_server, broken.store.device) == broken.events()


def test_a_name_that_looks_like_the_broken_laptop_is_refused_and_enters_nothing(
    server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    spare = go_on(broken)
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    spare.exchange()
    alike = broken.store.device[:-2] + ("00" if broken.store.device[-2:] != "00" else "11")
    body, _nonce = batch.write(
        alike, 1, chain.start(alike), broken.events(), 0, lambda message: keys.sign(spare.identity.private, message)
    )
    request = urllib.request.Request(server.address + batch.PATH, body, {"Content-Type": batch.MEDIA_TYPE})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=20)
    with refused.value as answer:
        assert (answer.code, json.loads(answer.read())["type"]) == (403, "urn:musrenbang:perangkat")
    assert ledger.rows(server, "SELECT id FROM kabupaten_perangkat WHERE id = ?", alike) == []
