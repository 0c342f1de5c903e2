"""Tickets and cards."""

from __future__ import annotations

import hmac
import secrets
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from musrenbang_desktop.journal import chain, keys
from sync.kabupaten import place
from sync.kabupaten.models import Desa, Perangkat, Tiket
from sync.kabupaten.refusal import Refusal
from sync.kabupaten.revoke import hand_over
from sync.wire import bungkus, enrol, ticket
from sync.wire.encoding import from_text, to_text

TICKET_DAYS = 30
CARD_DAYS = 3 * 365

_SERIALS = 10**12


def issue(kode: str, nama: str = "", days: int = TICKET_DAYS, mengganti: str = "") -> tuple[ticket.Ticket, Tiket]:
    """A new ticket for the village ``kode``; its secret is in the answer and nowhere else. Who redeems it goes on with
    the forums of the laptop whose tag is ``mengganti``, known here or not.
    """
    made = ticket.new(place.public_key())
    key = made.key()
    with transaction.atomic():
        desa, _ = Desa.objects.get_or_create(kode=kode)
        if nama:
            desa.nama = nama
            desa.save(update_fields=["nama"])
        row = Tiket.objects.create(
            id=ticket.identifier(key),
            kunci=key,
            desa=desa,
            sampai=timezone.localdate() + timedelta(days=days),
            mengganti=mengganti,
        )
    return made, row


def redeem(request: enrol.Enrol) -> enrol.Enrolled:
    """A card for the device that shows a ticket. The same device may ask again: its first answer may have been lost."""
    public, nonce = from_text(request.key, 32), from_text(request.nonce, enrol.NONCE_SIZE)
    with transaction.atomic():
        row = Tiket.objects.select_for_update().filter(id=request.ticket).first()
        row = _checked(row, request, public, nonce)
        device = row.perangkat
        if device is None:
            device = row.perangkat = _register(row, public)
            row.save(update_fields=["perangkat"])
            hand_over(row.mengganti, device)
    if bytes(device.kunci) != public:
        raise Refusal("tiket_terpakai", "Tiket ini sudah dipakai laptop lain.", 403)
    if device.dicabut is not None:
        raise _revoked()
    card = bytes(device.kartu)
    return enrol.Enrolled(
        card.decode(),
        to_text(bytes(device.tanda)),
        to_text(place.public_key()),
        to_text(ticket.server_proof(bytes(row.kunci), card, nonce)),
    )


def _checked(row: Tiket | None, request: enrol.Enrol, public: bytes, nonce: bytes) -> Tiket:
    if row is None or not hmac.compare_digest(
        from_text(request.proof, 32), ticket.device_proof(bytes(row.kunci), public, nonce)
    ):
        raise Refusal("tiket", "Tiket tidak dikenal.", 403)
    if not keys.verify(public, from_text(request.signature, 64), enrol.to_sign(request.ticket, nonce)):
        raise Refusal("tiket", "Tiket tidak dikenal.", 403)
    if row.dicabut is not None:
        raise Refusal("tiket_dicabut", "Tiket ini sudah dicabut kabupaten.", 403)
    if row.sampai < timezone.localdate() and row.perangkat_id is None:
        raise Refusal("tiket_lewat", "Masa berlaku tiket sudah lewat.", 403)
    return row


def _register(row: Tiket, public: bytes) -> Perangkat:
    """A new device, or a known one that comes with a new ticket: its stream goes on under a new card."""
    desa = Desa.objects.select_for_update().get(kode=row.desa_id)
    device_id = keys.device_id(public)
    # At random: the next number after the last would be taken by two villages that enrol at the same moment.
    serial = secrets.randbelow(_SERIALS) + 1
    until = timezone.localdate() + timedelta(days=CARD_DAYS)
    data, signature = _card(desa, public, serial, until)
    device = Perangkat.objects.filter(id=device_id).first()
    if device is None:
        return Perangkat.objects.create(
            id=device_id, kunci=public, desa=desa, serial=serial, sampai=until,
            kartu=data, tanda=signature, hash=chain.start(device_id),
        )  # fmt: skip
    if device.dicabut is not None:
        raise _revoked()
    if device.desa_id != desa.kode:
        raise Refusal("perangkat", "Laptop ini terdaftar untuk desa lain.", 403)
    device.kunci = public  # one that a later laptop spoke for was entered without
    device.serial, device.sampai, device.kartu, device.tanda = serial, until, data, signature
    device.save(update_fields=["kunci", "serial", "sampai", "kartu", "tanda"])
    return device


def _revoked() -> Refusal:
    return Refusal("dicabut", "Kartu laptop ini sudah dicabut kabupaten.", 403)


def _card(desa: Desa, public: bytes, serial: int, until: date) -> tuple[bytes, bytes]:
    data = enrol.card_bytes(
        enrol.Card(
            kunci=to_text(public),
            kode=desa.kode,
            nama=desa.nama,
            serial=serial,
            sampai=until.isoformat(),
            bungkus=bungkus.server_public(place.private_key()),
        )
    )
    return data, enrol.sign_card(place.private_key(), data)
