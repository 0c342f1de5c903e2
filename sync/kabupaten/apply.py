"""Append: from the bytes of a request to the signed bytes of its answer.

The body is whole and inflated before the transaction opens, so a slow sender holds no lock. Inside: lock the village's
row, compare seq and previous hash, insert, move the head, project, add server events, commit. The answer follows the
commit.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.db import DatabaseError, transaction
from django.utils import timezone

from musrenbang_desktop.journal import chain, keys
from musrenbang_desktop.journal.canonical import NotCanonical
from musrenbang_desktop.journal.events import Event, from_bytes
from sync.kabupaten import place
from sync.kabupaten.models import Bukti, Desa, Kabar, Karantina, Kejadian, Perangkat, Usulan
from sync.kabupaten.owners import Owners
from sync.kabupaten.projection import STUMBLED, WAITS, Outcome, Projector, rebuild
from sync.kabupaten.refusal import Refusal
from sync.kabupaten.successors import broken_before_its_card, signer
from sync.wire import batch, limits, news
from sync.wire.answer import HASH_SIZE, Answer, Open, extend_news, parity
from sync.wire.batch import Append, to_sign
from sync.wire.encoding import to_text

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Suffix:
    """The events of a request with the hash behind each."""

    first: int
    previous: bytes
    events: Sequence[bytes]
    hashes: Sequence[bytes]
    last: bytes

    @classmethod
    def after(cls, previous: bytes, append: Append) -> Suffix:
        hashes = []
        head = previous
        for event in append.events:
            head = chain.link(head, event)
            hashes.append(head)
        return cls(append.s, previous, append.events, hashes, head)


def receive(append: Append, *, verified: bool = False) -> bytes:
    """Store, judge and answer one request, whose signature has been ``verified`` where it is not over :func:`to_sign`.

    Raises Refusal; a fork is quarantined before that.
    """
    if append.w > batch.VERSION:
        raise Refusal("versi", "Versi program laptop lebih baru daripada server kabupaten.", 409, append)
    events = [parse(data) for data in append.events]
    with transaction.atomic():
        device, desa = _locked(append)
        by = _signer(device, append)
        if verified and by is not device:
            raise _revoked(append)  # what was verified bore the signature of the device itself
        suffix = _following(device, append)
        if not verified:
            _verify(device, by, append, suffix)
        fork = _fork(device, suffix)
        if fork is not None:
            _quarantine(device, suffix, fork)
        else:
            _add(device, desa, suffix, events)
            _mark_late(device, desa, append)
            answer = _answer(device, desa, append)
    if fork is not None:
        raise Refusal("cabang", "Ada dua laptop yang memakai kunci yang sama dengan catatan berbeda.", 409, append)
    return msgspec.json.encode(answer)


def parse(data: bytes) -> Event | None:
    """The event behind frozen bytes; None for bytes that no program of ours writes."""
    try:
        return from_bytes(data)
    except NotCanonical:
        return None


def _locked(append: Append) -> tuple[Perangkat, Desa]:
    """The device and its village, the village's row locked."""
    device = Perangkat.objects.filter(id=append.device).first() or broken_before_its_card(append.device)
    if device is None:
        raise Refusal("perangkat", "Laptop ini belum terdaftar di kabupaten ini.", 403, append)
    desa = Desa.objects.select_for_update().get(kode=device.desa_id)
    device.refresh_from_db(fields=["seq", "hash", "dicabut", "pengganti", "sampai"])
    return device, desa


def _signer(device: Perangkat, append: Append) -> Perangkat:
    """Whose signature counts for this stream."""
    found = signer(device)
    if found is None:
        raise _revoked(append)
    if found.sampai < timezone.localdate():
        raise Refusal("perangkat", "Masa berlaku kartu laptop ini sudah habis.", 403, append)
    return found


def _revoked(append: Append) -> Refusal:
    return Refusal("dicabut", "Kartu laptop ini sudah dicabut kabupaten.", 403, append)


def _following(device: Perangkat, append: Append) -> Suffix:
    """The suffix, once it continues the stream that is held."""
    if append.s > device.seq + 1:
        # What lies between is not held, so the signature cannot be checked; the answer tells where the stream ends.
        head = to_text(bytes(device.hash)[:HASH_SIZE])
        raise Refusal("celah", "Server belum memegang catatan sebelumnya.", 409, append, ack=device.seq, head=head)
    previous = hash_at(device, append.s - 1)
    if previous[: batch.PREFIX_SIZE] != append.prefix:
        raise Refusal("cabang", "Catatan laptop ini berbeda dengan yang disimpan server.", 409, append)
    return Suffix.after(previous, append)


