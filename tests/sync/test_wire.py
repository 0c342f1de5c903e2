"""Messages without a network: exact bytes, limits, tickets."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from musrenbang_desktop.journal import canonical, chain, keys
from sync.wire import answer, batch, encoding, news, ticket
from sync.wire.errors import Malformed, TooLarge

events = st.lists(
    st.dictionaries(st.sampled_from(("t", "v", "f", "j")), st.text(max_size=20) | st.integers(0, 2**53 - 1)).map(
        canonical.encode
    ),
    max_size=6,
)


@given(events, st.integers(1, 2**40), st.integers(0, 2**40))
def test_events_travel_byte_for_byte(items: list[bytes], first: int, cursor: int) -> None:
    private = keys.new_private_key()
    device = keys.device_id(keys.public_key(private))
    previous = chain.start(device)
    body, nonce = batch.write(device, first, previous, items, cursor, lambda message: keys.sign(private, message))
    read = batch.read(body)
    assert (read.device, read.s, read.c, read.nonce, read.events) == (device, first, cursor, nonce, items)
    assert read.prefix == previous[:8]
    message = batch.to_sign(device, first, len(items), previous, chain.extend(previous, items), cursor, b"", nonce)
    assert keys.verify(keys.public_key(private), read.signature, message)


@given(st.binary(max_size=3000))
def test_compression_gives_the_same_bytes_back_and_never_more(data: bytes) -> None:
    packed, coding = encoding.deflate(data)
    assert len(packed) <= len(data)
    assert encoding.inflate(packed, coding, 3000) == data


@given(st.binary(max_size=200))
def test_any_bytes_are_gzip_or_malformed(data: bytes) -> None:
    with pytest.raises(Malformed):
        encoding.inflate(data, "gzip", 1000)


@pytest.mark.parametrize(
    "data",
    [gzip.compress(b"ab")[:-1], gzip.compress(b"ab") + b"x", gzip.compress(b"a") * 2],
    ids=["torn", "a byte behind", "two"],
)
def test_torn_and_trailing_gzip_is_malformed(data: bytes) -> None:
    with pytest.raises(Malformed):
        encoding.inflate(data, "gzip", 1000)


def test_a_bomb_is_never_unpacked() -> None:
    with pytest.raises(TooLarge):
        encoding.inflate(gzip.compress(bytes(100_000_000)), "gzip", 1024)


@given(st.binary(min_size=32, max_size=32))
def test_base64_has_one_form(data: bytes) -> None:
    text = encoding.to_text(data)
    assert encoding.from_text(text, 32) == data
    for other in (text + "=", text + "\n", text[:-1], text.replace(text[0], "-", 1)):
        with pytest.raises(Malformed):
            encoding.from_text(other, 32)


def test_a_ticket_is_read_as_people_write_it() -> None:
    made = ticket.new(bytes(32))
    text = str(made)
    assert len(text) == 29 and text.count("-") == 4
    assert not set(text) & set("ILOU")
    for written in (text.lower(), text.replace("-", " "), text.replace("-", ""), f" {text}\n", text.replace("0", "O")):
        assert ticket.parse(written) == made
    assert text not in repr(made) and str(made.secret) not in repr(made)


tickets = st.builds(ticket.Ticket, st.integers(0, 2**60 - 1), st.integers(0, 2**60 - 1)).map(
    lambda made: str(made).replace("-", "")
)


@given(tickets, st.integers(0, 24), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_letter_in_a_ticket_always_shows(text: str, place: int, letter: str) -> None:
    assume(text[place] != letter)
    with pytest.raises(ticket.WrongTicket):
        ticket.parse(text[:place] + letter + text[place + 1 :])


@given(tickets, st.integers(0, 24), st.integers(0, 24))
def test_two_swapped_letters_in_a_ticket_always_show(text: str, one: int, other: int) -> None:
    assume(text[one] != text[other])
    swapped = list(text)
    swapped[one], swapped[other] = text[other], text[one]
    with pytest.raises(ticket.WrongTicket):
        ticket.parse("".join(swapped))


@pytest.mark.parametrize("text", ["", "ABCDE", "x" * 25, "Ä" * 25, "ABCDE-ABCDE-ABCDE-ABCDE-ABCDE-ABCDE"])
def test_a_text_that_is_no_ticket(text: str) -> None:
    with pytest.raises(ticket.WrongTicket):
        ticket.parse(text)


def test_proofs_bind_key_card_and_nonce() -> None:
    key = ticket.new(bytes(32)).key()
    proofs = {
        ticket.device_proof(key, b"a", b"bc"),
        ticket.device_proof(key, b"ab", b"c"),
        ticket.server_proof(key, b"a", b"bc"),
        ticket.device_proof(bytes(32), b"a", b"bc"),
    }
    assert len(proofs) == 4


def test_a_receipt_stands_alone() -> None:
    private = keys.new_private_key()
    data = news.receipt(
        private, kode="33.26.08.2004", forum="f-1", nomor=187, usulan=["a-1", "a-2"], perangkat="00" * 16, ack=9,
        head=bytes(32), waktu="2026-01-22T10:05:00+07:00",
    )  # fmt: skip
    value = news.read(data)
    assert value["awalan"] == "BT-3326082004"
    assert news.is_receipt_genuine(keys.public_key(private), value)
    for key, other in (("nomor", 188), ("usulan", ["a-1"]), ("tanda", "A" * 86)):
        assert not news.is_receipt_genuine(keys.public_key(private), {**value, key: other})


def test_parity_sees_every_difference() -> None:
    base = answer.parity(bytes(32), 3, answer.extend_news(None, [b"a"]), 1)
    others = [
        answer.parity(bytes(31) + b"\1", 3, answer.extend_news(None, [b"a"]), 1),
        answer.parity(bytes(32), 4, answer.extend_news(None, [b"a"]), 1),
        answer.parity(bytes(32), 3, answer.extend_news(None, [b"b"]), 1),
        answer.parity(bytes(32), 3, answer.extend_news(None, [b"a"]), 2),
    ]
    assert base not in others and len(set(others)) == 4
