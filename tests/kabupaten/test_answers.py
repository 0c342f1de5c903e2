"""Whatever goes wrong at the server, devices and people get our sentence, and the log quotes nobody."""

from __future__ import annotations

import contextlib
import os
import socket
import urllib.request
from dataclasses import replace

import pytest

from sync.device.errors import Busy, TooBig, Unreadable
from sync.device.exchange import post, prepare
from sync.wire import answer, limits, problem
from tests.kabupaten import ledger
from tests.kabupaten.running import Browser, Running
from tests.kabupaten.villages import Village


def ask(server: Running, request: bytes) -> tuple[int, dict[str, str], bytes]:
    """Send bytes as they are; status, headers and body of the answer."""
    data = b""
    for _ in range(5):  # an answer that comes while the request is still travelling may be cut off with it
        with contextlib.suppress(ConnectionError), socket.create_connection(("127.0.0.1", server.port), 20) as line:
            line.sendall(request)
            while piece := line.recv(65536):
                data += piece
        if data:
            break
    head, _, body = data.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (row.partition(":") for row in rest)}
    return int(first.split()[1]), headers, body


LONG = b"POST /api/v1/append HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % (limits.MAX_BODY + 1)


@pytest.mark.parametrize(
    ("request_bytes", "status", "kind"),
    [
        (b"POST /api/v1/append\x00 HTTP/9\r\n\r\n", 400, "bentuk"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 20_000 + b"\r\n\r\n", 431, "besar"),
        (LONG, 413, "besar"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501, "bentuk"),
        (b"GET http://[x HTTP/1.1\r\nHost: x\r\n\r\n", 400, "bentuk"),
    ],
    ids=["no request", "long head", "long body", "coding", "no address"],
)
def test_what_never_reaches_the_program_is_answered_in_our_words(
    server: Running, village: Village, request_bytes: bytes, status: int, kind: str
) -> None:
    village.enrol(server)
    found, headers, body = ask(server, request_bytes)
    assert (found, headers["content-type"]) == (status, problem.MEDIA_TYPE)
    told = problem.read(body)
    assert (told.kind, told.status) == (kind, status) and told.title.endswith(".")
    assert answer.is_signed(village.identity.server_key, headers[answer.SIGNATURE_HEADER.lower()], body)
    assert b"waitress" not in body and b"Request" not in body


def test_a_request_that_is_too_long_makes_the_laptop_send_less(server: Running, village: Village) -> None:
    village.enrol(server)
    outgoing = prepare(village.store.connection, village.identity)
    with pytest.raises(TooBig, match="bagian yang lebih kecil"):
        post(replace(outgoing, body=os.urandom(limits.MAX_BODY + 1000)))


@pytest.mark.parametrize("body", [b"rusak", b"{}", b""])
def test_a_request_that_was_damaged_on_the_way_is_one_plain_sentence(
    server: Running, village: Village, body: bytes
) -> None:
    village.enrol(server)
    outgoing = prepare(village.store.connection, village.identity)
    with pytest.raises(Unreadable, match="Semua data aman di laptop ini"):
        post(replace(outgoing, body=body))


def test_a_whole_bungkus_fits_through_the_counter(server: Running, village: Village) -> None:
    browser = Browser(server.address)
    browser.log_in(server.staff(f"loket-{village.kode}"))
    page = browser.get("/petugas/bungkus")
    boundary = b"batas"
    parts = [
        b'Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n' + browser.token.encode(),
        b'Content-Disposition: form-data; name="berkas"; filename="a.bungkus"\r\n\r\n' + bytes(3 * limits.MAX_BODY),
    ]
    form = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts) + b"--" + boundary + b"--\r\n"
    request = urllib.request.Request(
        page.url, data=form, headers={"Content-Type": "multipart/form-data; boundary=batas"}
    )
    told = browser._open(request)
    assert told.status == 400 and "Bungkus tidak bisa dibaca" in told.text


def test_a_fault_is_logged_by_its_kind_and_place_and_quotes_nothing(own_server: Running, village: Village) -> None:
    """The words of a database are often those of the village: here the name of a table stands for them."""
    village.propose(1)
    village.enrol(own_server)
    ledger.write(own_server, "ALTER TABLE kabupaten_usulan RENAME TO rahasia_desa")
    browser = Browser(own_server.address)
    assert browser.get("/").status in (200, 500)
    page = browser.get(f"/desa/{village.kode}/2027")
    assert page.status in (404, 500) and "Traceback" not in page.text
    with pytest.raises(Busy):
        village.exchange()
    log = own_server.log.read_text()
    assert "django.db.utils." in log and "apply.py:" in log, log
    for words in ("kabupaten_usulan", "SELECT", "Traceback", "no such table", "does not exist", "rahasia"):
        assert words not in log


def test_old_sessions_are_gone_after_a_start_and_after_a_login(own_server: Running) -> None:
    count = "SELECT count(*) FROM django_session"
    browser = Browser(own_server.address)
    browser.log_in(own_server.staff("camat-sesi"))
    assert ledger.rows(own_server, count) == [(1,)]
    ledger.write(own_server, "UPDATE django_session SET expire_date = ?", "2026-01-01 00:00:00")
    own_server.stop()
    own_server.start()
    assert ledger.rows(own_server, count) == [(0,)]
    browser.log_in("camat-sesi")
    ledger.write(own_server, "UPDATE django_session SET expire_date = ?", "2026-01-01 00:00:00")
    Browser(own_server.address).log_in("camat-sesi")
    assert ledger.rows(own_server, count) == [(1,)]
