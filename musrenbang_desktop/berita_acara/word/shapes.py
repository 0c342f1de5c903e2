"""Which shapes of the profile a form takes: who signs below it, and how those sign who stand for the participants."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.berita_acara.word.forms import Bentuk
from musrenbang_desktop.domain.profile import BentukTabel, PenandaTangan, Profile


def signing_in(profile: Profile, bentuk: Bentuk) -> Sequence[PenandaTangan]:
    """The places of signatures below this form, as the profile writes them."""
    if bentuk in ("musdus", "notulen"):
        return profile.cetak[bentuk].penanda
    return profile.penanda_tangan


def representatives_of(profile: Profile, bentuk: Bentuk) -> BentukTabel:
    """The table of those who sign for the participants."""
    return profile.cetak["musdus"].tabel["wakil"] if bentuk == "musdus" else profile.wakil
