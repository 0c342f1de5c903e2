"""The counter for flash disks in the browser of a clerk."""

from __future__ import annotations

import re

import requests

from sync.device import bungkus
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


def test_nobody_reads_a_stick_without_an_account(server: Running) -> None:
    answer = requests.post(f"{server.address}/petugas/bungkus", timeout=20, allow_redirects=False)
    assert answer.status_code in (302, 403)
