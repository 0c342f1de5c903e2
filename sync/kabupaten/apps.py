"""The app as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class Kabupaten(AppConfig):
    """The one app of the server."""

    name = "sync.kabupaten"
    label = "kabupaten"
    default_auto_field = "django.db.models.BigAutoField"
