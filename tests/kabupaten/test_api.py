"""What anybody may send to the addresses of the devices: never a 5xx, never a change."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import json
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.db.store import Head
from musrenbang_desktop.journal import chain, keys
from sync.wire import batch, enrol, limits, problem
from sync.wire.encoding import to_text
from tests.kabupaten import ledger
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village

PATHS = st.sampled_from((batch.PATH, enrol.PATH))

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


class Raw:
    """Sends any bytes as a request on one connection."""

    def __init__(self, server: Running) -> None:
        self._port = server.port
        self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)

    def send(self, path: str, body: bytes, method: str = "POST", **headers: str) -> tuple[int, dict[str, str], bytes]:
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        for _ in range(5):  # a refusal that comes while the body is still travelling may be cut off with it
            try:
                response = self._ask(method, path, body, names)
                break
            except (http.client.HTTPException, OSError):
                self._connection.close()
        else:
            raise AssertionError("no answer in five tries")
        data = response.read()
        found = {name.lower(): value for name, value in response.getheaders()}
        return response.status, found, data

    def _ask(self, method: str, path: str, body: bytes, names: dict[str, str]) -> http.client.HTTPResponse:
        with contextlib.suppress(BrokenPipeError):  # refused before all was sent: the answer is there to be read
            self._connection.request(method, path, body, names)
        return self._connection.getresponse()

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def raw(server: Running):
    found = Raw(server)
    yield found
    found.close()


def check_refused(status: int, headers: dict[str, str], body: bytes) -> None:
    assert 400 <= status < 500, body
    assert headers["content-type"] == problem.MEDIA_TYPE
    refusal = problem.read(body)
    assert refusal.status == status and refusal.title.endswith(".")


def test_any_bytes(raw: Raw) -> None:
    @given(PATHS, st.binary(max_size=400), st.sampled_from(("", "gzip", "identity", "br", "gzip, gzip")))
    def refused(path: str, body: bytes, coding: str) -> None:
        check_refused(*raw.send(path, body, Content_Encoding=coding))

    refused()


def test_any_json(raw: Raw) -> None:
    @given(PATHS, json_values)
    def refused(path: str, value: Any) -> None:
        check_refused(*raw.send(path, json.dumps(value).encode()))

    refused()


def test_an_append_with_one_wrong_field(raw: Raw, server: Running, village: Village) -> None:
    village.enrol(server)
    village.exchange()
    good = json.loads(valid_append(village, []))

    @given(st.sampled_from(sorted(good)), json_values)
    def refused(key: str, value: Any) -> None:
        body = json.dumps({**good, key: value}).encode()
        status, headers, answer = raw.send(batch.PATH, body)
        if status == 200:  # an unknown key or the same value
            assert value == good[key] or (key == "e" and value == [])
        else:
            check_refused(status, headers, answer)

    refused()
    assert ledger.events(server, village.store.device) == village.events()


def test_any_event_in_a_signed_batch_is_stored_and_judged(raw: Raw, server: Running, village: Village) -> None:
    """An enrolled laptop may be broken or hostile: its stream is kept, the pages stay up."""
    village.enrol(server)
    village.exchange()
    forum = village.layanan.desk.forum_id
    held = [village.store.head]
    kinds = ("forum.ubah", "peserta.catat", "usulan.catat", "usulan.ubah", "aturan.ubah", "skor.isi",
             "kesepakatan.ubah", "dokumen.cetak", "segel.buat", "segel.tambahan")  # fmt: skip
    names = st.sampled_from(
        ("judul", "nomor", "ada", "perkiraan_biaya", "urutan", "ditutup", "keluaran:x-1", "latihan", "desa", "hadir",
         "kode_wilayah", "jenis_kelamin", "status", "tahun_rencana", "isi", "tanda", "kode")
    )  # fmt: skip

    @given(st.sampled_from(kinds), st.sampled_from((forum, "x-1", "lain", "\0")), st.dictionaries(names, json_values))
    def kept(kind: str, record: str, fields: dict[str, Any]) -> None:
        value = {"t": kind, "v": 1, "r": record, "fo": forum, "f": fields, "j": "2026-01-21T09:00:00+07:00"}
        event = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        data = event.encode(errors="replace")
        head = held[-1]
        status, _, answer = raw.send(batch.PATH, signed(village, head.seq + 1, head.hash, [data]))
        assert status == 200, answer
        held.append(Head(head.seq + 1, chain.link(head.hash, data)))
        assert json.loads(answer)["a"] == held[-1].seq

    kept()
    assert len(ledger.events(server, village.store.device)) == held[-1].seq
    for path in ("/", f"/desa/{village.kode}", f"/desa/{village.kode}/2027"):
        assert raw.send(path, b"", "GET")[0] in (200, 302, 404)


def test_events_that_are_not_ours_are_stored_and_refused(raw: Raw, server: Running, village: Village) -> None:
    village.enrol(server)
    odd = [b"1", b'"teks"', b"null", b"[1,2]", b'{"b":1,"a":2}', b"1.5", b'{"t":"usulan.catat"}']
    body = signed(village, 1, chain.start(village.store.device), odd)
    status, _, answer = raw.send(batch.PATH, body)
    assert status == 200
    assert [entry[1:3] for entry in json.loads(answer)["v"]] == [["ditolak", "BENTUK"]] * len(odd)
    assert ledger.events(server, village.store.device) == odd


def test_a_batch_of_another_device_is_refused(raw: Raw, server: Running, village: Village) -> None:
    village.enrol(server)
    body = signed(village, 1, chain.start(village.store.device), [b"1"], private=keys.new_private_key())
    status, _, answer = raw.send(batch.PATH, body)
    assert (status, problem.read(answer).kind) == (403, "tanda")
    assert ledger.events(server, village.store.device) == []


def test_an_unknown_device_is_refused(raw: Raw, village: Village) -> None:
    status, _, answer = raw.send(batch.PATH, valid_append(village, []))
    assert (status, problem.read(answer).kind) == (403, "perangkat")


def test_a_gap_tells_where_the_server_stands(raw: Raw, server: Running, village: Village) -> None:
    village.propose(2)
    village.enrol(server)
    previous = village.store.head.hash
    status, _, answer = raw.send(batch.PATH, signed(village, 4, previous, [b"1"]))
    refusal = problem.read(answer)
    assert (status, refusal.kind, refusal.a) == (409, "celah", 0)
    assert refusal.h == to_text(chain.start(village.store.device)[:16])


def test_a_newer_wire_is_refused_in_words(raw: Raw, server: Running, village: Village) -> None:
    village.enrol(server)
    newer = {**json.loads(valid_append(village, [])), "w": 2}
    status, _, answer = raw.send(batch.PATH, json.dumps(newer).encode())
    assert (status, problem.read(answer).kind) == (409, "versi")


def test_limits(raw: Raw, server: Running, village: Village) -> None:
    village.enrol(server)
    many = signed(village, 1, chain.start(village.store.device), [b"1"] * (limits.MAX_EVENTS + 1))
    long = b" " * (limits.MAX_INFLATED + 1)
    bomb = gzip.compress(bytes(200_000_000))
    for body, coding in ((many, ""), (gzip.compress(long), "gzip"), (bomb, "gzip"), (bytes(limits.MAX_BODY + 1), "")):
        status, _, _ = raw.send(batch.PATH, body, Content_Encoding=coding)
        assert status == 413
        raw.close()
    assert ledger.events(server, village.store.device) == []


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_methods(raw: Raw, method: str) -> None:
    assert raw.send(batch.PATH, b"", method)[0] == 405


def test_answers_to_devices_carry_no_cookie_and_few_headers(raw: Raw, server: Running, village: Village) -> None:
    village.enrol(server)
    _, headers, _ = raw.send(batch.PATH, valid_append(village, []))
    assert set(headers) == {"content-type", "content-length", "tanda", "date"}


def valid_append(village: Village, events: list[bytes]) -> bytes:
    return signed(village, village.store.head.seq + 1, village.store.head.hash, events)


def signed(village: Village, first: int, previous: bytes, events: list[bytes], private: bytes | None = None) -> bytes:
    secret = private or village.store.key_place.private(village.store.device)
    return batch.write(village.store.device, first, previous, events, 0, partial(keys.sign, secret))[0]
