"""Deciding about an usulan: the form with its rules, and the one transaction that records it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone

from sync.kabupaten.apply import add_news, stamp
from sync.kabupaten.models import Desa, Petugas, Putusan, Usulan
from sync.kabupaten.status import DECISIONS, current
from sync.wire import news
from sync.wire.reasons import FREE_TEXT, REASONS

#: Decisions that a village must be able to answer: they need a reason from the list.
NEED_REASON = ("ditunda", "dikembalikan", "ditolak")

_WORDS = {
    "diterima": "Terima",
    "diterima_perubahan": "Terima dengan perubahan",
    "ditunda": "Tunda",
    "dikembalikan": "Kembalikan untuk diperbaiki",
    "ditolak": "Tolak",
    "dibatalkan": "Batalkan putusan sebelumnya",
}


class Overtaken(Exception):
    """Somebody of the same level has decided since the page was opened."""


class Withdrawn(Exception):
    """The village has taken the usulan back."""


class DecisionForm(forms.Form):
    """What a staff member chooses and writes."""

    putusan = forms.ChoiceField(
        choices=list(_WORDS.items()),
        error_messages={"required": "Pilih salah satu putusan.", "invalid_choice": "Pilih salah satu putusan."},
    )
    alasan_kode = forms.ChoiceField(
        choices=[("", "Pilih alasan"), *REASONS.items()],
        required=False,
        error_messages={"invalid_choice": "Pilih alasan dari daftar."},
    )
    alasan = forms.CharField(
        required=False,
        max_length=1000,
        error_messages={"max_length": "Penjelasan paling panjang 1.000 huruf."},
    )
    terakhir = forms.IntegerField(required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        putusan, kode, alasan = (cleaned.get(name, "") for name in ("putusan", "alasan_kode", "alasan"))
        if putusan in NEED_REASON and not kode:
            self.add_error("alasan_kode", "Putusan ini perlu alasan. Desa berhak tahu sebabnya.")
        if kode == FREE_TEXT and not alasan:
            self.add_error("alasan", "Tuliskan alasannya dengan kata-kata.")
        if putusan == "diterima_perubahan" and not alasan:
            self.add_error("alasan", "Tuliskan apa yang berubah, misalnya volume atau biayanya.")
        if putusan == "dibatalkan" and not alasan:
            self.add_error("alasan", "Tuliskan mengapa putusan sebelumnya dibatalkan.")
        if putusan == "diterima":
            cleaned["alasan_kode"] = ""
        return cleaned


def choices(standing: Putusan | None) -> list[tuple[str, str]]:
    """What can be chosen now; only a decision that stands can be taken back."""
    return [(value, word) for value, word in _WORDS.items() if value != "dibatalkan" or standing is not None]


def standing(usulan: Usulan, petugas: Petugas) -> Putusan | None:
    """The decision of this level that stands."""
    own = Putusan.objects.filter(usulan=usulan.id, tingkat=petugas.tingkat).order_by("id")
    return current(own).get(petugas.tingkat)


def last_id(usulan: Usulan, petugas: Petugas) -> int:
    """Names the state that a page shows, so that a later decision is noticed."""
    last = Putusan.objects.filter(usulan=usulan.id, tingkat=petugas.tingkat).order_by("-id").first()
    return last.id if last else 0


def decide(usulan: Usulan, petugas: Petugas, putusan: str, alasan_kode: str, alasan: str, seen: int) -> Putusan:
    """Record a decision and send it on its way; the same decision twice in a row is recorded once.

    Raises Withdrawn, and Overtaken when it is not the decision ``seen`` that stands.
    """
    if putusan not in DECISIONS:
        raise ValueError(putusan)
    with transaction.atomic():
        desa = Desa.objects.select_for_update().get(kode=usulan.forum.desa_id)
        # Read again behind the lock: the village may have written since the page was opened.
        if not Usulan.objects.filter(id=usulan.id, ada=True, status="aktif").exists():
            raise Withdrawn
        last = Putusan.objects.filter(usulan=usulan.id, tingkat=petugas.tingkat).order_by("-id").first()
        if last and (last.putusan, last.alasan_kode, last.alasan) == (putusan, alasan_kode, alasan):
            return last
        if (last.id if last else 0) != seen:
            raise Overtaken
        now = timezone.now()
        data = news.decision(
            usulan=usulan.id, tingkat=petugas.tingkat, putusan=putusan, alasan_kode=alasan_kode, alasan=alasan,
            oleh=petugas.instansi, waktu=stamp(now),
        )  # fmt: skip
        return Putusan.objects.create(
            usulan=usulan.id, kabar=add_news(desa, data), tingkat=petugas.tingkat, putusan=putusan,
            alasan_kode=alasan_kode, alasan=alasan, petugas=petugas, waktu=now,
        )  # fmt: skip
