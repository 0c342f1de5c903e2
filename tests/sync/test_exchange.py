"""From an enrolled laptop to equal ends: the ordinary days."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.db import sync as box
from sync.device import enrolment
from sync.device.errors import Behind, DeviceRefused, Different, Forked, NotEnrolled, TicketRefused, Unreachable
from sync.device.exchange import apply, post, prepare
from sync.wire.ticket import parse
from tests.kabupaten import ledger
from tests.kabupaten.running import Browser, Running
from tests.kabupaten.villages import Village
from tests.sync.weather import Proxy

MakeVillage = Callable[..., Village]


def test_first_exchange_brings_every_event_and_a_receipt_for_every_usulan(server: Running, village: Village) -> None:
    usulan = village.propose(12)
    card = village.enrol(server)
    summary = village.exchange()
    assert card.kode == village.kode
    assert ledger.events(server, village.store.device) == village.events()
    assert (summary.terkirim, summary.bukti, summary.cocok, summary.catatan) == (13, 12, True, ())
    prefix = f"BT-{village.kode.replace('.', '')}-"
    assert village.receipts == {record: f"{prefix}{number:06d}" for number, record in enumerate(usulan, 1)}
    assert box.unsent(village.store.connection) == box.Unsent(0, 0)


def test_nothing_new_is_one_small_round_trip(server: Running, village: Village) -> None:
    village.propose(3)
    village.enrol(server)
    village.exchange()
    traffic = village.exchange().traffic
    assert traffic.round_trips == 1
    assert traffic.body_up < 100 and traffic.body_down == 64
    assert traffic.bytes_up + traffic.bytes_down < 400


def test_one_change_is_less_than_four_hundred_bytes(server: Running, village: Village) -> None:
    (usulan,) = village.propose(1)
    village.enrol(server)
    village.exchange()
    village.layanan.usulan.ubah(usulan, perkiraan_biaya=125_000_000)
    summary = village.exchange()
    assert (summary.terkirim, summary.bukti, summary.traffic.round_trips) == (1, 0, 1)
    assert summary.traffic.bytes_up + summary.traffic.bytes_down < 400


def test_the_counted_bytes_are_those_on_the_wire(server: Running, village: Village) -> None:
    village.propose(48)
    village.enrol(server)
    with Proxy(server.port) as proxy:
        traffic = village.exchange(who=village.at(proxy.address)).traffic
        assert (traffic.bytes_up, traffic.bytes_down) == (proxy.sent, proxy.received)


def test_receipt_numbers_go_on_where_they_stopped(server: Running, village: Village) -> None:
    village.propose(2)
    village.enrol(server)
    village.exchange()
    (later,) = village.propose(1)
    village.exchange()
    assert village.receipts[later].endswith("-000003")
    kinds = [(value["t"], value["nomor"], len(value["usulan"])) for value in ledger.news(server, village.kode)]
    assert kinds == [("bukti.terima", 1, 2), ("bukti.terima", 3, 1)]


def test_the_tables_that_news_fills_can_be_made_again(server: Running, village: Village) -> None:
    village.propose(4)
    village.enrol(server)
    village.exchange()
    before = replay.dump(village.store.connection)
    with village.store.transaction():
        replay.rebuild(village.store.connection)
    assert replay.dump(village.store.connection) == before
    assert len(before["bukti"]) == 4


def test_undo_travels_like_any_act(server: Running, village: Village) -> None:
    village.propose(1)
    village.layanan.riwayat.batalkan()
    village.enrol(server)
    summary = village.exchange()
    assert summary.cocok is True and summary.catatan == ()
    shown = ledger.rows(server, "SELECT count(*) FROM kabupaten_usulan WHERE ada = ? AND forum_id = ?", True,
                        village.layanan.desk.forum_id)  # fmt: skip
    assert shown == [(0,)]


def test_a_long_stream_goes_in_several_batches(server: Running, village: Village) -> None:
    village.propose(600)
    village.enrol(server)
    summary = village.exchange()
    assert (summary.terkirim, summary.bukti, summary.cocok) == (601, 600, True)
    assert summary.traffic.round_trips >= 2
    assert ledger.events(server, village.store.device) == village.events()
    numbers = [value["nomor"] for value in ledger.news(server, village.kode)]
    assert numbers == sorted(set(numbers))


def test_two_laptops_of_one_village_share_its_news(server: Running, new_village: MakeVillage) -> None:
    first = new_village()
    second = new_village(kode=first.kode)
    for each in (first, second):
        each.propose(2)
        each.enrol(server)
        each.exchange()
    first.exchange()
    assert first.receipts == second.receipts
    assert len(first.receipts) == 4


def test_without_a_card_nothing_is_sent(village: Village) -> None:
    with pytest.raises(NotEnrolled, match="belum terdaftar"):
        village.exchange()


def test_a_ticket_with_a_typing_mistake_is_seen_before_anything_is_sent(server: Running, village: Village) -> None:
    ticket = server.ticket(village.kode)
    wrong = ("A" if ticket[0] != "A" else "B") + ticket[1:]
    connection, keys = village.store.connection, village.store.key_place
    with pytest.raises(TicketRefused, match="salah ketik"):
        enrolment.prepare(connection, keys, server.address, wrong)
    spaced = ticket.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert enrolment.prepare(connection, keys, server.address, spaced).ticket == parse(ticket)


def test_a_ticket_of_another_server_is_refused(server: Running, village: Village, tmp_path: Path) -> None:
    other = Running(tmp_path / "other").run("ticket", village.kode).stdout
    with pytest.raises(TicketRefused, match="tidak dikenal"):
        enrolment.enrol_now(village.store, village.store.key_place, server.address, other)


def test_a_ticket_works_once(server: Running, new_village: MakeVillage) -> None:
    first, second = new_village(), new_village()
    ticket = server.ticket(first.kode)
    for _ in range(2):  # the same laptop may ask again: its first answer may have been lost
        enrolment.enrol_now(first.store, first.store.key_place, server.address, ticket)
    with pytest.raises(TicketRefused, match="sudah dipakai"):
        enrolment.enrol_now(second.store, second.store.key_place, server.address, ticket)


def test_an_old_ticket_is_refused(server: Running, village: Village) -> None:
    done = server.run("ticket", village.kode, "--hari", "-1")
    with pytest.raises(TicketRefused, match="sudah lewat"):
        enrolment.enrol_now(village.store, village.store.key_place, server.address, done.stdout)


def test_an_address_where_nobody_listens(server: Running, village: Village) -> None:
    with pytest.raises(Unreachable, match="tidak terjangkau"):
        enrolment.enrol_now(village.store, village.store.key_place, "http://127.0.0.1:9", server.ticket(village.kode))
    with pytest.raises(Unreachable, match="Alamat server tidak bisa dibaca"):
        enrolment.enrol_now(village.store, village.store.key_place, "ftp://kab", server.ticket(village.kode))


def test_a_card_after_its_last_day_is_refused_until_a_new_ticket(own_server: Running, village: Village) -> None:
    village.propose(1)
    village.enrol(own_server)
    ledger.write(own_server, "UPDATE kabupaten_perangkat SET sampai = ?", "2026-01-01")
    with pytest.raises(DeviceRefused, match="Minta tiket baru"):
        village.exchange()
    village.enrol(own_server)
    assert village.exchange().cocok is True


def test_a_server_that_holds_something_else_is_not_believed(server: Running, village: Village) -> None:
    village.propose(1)
    village.enrol(server)
    outgoing = prepare(village.store.connection, village.identity)
    answer = post(outgoing)
    with pytest.raises(Different, match="berbeda"):
        apply(village.store, outgoing, replace(answer, head=bytes(16)))
    assert village.ack == 0 and village.receipts == {}
    assert apply(village.store, outgoing, answer).cocok is True


def test_a_forum_of_another_village_is_stored_but_refused(server: Running, new_village: MakeVillage) -> None:
    victim, village = new_village(), new_village()
    victim.propose(1)
    victim.enrol(server)
    victim.exchange()
    village.open_forum(victim.kode)
    village.propose(1)
    village.enrol(server)
    summary = village.exchange()
    assert [(each.seq, each.verdict, each.code) for each in summary.catatan] == [
        (2, "ditolak", "WILAYAH"),
        (3, "ditahan", "MENUNGGU"),
    ]
    assert "desa lain" in summary.catatan[0].text
    assert ledger.events(server, village.store.device) == village.events()
    assert len(ledger.news(server, victim.kode)) == 1 and summary.bukti == 0


def test_an_event_in_a_forum_of_another_village_changes_nothing(server: Running, new_village: MakeVillage) -> None:
    victim, village = new_village(), new_village()
    (usulan,) = victim.propose(1)
    victim.enrol(server)
    victim.exchange()
    with village.store.act(victim.layanan.desk.forum_id) as act:
        act.append("usulan.ubah", usulan, {"judul": "Diganti dari jauh"})
    own = village.layanan.desk.forum_id
    with village.store.act(own) as act:
        act.append("usulan.ubah", usulan, {"judul": "Diganti dari jauh"})
    village.enrol(server)
    summary = village.exchange()
    assert [(each.seq, each.code) for each in summary.catatan] == [(2, "WILAYAH"), (3, "WILAYAH")]
    assert ledger.rows(server, "SELECT judul FROM kabupaten_usulan WHERE id = ?", usulan) == [("Drainase gang 1",)]


def test_an_event_of_a_newer_program_waits_and_the_stream_goes_on(server: Running, village: Village) -> None:
    with village.store.act(village.layanan.desk.forum_id) as act:
        act.append("undian.tarik", act.next_id(), {"hasil": [3, 1, 2]})
    village.propose(1)
    village.enrol(server)
    summary = village.exchange()
    assert [(each.seq, each.verdict, each.code) for each in summary.catatan] == [(2, "ditahan", "VERSI")]
    assert (summary.terkirim, summary.bukti, summary.cocok) == (3, 1, True)


def test_a_copied_laptop_is_noticed(server: Running, new_village: MakeVillage, tmp_path: Path) -> None:
    first = new_village(tmp_path / "asli")
    first.propose(1)
    first.enrol(server)
    first.exchange()
    first.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(tmp_path / "asli", tmp_path / "salinan", ignore=shutil.ignore_patterns("sedang-dibuka*"))
    copy = new_village(tmp_path / "salinan", first.kode)
    assert copy.store.device == first.store.device
    first.propose_one(judul="Dicatat di laptop asli")
    copy.propose_one(judul="Dicatat di salinan")
    first.exchange()
    with pytest.raises(Forked, match="Ada dua laptop"):
        copy.exchange()
    assert ledger.events(server, first.store.device) == first.events()
    assert ledger.quarantine(server, first.store.device) == [(3, "cabang")]
    with pytest.raises(Forked):
        copy.exchange()
    assert len(ledger.quarantine(server, first.store.device)) == 1
    assert first.exchange().cocok is True


def test_a_laptop_restored_from_an_old_copy_writes_nothing_over(
    server: Running, new_village: MakeVillage, tmp_path: Path
) -> None:
    first = new_village(tmp_path / "asli")
    first.enrol(server)
    first.exchange()
    first.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(tmp_path / "asli", tmp_path / "lama", ignore=shutil.ignore_patterns("sedang-dibuka*"))
    first.propose(2)
    first.exchange()
    old = new_village(tmp_path / "lama", first.kode)
    with pytest.raises(Behind, match="dipulihkan dari cadangan"):
        old.exchange()
    assert old.receipts == {} and old.ack == 1


def put_back(server: Running, files: dict[str, bytes]) -> None:
    """The server's SQLite database as it was."""
    server.stop()
    for path in server.folder.glob("kabupaten.db*"):
        path.unlink()
    for name, data in files.items():
        (server.folder / name).write_bytes(data)
    server.start()


