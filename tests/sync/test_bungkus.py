"""By flash disk: the same events, receipts and decisions as over the network, whatever happens to the stick."""

from __future__ import annotations

import random
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.journal import keys
from sync.device import bungkus
from sync.device.errors import BundleRefused
from sync.wire import bungkus as wire
from sync.wire.bungkus import Kepala
from sync.wire.errors import Malformed, TooLarge
from tests.kabupaten.running import ROOT, Running
from tests.kabupaten.villages import Village

JAM = "2026-01-21T15:00:00+07:00"


@pytest.fixture
def desa(new_village: object, server: Running) -> Village:
    """A village that was enrolled over the network once and has been without it since."""
    assert callable(new_village)
    found: Village = new_village()
    found.enrol(server)
    return found


def written(desa: Village) -> bytes:
    made = bungkus.siapkan(desa.store.connection, desa.identity, JAM)
    bungkus.catat(desa.store, made)
    return made.data


def carried(server: Running, data: bytes, folder: Path) -> bytes:
    """The courier's stick, read at the kabupaten; what goes back."""
    stick, back = folder / "desa.bungkus", folder / "balasan.bungkus"
    stick.write_bytes(data)
    done = server.run("bungkus", str(stick), "--out", str(back))
    assert done.returncode == 0, done.stderr
    return back.read_bytes()


