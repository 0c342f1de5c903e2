"""What stands below an usulan on Lampiran II and III: risk, a village that proposes the same, what the hall said."""

from __future__ import annotations

from musrenbang_desktop.domain import antardesa, catatan, peringatan
from musrenbang_desktop.domain.kesiapan import belum_siap, risiko_lahan, tanda_lengkap
from musrenbang_desktop.domain.usulan import Usulan


def sisipan(usulan: Usulan) -> tuple[str, ...]:
    """Technical warnings, what is not ready, what is shared with other villages, the notes of the hall; one line each,
    all as recorded.
    """
    warned = ", ".join(peringatan.tulis(row) for row in usulan.peringatan)
    ready = tanda_lengkap(usulan.status_lahan, usulan.kesiapan)
    lines = (f"Peringatan: {warned}" if warned else "", f"Kesiapan: {ready}" if ready else "")
    shared = map(antardesa.tulis, antardesa.bersama(usulan.antardesa))
    return (*filter(None, lines), *shared, *(catatan.tulis(note) for note in usulan.catatan))


def risiko(usulan: Usulan) -> str:
    """One line for the sheets that are filled before the result: ``! sudah dianggarkan (DPA 2026); lahan belum siap``,
    or ``? kesiapan: 5 belum tahu`` where nothing stands in the way and not everything is known.

    Nothing for an usulan that is ready or that nobody looked at.
    """
    if not (usulan.kesiapan or usulan.status_lahan or usulan.peringatan):
        return ""  # nobody looked at it, as at most of them
    ready = tanda_lengkap(usulan.status_lahan, usulan.kesiapan)
    against = belum_siap(usulan.kesiapan) or risiko_lahan(usulan.status_lahan, usulan.kesiapan)
    parts = [peringatan.tulis(row) for row in usulan.peringatan] + ([ready] if against else [])
    if parts:
        return f"! {'; '.join(parts)}"
    return f"? kesiapan: {ready}" if ready not in ("", "siap") else ""
