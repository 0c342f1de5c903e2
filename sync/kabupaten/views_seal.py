"""Anybody checks the QR of a seal here: is this what the kabupaten received from a laptop of that village?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from musrenbang_desktop.domain.sebutan import istilah_kode
from musrenbang_desktop.journal import segel_qr
from musrenbang_desktop.journal.segel import teks_pecahan
from musrenbang_desktop.journal.segel_qr import IsiQr, QrTidakSah
from sync.kabupaten.models import SHOWN, Forum, Perangkat

LONGEST = 6000
"""letters; the largest QR holds 4,296"""
_OUTPUTS = {"ke_kecamatan": "ke kecamatan", "dana_desa": "dana desa", "belum_disepakati": "belum disepakati"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a QR: whether it is the seal that was received, a sentence, and the order that it holds."""

    sah: bool
    kalimat: str
    forum: Forum | None = None
    urutan: tuple[tuple[int, str, str, str], ...] = ()
    """place, label, output, score"""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form; after it what the QR proves."""
    if request.method != "POST":
        return render(request, "periksa.html")
    text = request.POST.get("teks", "").strip("\r\n")[:LONGEST]
    return render(request, "periksa.html", {"teks": text, "jawab": answer(text)})


def answer(text: str) -> Answer:
    """Check the signature, whose laptop it is, and that this seal was received."""
    try:
        isi = segel_qr.baca(text)
    except QrTidakSah as error:
        return Answer(sah=False, kalimat=f"QR ditolak: {error}.")
    laptop = Perangkat.objects.filter(kunci=isi.kunci).first()
    if laptop is None:
        return Answer(sah=False, kalimat=f"Isi QR utuh, tetapi laptop {isi.laptop} tidak terdaftar di kabupaten ini.")
    if isi.latihan:
        return Answer(sah=False, kalimat="Ini QR latihan, bukan hasil musyawarah.")
    forum = Forum.objects.filter(desa=laptop.desa_id, segel=isi.id, **SHOWN).first()
    if forum is None:
        words = f"Isi QR ditandatangani laptop {isi.laptop}, tetapi segel {isi.id} belum diterima kabupaten."
        return Answer(sah=False, kalimat=words)
    return Answer(
        sah=True, kalimat=f"Isi QR sama dengan segel {isi.id} yang diterima kabupaten.", forum=forum, urutan=_order(isi)
    )


def _order(isi: IsiQr) -> tuple[tuple[int, str, str, str], ...]:
    said = istilah_kode(isi.kode_wilayah).dalam
    return tuple(
        (place, f"U-{row.nomor:03d}", said(_OUTPUTS[row.keluaran]), teks_pecahan(row.nilai) or "-")
        for place, row in enumerate(isi.urutan, 1)
    )
