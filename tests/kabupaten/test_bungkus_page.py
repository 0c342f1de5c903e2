"""The counter for flash disks in the browser of a clerk."""

from __future__ import annotations

import base64
import html
import re

import msgspec
import pytest
import requests

from musrenbang_desktop.journal import keys
from sync.device import bungkus
from sync.wire import bungkus as wire
from tests.kabupaten.running import PASSWORD, Running
from tests.kabupaten.villages import Village


def clerk(server: Running) -> requests.Session:
    """A browser in which a clerk is logged in."""
    session = requests.Session()
    page = session.get(f"{server.address}/masuk", timeout=20)
    fields = {"csrfmiddlewaretoken": token(page), "nama": server.staff("loket"), "sandi": PASSWORD}
    assert session.post(f"{server.address}/masuk", fields, timeout=20).url.endswith("/petugas")
    return session


def token(page: requests.Response) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
    assert found is not None
    return found[1]


def upload(session: requests.Session, server: Running, data: bytes) -> requests.Response:
    address = f"{server.address}/petugas/bungkus"
    fields = {"csrfmiddlewaretoken": token(session.get(address, timeout=20))}
    return session.post(address, fields, files={"berkas": ("desa.bungkus", data)}, timeout=20)


def test_a_clerk_reads_a_stick_and_downloads_the_answer(new_village: object, server: Running) -> None:
    assert callable(new_village)
    desa: Village = new_village()
    desa.enrol(server)
    desa.propose(3)
    made = bungkus.siapkan(desa.store.connection, desa.identity, "2026-01-21T15:00:00+07:00")
    bungkus.catat(desa.store, made)
    with clerk(server) as session:
        answer = upload(session, server, made.data)
        assert answer.status_code == 200
        assert f'filename="balasan-{desa.kode}-' in answer.headers["Content-Disposition"]
        assert bungkus.baca(desa.store, desa.identity, answer.content).bukti == 3
        refused = upload(session, server, made.data[:-1])
        assert refused.status_code == 400
        assert "tanda tangannya tidak cocok" in refused.text


def test_a_late_bundle_is_marked_and_taken(new_village: object, server: Running) -> None:
    assert callable(new_village)
    desa: Village = new_village()
    desa.enrol(server)
    desa.propose(2)
    late = {desa.layanan.desk.forum_id: 9}
    made = bungkus.siapkan(desa.store.connection, desa.identity, "2026-01-21T15:00:00+07:00", late)
    bungkus.catat(desa.store, made)
    with clerk(server) as session:
        told = upload(session, server, made.data)
        assert told.status_code == 200
        assert "Terlambat 9 hari dari kalender. 3 catatan tetap diterima." in told.text
        back = re.search(r'base64,([^"]+)', told.text)
        assert back is not None
        assert bungkus.baca(desa.store, desa.identity, base64.b64decode(html.unescape(back[1]))).bukti == 2


def test_the_name_of_the_answer_is_not_the_word_of_the_laptop(new_village: object, server: Running) -> None:
    assert callable(new_village)
    desa: Village = new_village()
    desa.enrol(server)
    made = bungkus.siapkan(desa.store.connection, desa.identity, "2026-01-21T15:00:00+07:00")
    kepala, body = wire.read(made.data)
    private = desa.identity.private
    claimed = msgspec.structs.replace(kepala, kode="x\r\nSet-Cookie: a=b")
    data = wire.write(claimed, body, lambda message: keys.sign(private, message))
    with clerk(server) as session:
        answer = upload(session, server, data)
    assert answer.status_code == 200
    assert f'filename="balasan-{desa.kode}-' in answer.headers["Content-Disposition"]


def test_nobody_reads_a_stick_without_an_account(server: Running) -> None:
    """The token of a public form is at hand: what stops a stranger is the missing account."""
    address = f"{server.address}/petugas/bungkus"
    with requests.Session() as stranger:
        fields = {"csrfmiddlewaretoken": token(stranger.get(f"{server.address}/masuk", timeout=20))}
        answer = stranger.post(address, fields, files={"berkas": b"x"}, timeout=20, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/masuk?lanjut=/petugas/bungkus")


def test_a_clerk_sees_what_was_refused_and_still_carries_the_answer(
    new_village: object, server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two messages, the second signed wrongly: the page names it, and the answer on the page is a whole one."""
    assert callable(new_village)
    desa: Village = new_village()
    desa.enrol(server)
    desa.propose(3)
    events = desa.store.head.seq - desa.ack
    monkeypatch.setattr(bungkus.limits, "MAX_EVENTS", events - 1)
    sign, made = keys.sign, []

    def spoilt(private: bytes, message: bytes) -> bytes:
        made.append(message)
        return sign(private, message if len(made) != 2 else message + b"x")

    monkeypatch.setattr(keys, "sign", spoilt)
    written = bungkus.siapkan(desa.store.connection, desa.identity, "2026-01-21T15:00:00+07:00")
    monkeypatch.setattr(keys, "sign", sign)
    bungkus.catat(desa.store, written)
    with clerk(server) as session:
        page = upload(session, server, written.data)
    assert page.status_code == 200
    assert f"Catatan ke-{desa.store.head.seq} sampai ke-{desa.store.head.seq} tidak diterima" in page.text
    found = re.search(r'href="data:application/octet-stream;base64,([^"]+)" download="balasan-', page.text)
    assert found is not None
    done = bungkus.baca(desa.store, desa.identity, base64.b64decode(html.unescape(found[1])))
    assert (done.terkirim, len(done.ditolak)) == (events - 1, 1)
