"""The counter for flash disks: a clerk chooses the village's file and gets the answer to carry back."""

from __future__ import annotations

from base64 import b64encode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sync.kabupaten.bungkus import terima
from sync.kabupaten.models import Petugas
from sync.kabupaten.refusal import Refusal
from sync.kabupaten.views_staff import staff_only
from sync.wire.bungkus import MAX_FILE, SUFFIX


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def bundle(request: HttpRequest, _petugas: Petugas) -> HttpResponse:
    """The form; after it the answer as a download, or one sentence why there is none. Where a part was refused the
    page says which, and the answer is there to be saved.
    """
    if request.method != "POST":
        return render(request, "bungkus.html")
    file = request.FILES.get("berkas")
    if file is None:
        return _again(request, "Pilih dulu berkas bungkusnya.")
    if (file.size or 0) > MAX_FILE:
        return _again(request, "Berkas ini terlalu besar untuk sebuah bungkus.")
    try:
        done = terima(file.read())
    except Refusal as refusal:
        return _again(request, str(refusal))
    name = f"balasan-{done.kode}-{done.sesudah}{SUFFIX}"
    if done.ditolak or done.kepala.terlambat:
        carried = f"data:application/octet-stream;base64,{b64encode(done.balasan).decode()}"
        told = {
            "diterima": done.baru,
            "ditolak": done.ditolak,
            "terlambat": done.kepala.terlambat,
            "balasan": carried,
            "nama": name,
        }
        return render(request, "bungkus.html", told)
    return HttpResponse(
        done.balasan,
        content_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _again(request: HttpRequest, sentence: str) -> HttpResponse:
    return render(request, "bungkus.html", {"salah": sentence}, status=400)
