"""What became of the usulan of those who are easily overheard: forum by forum, level by level, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import jawaban, kesepakatan
from musrenbang_desktop.db.queries import nasib as queries
from musrenbang_desktop.db.queries import usulan as proposals
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.kesepakatan import Butir
from musrenbang_desktop.domain.silsilah import sebutan_forum
from musrenbang_desktop.domain.tema import TEMA, nama_tema
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kata_jawaban import jawaban_singkat

Keadaan = Literal["berjalan", "dana_desa", "ke_kecamatan", "belum_disepakati", "dijawab", "digabung", "batal"]

#: Where an usulan stands now, as it is counted and shown.
KEADAAN: Mapping[Keadaan, str] = {
    "berjalan": "belum diputuskan",
    "dana_desa": "dana desa",
    "ke_kecamatan": "dibawa ke kecamatan",
    "belum_disepakati": "belum disepakati",
    "dijawab": "sudah dijawab",
    "digabung": "digabung",
    "batal": "dibatalkan",
}

_DEEPEST = 8
"""forums and years that one usulan is followed through"""


@dataclass(frozen=True, slots=True)
class Nasib:
    """One usulan with a tema. ``langkah`` is its way in sentences, ``keadaan`` where it stands now."""

    usulan: Usulan
    keadaan: Keadaan
    langkah: tuple[str, ...]
    kata: str = ""
    """where it stands now, in the words of the place"""

    @property
    def id(self) -> str:
        """The id of the usulan."""
        return self.usulan.id

    @property
    def tema(self) -> str:
        """``dari perempuan, untuk anak``: who speaks, and whom it serves."""
        parts = (("dari", nama_tema(self.usulan.tema_asal)), ("untuk", nama_tema(self.usulan.tema_penerima)))
        return "; ".join(f"{word} {names}" for word, names in parts if names)

    @property
    def akhir(self) -> str:
        """The last thing that happened to it."""
        return self.langkah[-1]

    def punya(self, tema: str) -> bool:
        """Whether it has this tema, of either kind; every one has the empty one."""
        return not tema or tema in self.usulan.tema_asal or tema in self.usulan.tema_penerima


@dataclass(frozen=True, slots=True)
class RingkasTema:
    """How the usulan of one tema fared: how many stand where."""

    tema: str
    jumlah: int
    keadaan: Mapping[Keadaan, int]
    kata: Mapping[Keadaan, str] = field(default_factory=lambda: KEADAAN)

    @property
    def teks(self) -> str:
        """``Perempuan: 12 usulan, 5 dana desa, 4 dibawa ke kecamatan``."""
        parts = (f"{self.keadaan[one]} {words}" for one, words in self.kata.items() if self.keadaan.get(one))
        return ", ".join([f"{TEMA[self.tema]}: {self.jumlah} usulan", *parts])


@dataclass(frozen=True, slots=True)
class _Forum:
    """What was decided in one forum."""

    forum: Forum | None
    butir: Mapping[str, Butir]
    jawaban: Mapping[str, list[jawaban.Jawaban]]


class NasibService:
    """The usulan with a tema of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def daftar(self, tema: str = "") -> list[Nasib]:
        """Every usulan with this tema (with any, for nothing), by number."""
        reading = _Reading(self._desk)
        records = queries.tagged(self._desk.connection, self._desk.forum_id)
        found = proposals.these(self._desk.connection, records)
        return [one for one in (reading.of(found[record]) for record in records) if one.punya(tema)]

    def ringkasan(self, nasib: list[Nasib] | None = None) -> list[RingkasTema]:
        """Each tema that any usulan has, in the usual order. One with two tema counts in both."""
        rows = self.daftar() if nasib is None else nasib
        found = []
        words = _words(self._desk.forum())
        for tema in TEMA:
            counted = Counter(one.keadaan for one in rows if one.punya(tema))
            if counted:
                found.append(RingkasTema(tema, counted.total(), counted, words))
        return found


class _Reading:
    """One look at the whole; every forum is read once."""

    def __init__(self, desk: Desk) -> None:
        self._connection = desk.connection
        self._forums: dict[str, _Forum] = {}

    def of(self, usulan: Usulan) -> Nasib:
        """Where it stands and how it came there."""
        state: Keadaan = "berjalan"
        steps = []
        for now, step in self._steps(usulan, 0):
            state = now or state
            steps.append(step)
        words = _words(self._forum(usulan.forum).forum)
        return Nasib(usulan, state, tuple(steps), words[state])

    def _steps(self, usulan: Usulan, depth: int) -> Iterator[tuple[Keadaan | Literal[""], str]]:
        forum = self._forum(usulan.forum)
        if not depth and usulan.asal_forum:
            source = self._forum(usulan.asal_forum).forum
            rank = f", urutan {usulan.asal_urutan}" if usulan.asal_urutan else ""
            yield "", f"dari {sebutan_forum(source) if source else 'musyawarah sebelumnya'}{rank}"
        if not depth and usulan.tahun_menunggu:
            yield "", f"menunggu {usulan.tahun_menunggu} tahun"
        if usulan.status == "batal":
            yield "batal", f"dibatalkan: {usulan.alasan_batal or '-'}"
            return
        if usulan.status == "digabung":
            into = proposals.one(self._connection, usulan.gabung_ke)
            yield "digabung", f"digabung ke {into.label if into else '-'}"
            if into is not None and depth < _DEEPEST:
                yield from self._steps(into, depth + 1)
            return
        yield self._decided(forum, forum.butir.get(usulan.id))
        for answer in forum.jawaban.get(usulan.id, ()):
            yield "dijawab", jawaban_singkat(answer)
        if depth < _DEEPEST:
            for later in queries.successors(self._connection, [usulan.id]).get(usulan.id, ()):
                yield from self._went_on(later, depth + 1)

    def _went_on(self, record: str, depth: int) -> Iterator[tuple[Keadaan | Literal[""], str]]:
        later = proposals.one(self._connection, record)
        forum = self._forum(later.forum).forum if later else None
        if later is None or forum is None:
            return
        word = "dibawa ke" if later.asal_forum else "diajukan lagi di"
        yield "berjalan", f"{word} {sebutan_forum(forum)} {forum.tahun_pelaksanaan} sebagai {later.label}"
        yield from self._steps(later, depth)

    def _decided(self, forum: _Forum, butir: Butir | None) -> tuple[Keadaan, str]:
        known = _words(forum.forum)
        if butir is None:
            return "berjalan", known["berjalan"]
        words = known[butir.keluaran]
        reason = f": {butir.alasan}" if butir.keluaran == "belum_disepakati" and butir.alasan else ""
        return butir.keluaran, f"{words}{reason}"

    def _forum(self, record: str) -> _Forum:
        if record not in self._forums:
            agreed = kesepakatan.one(self._connection, record)
            self._forums[record] = _Forum(
                forums.one(self._connection, record),
                {one.usulan: one for one in agreed.butir} if agreed else {},
                jawaban.answers(self._connection, record),
            )
        return self._forums[record]


def _words(forum: Forum | None) -> Mapping[Keadaan, str]:
    """The states in the words of the place: a kelurahan has no dana desa."""
    return {one: forum.istilah.dalam(words) for one, words in KEADAAN.items()} if forum else KEADAAN
