"""The brief form: what both ends hold stays at home, and nothing is believed that the signature does not cover."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import re
import socket
import zlib
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.db import sync as box
from musrenbang_desktop.journal import canonical
from sync.device import exchange
from sync.device.errors import DeviceRefused, NotOurServer
from sync.device.exchange import prepare
from sync.device.link import Link, Short
from sync.wire import batch, brief, compact, problem
from sync.wire.brief import Known
from sync.wire.encoding import from_text, to_text
from sync.wire.errors import Malformed, TooLarge
from sync.wire.phrases import PHRASES_2
from tests.kabupaten import ledger
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village
from tests.sync.weather import Proxy, Stranger
from tests.sync.weather import http as http_answer

DEVICE = "00112233445566778899aabbccddeeff"
counters = st.integers(0, 2**53 - 1)
events = st.lists(
    st.dictionaries(
        st.sampled_from("dfrt"),
        counters | st.text(max_size=9) | st.none() | st.lists(st.integers(0, 9), max_size=3),
        max_size=4,
    ).map(canonical.encode),
    max_size=6,
)


def message(of: list[bytes], first: int = 7, cursor: int = 2, late: dict[str, int] | None = None) -> bytes:
    """An append with an invented signature."""
    news = b"\x05" * 32 if cursor else b""
    return batch.write(DEVICE, first, b"\x03" * 32, of, cursor, lambda _: b"\x09" * 64, news, late)[0]


def known(before: bytes = b"", cursor: int = 2) -> Known:
    return Known(DEVICE, b"\x03" * 32, b"\x05" * 8 if cursor else b"", before)


def pack(body: bytes, before: bytes = b"") -> bytes | None:
    return brief.pack(body, b"\x03" * 32, before, lambda _: b"\x09" * 64)


def complete(packed: bytes, of: Known, cap: int) -> bytes:
    return msgspec.json.encode(brief.complete(brief.split(packed), of, cap))


@given(events, counters.filter(bool), counters, st.binary(max_size=60))
def test_a_message_comes_back_byte_for_byte(of: list[bytes], first: int, cursor: int, before: bytes) -> None:
    body = message(of, first, cursor)
    packed = pack(body, before)
    assert packed is not None
    assert complete(packed, known(before, cursor), len(body) + 5000) == body


def test_what_it_has_no_place_for_is_not_said_in_it() -> None:
    assert pack(message([b'{"t":"a"}'], late={"k7-1": 3})) is None
    assert pack(message([b'{"t":1.50}'])) is not None  # a row travels as it is
    assert pack(b"{}") is None


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(1, 255))
def test_whatever_arrives_is_a_message_or_refused(noise: bytes, place: int, change: int) -> None:
    whole = pack(message([b'{"r":"%d","t":"a"}' % n for n in range(4)]))
    assert whole is not None
    at = place % len(whole)
    for data in (noise, whole[:at], whole + noise, whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :]):
        try:
            assert len(complete(data, known(), 2000)) <= 2000
        except (Malformed, TooLarge):
            continue


@pytest.mark.parametrize("text", [b" " * 10**7, b'[1000000000,[3,"x"]]', b"[-1,[1]]", b"{"])
def test_a_short_form_cannot_grow_beyond_what_is_allowed(text: bytes) -> None:
    stream = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=PHRASES_2)
    packed = bytes(84) + b"\x01\x00" + stream.compress(text) + stream.flush()
    with pytest.raises((TooLarge, Malformed)):
        complete(packed, known(), 10_000)


def test_the_phrases_are_those_that_the_media_type_promises(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another text or another form needs another name: both ends must have the same."""
    assert brief.MEDIA_TYPE == "application/mds2"
    digest = hashlib.sha256(PHRASES_2).hexdigest()
    assert digest == "2f0e35cb3b0d6a4ff406505653c5137714b4d92675363325571e629fa0ee21ff"
    monkeypatch.setattr("secrets.token_bytes", lambda size: b"\x07" * size)
    before = b'{"f":{"hadir":"08.30"},"fo":"k7q2m3ab-1","j":"2026-01-21T09:00:00+07:00","r":"k7q2m3ab-9","t":"x","v":1}'
    expected = message([before.replace(b"-9", b"-12"), before.replace(b"08", b"09")])
    fixed = b"\x09" * 64 + bytes.fromhex(DEVICE)[:8] + b"\x07" * 12
    packed = fixed + bytes.fromhex("0702a3913de016288a453ae83659d2c84700")
    assert complete(packed, known(before), 1000) == expected


