"""Words and figures as the pages show them: filters that every template knows."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import timezone

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kamus import ALASAN_LUAR_KAMUS, BELUM_ADA
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.tanggal import format_tanggal
from sync.kabupaten import privacy, umum
from sync.kabupaten.models import Usulan

register = template.Library()


@register.filter
def rupiah(amount: int | None) -> str:
    """``Rp125.000.000``; a dash while it is unknown."""
    return format_rupiah(amount) if amount is None or amount >= 0 else "-"


@register.filter
def tanggal(moment: datetime | str) -> str:
    """``21 Januari 2026`` for a moment or an ISO date; what is no date stays as it came."""
    iso = timezone.localtime(moment).date().isoformat() if isinstance(moment, datetime) else moment
    try:
        return format_tanggal(iso, hari=False)
    except RuleBroken:
        return privacy.blur(iso)


@register.filter
def hari_tanggal(iso: str) -> str:
    """``Rabu, 21 Januari 2026``."""
    try:
        return format_tanggal(iso)
    except RuleBroken:
        return "-"


@register.filter
def samar(text: str) -> str:
    """A text of the village without the names of residents."""
    return privacy.blur(text)


@register.filter
def judul_umum(usulan: Usulan) -> str:
    """The title of an usulan as others may see it."""
    return umum.judul(usulan)


@register.filter
def lokasi_umum(usulan: Usulan) -> str:
    """The place of an usulan as others may see it."""
    return umum.lokasi(usulan)


@register.filter
def ditulis_ulang(usulan: Usulan) -> bool:
    """Whether its village worded it anew for others."""
    return umum.ditulis_ulang(usulan)


@register.filter
def kelompok(text: str) -> str:
    """Who proposed, as a group."""
    return privacy.proposer(text)


@register.filter
def luar_kamus(code: str) -> str:
    """Why an usulan follows no entry of the kamus; a kabupaten's own code stands as it is."""
    return ALASAN_LUAR_KAMUS.get(code, code)


@register.filter
def cantolan(code: str) -> str:
    """The goal of a plan, or that none was found."""
    return "Sudah dicari, belum ada" if code == BELUM_ADA else code
