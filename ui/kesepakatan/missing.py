"""What the closing of the agreement waits for, in sentences, with the ways there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from musrenbang_desktop.domain.asal import tulis_peringkat
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Pra
from ui.forum_page import ForumPage
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
    "kuorum": (QT_TRANSLATE_NOOP("Kesepakatan", "Pembukaan tanpa alasan"), "keterwakilan"),
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
    before: Callable[[Pra], object]
    """carries what was answered about the forums before this one; empty asks for the section that says more"""


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


def shown_of(state: Keadaan, ways: Ways) -> list[Missing]:
    """What stands in the way, then what is asked before the end and stops nothing."""
    return [*missing_of(state, ways), *_asked(state, ways)]


def answer_before(page: ForumPage, pra: Pra) -> None:
    """Record what was held before the forum; an empty answer opens the section that links forums."""
    if not pra:
        page.go("siapkan", "forum_lain.pra")
    elif page.attempt(lambda: page.services.silsilah.jawab(pra)):
        page.say.success(tr("Jawaban dicatat dan tercetak di berita acara. Ctrl+Z mengurungkan."))


def _asked(state: Keadaan, ways: Ways) -> list[Missing]:
    """Whether something was held before, which the paper will say."""
    if not state.pra:
        return []
    words = tr("{nama}: belum dijawab. Berita acara akan menyebut tidak ada yang tercatat.").format(nama=state.pra)
    answers: tuple[tuple[str, Pra], ...] = (
        (tr("Dilaksanakan di luar program"), "luar"),
        (tr("Tidak dilaksanakan"), "tidak"),
        (tr("Hubungkan musyawarah"), ""),
    )
    return [Missing(words, tuple(_before(text, answer, state.pra, ways) for text, answer in answers), wajib=False)]


def _before(text: str, answer: Pra, name: str, ways: Ways) -> Way:
    return Way(text, f"{name}: {text}", lambda: ways.before(answer))


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