def _verify(device: Perangkat, by: Perangkat, append: Append, suffix: Suffix) -> None:
    """Refuse what was not signed ``by`` the device, or the one that follows it."""
    message = to_sign(
        device.id, append.s, len(suffix.events), suffix.previous, suffix.last, append.c, append.news_prefix,
        append.nonce, append.k,
    )  # fmt: skip
    if not keys.verify(bytes(by.kunci), append.signature, message):
        if by is not device:
            raise _revoked(append)
        raise Refusal("tanda", "Tanda tangan kiriman tidak cocok.", 403, append)


def hash_at(device: Perangkat, seq: int) -> bytes:
    """The hash behind one event of the device's stream. Raises Kejadian.DoesNotExist."""
    if seq == 0:
        return chain.start(device.id)
    if seq == device.seq:
        return bytes(device.hash)
    return bytes(Kejadian.objects.values_list("hash", flat=True).get(perangkat=device, seq=seq))


def _fork(device: Perangkat, suffix: Suffix) -> int | None:
    """Index of the first event that differs from what is held under its seq."""
    if suffix.first > device.seq or not suffix.events:
        return None
    last = suffix.first + len(suffix.events) - 1
    held = dict(Kejadian.objects.filter(perangkat=device, seq__range=(suffix.first, last)).values_list("seq", "hash"))
    for index, own in enumerate(suffix.hashes):
        there = held.get(suffix.first + index)
        if there is not None and bytes(there) != own:
            return index
    return None


def _quarantine(device: Perangkat, suffix: Suffix, start: int) -> None:
    now = timezone.now()
    rows = [
        Karantina(perangkat=device, seq=suffix.first + i, isi=suffix.events[i], hash=suffix.hashes[i],
                  sebab="cabang", diterima=now)
        for i in range(start, len(suffix.events))
    ]  # fmt: skip
    Karantina.objects.bulk_create(rows, ignore_conflicts=True)


def _add(device: Perangkat, desa: Desa, suffix: Suffix, events: Sequence[Event | None]) -> None:
    """Project and insert what is new, move the head, write receipts."""
    known = max(0, device.seq + 1 - suffix.first)
    if known >= len(suffix.events):
        return
    now = timezone.now()
    projector, outcomes = _project(desa, device, events[known:], now)
    _store(device, suffix, known, outcomes, now)
    device.seq, device.hash = suffix.first + len(suffix.events) - 1, suffix.last
    device.save(update_fields=["seq", "hash"])
    if not (_is_waited_for(desa, projector.opened) and _project_again(desa)):
        _write_receipts(device, desa, projector.recorded, now)


def _mark_late(device: Perangkat, desa: Desa, append: Append) -> None:
    """Keep by how many days the laptop says that its forums missed the calendar, however the message came."""
    if not append.k:
        return
    owners = Owners(desa)
    said = {forum: days for forum, days in append.k.items() if owners.may(device.id, forum)}
    marks = {forum: days for forum, days in {**desa.terlambat, **said}.items() if days}
    if marks != desa.terlambat:
        desa.terlambat = marks
        desa.save(update_fields=["terlambat"])


def _project(
    desa: Desa, device: Perangkat, events: Sequence[Event | None], now: datetime
) -> tuple[Projector, list[Outcome]]:
    projector = Projector(desa, events, now, parse)
    outcomes = [projector.apply(event, device.id) for event in events]
    try:
        with transaction.atomic():
            projector.save()
    except DatabaseError as error:
        outcomes = [STUMBLED._replace(sebab=f"{type(error).__name__}: {error}"[:500]) for _ in events]
        projector.recorded.clear()
        projector.opened.clear()
    return projector, outcomes


def _store(device: Perangkat, suffix: Suffix, known: int, outcomes: Sequence[Outcome], now: datetime) -> None:
    """Insert the events behind the first ``known``, each with its verdict; those that stumbled also in quarantine."""
    rows = [
        Kejadian(perangkat=device, seq=suffix.first + i, isi=suffix.events[i], hash=suffix.hashes[i], diterima=now,
                 putusan=outcome.putusan, kode=outcome.kode, keterangan=outcome.keterangan)
        for i, outcome in enumerate(outcomes, known)
    ]  # fmt: skip
    Kejadian.objects.bulk_create(rows)
    stumbled = [
        Karantina(perangkat=device, seq=row.seq, isi=row.isi, hash=row.hash, sebab=outcome.sebab, diterima=now)
        for row, outcome in zip(rows, outcomes, strict=True)
        if outcome.sebab
    ]
    Karantina.objects.bulk_create(stumbled, ignore_conflicts=True)