def copy_of(server: Running) -> dict[str, bytes]:
    server.stop()
    files = {path.name: path.read_bytes() for path in server.folder.glob("kabupaten.db*")}
    server.start()
    return files


@pytest.mark.parametrize("backend", ["sqlite"])  # one database file is the easiest to put back
def test_a_server_restored_from_an_old_copy_is_filled_again(own_server: Running, village: Village) -> None:
    (first,) = village.propose(1)
    village.enrol(own_server)
    village.exchange()
    old = copy_of(own_server)
    usulan = village.propose(3)
    village.exchange()
    browser = Browser(own_server.address)
    browser.log_in(own_server.staff("camat"))
    browser.get(f"/petugas/usulan/{first}")
    browser.post(f"/petugas/usulan/{first}", putusan="diterima")
    village.exchange()
    moments = "SELECT usulan, nomor, waktu FROM bukti ORDER BY usulan"
    before = village.store.connection.execute(moments).fetchall(), village.answers
    time.sleep(1.1)  # receipts carry seconds
    put_back(own_server, old)
    summary = village.exchange()
    assert summary.cocok is True
    assert ledger.events(own_server, village.store.device) == village.events()
    # What the village was given once it keeps, and its list of news is the server's again.
    assert (village.store.connection.execute(moments).fetchall(), village.answers) == before
    assert len(before[0]) == 4 and len(before[1]) == 1
    assert [json.loads(data) for data in box.news(village.store.connection)] == ledger.news(own_server, village.kode)
    tables = replay.dump(village.store.connection)
    with village.store.transaction():
        replay.rebuild(village.store.connection)
    assert replay.dump(village.store.connection) == tables
    browser.log_in(own_server.staff("camat"))
    for record, putusan in ((first, "diterima"), (usulan[0], "diterima")):
        browser.get(f"/petugas/usulan/{record}")
        browser.post(f"/petugas/usulan/{record}", putusan=putusan)
    summary = village.exchange()
    assert (summary.jawaban, summary.cocok) == (2, True)


def test_a_list_of_news_that_comes_again_is_held_once(server: Running, village: Village) -> None:
    """Somebody between the two ends can ask for it again, but not make a laptop hold it twice."""
    village.propose(2)
    village.enrol(server)
    village.exchange()
    connection = village.store.connection
    held = box.news(connection)
    with village.store.transaction():
        box.set_news_aside(connection, [])
        assert box.cursor(connection) == 0 and len(village.receipts) == 2
    assert village.exchange().cocok is True
    assert connection.execute("SELECT isi FROM kabar").fetchall() == [(data,) for data in held]
