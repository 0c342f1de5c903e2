"""The history of one record: who changed what, when, from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import jawaban, lokal, paket
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.services import kalimat_lokal
from musrenbang_desktop.services.kata_jawaban import putusan
from musrenbang_desktop.services.kisah import GILIRAN, SKOR, SURAT, Fakta, Pencerita, baca_pokok
from musrenbang_desktop.services.kisah_bagian import KisahBagian
from musrenbang_desktop.services.kisah_bicara import KisahAcara, KisahGiliran
from musrenbang_desktop.services.kisah_record import SEGEL, KisahBeberapa, KisahRecord, segel_of
from musrenbang_desktop.services.kisah_skor import KisahSkor
from musrenbang_desktop.services.kisah_suara import KisahSurat

KABUPATEN = "kabupaten"
"""stands for the laptop where the kabupaten said something"""


DI_SINI = ""
"""stands for this laptop where no event says on which one it was"""


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One field of a record at one moment. ``perangkat`` is the laptop; ``kalimat`` the act in words.

    ``oleh`` is the person whom the record names (who typed a ballot, who entered it in SIPD); usually nobody.
    """

    langkah: int
    perangkat: str
    jam: str
    kalimat: str
    isian: str
    sebelum: str
    sesudah: str
    urung: bool
    ulang: bool = False
    oleh: str = ""


def of_subject(connection: Connection, subject: str, forum: str) -> list[Perubahan]:
    """Every change of a record or a part of it (:mod:`~musrenbang_desktop.services.kisah`), newest first.

    Of an usulan also its scores, its place in the agreement, SIPD, the acts on others that touched it, and what the
    kabupaten answered. ``forum`` is the one on the desk.
    """
    told = _told(_teller(connection, subject, forum))
    told.reverse()
    if subject.endswith("#paket"):
        return _with_others(told, _packages(connection))
    if "#" in subject:
        return told
    return _with_others(told, _outside(connection, subject) + _answers(connection, subject))


def _teller(connection: Connection, subject: str, forum: str) -> Pencerita:
    pokok = baca_pokok(subject)
    if pokok.bidang == SURAT:
        return KisahSurat(connection, pokok.record, pokok.kunci)
    if pokok.bidang == SKOR:
        return KisahSkor(connection, pokok.record, pokok.kunci)
    if pokok.bidang == GILIRAN:
        return KisahGiliran(connection, pokok.record, pokok.kunci)
    if pokok.bidang == "waktu":
        return KisahAcara(connection, pokok.record, pokok.kunci)
    if pokok.bidang:
        return KisahBagian(connection, pokok)
    if "," in pokok.record:
        return KisahBeberapa(connection, pokok.record.split(","), "halaman")
    if pokok.record.endswith(SEGEL):
        return segel_of(connection, pokok.record)
    return KisahRecord(connection, pokok.record, forum)


def _told(teller: Pencerita) -> list[Perubahan]:
    """What changed, oldest first; a fact that says what was known already is no change."""
    known: dict[str, Fakta] = {}
    found: list[Perubahan] = []
    for event in teller.events():
        for fact in teller.facts(event):
            before = known.get(fact.kunci)
            known[fact.kunci] = fact
            if not _same(before.nilai if before else None, fact.nilai):
                found.append(_change(event, teller.heading(event), before, fact))
    return found


def _same(before: Any, now: Any) -> bool:
    return bool(before == now) or (before is None and now in ("", [], False))


def _change(event: Tercatat, heading: str, before: Fakta | None, fact: Fakta) -> Perubahan:
    return Perubahan(
        langkah=event.langkah,
        perangkat=event.perangkat,
        jam=event.event.jam,
        kalimat=heading,
        isian=fact.isian,
        sebelum=before.kata if before else "",
        sesudah=fact.kata,
        urung=event.event.urung is not None,
        ulang=event.event.ulang is not None,
        oleh=fact.oleh,
    )


def _answers(connection: Connection, record: str) -> list[Perubahan]:
    """What the kabupaten said of an usulan: its receipt and the answers of every level, newest first."""
    found = [_said(one.waktu, "bukti terima", "", one.nomor, "") for one in jawaban.receipts_of(connection, record)]
    before: dict[str, str] = {}
    for one in jawaban.answers_of(connection, record):
        words = ": ".join(filter(None, (putusan(one.tingkat, one.putusan), one.alasan)))
        found.append(_said(one.waktu, f"jawaban {one.tingkat}", before.get(one.tingkat, ""), words, one.oleh))
        before[one.tingkat] = words
    return sorted(found, key=lambda one: one.jam, reverse=True)


def _packages(connection: Connection) -> list[Perubahan]:
    """Every package of the kabupaten that this laptop took in, newest first; events only say which a forum uses."""
    every = paket.put_in(connection)
    return [
        Perubahan(0, DI_SINI, jam, "Paket kabupaten", "paket diterima", "", f"{nomor}, {kabupaten}", urung=False)
        for jam, nomor, kabupaten in reversed(every)
    ]


def _said(waktu: str, isian: str, sebelum: str, sesudah: str, oleh: str) -> Perubahan:
    return Perubahan(0, KABUPATEN, waktu, sesudah, isian, sebelum, sesudah, urung=False, oleh=oleh)


def _outside(connection: Connection, record: str) -> list[Perubahan]:
    """What was changed of a record outside the journal, newest first: which field and how, never what it held."""
    found = []
    for _, row in reversed(lokal.of_record(connection, record)):
        held = lokal.origin(connection, row.n)
        found.append(
            Perubahan(
                langkah=-row.n,
                perangkat=row.perangkat,
                jam=row.jam,
                kalimat=kalimat_lokal.act(connection, held),
                isian=kalimat_lokal.fields(held),
                sebelum="",
                sesudah=kalimat_lokal.verb(held),
                urung=row.urung is not None,
                ulang=row.ulang is not None,
            )
        )
    return found


def _with_others(told: list[Perubahan], others: Sequence[Perubahan]) -> list[Perubahan]:
    """The acts keep their own order, each of the others stands above what is older than it."""
    for other in reversed(others):
        place = next((n for n, one in enumerate(told) if _moment(one.jam) <= _moment(other.jam)), len(told))
        told.insert(place, other)
    return told


def _moment(jam: str) -> float:
    try:
        return datetime.fromisoformat(jam).timestamp()
    except ValueError:
        return 0.0
