"""Pages for the staff of kecamatan, perangkat daerah and Bappeda."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """A form that was left open too long, or came from another site."""
    text = "Halaman ini sudah terlalu lama terbuka. Tidak ada yang tersimpan. Muat ulang halaman, lalu coba lagi."
    return render(request, "pesan.html", {"judul": "Perlu dimuat ulang", "pesan": text}, status=403)
