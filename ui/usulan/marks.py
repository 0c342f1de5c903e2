"""The risk of an usulan in few words: readiness and technical warnings, the same in every list of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from musrenbang_desktop.domain import peringatan
from musrenbang_desktop.domain.kesiapan import belum_siap, risiko_lahan, tanda_lengkap
from musrenbang_desktop.domain.usulan import Usulan
from ui.colours import colours
from ui.dialect import said
from ui.icons import icon


def at_risk(usulan: Usulan) -> bool:
    """Whether something stands in the way: an item that is not ready, or a warning."""
    return bool(belum_siap(usulan.kesiapan) or usulan.peringatan or _land(usulan))


def risk_icon(usulan: Usulan) -> QIcon | None:
    """A sign before the title of an usulan at risk."""
    return icon("peringatan", colours().warning) if at_risk(usulan) else None


def risk_short(usulan: Usulan) -> str:
    """For a column: ``! lahan, sertifikat``, ``siap``, ``2 belum tahu``; nothing while nobody looked."""
    warned = [said(peringatan.TANDA.get(row.tanda, row.tanda)) for row in usulan.peringatan]
    ready = tanda_lengkap(usulan.status_lahan, usulan.kesiapan)
    text = "; ".join(filter(None, (", ".join(warned), ready)))
    return f"! {text}" if at_risk(usulan) else text


def risk_mark(usulan: Usulan) -> str:
    """For a narrow column: how many things stand in the way, ``siap``, or ``?`` while something is unknown."""
    against = len(belum_siap(usulan.kesiapan)) + len(usulan.peringatan) + bool(_land(usulan))
    if against:
        return str(against)
    ready = tanda_lengkap(usulan.status_lahan, usulan.kesiapan)
    return ready if ready in ("", "siap") else "?"


def warning_text(usulan: Usulan) -> str:
    """``Peringatan: sudah dianggarkan (DPA 2026).``; nothing without a warning."""
    if not usulan.peringatan:
        return ""
    words = ", ".join(peringatan.tulis(row) for row in usulan.peringatan)
    return QCoreApplication.translate("UsulanMarks", "Peringatan: {isi}.").format(isi=words)


def risk_long(usulan: Usulan) -> str:
    """For a tooltip and for screen readers."""
    ready = tanda_lengkap(usulan.status_lahan, usulan.kesiapan)
    told = QCoreApplication.translate("UsulanMarks", "Kesiapan: {isi}.").format(isi=ready) if ready else ""
    return " ".join(filter(None, (told, warning_text(usulan))))


def _land(usulan: Usulan) -> str:
    return risiko_lahan(usulan.status_lahan, usulan.kesiapan)
