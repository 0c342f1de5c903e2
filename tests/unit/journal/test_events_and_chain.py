"""Events keep their meaning in their bytes; the chain notices every change, loss, insertion and swap."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from musrenbang_desktop.journal import chain, keys
from musrenbang_desktop.journal.canonical import NotCanonical, encode
from musrenbang_desktop.journal.events import MAX_BYTES, Event, from_bytes, to_bytes

DEVICE = "00" * 16
streams = st.lists(st.binary(min_size=1, max_size=30), min_size=2, max_size=8)


def event(**changes: object) -> Event:
    return Event(
        **{
            "jenis": "usulan.catat",
            "record": "a-1",
            "forum": "a-0",
            "isi": {"judul": "Drainase"},
            "jam": "x",
            **changes,
        }
    )


@given(st.none() | st.integers(1, 99), st.none() | st.integers(1, 99), st.none() | st.integers(1, 99))
def test_an_event_survives_its_bytes(dasar: int | None, langkah: int | None, urung: int | None) -> None:
    written = event(dasar=dasar, langkah=langkah, urung=urung)
    assert from_bytes(to_bytes(written)) == written


def test_keys_of_a_newer_version_are_ignored_and_its_type_is_unknown() -> None:
    data = encode({"t": "usulan.petakan", "v": 1, "r": "a-1", "fo": "a-0", "f": {}, "j": "x", "zz": 1})
    assert not from_bytes(data).known
    assert not event(versi=2).known
    assert event().known


@pytest.mark.parametrize("broken", [[], {"t": "usulan.catat"}, {"t": 1, "v": 1, "r": "", "fo": "", "f": {}, "j": ""}])
def test_what_is_no_event_is_refused(broken: object) -> None:
    with pytest.raises(NotCanonical):
        from_bytes(encode(broken))


def test_an_endless_text_is_refused_before_it_is_written() -> None:
    with pytest.raises(NotCanonical):
        to_bytes(event(isi={"judul": "x" * MAX_BYTES}))


@given(streams, st.data())
def test_the_head_changes_with_any_change_of_the_stream(stream: list[bytes], data: st.DataObject) -> None:
    head = chain.extend(chain.start(DEVICE), stream)
    at = data.draw(st.integers(0, len(stream) - 2))
    dropped = stream[:at] + stream[at + 1 :]
    assume(stream[at] != stream[at + 1])
    swapped = [*stream[:at], stream[at + 1], stream[at], *stream[at + 2 :]]
    changed = [*stream[:at], stream[at] + b"!", *stream[at + 1 :]]
    for other in (dropped, swapped, changed, [*stream, b"more"]):
        assert chain.extend(chain.start(DEVICE), other) != head


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_both_hash_functions_are_sha256(previous: bytes, event: bytes) -> None:
    wanted = hashlib.sha256(b"\x02" + previous + event).digest()
    assert chain.link(previous, event) == chain.extend(previous, [event]) == wanted
    assert chain.link(previous, event, chain.openssl_sha256()) == wanted


def test_two_devices_never_share_a_chain() -> None:
    assert chain.start(DEVICE) != chain.start("01" * 16)


def test_a_signature_holds_for_its_message_and_key_only() -> None:
    private, other = keys.new_private_key(), keys.new_private_key()
    signature = keys.sign(private, b"isi")
    assert keys.verify(keys.public_key(private), signature, b"isi")
    assert not keys.verify(keys.public_key(private), signature, b"isi!")
    assert not keys.verify(keys.public_key(other), signature, b"isi")
    assert not keys.verify(b"short", signature, b"isi")


def test_the_tag_of_a_device_has_no_letters_that_look_alike() -> None:
    tag = keys.device_tag(keys.device_id(keys.public_key(keys.new_private_key())))
    assert len(tag) == 8
    assert not set(tag) & set("il1oO")
