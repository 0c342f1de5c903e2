"""Whoever answers in the server's place is believed about nothing."""

from __future__ import annotations

import gzip
import json

import pytest

from sync.device import enrolment
from sync.device.errors import Busy, NotOurServer, TooBig, Unreachable
from sync.wire.encoding import to_text
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village
from tests.sync.sentences import check_sentence
from tests.sync.weather import Proxy, Stranger, http

HTML = b"<!doctype html><title>Wifi Gratis</title><form action=/login>Masuk dulu</form>"
FORGED = json.dumps({"n": "AAAAAAAAAAAAAAAA", "a": 2, "h": "A" * 22}).encode()

STRANGERS = {
    "302": (http("302 Found", b"", "Location: http://wifi.example/login"), NotOurServer),
    "307 to itself": (http("307 Temporary Redirect", b"", "Location: /api/v1/append"), NotOurServer),
    "200 with HTML": (http("200 OK", HTML, "Content-Type: text/html"), NotOurServer),
    "200 with HTML called JSON": (http("200 OK", HTML, "Content-Type: application/json"), NotOurServer),
    "unsigned": (http("200 OK", FORGED, "Content-Type: application/json"), NotOurServer),
    "wrongly signed": (
        http("200 OK", FORGED, "Content-Type: application/json", f"Tanda: {to_text(bytes(64))}"),
        NotOurServer,
    ),
    "signature is nonsense": (http("200 OK", FORGED, "Content-Type: application/json", "Tanda: %%%"), NotOurServer),
    "511": (http("511 Network Authentication Required", HTML, "Content-Type: text/html"), NotOurServer),
    "403 by a proxy": (http("403 Forbidden", HTML, "Content-Type: text/html"), NotOurServer),
    "404": (http("404 Not Found", HTML, "Content-Type: text/html"), NotOurServer),
    "unsigned refusal": (
        http("403 Forbidden", b'{"type":"urn:musrenbang:perangkat","title":"x","status":403}',
             "Content-Type: application/problem+json"),
        NotOurServer,
    ),
    "broken gzip": (
        http("200 OK", b"\x1f\x8b\x08not gzip", "Content-Type: application/json", "Content-Encoding: gzip"),
        NotOurServer,
    ),
    "zip bomb": (
        http("200 OK", gzip.compress(bytes(50_000_000)), "Content-Type: application/json", "Content-Encoding: gzip"),
        NotOurServer,
    ),
    "endless": (http("200 OK", bytes(3_000_000), "Content-Type: application/json"), NotOurServer),
    "garbage": (b"\x00\x01\x02 this is not HTTP\r\n\r\n", Unreachable),
    "silence": (b"", Unreachable),
    "half an answer": (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", Unreachable),
    "503": (http("503 Service Unavailable", b"", "Retry-After: 30"), Busy),
    "502 by a proxy": (http("502 Bad Gateway", HTML, "Content-Type: text/html"), Busy),
    "413 by a proxy": (http("413 Content Too Large", HTML, "Content-Type: text/html"), TooBig),
}  # fmt: skip

#: Whoever does not know the short form may answer so: it is asked once more, plain.
ASKED_PLAIN = {"403 by a proxy"}


@pytest.fixture
def backend() -> str:
    """What strangers say has nothing to do with the server's database."""
    return "sqlite"


@pytest.fixture
def enrolled(server: Running, village: Village) -> Village:
    village.propose(1)
    village.enrol(server)
    return village


@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_changes_nothing_and_is_told_in_one_sentence(enrolled: Village, name: str) -> None:
    answer, expected = STRANGERS[name]
    with Stranger(answer) as stranger, pytest.raises(expected) as caught:
        enrolled.exchange(who=enrolled.at(stranger.address))
    assert stranger.asked == 1 + (name in ASKED_PLAIN)
    assert (enrolled.ack, enrolled.receipts) == (0, {})
    check_sentence(caught.value)


def test_busy_says_how_long_to_wait(enrolled: Village) -> None:
    answer, _ = STRANGERS["503"]
    with Stranger(answer) as stranger, pytest.raises(Busy) as caught:
        enrolled.exchange(who=enrolled.at(stranger.address))
    assert caught.value.wait == 30


def test_an_answer_that_was_signed_for_another_request_is_not_believed(server: Running, enrolled: Village) -> None:
    with Proxy(server.port) as proxy:
        enrolled.exchange(who=enrolled.at(proxy.address))
        old = proxy.answer
    enrolled.propose_one(judul="Baru")
    with Stranger(old) as stranger, pytest.raises(NotOurServer):
        enrolled.exchange(who=enrolled.at(stranger.address))
    assert enrolled.ack == 2


def test_one_changed_bit_in_an_answer_is_noticed(server: Running, enrolled: Village) -> None:
    with Proxy(server.port) as proxy:
        enrolled.exchange(who=enrolled.at(proxy.address))
        answer = bytearray(proxy.answer)
    answer[-5] ^= 1
    with Stranger(bytes(answer)) as stranger, pytest.raises(NotOurServer):
        enrolled.exchange(who=enrolled.at(stranger.address))


@pytest.mark.parametrize("name", ["302", "200 with HTML", "unsigned", "garbage", "503"])
def test_enrolment_believes_no_stranger(village: Village, server: Running, name: str) -> None:
    answer, expected = STRANGERS[name]
    ticket = server.ticket(village.kode)
    with Stranger(answer) as stranger, pytest.raises(expected) as caught:
        enrolment.enrol_now(village.store, village.store.key_place, stranger.address, ticket)
    check_sentence(caught.value)
    assert village.enrol(server).kode == village.kode
