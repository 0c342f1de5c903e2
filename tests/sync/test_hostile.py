"""Villages and strangers that mean harm, and what they must not reach."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from sync.device import enrolment, link
from sync.device.errors import TicketRefused, Unreachable
from sync.device.link import Link
from tests.kabupaten import ledger
from tests.kabupaten.running import PASSWORD, Browser, Running
from tests.kabupaten.villages import Village

MakeVillage = Callable[..., Village]


def write_event(village: Village, forum: str, kind: str, record: str, fields: dict[str, Any]) -> None:
    with village.store.act(forum) as act:
        act.append(kind, record, fields)


def test_making_the_rows_again_takes_nothing_from_another_village(server: Running, new_village: MakeVillage) -> None:
    victim, village = new_village(), new_village()
    (usulan,) = victim.propose(1)
    forum = victim.layanan.desk.forum_id
    victim.enrol(server)
    victim.exchange()
    own = village.layanan.desk.forum_id
    write_event(village, own, "usulan.catat", usulan, {"judul": "Direbut", "nomor": 9})
    new = f"{village.store.tag}-901"
    write_event(village, new, "usulan.catat", f"{village.store.tag}-902", {"judul": "Menunggu", "nomor": 1})
    write_event(village, new, "forum.buka", new, {"desa": "Baru", "kode_wilayah": village.kode})
    write_event(village, forum, "forum.ubah", forum, {"desa": "Direbut"})
    village.enrol(server)
    summary = village.exchange()
    assert {each.code for each in summary.catatan} == {"WILAYAH"}
    found = ledger.rows(server, "SELECT judul, forum_id FROM kabupaten_usulan WHERE id = ?", usulan)
    assert found == [("Drainase gang 1", forum)]
    assert ledger.rows(server, "SELECT desa_id FROM kabupaten_forum WHERE id = ?", forum) == [(victim.kode,)]


@pytest.mark.parametrize("year", [-1, 0, 10**15, 99999])
def test_no_year_of_a_village_breaks_the_first_page(server: Running, village: Village, year: int) -> None:
    forum = village.layanan.desk.forum_id
    write_event(village, forum, "forum.ubah", forum, {"tahun_rencana": year, "tanggal": "0000-13-99", "pagu": -5})
    village.enrol(server)
    village.exchange()
    browser = Browser(server.address)
    assert browser.get("/").status == 200
    assert browser.get(f"/desa/{village.kode}").status in (200, 404)


def test_villages_may_enrol_at_the_same_moment(server: Running, new_village: MakeVillage) -> None:
    villages = [new_village(forum=False) for _ in range(6)]
    ready = [enrolment.prepare(v.store.connection, v.store.key_place, server.address, server.ticket(v.kode))
             for v in villages]  # fmt: skip
    start = threading.Barrier(len(ready))

    def post(each: enrolment.Enrolling) -> int:
        start.wait(10)
        return enrolment.post(each).card.serial

    with ThreadPoolExecutor(len(ready)) as pool:
        serials = list(pool.map(post, ready))
    assert len(set(serials)) == len(serials)


def test_a_used_ticket_stays_used_when_its_laptop_gets_a_new_one(server: Running, new_village: MakeVillage) -> None:
    first, thief = new_village(), new_village()
    used = server.ticket(first.kode)
    enrolment.enrol_now(first.store, first.store.key_place, server.address, used)
    first.enrol(server)
    with pytest.raises(TicketRefused, match="sudah dipakai"):
        enrolment.enrol_now(thief.store, thief.store.key_place, server.address, used)
    enrolment.enrol_now(first.store, first.store.key_place, server.address, used)
    assert first.exchange().cocok is True


def test_a_laptop_of_another_village_is_told_so(server: Running, new_village: MakeVillage) -> None:
    village, other = new_village(), new_village()
    village.enrol(server)
    with pytest.raises(TicketRefused, match="desa lain"):
        village.enrol(server, kode=other.kode)


def test_an_usulan_that_its_village_took_back_gets_no_decision(server: Running, village: Village) -> None:
    _, taken = village.propose(2)
    village.enrol(server)
    village.exchange()
    browser = Browser(server.address)
    browser.log_in(server.staff("petugas.tarik"))
    path = f"/petugas/usulan/{taken}"
    assert 'name="putusan"' in browser.get(path).text
    village.layanan.usulan.batalkan(taken, "tercatat dua kali")
    village.exchange()
    page = browser.post(path, putusan="diterima", terakhir="0")
    assert "sudah ditarik desa" in page.text and 'name="putusan"' not in page.text
    assert village.exchange().jawaban == 0 and village.answers == []


@pytest.mark.parametrize("address", ["http://*.id", "http://.id", "kab kota.id", "http://x\u200by.id", "http://\u2025"])
def test_an_address_that_none_can_reach_is_one_sentence(address: str) -> None:
    with pytest.raises(Unreachable, match="Alamat server tidak bisa dibaca"):
        Link(address).post("/api/v1/append", b"1", "text/plain")


def test_an_address_without_its_http_is_told_so(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "CONNECT_S", 0.3)
    monkeypatch.setattr(link, "READ_S", 0.3)
    with pytest.raises(Unreachable, match="termasuk http://"):
        Link(f"127.0.0.1:{server.port}").post("/api/v1/append", b"1", "text/plain")


def test_staff_log_in_through_a_proxy_with_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And whoever fails too often closes the door for himself only, not for the officer."""
    monkeypatch.setenv("MUSRENBANG_KABUPATEN_HTTPS", "1")
    server = Running(tmp_path / "kabupaten").start()
    try:
        server.staff("camat")
        for _ in range(5):
            assert log_in_through_tls(server, "10.9.9.9", "salah sekali") == (403, "")
        assert log_in_through_tls(server, "10.9.9.9", PASSWORD) == (429, "")
        assert log_in_through_tls(server, "10.1.1.1", PASSWORD) == (302, "/petugas")
    finally:
        server.stop()


def log_in_through_tls(server: Running, asker: str, sandi: str) -> tuple[int, str]:
    """Status and address after the form, as a browser behind the proxy sends it."""
    headers = {"Host": "kabupaten.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": asker}
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    try:
        connection.request("GET", "/masuk", headers=headers)
        response = connection.getresponse()
        cookie = response.headers["Set-Cookie"]
        assert "Secure" in cookie and "HttpOnly" in cookie
        token = re.findall(r'value="(\w{64})"', response.read().decode())[0]
        form = urlencode({"csrfmiddlewaretoken": token, "nama": "camat", "sandi": sandi})
        headers |= {"Cookie": cookie.partition(";")[0], "Origin": "https://kabupaten.example",
                    "Content-Type": "application/x-www-form-urlencoded"}  # fmt: skip
        connection.request("POST", "/masuk", form, headers)
        response = connection.getresponse()
        response.read()
        return response.status, response.headers.get("Location", "")
    finally:
        connection.close()
