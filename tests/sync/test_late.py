"""A forum behind the kabupaten's calendar carries the same mark whichever way it goes, and is never refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from sync.device import bungkus
from sync.wire import batch
from sync.wire.errors import Malformed, TooLarge
from tests.kabupaten import ledger
from tests.kabupaten.running import Browser, Running
from tests.kabupaten.villages import Village
from tests.paket import berkas, contoh_paket
from tests.village import START

DAYS = 30


@pytest.fixture
def late(server: Running, village: Village, tmp_path: Path) -> Village:
    """An enrolled village that has the calendar, and whose clock stands thirty days behind the close."""
    desa = village.layanan
    desa.paket.pasang(desa.paket.periksa(berkas(tmp_path, contoh_paket())))
    desa.paket.pakai()
    desa.desk.store.clock = lambda: START + timedelta(days=10 + DAYS)
    village.propose(1)
    village.enrol(server)
    return village


def by_network(village: Village, _server: Running, _folder: Path) -> None:
    outgoing = village.layanan.kalender.tanda()
    assert list(outgoing.values()) == [DAYS]
    from sync.device import run

    run.run(village.store, village.identity, tries=1, sleep=lambda _: None, late=outgoing)


def by_stick(village: Village, server: Running, folder: Path) -> None:
    made = bungkus.siapkan(
        village.store.connection, village.identity, "2026-03-02T09:00:00+07:00", village.layanan.kalender.tanda()
    )
    bungkus.catat(village.store, made)
    (folder / "a.bungkus").write_bytes(made.data)
    done = server.run("bungkus", str(folder / "a.bungkus"), "--out", str(folder / "b.bungkus"))
    assert f"terlambat {DAYS} hari" in done.stdout, done.stderr


def marked(server: Running, village: Village) -> list[str]:
    """The marks with days in the staff's list of this village; without days one says that it came after the close."""
    page = Browser(server.address).log_in(server.staff(f"telat-{village.kode}", wilayah=village.kode))
    return re.findall(r"terlambat \d+ hari", page.text)


@pytest.mark.parametrize("way", [by_network, by_stick])
def test_the_mark_is_the_same_by_network_and_by_stick(
    server: Running, late: Village, tmp_path: Path, way: Callable[[Village, Running, Path], None]
) -> None:
    way(late, server, tmp_path)
    assert ledger.verdicts(server, late.store.device) == []
    assert marked(server, late) == [f"terlambat {DAYS} hari"]
    assert "terlambat" not in Browser(server.address).get(f"/desa/{late.kode}/2027").text, "a mark for the staff"


def test_in_time_nothing_is_said_and_nothing_travels(server: Running, village: Village) -> None:
    village.propose(1)
    village.enrol(server)
    assert village.layanan.kalender.tanda() == {}
    assert b'"k":' not in batch.write(village.store.device, 1, bytes(32), [], 0, lambda _: bytes(64))[0]
    village.exchange()
    assert marked(server, village) == []


@pytest.mark.parametrize("way", [by_network, by_stick])
def test_a_mark_is_taken_back_when_the_kabupaten_gave_more_days(
    server: Running, late: Village, tmp_path: Path, way: Callable[[Village, Running, Path], None]
) -> None:
    way(late, server, tmp_path)
    assert marked(server, late) == [f"terlambat {DAYS} hari"]
    late.layanan.desk.store.clock = lambda: START
    forum, kalender = late.layanan.desk.forum_id, late.layanan.kalender
    assert kalender.tanda() == {forum: 0}
    made = bungkus.siapkan(late.store.connection, late.identity, "2026-01-22T09:00:00+07:00", kalender.tanda())
    bungkus.catat(late.store, made)
    assert kalender.tanda() == {forum: 0}, "a stick may never arrive"
    from sync.device import run

    run.run(late.store, late.identity, tries=1, sleep=lambda _: None, late=kalender.tanda())
    assert marked(server, late) == []
    assert kalender.tanda() == {}, "said once"


def test_nobody_marks_the_forum_of_another_laptop(
    server: Running, village: Village, new_village: Callable[..., Village]
) -> None:
    village.enrol(server)
    village.exchange()
    other = new_village(kode=village.kode, forum=False)
    other.enrol(server)
    from sync.device import run

    run.run(other.store, other.identity, tries=1, late={village.layanan.desk.forum_id: 9})
    assert marked(server, village) == []


def test_the_mark_is_signed() -> None:
    seen: list[bytes] = []

    def sign(message: bytes) -> bytes:
        seen.append(message)
        return bytes(64)

    for days in (None, {"a-1": 3}, {"a-1": 4}):
        batch.write("00" * 16, 1, bytes(32), [], 0, sign, late=days)
    tails = [message[len(seen[0]) :] for message in seen]
    assert tails == [b"", b'{"a-1":3}', b'{"a-1":4}']


@pytest.mark.parametrize("mark", ['{"a":-1}', '{"a":99999}', '{"a":"x"}', "[]", '{"a":1.5}', '{"\u00e9":1}', '{"":1}'])
def test_a_mark_of_another_shape_is_no_message(mark: str) -> None:
    body = batch.write("00" * 16, 1, bytes(32), [], 0, lambda _: bytes(64))[0]
    with pytest.raises((Malformed, TooLarge)):
        batch.read(body[:-1] + f',"k":{mark}}}'.encode())
