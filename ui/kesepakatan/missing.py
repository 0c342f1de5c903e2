"""What the closing of the agreement waits for, in sentences, with the ways there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from musrenbang_desktop.domain.asal import tulis_peringkat
from musrenbang_desktop.domain.errors import RuleBroken
from ui.kesepakatan.missing_list import Missing, Way
from ui.kesepakatan.model import Keadaan, Tempat, tr
from ui.sentences import sentence
from ui.translation import QT_TRANSLATE_NOOP

_ROLES = {
    "notulis": QT_TRANSLATE_NOOP("Kesepakatan", "Tulis notulis"),
    "saksi": QT_TRANSLATE_NOOP("Kesepakatan", "Tulis dua saksi"),
}
#: Field of what is missing -> the words of its button, and the part of the page of attendance.
_PARTS = {
    "kuorum": (QT_TRANSLATE_NOOP("Kesepakatan", "Kuorum tanpa alasan"), "keterwakilan"),
    "delegasi": (QT_TRANSLATE_NOOP("Kesepakatan", "Susunan delegasi"), "delegasi"),
    "lembar": (QT_TRANSLATE_NOOP("Kesepakatan", "Lembar hadir {n}"), "kertas"),
}


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the buttons of the list lead."""

    role: Callable[[str], object]
    reason: Callable[[str], object]
    jump: Callable[[str], object]
    arrange: Callable[[], object]
    attendance: Callable[[str], object]
    """carries the part of the page of attendance"""
    ballots: Callable[[str], object]
    """carries the id of the group whose paper is not counted to the end"""


def missing_of(state: Keadaan, ways: Ways) -> list[Missing]:
    """Everything that stands in the way, in the order in which it is best put right."""
    found = []
    if state.belum_ditempatkan:
        words = tr("{n} usulan berubah sesudah urutan disusun.").format(n=state.belum_ditempatkan)
        name = tr("Susun ulang dari skor")
        found.append(Missing(words, (Way(name, name, ways.arrange),)))
    if state.kurang:
        words = tr("{n} usulan belum disepakati masih tanpa alasan:").format(n=len(state.kurang))
        found.append(Missing(words, tuple(_reason(place, ways) for place in state.kurang)))
    if state.lompatan:
        words = tr("{n} usulan didahulukan dari yang lebih utama di asalnya, tanpa alasan:").format(
            n=len(state.lompatan)
        )
        found.append(Missing(words, tuple(_jump(place, ways) for place in state.lompatan)))
    if state.kertas:
        words = tr("Surat suara atau lembar skor belum selesai dihitung:")
        found.append(Missing(words, tuple(_ballots(kelompok, nama, ways) for kelompok, nama in state.kertas)))
    if state.tim:
        found.append(Missing(tr("Tim belum lengkap."), tuple(_role(role, ways) for role in state.tim)))
    if state.hadir:
        found.append(Missing(tr("Kehadiran belum beres."), tuple(_attendance(one, ways) for one in state.hadir)))
    return found


def _attendance(broken: RuleBroken, ways: Ways) -> Way:
    text, part = _PARTS[broken.field]
    shown = tr(text)
    if broken.field == "lembar":
        shown = shown.format(n=broken.text if broken.text != "0" else tr("tamu"))
    return Way(shown, sentence(broken), lambda: ways.attendance(part))


def _ballots(kelompok: str, nama: str, ways: Ways) -> Way:
    return Way(nama, tr("Buka surat suara {nama}").format(nama=nama), lambda: ways.ballots(kelompok))


def _role(role: str, ways: Ways) -> Way:
    text = tr(_ROLES[role])
    return Way(text, text, lambda: ways.role(role))


def _reason(place: Tempat, ways: Ways) -> Way:
    name = tr("Tulis alasan {nomor} {judul}").format(nomor=place.label, judul=place.judul)
    return Way(place.label, name, lambda: ways.reason(place.id))


def _jump(place: Tempat, ways: Ways) -> Way:
    rank = tulis_peringkat(place.usulan) if place.usulan else ""
    name = tr("Tulis kenapa {nomor} {judul} didahulukan").format(nomor=place.label, judul=place.judul)
    return Way(f"{place.label} ({rank})" if rank else place.label, name, lambda: ways.jump(place.id))
