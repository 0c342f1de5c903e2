"""Pages that anybody may read: villages, their forums, what became of each usulan."""

from __future__ import annotations

from itertools import groupby

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from sync.kabupaten.listing import attendance, in_agreed_order, public_forums, shown, tally
from sync.kabupaten.models import OF_SHOWN, SHOWN, Desa, Forum, Putusan, Usulan


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Every village with a forum, found by name or code."""
    query = request.GET.get("cari", "").replace("\0", "").strip()[:100]
    forums = Forum.objects.filter(**SHOWN, tahun_rencana__isnull=False)
    if query:
        forums = forums.filter(
            Q(nama__icontains=query) | Q(kecamatan__icontains=query) | Q(desa__kode__startswith=query)
        )
    counted = forums.annotate(jumlah=Count("usulan", filter=Q(usulan__ada=True, usulan__status="aktif")))
    rows = list(counted.order_by("kecamatan", "nama", "-tahun_rencana", "tanggal"))
    groups = [(name, list(items)) for name, items in groupby(rows, key=lambda row: row.kecamatan)]
    real = Usulan.objects.filter(ada=True, status="aktif", **OF_SHOWN)
    figures = {
        "desa": Forum.objects.filter(**SHOWN).values("desa").distinct().count(),
        "usulan": real.count(),
        "dijawab": Putusan.objects.values("usulan").distinct().count(),
    }
    return _public(render(request, "beranda.html", {"cari": query, "kelompok": groups, "angka": figures}))


@require_safe
def newest(request: HttpRequest, kode: str) -> HttpResponse:
    """The village's newest year."""
    forums = public_forums(get_object_or_404(Desa, kode=kode))
    if not forums:
        return not_found(request)
    return redirect("desa", kode=kode, tahun=forums[0].tahun_rencana)


@require_safe
def village(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """One village's forums for one planned year."""
    forums = public_forums(get_object_or_404(Desa, kode=kode))
    wanted = [forum for forum in forums if forum.tahun_rencana == tahun]
    if not wanted:
        return not_found(request)
    sections = []
    for forum in wanted:
        items = shown(in_agreed_order(forum), steps=True)
        sections.append({"forum": forum, "hadir": attendance(forum), "butir": items, "rekap": tally(items)})
    years = list(dict.fromkeys(forum.tahun_rencana for forum in forums))
    context = {"forum": wanted[0], "bagian": sections, "tahun": tahun, "semua_tahun": years, "kode": kode}
    return _public(render(request, "desa.html", context))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """An address that leads nowhere."""
    text = "Halaman ini tidak ada, atau desa itu belum mengirim hasil forumnya."
    return render(request, "pesan.html", {"judul": "Tidak ditemukan", "pesan": text}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    text = "Halaman ini sedang bermasalah. Data aman. Coba lagi beberapa saat lagi."
    return render(request, "pesan.html", {"judul": "Sedang bermasalah", "pesan": text}, status=500)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """A request that no browser of a person makes."""
    text = "Permintaan ini tidak bisa dibaca. Kembali ke halaman depan, lalu coba lagi."
    return render(request, "pesan.html", {"judul": "Tidak bisa dibaca", "pesan": text}, status=400)


def _public(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, public=True, max_age=60)
    return response
