"""docs/seal.md is enough: another hand's verifier agrees with the product on its vectors and on a fresh seal."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.journal import keys, segel, segel_qr, tanda_berkas
from tests import seal_verifier as other
from tests.sukamaju import whole_forum
from tests.village import opened

PAGE = (Path(__file__).parents[1] / "docs" / "seal.md").read_text(encoding="utf-8")
VECTOR: dict[str, Any] = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0])


def test_the_page_is_short() -> None:
    assert len(PAGE.splitlines()) < 200


def test_the_vectors_hold_for_the_other_verifier() -> None:
    seal = json.loads(VECTOR["seal"])
    qr = other.read_qr(VECTOR["qr_text"])
    assert other.device_of(qr.key) == VECTOR["device"]
    assert qr.order == [(7, "k", "44"), (1, "d", "131/3"), (40, "b", "")]
    assert (qr.seal, qr.kode, qr.day, qr.rehearsal) == (VECTOR["seal_id"], "00.00.00.2001", "2026-01-21", False)
    assert other.canonical(seal).decode() == VECTOR["seal"]
    fields = {"isi": seal, "tanda": VECTOR["seal_signature"]}
    other.check_seal(fields, qr, VECTOR["code"])
    other.check_journal(seal, {VECTOR["device"]: [text.encode() for text in VECTOR["events"]]})
    assert other.merkle([bytes.fromhex(one) for one in VECTOR["chain"]]).hex() == VECTOR["root"]
    assert other.check_file(VECTOR["file"].encode()).hex() == VECTOR["public_key"]


def test_the_product_makes_the_vectors() -> None:
    private = bytes.fromhex(VECTOR["secret_key"])
    made = segel.from_value(json.loads(VECTOR["seal"]))
    assert keys.public_key(private).hex() == VECTOR["public_key"]
    assert segel.tanda_tangan(private, made).hex() == VECTOR["seal_signature"]
    assert segel_qr.isi_bytes(made).hex() == VECTOR["qr_body"]
    assert segel_qr.teks(made, segel_qr.tanda_tangan(private, made)) == VECTOR["qr_text"]
    assert segel.kode(made.akar, made.to_bytes(), made.forum) == VECTOR["code"]
    unsigned, _, _ = VECTOR["file"].encode().partition(tanda_berkas.TANDA)
    assert tanda_berkas.bubuhkan(private, unsigned) == VECTOR["file"].encode()


@settings(max_examples=300)
@given(data=st.binary(max_size=400), at=st.integers(0), bit=st.integers(0, 7))
def test_both_refuse_a_file_with_any_bit_turned(data: bytes, at: int, bit: int) -> None:
    file = tanda_berkas.bubuhkan(bytes.fromhex(VECTOR["secret_key"]), data + b"\n")
    found = tanda_berkas.baca(file)
    assert found is not None
    assert found.utuh
    assert found.kunci == other.check_file(file)
    at %= len(file)
    changed = file[:at] + bytes((file[at] ^ 1 << bit,)) + file[at + 1 :]
    refused(other.check_file, changed)
    again = tanda_berkas.baca(changed)
    assert again is None or not again.utuh


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, list[bytes]], list[Any]]:
    """The QR of a fresh seal, the streams, and the events of the seal and an addendum, as the journal holds them."""
    with opened(tmp_path_factory.mktemp("segel")) as desa:
        whole_forum(desa)
        text = desa.segel.buat().qr
        desa.segel.tambah("Pagu dibaca ulang.", "Camat", "angka di layar keliru")
        desa.segel.ikut_menandatangani("Ibu Saksi", "Ketua BPD", keys.new_private_key())
        streams: dict[str, list[bytes]] = {}
        for device, data in desa.desk.connection.execute("SELECT perangkat, isi FROM jurnal ORDER BY seq"):
            streams.setdefault(device, []).append(bytes(data))
        tag = desa.desk.store.tag
    events = [json.loads(data) for data in next(iter(streams.values()))]
    assert other.tag_of(other.device_of(other.read_qr(text).key)) == tag
    return text, streams, [event["f"] for event in events if event["t"].startswith("segel.")]


Fresh = tuple[str, dict[str, list[bytes]], list[Any]]


def test_a_fresh_seal_holds_for_the_other_verifier(fresh: Fresh) -> None:
    text, streams, (fields, addendum, witness) = fresh
    other.check_seal(fields, other.read_qr(text), fields["kode"])
    other.check_journal(fields["isi"], streams)
    other.check_addendum(addendum, fields["isi"])
    other.check_witness(witness, fields["isi"])
    refused(other.check_witness, witness | {"jabatan": "Kepala Desa"}, fields["isi"])
    refused(other.check_witness, witness, addendum["isi"])


def test_the_other_verifier_refuses_what_was_changed(fresh: Fresh) -> None:
    text, streams, (fields, *_) = fresh
    chance = random.Random(9)
    for _ in range(300):
        at = chance.randrange(len(text))
        changed = text[:at] + chance.choice(other.LETTERS.replace(text[at], "")) + text[at + 1 :]
        refused(other.read_qr, changed)
    qr = other.read_qr(text)
    for key, value in (("hadir", [72, 44, 28, 0]), ("akar", "00" * 32), ("urutan", fields["isi"]["urutan"][::-1])):
        refused(other.check_seal, fields | {"isi": fields["isi"] | {key: value}}, qr, "")
    refused(other.check_seal, fields, qr, "000 000 000 000")
    ((device, events),) = streams.items()
    for _ in range(30):
        at = chance.randrange(fields["isi"]["kepala"][device][0])
        dropped = events[:at] + events[at + 1 :]
        refused(other.check_journal, fields["isi"], {device: dropped})


def refused(check: Callable[..., object], *given: object) -> None:
    with pytest.raises(other.Refused):
        check(*given)
