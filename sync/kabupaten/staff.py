"""Accounts of the staff."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from sync.kabupaten.models import Petugas

_OFFICES = {"kecamatan": "Kecamatan", "opd": "Perangkat daerah", "bappeda": "Bappeda"}


class WeakPassword(ValueError):
    """``str()`` is the sentence to show."""


def set_account(nama: str, sandi: str, tingkat: str, instansi: str = "", wilayah: str = "") -> Petugas:
    """Make an account, or give an existing one a new password, level and office. Raises WeakPassword."""
    model = get_user_model()
    try:
        validate_password(sandi)
    except ValidationError as error:
        raise WeakPassword(f"Sandi belum cukup kuat: {' '.join(error.messages)}") from error
    with transaction.atomic():
        akun, _ = model.objects.get_or_create(username=nama)
        akun.set_password(sandi)
        akun.save()
        petugas, _ = Petugas.objects.update_or_create(
            akun=akun, defaults={"tingkat": tingkat, "instansi": instansi or _OFFICES[tingkat], "wilayah": wilayah}
        )
    return petugas