def test_an_answer_without_news_is_a_signature_and_nothing_else(server: Running, village: Village) -> None:
    village.propose(2)
    village.enrol(server)
    village.exchange()
    (usulan, *_) = village.receipts
    village.layanan.usulan.ubah(usulan, perkiraan_biaya=125_000_000)
    with Proxy(server.port) as proxy:
        summary = village.exchange(who=village.at(proxy.address))
        head, _, body = proxy.answer.partition(b"\r\n\r\n")
    assert (summary.terkirim, summary.cocok, summary.traffic.round_trips) == (1, True, 1)
    assert len(body) == 64 and b"Content-Type" not in head
    assert ledger.events(server, village.store.device) == village.events()


def test_an_answer_with_news_is_told_in_full(server: Running, village: Village) -> None:
    village.enrol(server)
    village.exchange()
    village.propose(2)
    summary = village.exchange()
    assert (summary.bukti, summary.cocok, summary.traffic.round_trips) == (2, True, 1)
    assert summary.traffic.body_down > 64


def test_a_late_mark_is_said_in_the_form_that_has_a_place_for_it(server: Running, village: Village) -> None:
    village.propose(1)
    village.enrol(server)
    village.exchange()
    village.propose(1)
    late = {village.layanan.desk.forum_id or "": 4}
    outgoing = prepare(village.store.connection, village.identity, late=late)
    assert outgoing.short is None
    assert exchange.apply(village.store, outgoing, exchange.post(outgoing)).terkirim == 1


@pytest.mark.parametrize("body", [bytes(64), b"x" * 64, bytes(63), bytes(65)], ids=["0", "x", "short", "long"])
def test_nobody_else_can_give_that_answer(server: Running, village: Village, body: bytes) -> None:
    village.enrol(server)
    village.exchange()
    village.propose(1)
    with Stranger(http_answer("200 OK", body)) as stranger:
        outgoing = replace(prepare(village.store.connection, village.identity), address=stranger.address)
        assert outgoing.short is not None
        with pytest.raises(NotOurServer):
            exchange.post(outgoing)


def test_an_old_answer_is_no_answer_to_a_new_request(server: Running, village: Village) -> None:
    village.enrol(server)
    village.exchange()
    with Proxy(server.port) as proxy:
        village.exchange(who=village.at(proxy.address))
        old = proxy.answer
    assert old.endswith(b"\r\n\r\n" + old[-64:])
    with Stranger(old) as stranger:
        outgoing = replace(prepare(village.store.connection, village.identity), address=stranger.address)
        with pytest.raises(NotOurServer):
            exchange.post(outgoing)


CANNOT_READ = http_answer(
    "400 Bad Request",
    problem.write("bentuk", "Kiriman tidak bisa dibaca.", 400),
    f"Content-Type: {problem.MEDIA_TYPE}",
).replace(b"Connection: close\r\n", b"")


class LastVersion(Proxy):
    """The server as it was before it knew the form: it cannot read such a message."""

    def __init__(self, port: int) -> None:
        self.asked: list[str] = []
        super().__init__(port)

    def _upward(self, client: socket.socket, server: socket.socket) -> bool:
        request = client.recv(65536)
        while request and len(request.partition(b"\r\n\r\n")[2]) < _number(request, b"Content-Length"):
            request += client.recv(65536)
        if found := re.search(rb"Content-Type: (\S+)", request):
            self.asked.append(found[1].decode())
            if found[1].decode() == brief.MEDIA_TYPE:
                client.sendall(CANNOT_READ)
                return True
        server.sendall(request)
        return bool(request)


def _number(request: bytes, name: bytes) -> int:
    found = re.search(name + rb": (\d+)", request)
    return int(found[1]) if found else 1


def test_a_new_laptop_and_the_server_of_the_last_version(server: Running, village: Village) -> None:
    village.propose(2)
    village.enrol(server)
    with LastVersion(server.port) as old:
        for count, round_trips in ((3, 1), (0, 2)):
            summary = village.exchange(who=village.at(old.address))
            assert (summary.terkirim, summary.cocok, summary.traffic.round_trips) == (count, True, round_trips)
    assert old.asked == ["application/mds1", "application/mds2", "application/mds1"]


def test_a_laptop_of_the_last_version_and_a_new_server(server: Running, village: Village) -> None:
    village.propose(2)
    village.enrol(server)
    outgoing = replace(prepare(village.store.connection, village.identity), short=None)
    with Link(outgoing.address) as link:
        for count in (3, 0):
            done = exchange.apply(village.store, outgoing, exchange.post(outgoing, link=link))
            assert (done.terkirim, done.cocok) == (count, True)
            outgoing = replace(prepare(village.store.connection, village.identity), short=None)
        assert link.post_message(batch.PATH, outgoing.body).headers["content-type"] == compact.MEDIA_TYPE


