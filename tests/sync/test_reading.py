"""What a laptop believes of an answer, tried without a network."""

from __future__ import annotations

import msgspec
import pytest

from musrenbang_desktop.journal import chain, keys
from sync.device.errors import Forked, NotOurServer
from sync.device.link import Reply
from sync.device.reading import read_reply
from sync.wire import answer, batch, news, problem
from sync.wire.encoding import to_text

NONCE, OLD_NONCE = b"n" * 12, b"o" * 12
PRIVATE = keys.new_private_key()
PUBLIC = keys.public_key(PRIVATE)
HEAD = chain.start("00" * 16)


def reply(body: bytes, *, status: int = 200, media_type: str = batch.MEDIA_TYPE, private: bytes = PRIVATE) -> Reply:
    """``body`` as the server that holds ``private`` sends it."""
    return Reply(status, media_type, body, {answer.SIGNATURE_HEADER.lower(): answer.sign(private, body)})


def answered(nonce: bytes, *items: bytes) -> bytes:
    value = answer.Answer(n=to_text(nonce), a=3, h=to_text(HEAD[:16]), k=[msgspec.Raw(item) for item in items])
    return msgspec.json.encode(value)


def receipt(private: bytes) -> bytes:
    return news.receipt(
        private, kode="00.00.00.2001", forum="f-1", nomor=1, usulan=["u-1"], perangkat="00" * 16, ack=3, head=HEAD,
        waktu="2026-01-21T09:00:00+07:00",
    )  # fmt: skip


def test_an_answer_to_this_request_is_believed() -> None:
    found = read_reply(reply(answered(NONCE, receipt(PRIVATE))), PUBLIC, NONCE)
    assert (found.ack, found.head, len(found.news)) == (3, HEAD[:16], 1)


def test_an_answer_to_an_earlier_request_is_not() -> None:
    with pytest.raises(NotOurServer):
        read_reply(reply(answered(OLD_NONCE)), PUBLIC, NONCE)


def test_an_answer_of_another_server_is_not() -> None:
    with pytest.raises(NotOurServer):
        read_reply(reply(answered(NONCE), private=keys.new_private_key()), PUBLIC, NONCE)


def test_a_receipt_that_the_server_did_not_sign_spoils_its_answer() -> None:
    with pytest.raises(NotOurServer):
        read_reply(reply(answered(NONCE, receipt(keys.new_private_key()))), PUBLIC, NONCE)


def test_a_refusal_counts_for_its_own_request_only() -> None:
    refused = {nonce: problem.write("cabang", "Bercabang.", 409, nonce=to_text(nonce)) for nonce in (NONCE, OLD_NONCE)}
    with pytest.raises(Forked):
        read_reply(reply(refused[NONCE], status=409, media_type=problem.MEDIA_TYPE), PUBLIC, NONCE)
    with pytest.raises(NotOurServer):
        read_reply(reply(refused[OLD_NONCE], status=409, media_type=problem.MEDIA_TYPE), PUBLIC, NONCE)
