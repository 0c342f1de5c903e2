"""Silsilah: which forum is held before which, and what of an earlier forum goes on in a later one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

#: What may be answered about forums before a Musrenbang of which none is recorded.
JAWABAN_PRA: Mapping[str, str] = {"luar": "dilaksanakan di luar program", "tidak": "tidak dilaksanakan"}


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
    parents = induk_semua(semua)
    above, seen = induk.id, {forum.id}
    while above:
        if above in seen:
            raise RuleBroken("induk", "melingkar")
        seen.add(above)
        above = parents.get(above, "")


def induk_semua(semua: Mapping[str, Forum]) -> dict[str, str]:
    """Forum -> the forum before which it is held, whichever of both recorded the link."""
    stated = {one.id: one.induk for one in semua.values() if one.induk}
    return stated | {child: one.id for one in semua.values() for child in one.anak}


def perlu_jawaban(forum: Forum) -> bool:
    """Whether it matters what was held before: a musyawarah dusun or a rembug itself is what comes first."""
    return forum.tingkat == "utama"


def nama_pra(forum: Forum) -> str:
    """What is usually held before this Musrenbang: ``Musyawarah dusun atau pra-musrenbang``."""
    first = NAMA_TINGKAT["rembug" if forum.jenis == "kelurahan" else "dusun"]
    return f"{forum.istilah.dalam(first)} atau pra-musrenbang"


def kata_sebelumnya(forum: Forum, tercatat: Sequence[str]) -> str:
    """What the berita acara says of the forums held before this one.

    ``tercatat`` names those that are recorded. Of a Musrenbang it is also said that none is; nothing where nothing is
    recorded before a meeting of a lower stage.
    """
    names, answer, kind = ", ".join(tercatat), forum.jawaban_pra, nama_pra(forum)
    if answer == "luar":
        elsewhere = forum.pra_luar.strip()
        if names:
            return f"{names}, serta di luar catatan forum ini: {elsewhere or 'musyawarah lain'}"
        if elsewhere:  # which one it was says the operator: the usual kinds need not stand there as well
            return f"Musyawarah telah dilaksanakan di luar catatan forum ini: {elsewhere}"
        return f"{kind} telah dilaksanakan tersendiri, di luar catatan forum ini"
    if names:
        return names
    if answer == "tidak":
        reason = forum.tanpa_pra.strip()
        return f"{kind} tidak diselenggarakan{f' karena {reason}' if reason else ''}"
    return f"Tidak ada {kind[0].lower()}{kind[1:]} yang tercatat" if perlu_jawaban(forum) else ""
