"""Taking back what was given out: the card of a laptop, a ticket; handing the forums of one laptop over to another."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from musrenbang_desktop.journal.keys import device_tag
from musrenbang_desktop.journal.penjaga import SEGEL
from sync.kabupaten.apply import parse, project_again
from sync.kabupaten.models import Desa, Kejadian, Perangkat, Tiket
from sync.kabupaten.successors import signer
from sync.wire import ticket


class NotFound(Exception):
    """``str()`` is the sentence to print."""


def revoke(text: str, successor: str = "") -> str:
    """Take back the card of a laptop, named by its tag or device id, or a ticket as it is printed.

    Nothing that arrived is lost: what the laptop sent before stays as it is. ``successor`` names the laptop of the same
    village that goes on with its forums; what that one has sent about them is applied now. Answers what was done, in
    one sentence. Raises NotFound.
    """
    found = _laptop(text) or _used_by(text)
    if found is None:
        return _revoke_ticket(text)
    with transaction.atomic():
        desa = Desa.objects.select_for_update().get(kode=found.desa_id)
        found.dicabut = found.dicabut or timezone.now()
        told = f"Kartu laptop {device_tag(found.id)} ({desa.nama or desa.kode}) dicabut."
        if successor:
            found.pengganti = _successor(found, successor)
            told += f" Forumnya diteruskan laptop {device_tag(found.pengganti.id)}."
        found.save(update_fields=["dicabut", "pengganti"])
        if successor:
            project_again(desa)
    return told


def hand_over(tag: str, successor: Perangkat) -> None:
    """A ticket said that its user goes on for the laptop ``tag``, whose card may have been taken back before. Nothing
    where that one never had a card, another one goes on for it, or it is of another village. The caller holds the lock
    of the village's row.
    """
    found = _laptop(tag) if tag else None
    if found is None or found.id == successor.id or hindrance(tag, successor.desa_id):
        return
    found.dicabut, found.pengganti = found.dicabut or timezone.now(), successor
    found.save(update_fields=["dicabut", "pengganti"])
    project_again(Desa.objects.get(kode=found.desa_id))


def hindrance(tag: str, kode: str) -> str:
    """Why a ticket for the village ``kode`` would hand over nothing of the laptop ``tag``, in one sentence; empty where
    it would, or where nobody knows that laptop yet.
    """
    found = _laptop(tag)
    if found is None:
        return ""
    if found.desa_id != kode:
        return (
            f"Laptop {tag} terdaftar untuk {found.desa.nama or found.desa_id}, bukan untuk desa ini. Periksa hurufnya."
        )
    other = signer(found) if found.dicabut is not None else None
    if other is None:
        return ""
    after = device_tag(other.id)
    return (
        f"Laptop {tag} sudah diganti laptop {after}. Bila laptop {after} yang rusak, buat tiket dengan --mengganti "
        f"{after}. Bila seharusnya laptop lain: cabut {tag} --pengganti TANDA."
    )


def restore(text: str) -> str:
    """Give a revoked laptop its card back, for one that was found again or named by mistake. Raises NotFound.

    Its forums come back to it, unless the laptop that went on with them has sealed one: what is sealed stays.
    """
    found = _laptop(text)
    if found is None:
        raise NotFound("Laptop itu tidak ada di daftar. Periksa hurufnya.")
    with transaction.atomic():
        desa = Desa.objects.select_for_update().get(kode=found.desa_id)
        found.dicabut = None
        told = f"Kartu laptop {device_tag(found.id)} ({desa.nama or desa.kode}) berlaku lagi."
        if found.pengganti is not None and _was_sealed_by_another(found):
            told += f" Forumnya tetap diteruskan laptop {device_tag(found.pengganti.id)}, yang sudah menyegelnya."
        else:
            found.pengganti = None
        found.save(update_fields=["dicabut", "pengganti"])
        project_again(desa)
    return told


def _was_sealed_by_another(found: Perangkat) -> bool:
    """Whether a seal of another laptop holds for a forum that this one opened."""
    tag = device_tag(found.id)
    rows = Kejadian.objects.filter(perangkat__desa=found.desa_id, putusan="").exclude(perangkat=found)
    events = (parse(bytes(data)) for data in rows.values_list("isi", flat=True).iterator(chunk_size=500))
    return any(event is not None and event.jenis == SEGEL and event.forum.rpartition("-")[0] == tag for event in events)


def _laptop(text: str) -> Perangkat | None:
    """By device id or tag; tags are unique among the laptops of a server."""
    wanted = text.strip().lower()
    ids = Perangkat.objects.values_list("id", flat=True)
    device = next((one for one in ids if wanted in (one, device_tag(one))), None)
    return Perangkat.objects.get(id=device) if device else None


def _ticket(text: str) -> Tiket | None:
    try:
        key = ticket.parse(text).key()
    except ticket.WrongTicket:
        return None
    return Tiket.objects.filter(id=ticket.identifier(key)).first()


def _used_by(text: str) -> Perangkat | None:
    row = _ticket(text)
    return row.perangkat if row is not None else None


def _revoke_ticket(text: str) -> str:
    row = _ticket(text)
    if row is None:
        raise NotFound("Laptop atau tiket itu tidak ada di daftar. Periksa hurufnya.")
    row.dicabut = row.dicabut or timezone.now()
    row.save(update_fields=["dicabut"])
    return f"Tiket untuk {row.desa.nama or row.desa_id} dicabut; belum ada laptop yang memakainya."


def _successor(found: Perangkat, text: str) -> Perangkat:
    other = _laptop(text)
    if other is None or other.id == found.id or other.desa_id != found.desa_id or other.dicabut is not None:
        raise NotFound("Laptop pengganti harus laptop lain dari desa yang sama, dengan kartu yang berlaku.")
    return other
