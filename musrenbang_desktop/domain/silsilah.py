"""Silsilah: which forum is held before which, and what of an earlier forum goes on in a later one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum, Tingkat

#: What each stage is called on paper and on screen, before the name of the dusun, the RW or the group.
NAMA_TINGKAT: Mapping[Tingkat, str] = {
    "utama": "Musrenbang",
    "dusun": "Musyawarah dusun",
    "rembug": "Rembug warga",
    "pra": "Pra-musrenbang",
}


@dataclass(frozen=True, slots=True)
class ForumAnak:
    """A forum that was held before the chosen one: what it agreed, and how much of that was taken over."""

    forum: Forum
    hasil: int
    diambil: int
    ditutup: bool

    @property
    def id(self) -> str:
        """The id of the forum."""
        return self.forum.id

    @property
    def sisa(self) -> int:
        """How many of its usulan are still to be taken over."""
        return self.hasil - self.diambil


def sebutan_forum(forum: Forum) -> str:
    """``Musyawarah dusun Krajan``, ``Musrenbang Desa Sukamaju``."""
    return f"{forum.istilah.dalam(NAMA_TINGKAT[forum.tingkat])} {forum.cakupan or forum.sebutan}"


def check_induk(forum: Forum, induk: Forum, semua: Mapping[str, Forum]) -> None:
    """Raise RuleBroken("induk", ...) for a parent that cannot be one.

    ``bukan_desanya``: another village, another planned year, or practice and no practice. ``melingkar``: a forum would
    be held before itself. ``bukan_sesudahnya``: the parent is itself a meeting of a dusun or an RW.
    """
    same = ("jenis", "desa", "kode_wilayah", "tahun_rencana", "latihan")
    if any(getattr(forum, name) != getattr(induk, name) for name in same):
        raise RuleBroken("induk", "bukan_desanya")
    if induk.tingkat not in ("utama", "pra"):
        raise RuleBroken("induk", "bukan_sesudahnya")
    above, seen = induk.id, {forum.id}
    while above:
        if above in seen:
            raise RuleBroken("induk", "melingkar")
        seen.add(above)
        above = semua[above].induk if above in semua else ""
