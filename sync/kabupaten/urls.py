"""Every address of the server."""

from __future__ import annotations

from django.urls import path

from sync.kabupaten import views_api
from sync.wire import batch, enrol

urlpatterns = [
    path(batch.PATH.lstrip("/"), views_api.append),
    path(enrol.PATH.lstrip("/"), views_api.enrol_device),
]