def test_every_form_is_answered_alike(server: Running, village: Village) -> None:
    village.propose(2)
    village.enrol(server)
    village.exchange()
    outgoing = prepare(village.store.connection, village.identity)
    with Link(server.address) as link:
        replies = [
            link.post_message(batch.PATH, outgoing.body, outgoing.short),
            link.post_message(batch.PATH, outgoing.body),
            link.post(batch.PATH, outgoing.body, batch.MEDIA_TYPE),
        ]
    assert len({(reply.status, reply.media_type, reply.body, reply.headers["tanda"]) for reply in replies}) == 1


def test_what_the_server_cannot_complete_is_said_in_full(server: Running, village: Village) -> None:
    """Here the laptop holds other news than the server: the signature does not cover what the server adds."""
    village.propose(1)
    village.enrol(server)
    village.exchange()
    with village.store.transaction():
        village.store.connection.execute("UPDATE kabar SET isi = CAST(replace(isi, 'BT-', 'XX-') AS BLOB)")
    summary = village.exchange()
    assert (summary.cocok, summary.traffic.round_trips) == (True, 2)
    assert box.news(village.store.connection) == [canonical.encode(one) for one in ledger.news(server, village.kode)]


def test_a_forged_message_is_refused_in_words(server: Running, village: Village) -> None:
    village.enrol(server)
    village.exchange()
    held = ledger.events(server, village.store.device)
    village.propose(1)
    outgoing = prepare(village.store.connection, village.identity)
    assert outgoing.short is not None
    value = msgspec.json.decode(outgoing.body, type=batch.Append)
    forged = msgspec.json.encode(msgspec.structs.replace(value, t=to_text(bytes(64))))
    for signature in (bytes(64), from_text(value.t, 64)):  # that of one form is none in the other
        short = Short(signature + outgoing.short.packed[64:], outgoing.short.expected)
        with pytest.raises(DeviceRefused):
            exchange.post(replace(outgoing, body=forged, short=short))
    assert ledger.events(server, village.store.device) == held


@pytest.mark.parametrize(
    "noise",
    [b"", bytes(84), bytes(84) + b"\x01\x00", b"\xff" * 200, bytes(84) + b"\x01\x80\x00", bytes(84) + b"\x00\x00"],
    ids=["empty", "no counter", "nobody", "ff", "long counter", "zero"],
)
def test_noise_in_this_form_is_refused_in_words(server: Running, noise: bytes) -> None:
    asked = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    asked.request("POST", batch.PATH, noise, {"Content-Type": brief.MEDIA_TYPE})
    answer = asked.getresponse()
    refusal = problem.read(answer.read())
    asked.close()
    assert (answer.status, refusal.kind) == (400, "bentuk")
    assert refusal.title.endswith(".")


def test_who_has_no_key_learns_nothing_of_an_event_that_the_server_holds(server: Running, village: Village) -> None:
    """Whoever knows a device can have its events stand behind the phrases; what comes of it must not be told apart."""
    village.propose(1)
    village.enrol(server)
    village.exchange()
    device = bytes.fromhex(village.store.device)
    (*_, held) = village.events()
    answers = set()
    for guess in (held, held.replace(b"usulan", b"dugaan"), bytes(len(held))):
        for text in (held, held[:-1], b"[1,[1," + held + b"]]", held + b" " * 2**21):
            stream = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=PHRASES_2 + guess)
            events = stream.compress(text) + stream.flush()
            seq = len(village.events()) + 1
            packed = bytes(64) + device[:8] + bytes(12) + bytes([seq, 0]) + events
            asked = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
            asked.request("POST", batch.PATH, packed, {"Content-Type": brief.MEDIA_TYPE})
            answer = asked.getresponse()
            answers.add((answer.status, answer.read()))
            asked.close()
    assert len(answers) == 1


class Squeezing(Proxy):
    """Packs every answer, as whoever is not told which codings are taken may do, and says so in the head."""

    def _downward(self, server: socket.socket, client: socket.socket) -> bool:
        answer = server.recv(65536)
        head, _, body = answer.partition(b"\r\n\r\n")
        while answer and len(body) < _number(head, b"Content-Length"):
            body += server.recv(65536)
        packed = gzip.compress(body)
        head = re.sub(rb"Content-Length: \d+", b"Content-Length: %d\r\nContent-Encoding: gzip" % len(packed), head)
        client.sendall(head + b"\r\n\r\n" + packed if answer else b"")
        return bool(answer)


def test_a_proxy_that_packs_every_answer_does_no_harm(server: Running, village: Village) -> None:
    village.propose(1)
    village.enrol(server)
    with Squeezing(server.port) as proxy:
        for count in (2, 0):
            summary = village.exchange(who=village.at(proxy.address))
            assert (summary.terkirim, summary.cocok, summary.traffic.round_trips) == (count, True, 1)
