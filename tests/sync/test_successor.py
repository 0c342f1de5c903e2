"""A laptop breaks with unsent work and another one opens its copy: the kabupaten gets all of it, from nobody else."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from musrenbang_desktop.db import sync as box
from musrenbang_desktop.journal.keys import device_tag
from sync.device import bungkus, enrolment, run
from sync.device.errors import NotHandedOver, Revoked, TicketRefused, WentOn
from sync.device.run import Summary
from tests.kabupaten import ledger
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village

MakeVillage = Callable[..., Village]


def quiet(*_told: object) -> None:
    """Nobody listens."""


def tag(village: Village) -> str:
    return device_tag(village.store.device)


@pytest.fixture
def broken(new_village: MakeVillage) -> Village:
    """The first laptop: two usulan, and never a card."""
    found = new_village()
    found.propose(2)
    return found


@pytest.fixture
def go_on(new_village: MakeVillage, tmp_path: Path) -> Callable[[Village], Village]:
    """Carries a copy away and opens it on another laptop."""

    numbers = itertools.count(1)

    def carried(lost: Village) -> Village:
        n = next(numbers)
        stick, folder = tmp_path / f"flashdisk {n}", tmp_path / f"laptop lain {n}"
        stick.mkdir()
        lost.layanan.flashdisk.salin(stick, "Cadangan", quiet)
        with Village.opened(folder, lost.kode, forum=False) as spare:
            (copy,) = spare.layanan.pemulihan.cari(stick, quiet)
            spare.layanan.pemulihan.bawa(copy, quiet)
        return new_village(folder, lost.kode, forum=False)

    return carried


def replacing_ticket(server: Running, village: Village, lost: str) -> str:
    done = server.run("ticket", village.kode, "--mengganti", lost)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def enrol(village: Village, server: Running, ticket: str) -> None:
    enrolment.enrol_now(village.store, village.store.key_place, server.address, ticket)


def received(server: Running, village: Village) -> list[str]:
    query = "SELECT judul FROM kabupaten_usulan WHERE forum_id = ? ORDER BY nomor"
    return [row[0] for row in ledger.rows(server, query, village.layanan.desk.forum_id)]


def titles(village: Village) -> list[str]:
    return [one.judul for one in village.layanan.usulan.daftar()]


def test_what_was_never_sent_arrives_with_the_seal_over_both(
    server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    spare = go_on(broken)
    spare.propose(1)
    spare.seal()
    assert box.unsent(spare.store.connection).usulan == 3
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    summary = spare.exchange()
    assert (summary.catatan, summary.cocok) == ((), True)
    assert received(server, spare) == titles(spare) and len(titles(spare)) == 3
    assert set(spare.receipts) == {one.id for one in spare.layanan.usulan.daftar()}
    assert ledger.events(server, broken.store.device) == broken.events()
    assert ledger.events(server, spare.store.device) == spare.events()
    kode = spare.layanan.segel.sekarang()
    assert kode is not None
    query = "SELECT kode_segel FROM kabupaten_forum WHERE id = ?"
    assert ledger.rows(server, query, spare.layanan.desk.forum_id) == [(kode.kode,)]
    assert not box.unsent(spare.store.connection).kejadian
    assert spare.exchange().terkirim == 0, "and nothing is sent twice"


def test_only_the_rest_travels_where_the_broken_laptop_had_sent_a_part(
    server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    broken.enrol(server)
    broken.exchange()
    held = broken.ack
    broken.propose(3)
    spare = go_on(broken)
    assert box.unsent(spare.store.connection).kejadian == len(broken.events()) - held
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    assert spare.exchange().terkirim == len(broken.events()) - held
    assert len(received(server, spare)) == 5
    with pytest.raises(Revoked):
        broken.exchange()


def test_without_a_word_of_the_kabupaten_nothing_is_taken_and_nothing_is_lost(
    server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    broken.enrol(server)
    spare = go_on(broken)
    enrol(spare, server, server.ticket(spare.kode))
    with pytest.raises(NotHandedOver, match=f"laptop lama {tag(broken)}"):
        spare.exchange()
    assert ledger.events(server, broken.store.device) == []
    done = server.run("cabut", tag(broken), "--pengganti", tag(spare))
    assert done.returncode == 0, done.stderr
    assert spare.exchange().catatan == ()
    assert received(server, spare) == titles(spare)


def test_a_laptop_that_never_had_a_card_is_not_spoken_for_without_a_ticket_that_names_it(
    server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    spare = go_on(broken)
    enrol(spare, server, server.ticket(spare.kode))
    with pytest.raises(NotHandedOver):
        spare.exchange()
    assert ledger.rows(server, "SELECT id FROM kabupaten_perangkat WHERE id = ?", broken.store.device) == []
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    assert spare.exchange().catatan == ()
    with pytest.raises((Revoked, TicketRefused)):
        broken.enrol(server)


def test_a_stranger_cannot_speak_for_it(
    server: Running, broken: Village, new_village: MakeVillage, go_on: Callable[[Village], Village]
) -> None:
    spare, other = go_on(broken), new_village()
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    other.enrol(server)
    copied = other.store.connection
    rows = spare.store.connection.execute("SELECT * FROM jurnal WHERE perangkat = ?", (broken.store.device,)).fetchall()
    copied.executemany(
        f"INSERT INTO jurnal VALUES ({', '.join('?' * len(rows[0]))})", [(None, *row[1:]) for row in rows]
    )
    box.settings.put(copied, f"{box.REPLACED}{broken.store.device}", "0")
    with pytest.raises(NotHandedOver):
        other.exchange()
    assert ledger.rows(server, "SELECT id FROM kabupaten_perangkat WHERE id = ?", broken.store.device) == []


def test_what_it_sent_after_the_copy_was_made_is_told_once_and_the_rest_goes(
    server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    broken.enrol(server)
    broken.exchange()
    broken.propose(1)
    spare = go_on(broken)
    broken.propose_one(judul="Sesudah cadangan")
    broken.exchange()
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    with pytest.raises(WentOn, match=f"Laptop lama {tag(broken)}"):
        spare.exchange()
    spare.propose_one(judul="Di laptop pengganti")
    assert spare.exchange().catatan == ()
    assert {"Sesudah cadangan", "Di laptop pengganti"} <= set(received(server, spare))


def by_stick(village: Village, server: Running, folder: Path) -> Any:
    made = bungkus.siapkan(village.store.connection, village.identity, "2026-01-21T12:00:00+07:00")
    bungkus.catat(village.store, made)
    there, back = folder / "desa.bungkus", folder / "balasan.bungkus"
    there.write_bytes(made.data)
    done = server.run("bungkus", str(there), "--out", str(back))
    assert done.returncode == 0, done.stderr
    return made, bungkus.baca(village.store, village.identity, back.read_bytes())


def test_a_flash_disk_carries_both_streams_too(
    server: Running, broken: Village, go_on: Callable[[Village], Village], tmp_path: Path
) -> None:
    spare = go_on(broken)
    spare.propose(1)
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    made, done = by_stick(spare, server, tmp_path)
    assert made.banyak == done.terkirim == len(broken.events()) + len(spare.events())
    assert done.selesai and not done.ditolak
    assert received(server, spare) == titles(spare)
    assert spare.exchange().terkirim == 0


def test_the_whole_run_of_the_command_line_sends_both(
    server: Running, broken: Village, go_on: Callable[[Village], Village]
) -> None:
    spare = go_on(broken)
    enrol(spare, server, replacing_ticket(server, spare, tag(broken)))
    summary: Summary = run.run(spare.store, spare.identity)
    assert summary.terkirim == len(broken.events())
    assert summary.bukti == 2
