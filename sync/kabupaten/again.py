"""Making the projections of every village again, after an update that knows more or stumbles less."""

from __future__ import annotations

from django.db import transaction

from sync.kabupaten.apply import project_again
from sync.kabupaten.models import Desa


def rebuild_all() -> int:
    """Rebuild village by village, each in its own transaction; returns how many."""
    codes = list(Desa.objects.values_list("kode", flat=True))
    for kode in codes:
        with transaction.atomic():
            project_again(Desa.objects.select_for_update().get(kode=kode))
    return len(codes)
