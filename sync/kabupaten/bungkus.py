"""A bungkus at the counter of the kabupaten: opened, applied as if it had come over the network, and answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from django.utils import timezone

from musrenbang_desktop.journal import keys
from musrenbang_desktop.journal.keys import device_tag
from sync.kabupaten import place
from sync.kabupaten.apply import receive
from sync.kabupaten.models import Desa, Perangkat
from sync.kabupaten.refusal import Refusal
from sync.kabupaten.successors import follows
from sync.wire import answer, batch, bungkus
from sync.wire.batch import Append
from sync.wire.bungkus import Kepala
from sync.wire.errors import Malformed, TooLarge


@dataclass(frozen=True, slots=True)
class Tolakan:
    """One message of a bungkus that was not taken: its events, from which to which, and why."""

    dari: int
    sampai: int
    sebab: str

    def __str__(self) -> str:
        events = f"Catatan ke-{self.dari} sampai ke-{self.sampai}" if self.sampai >= self.dari else "Kiriman kosong"
        return f"{events} tidak diterima: {self.sebab}"


@dataclass(frozen=True, slots=True)
class Diterima:
    """What a bungkus brought: the village, the last event before and after, what was not taken, and the file that goes
    back. That file answers every message: taken, or refused and why.
    """

    kepala: Kepala
    kode: str
    """kode wilayah of the laptop as this server knows it; that in ``kepala`` is a claim"""
    sebelum: int
    sesudah: int
    balasan: bytes
    ditolak: tuple[Tolakan, ...] = ()

    @property
    def baru(self) -> int:
        """Events that the server did not hold yet; 0 for a bungkus that was here before."""
        return self.sesudah - self.sebelum


def terima(data: bytes) -> Diterima:
    """Apply a bungkus message by message and make its answer; each message is taken whole or not at all.

    A refusal on the way is an answer too: what came before it stays taken, and the same bungkus may come again.
    Raises Refusal with one sentence for whoever stands at the counter, where there is nobody to answer: a damaged
    file, one for another server, one of a laptop that is not registered.
    """
    try:
        kepala, body = bungkus.read(data)
        if kepala.jenis != "kirim":
            raise Refusal("bentuk", "Ini bungkus balasan. Yang dibaca di sini bungkus kiriman dari desa.", 400)
        device = _device(kepala)  # before anything is unfolded: only laptops on the list cost memory
        messages = [batch.read(one) for one in bungkus.unpack(bungkus.unseal(body, place.private_key()))]
    except TooLarge as error:
        raise Refusal("besar", "Bungkus terlalu besar.", 413) from error
    except Malformed as error:
        raise Refusal("bentuk", f"Bungkus tidak bisa dibaca: {error}.", 400) from error
    if not messages:
        raise Refusal("bentuk", "Bungkus ini kosong.", 400)
    for other in {message.device for message in messages} - {device.id}:
        if not follows(device, other):
            raise Refusal("perangkat", _not_handed_over(device.id, other), 403)
    before = device.seq
    replies, refused = _answered(messages)
    device.refresh_from_db()
    return Diterima(kepala, device.desa_id, before, device.seq, _file(device, replies), refused)


def _not_handed_over(device: str, other: str) -> str:
    return (
        f"Bungkus ini membawa catatan laptop {device_tag(other)}, yang belum diserahkan kepada laptop "
        f"{device_tag(device)}. Minta kabupaten membuat tiket pengganti untuk laptop {device_tag(other)}."
    )


def _answered(messages: Sequence[Append]) -> tuple[list[bytes], tuple[Tolakan, ...]]:
    """One signed answer for each message, and those that were refused."""
    replies, refused = [], []
    for message in messages:
        try:
            body = receive(message)
        except Refusal as refusal:
            body = refusal.body
            refused.append(Tolakan(message.s, message.s + len(message.events) - 1, str(refusal)))
        replies.append(_reply(body))
    return replies, tuple(refused)


def _device(kepala: Kepala) -> Perangkat:
    device = Perangkat.objects.filter(id=kepala.perangkat).first()
    if device is None or bytes(device.kunci).hex() != kepala.kunci:
        raise Refusal("perangkat", "Bungkus ini dari laptop yang tidak terdaftar di sini.", 403)
    return device


def _reply(body: bytes) -> bytes:
    """An answer with the signature that would stand in its header."""
    return msgspec.msgpack.encode([answer.sign(place.private_key(), body), body])


def _file(device: Perangkat, replies: list[bytes]) -> bytes:
    desa = Desa.objects.get(kode=device.desa_id)
    kepala = Kepala(
        jenis="balasan",
        kunci=place.public_key().hex(),
        perangkat=device.id,
        kode=desa.kode,
        nama=desa.nama,
        dari=1,
        sampai=device.seq,
        rantai=bytes(device.hash).hex(),
        ringkas="",
        jam=timezone.localtime().isoformat(timespec="seconds"),
    )
    return bungkus.write(kepala, bungkus.pack(replies), lambda message: keys.sign(place.private_key(), message))
