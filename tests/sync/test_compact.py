"""The compact form: back to the very same bytes, never more than allowed, and never needed."""

from __future__ import annotations

import hashlib
import http.client
import json
import time

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sync.device.exchange import prepare
from sync.device.link import Link
from sync.wire import batch, compact, problem
from sync.wire.columns import Unfolding, fold
from sync.wire.errors import Malformed, TooLarge
from sync.wire.phrases import PHRASES_1
from tests.kabupaten.running import Running
from tests.kabupaten.villages import Village
from tests.sync.weather import Stranger
from tests.sync.weather import http as http_answer

scalars = (
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=9) | st.from_regex(r"k7-[0-9]{1,4}\Z")
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from("tfnr") | st.text(), inner, max_size=5),
    max_leaves=25,
)
forms = st.recursive(
    scalars | st.integers(0, 9),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(st.integers(0, 7), inner, inner).map(list)
        | st.fixed_dictionaries({"n": inner, "c": inner})
        | st.fixed_dictionaries({"k": inner, "s": inner, "n": inner, "c": inner})
    ),
    max_leaves=20,
)


@given(st.lists(values, max_size=6))
def test_every_list_comes_back_from_its_columns(items: list[object]) -> None:
    assert json.dumps(Unfolding(10**6).unfold(fold(items), len(items))) == json.dumps(items)


@given(forms, st.integers(0, 9))
def test_any_form_unfolds_or_is_refused(form: object, count: int) -> None:
    try:
        found = Unfolding(10_000).unfold(form, count)
    except (Malformed, TooLarge):
        return
    assert len(found) == count


@given(st.dictionaries(st.text(max_size=4), values, max_size=5))
def test_a_message_comes_back_byte_for_byte_or_is_not_packed(message: dict[str, object]) -> None:
    body = msgspec.json.encode(message)
    packed = compact.pack(body)
    assume(packed is not None)
    assert compact.unpack(packed or b"", len(body) + 5000) == body


def test_bytes_that_are_not_our_json_stay_plain() -> None:
    for body in (b"", b"[]", b'{"a": 1}', b'{"a":1.50}', b"\xff"):
        assert compact.pack(body) is None


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(1, 255))
def test_whatever_arrives_is_a_message_or_refused(noise: bytes, place: int, change: int) -> None:
    whole = compact.pack(msgspec.json.encode({"d": "kw7JeEOVWpqd8xAP/olPUg", "e": [{"t": "a", "r": n} for n in "xyz"]}))
    assert whole is not None
    at = place % len(whole)
    for data in (noise, whole[:at], whole + noise, whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :]):
        try:
            assert len(compact.unpack(data, 2000)) <= 2000
        except (Malformed, TooLarge):
            continue


BOMBS = {
    "one value for many": {"k": ["a"], "s": [[1, 0]], "n": [0, 10**12], "c": [[3, "x" * 1000]]},
    "one value in many lists": [5, [1, 10**15], [3, ["x" * 1000]]],
    "lists of nothing": [5, [3, 0], [1]],
    "objects of nothing": {"k": [], "s": [[]], "n": [0, 10**6], "c": []},
    "runs of nothing": {"k": [], "s": [[]], "n": [0, 1] * 250_000, "c": []},
    "a wide shape": {"k": ["a" * 5000], "s": [[4, "0" * 5000]], "n": [0, 5000], "c": [[1]]},
    "a long head": [2, "x" * 5000, *([1] * 5000)],
    "deep": json.loads("[5," * 900 + "1" + "]" * 900),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_short_form_cannot_grow_beyond_what_is_allowed(name: str) -> None:
    begun = time.thread_time()
    with pytest.raises((TooLarge, Malformed)):
        Unfolding(2 * 1024 * 1024).unfold(BOMBS[name], 10**12)  # as for a request
    assert time.thread_time() - begun < 0.4


def test_the_phrases_are_those_that_the_media_type_promises() -> None:
    """Another text or another form needs another name: both ends must have the same."""
    assert compact.MEDIA_TYPE == "application/mds1"
    digest = hashlib.sha256(PHRASES_1).hexdigest()
    assert digest == "a8ae2c5ee8b1c9769afc2b8c910f3b371e9f0c309bb5924982f2725297b5b3ab"
    packed = bytes.fromhex(
        "ab86471d30c71a999880332d3896c1f15b0b00f226c1c71458589ada7ad57dadb8a50264b24f3cd0739352a27b6c17ae68c23fb56a24b9"
    )
    expected = b'{"n":"8ibBxxRYWJraetV9","a":244,"h":"rbilAmSyTzzQc5NSontsFw","p":"rmjCP7VqJLk"}'
    assert compact.unpack(packed, 1000) == expected


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("400 Bad Request", problem.MEDIA_TYPE),
        ("415 Unsupported Media Type", "text/html"),
        ("403 Forbidden", "text/html"),
        ("406 Not Acceptable", "text/html"),
        ("501 Not Implemented", "text/html"),
    ],
)
def test_who_does_not_know_the_form_gets_the_message_plain(status: str, kind: str) -> None:
    body = b'{"n":"8ibBxxRYWJraetV9","a":244}'
    with Stranger(http_answer(status, b"{}", f"Content-Type: {kind}")) as old:
        with Link(old.address) as link:
            assert str(link.post_message(batch.PATH, body).status) == status[:3]
            assert old.asked == 2
            link.post_message(batch.PATH, body)
        assert old.asked == 3


def test_a_refusal_of_our_server_is_not_asked_for_twice() -> None:
    with Stranger(http_answer("403 Forbidden", b"{}", f"Content-Type: {problem.MEDIA_TYPE}")) as ours:
        with Link(ours.address) as link:
            link.post_message(batch.PATH, b'{"n":"8ibBxxRYWJraetV9","a":244}')
        assert ours.asked == 1


def test_both_forms_are_answered_alike(server: Running, village: Village) -> None:
    village.propose(2)
    village.enrol(server)
    with Link(server.address) as link:
        outgoing = prepare(village.store.connection, village.identity).body
        short = link.post_message(batch.PATH, outgoing)
        plain = link.post(batch.PATH, outgoing, batch.MEDIA_TYPE)
    assert (short.status, short.media_type) == (200, batch.MEDIA_TYPE)
    assert msgspec.json.decode(short.body)["a"] == msgspec.json.decode(plain.body)["a"] > 0
    assert short.headers["content-type"] == compact.MEDIA_TYPE
    assert plain.headers["content-type"] == batch.MEDIA_TYPE


@pytest.mark.parametrize(
    "noise", [b"", b"x", b"\xff" * 50, compact.pack(b'{"d":"x"}')], ids=["empty", "x", "ff", "no batch"]
)
def test_noise_in_this_form_is_refused_in_words(server: Running, noise: bytes) -> None:
    asked = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    asked.request("POST", batch.PATH, noise, {"Content-Type": compact.MEDIA_TYPE})
    answer = asked.getresponse()
    refusal = problem.read(answer.read())
    asked.close()
    assert (answer.status, refusal.kind) == (400, "bentuk")
    assert refusal.title.endswith(".")