def refusal(server: Running, data: bytes, folder: Path) -> str:
    stick = folder / "desa.bungkus"
    stick.write_bytes(data)
    done = server.run("bungkus", str(stick), "--out", str(folder / "balasan.bungkus"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


def test_a_forum_goes_to_the_kabupaten_and_receipts_come_back_without_a_network(
    desa: Village, server: Running, tmp_path: Path
) -> None:
    ids = desa.propose(12)
    back = carried(server, written(desa), tmp_path)
    done = bungkus.baca(desa.store, desa.identity, back)
    assert set(desa.receipts) == set(ids)
    assert (done.bukti, done.cocok, done.selesai) == (12, True, True)
    assert desa.ack == desa.store.head.seq
    assert desa.exchange().terkirim == 0, "the network has nothing left to send"


def test_read_twice_or_carried_twice_changes_nothing(desa: Village, server: Running, tmp_path: Path) -> None:
    desa.propose(3)
    data = written(desa)
    back = carried(server, data, tmp_path)
    again = carried(server, data, tmp_path)
    bungkus.baca(desa.store, desa.identity, back)
    before = (desa.ack, desa.receipts, desa.answers)
    for reply in (back, again):
        with pytest.raises(BundleRefused, match="sudah dibaca"):
            bungkus.baca(desa.store, desa.identity, reply)
    assert (desa.ack, desa.receipts, desa.answers) == before


def test_an_answer_that_is_older_than_the_network_knows_is_left_alone(
    desa: Village, server: Running, tmp_path: Path
) -> None:
    desa.propose(3)
    back = carried(server, written(desa), tmp_path)
    desa.propose(2)
    desa.exchange()
    before = (desa.ack, desa.receipts)
    with pytest.raises(BundleRefused):
        bungkus.baca(desa.store, desa.identity, back)
    assert (desa.ack, desa.receipts) == before
    assert desa.exchange().cocok is not False


def test_two_sticks_in_the_wrong_order_bring_the_same(desa: Village, server: Running, tmp_path: Path) -> None:
    desa.propose(2)
    first = written(desa)
    desa.propose(2)
    second = written(desa)
    answer_to_second = carried(server, second, tmp_path)
    answer_to_first = carried(server, first, tmp_path)
    bungkus.baca(desa.store, desa.identity, answer_to_second)
    assert len(desa.receipts) == 4
    assert bungkus.baca(desa.store, desa.identity, answer_to_first).bukti == 0
    assert len(desa.receipts) == 4
    assert desa.exchange().terkirim == 0


def test_what_is_on_the_stick_is_read_by_nobody_but_the_kabupaten(desa: Village) -> None:
    desa.propose_one(judul="Jembatan gantung rahasia")
    data = written(desa)
    assert b"rahasia" not in data
    with pytest.raises(Malformed, match="server lain"):
        wire.unseal(wire.read(data)[1], keys.new_private_key())


def test_a_stick_that_was_damaged_or_is_foreign_is_one_sentence(
    desa: Village, server: Running, new_village: object, tmp_path: Path
) -> None:
    desa.propose(2)
    data = written(desa)
    middle = len(data) // 2
    changed = data[:middle] + bytes((data[middle] ^ 1,)) + data[middle + 1 :]
    for broken, words in (
        (changed, "tanda tangannya tidak cocok"),
        (data[:200], "tidak bisa dibaca"),
        (b"PK\x03\x04 foto liburan", "bukan bungkus"),
        (b"", "bukan bungkus"),
    ):
        assert words in refusal(server, broken, tmp_path)
    back = carried(server, data, tmp_path)
    assert "balasan" in refusal(server, back, tmp_path)
    for broken, words in (
        (back[:-1], "tanda tangannya"),
        (data, "kiriman"),
        (b"%PDF-1.7", "bukan bungkus"),
    ):
        with pytest.raises(BundleRefused, match=words):
            bungkus.baca(desa.store, desa.identity, broken)
    assert desa.receipts == {}
    assert callable(new_village)
    other: Village = new_village()
    other.enrol(server)
    with pytest.raises(BundleRefused, match="laptop lain"):
        bungkus.baca(other.store, other.identity, back)


def test_a_laptop_that_nobody_registered_is_turned_away(desa: Village, server: Running, tmp_path: Path) -> None:
    private = keys.new_private_key()
    public = keys.public_key(private)
    kepala = Kepala(
        jenis="kirim", kunci=public.hex(), perangkat=keys.device_id(public), kode="00.00.00.2001", nama="Palsu",
        dari=1, sampai=1, rantai="00" * 32, ringkas="", jam=JAM,
    )  # fmt: skip
    body = wire.seal(wire.pack([b"{}"]), desa.identity.card.bungkus)
    forged = wire.write(kepala, body, lambda message: keys.sign(private, message))
    assert "Bungkus" in refusal(server, forged, tmp_path)


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    packed = zlib.compress(bytes(wire.MAX_INFLATED + 1), 9)
    assert len(packed) < 300_000
    with pytest.raises(TooLarge):
        wire.unpack(packed)


def test_the_writer_can_check_his_own_file(desa: Village, server: Running, tmp_path: Path) -> None:
    desa.propose(2)
    data = written(desa)
    own = bungkus.periksa(desa.store.connection, data)
    assert own.sah
    assert "sama dengan catatan laptop ini" in own.kalimat
    back = carried(server, data, tmp_path)
    assert bungkus.periksa(desa.store.connection, back).sah
    assert not bungkus.periksa(desa.store.connection, data[:-1]).sah


def test_a_stick_that_reads_back_differently_is_not_trusted(
    desa: Village, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = written(desa)
    bungkus.tulis_berkas(tmp_path / "a.bungkus", data)
    assert (tmp_path / "a.bungkus").read_bytes() == data
    monkeypatch.setattr(Path, "read_bytes", lambda _path: data[:-1])
    with pytest.raises(BundleRefused, match="flashdisk lain"):
        bungkus.tulis_berkas(tmp_path / "b.bungkus", data)


def test_a_stick_that_is_pulled_out_before_it_was_read_back_is_one_sentence(
    desa: Village, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path) -> bytes:
        raise FileNotFoundError(path)

    data = written(desa)
    monkeypatch.setattr(Path, "read_bytes", gone)
    with pytest.raises(BundleRefused, match="tercabut"):
        bungkus.tulis_berkas(tmp_path / "a.bungkus", data)


def test_a_list_of_millions_of_nothing_is_refused_before_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    count = wire.MAX_BODIES + 1
    packed = zlib.compress(b"\xdd" + count.to_bytes(4, "big") + b"\xc4\x00" * count)
    monkeypatch.setattr(wire.msgspec.msgpack, "decode", pytest.fail)
    with pytest.raises(TooLarge):
        wire.unpack(packed)


def test_a_laptop_cannot_write_in_the_name_of_another(desa: Village) -> None:
    """Its key is trusted, what it says about itself is not."""
    stranger = keys.new_private_key()
    kepala = Kepala(
        jenis="kirim", kunci=keys.public_key(stranger).hex(), perangkat="ab" * 16, kode=desa.kode, nama="Sukamaju",
        dari=1, sampai=9, rantai="cd" * 32, ringkas="", jam=JAM,
    )  # fmt: skip
    forged = wire.write(kepala, b"isi", lambda message: keys.sign(stranger, message))
    found = bungkus.periksa(desa.store.connection, forged, keys.public_key(stranger))
    assert not found.sah
    assert "bukan ditandatangani laptop" in found.kalimat


PRIVATE = keys.new_private_key()
HEAD = Kepala(
    jenis="kirim", kunci=keys.public_key(PRIVATE).hex(), perangkat="ab" * 16, kode="00.00.00.2001", nama="Sukamaju",
    dari=1, sampai=9, rantai="cd" * 32, ringkas="", jam=JAM,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(body=st.binary(max_size=300), seed=st.integers(0, 2**32))
def test_no_changed_byte_of_a_bundle_is_accepted(body: bytes, seed: int) -> None:
    data = wire.write(HEAD, body, lambda message: keys.sign(PRIVATE, message))
    kepala, found = wire.read(data)
    assert (kepala.nama, found) == ("Sukamaju", body)
    chance = random.Random(seed)
    at = chance.randrange(len(data))
    for changed in (
        data[:at] + bytes((data[at] ^ 1 << chance.randrange(8),)) + data[at + 1 :],
        data[:at],
        data[:at] + data[at + 1 :],
        data + b"\n",
    ):
        with pytest.raises(Malformed):
            wire.read(changed)


def test_the_commands_write_verify_and_read(server: Running, tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "lewat.bungkus"
    with Village.opened(folder, f"00.00.{90 + (server.port % 10):02d}.2009") as village:
        village.enrol(server)
        village.propose(2)
    written = musrenbang(folder, "bundle", "write", str(file))
    assert written.returncode == 0, written.stderr
    assert "terkunci untuk kabupaten" in written.stdout
    checked = musrenbang(folder, "verify", str(file))
    assert checked.returncode == 0, checked.stderr
    assert "sama dengan catatan laptop ini" in checked.stdout
    back = tmp_path / "kembali.bungkus"
    back.write_bytes(carried(server, file.read_bytes(), tmp_path))
    read = musrenbang(folder, "bundle", "read", str(back))
    assert read.returncode == 0, read.stderr
    assert "2 bukti terima" in read.stdout
    again = musrenbang(folder, "bundle", "read", str(back))
    assert again.returncode == 1
    assert "sudah dibaca" in again.stderr
    file.write_bytes(file.read_bytes()[:-1])
    assert musrenbang(folder, "verify", str(file)).returncode == 1


def musrenbang(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "musrenbang_desktop", "--data-dir", str(folder), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_a_refusal_half_way_is_answered_message_by_message(
    desa: Village, server: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three messages; the signature of the second does not fit. The first is taken, the answer says so of each."""
    desa.propose(12)
    monkeypatch.setattr(bungkus.limits, "MAX_EVENTS", 5)
    sign, made = keys.sign, []

    def spoilt(private: bytes, message: bytes) -> bytes:
        made.append(message)
        return sign(private, message if len(made) != 2 else message + b"x")

    monkeypatch.setattr(keys, "sign", spoilt)
    before = desa.ack
    data = written(desa)
    monkeypatch.setattr(keys, "sign", sign)
    told = refusal(server, data, tmp_path)
    assert f"Catatan ke-{before + 6} sampai ke-{before + 10} tidak diterima" in told
    back = (tmp_path / "balasan.bungkus").read_bytes()
    done = bungkus.baca(desa.store, desa.identity, back)
    assert done.terkirim == 5 and desa.ack == before + 5
    assert done.ditolak[0].startswith(f"Catatan ke-{before + 6} sampai ke-{before + 10} tidak")
    assert len(done.ditolak) >= 2, "what follows a gap is not taken either"
    with pytest.raises(BundleRefused, match="sudah dibaca"):
        bungkus.baca(desa.store, desa.identity, back)
    again = refusal(server, data, tmp_path)  # the same stick once more: nothing twice
    assert "sudah diterima" not in again
    good = carried(server, written(desa), tmp_path)
    last = bungkus.baca(desa.store, desa.identity, good)
    assert (last.ditolak, last.selesai, last.cocok) == ((), True, True)
    assert len(desa.receipts) == 12
    assert desa.exchange().terkirim == 0
