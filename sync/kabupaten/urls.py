"""Every address of the server."""

from __future__ import annotations

from django.urls import path, register_converter

from sync.kabupaten import views_api, views_bungkus, views_public, views_seal, views_staff
from sync.wire import batch, enrol


class Kode:
    """A village code, ``33.26.08.2004``."""

    regex = r"\d{2}\.\d{2}\.\d{2}\.\d{4}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Record(Kode):
    """The id of a record, ``k7q2m3ab-17``."""

    regex = r"[A-Za-z0-9._:-]{1,64}"


register_converter(Kode, "kode")
register_converter(Record, "record")

urlpatterns = [
    path(batch.PATH.lstrip("/"), views_api.append),
    path(enrol.PATH.lstrip("/"), views_api.enrol_device),
    path("", views_public.home, name="beranda"),
    path("desa/<kode:kode>", views_public.newest),
    path("desa/<kode:kode>/<int:tahun>", views_public.village, name="desa"),
    path("periksa", views_seal.check),
    path("masuk", views_staff.log_in),
    path("keluar", views_staff.log_out),
    path("petugas", views_staff.inbox),
    path("petugas/paket", views_staff.package),
    path("petugas/bungkus", views_bungkus.bundle),
    path("petugas/forum/<record:forum>", views_staff.forum),
    path("petugas/usulan", views_staff.proposals),
    path("petugas/usulan/<record:usulan>", views_staff.proposal),
]

handler400 = views_public.bad_request
handler404 = views_public.not_found
handler500 = views_public.broken