def _is_waited_for(desa: Desa, opened: set[str]) -> bool:
    """Whether an event that is held may be applied now that these forums are there."""
    if not opened:
        return False
    waiting = Kejadian.objects.filter(perangkat__desa=desa, kode=WAITS.kode).values_list("isi", flat=True)
    events = (parse(bytes(data)) for data in waiting)
    return any(event is not None and event.forum in opened for event in events)


def _project_again(desa: Desa) -> bool:
    """Apply what waited. When that stumbles, the stream goes on all the same and the events wait on."""
    try:
        with transaction.atomic():
            project_again(desa)
    except DatabaseError as error:
        log.error("the rows of %s could not be made again: %s", desa.kode, type(error).__name__)
        desa.refresh_from_db()
        return False
    return True


def project_again(desa: Desa) -> None:
    """Make the village's rows again, and receipts for what could not be applied before. The caller holds the lock."""
    for device, recorded in rebuild(desa, parse).items():
        _write_receipts(device, desa, recorded, timezone.now())


def _write_receipts(device: Perangkat, desa: Desa, recorded: Sequence[Usulan], now: datetime) -> None:
    """One number for every usulan that has none yet, contiguous within a forum's server event."""
    have = set(Bukti.objects.filter(usulan__in=[row.id for row in recorded]).values_list("usulan", flat=True))
    by_forum: dict[str, list[str]] = {}
    for row in recorded:
        if row.id not in have:
            have.add(row.id)
            by_forum.setdefault(row.forum_id, []).append(row.id)
    for forum, usulan in by_forum.items():
        first = desa.bukti_n + 1
        desa.bukti_n += len(usulan)
        Bukti.objects.bulk_create(
            Bukti(usulan=record, desa=desa, nomor=first + i, waktu=now) for i, record in enumerate(usulan)
        )
        data = news.receipt(
            place.private_key(), kode=desa.kode, forum=forum, nomor=first, usulan=usulan, perangkat=device.id,
            ack=device.seq, head=bytes(device.hash), waktu=stamp(now),
        )  # fmt: skip
        add_news(desa, data)


def add_news(desa: Desa, data: bytes) -> Kabar:
    """Give a server event the village's next number. The caller holds the lock of the village's row."""
    desa.kabar_n += 1
    desa.kabar_hash = extend_news(bytes(desa.kabar_hash) if desa.kabar_hash else None, [data])
    desa.save(update_fields=["kabar_n", "kabar_hash", "bukti_n"])
    return Kabar.objects.create(desa=desa, n=desa.kabar_n, isi=data)


def stamp(moment: datetime) -> str:
    """A moment as events carry it: ``2026-01-21T09:14:32+07:00``."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _answer(device: Perangkat, desa: Desa, append: Append) -> Answer:
    same = _is_our_news(desa, append)
    start = append.c if same else 0
    items = _news_after(desa, start)
    more = start + len(items) < desa.kabar_n
    head = bytes(device.hash)
    return Answer(
        n=append.n,
        a=device.seq,
        h=to_text(head[:HASH_SIZE]),
        p="" if more else to_text(parity(head, device.seq, news_head(desa, desa.kabar_n), desa.kabar_n)),
        k=[msgspec.Raw(item) for item in items],
        r=not same,
        m=more,
        v=_open(device),
    )


def _is_our_news(desa: Desa, append: Append) -> bool:
    """Whether the device's list of server events is the beginning of ours; not so after a restore from an old copy."""
    if append.c == 0:
        return True
    return append.c <= desa.kabar_n and news_head(desa, append.c)[: batch.PREFIX_SIZE] == append.news_prefix


def news_head(desa: Desa, count: int) -> bytes:
    """The hash behind the first ``count`` of a village's server events."""
    if count == desa.kabar_n and desa.kabar_hash is not None:
        return bytes(desa.kabar_hash)
    rows = Kabar.objects.filter(desa=desa, n__lte=count).order_by("n").values_list("isi", flat=True)
    return extend_news(None, (bytes(data) for data in rows))


def _news_after(desa: Desa, start: int) -> list[bytes]:
    rows = Kabar.objects.filter(desa=desa, n__gt=start).order_by("n").values_list("isi", flat=True)
    items: list[bytes] = []
    room = limits.MAX_NEWS_BYTES
    for data in rows[: limits.MAX_NEWS]:
        room -= len(data)
        if items and room < 0:
            break
        items.append(bytes(data))
    return items


def _open(device: Perangkat) -> list[Open]:
    rows = Kejadian.objects.filter(perangkat=device).exclude(putusan="").order_by("seq")[: limits.MAX_VERDICTS]
    return [
        Open(row.seq, "ditolak" if row.putusan == "ditolak" else "ditahan", row.kode, row.keterangan) for row in rows
    ]
