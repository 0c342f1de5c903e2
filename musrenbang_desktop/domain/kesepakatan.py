"""Kesepakatan: what the hall agreed, each usulan in one of three outputs, and each move from the score order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the start reads whether the hall has closed its result, and no usulan
    from musrenbang_desktop.domain.usulan import Usulan

Keluaran = Literal["ke_kecamatan", "dana_desa", "belum_disepakati"]
CaraPutus = Literal["", "mufakat", "aklamasi", "suara"]
"""How a decision is taken: by consent, by acclamation, by a vote; empty while it is not recorded."""
CARA_PUTUS: tuple[CaraPutus, ...] = ("", "mufakat", "aklamasi", "suara")
KELUARAN: tuple[Keluaran, ...] = ("ke_kecamatan", "dana_desa", "belum_disepakati")


@dataclass(frozen=True, slots=True)
class Butir:
    """One usulan in the agreed order.

    ``alasan`` says why it is not agreed (required for belum_disepakati); ``alasan_pindah`` why it left the place
    that its score gave it; ``alasan_lompat`` why it is agreed while its own origin had put another one first. All
    are printed.
    """

    usulan: str
    keluaran: Keluaran
    alasan: str = ""
    alasan_pindah: str = ""
    alasan_lompat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Perpindahan:
    """One move: which usulan, from and to which place (1 is the top), why, who asked, how many agreed."""

    usulan: str
    dari: int
    ke: int
    alasan: str
    oleh: str
    setuju: int


@dataclass(frozen=True, slots=True)
class Lompatan:
    """``usulan`` is agreed while ``didahului``, which the same origin ranked higher, is not."""

    usulan: str
    didahului: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Putusan:
    """How the hall took its decision, and for a vote (*suara*) its figures; None is not recorded, never zero."""

    cara: CaraPutus = ""
    setuju: int | None = None
    tidak_setuju: int | None = None
    abstain: int | None = None

    @property
    def jumlah(self) -> int | None:
        """All who voted; None while one of the figures is not recorded."""
        counts = (self.setuju, self.tidak_setuju, self.abstain)
        known = [count for count in counts if count is not None]
        return sum(known) if len(known) == len(counts) else None


@dataclass(frozen=True, slots=True)
class Kesepakatan:
    """The agreed order, best first. ``ditutup`` is the hour at which the hall closed it, empty while open.

    ``urutan_skor`` is the order as it was drawn up from the scores, ``perpindahan`` every move since, in time. The
    agreed order always is the one with the other applied (:func:`dipindah`).
    """

    butir: tuple[Butir, ...]
    ditutup: str = ""
    urutan_skor: tuple[str, ...] = ()
    perpindahan: tuple[Perpindahan, ...] = ()
    putusan: Putusan = Putusan()

    def kurang(self) -> tuple[str, ...]:
        """Ids of the usulan that stand in the way of closing: not agreed, and no reason written."""
        return tuple(b.usulan for b in self.butir if b.keluaran == "belum_disepakati" and not b.alasan.strip())

    def lompatan_tanpa_alasan(self, usulan: Iterable[Usulan]) -> tuple[Lompatan, ...]:
        """Jumps over a higher own priority that nobody has explained yet."""
        explained = {butir.usulan for butir in self.butir if butir.alasan_lompat.strip()}
        return tuple(jump for jump in lompatan(self.butir, usulan) if jump.usulan not in explained)


def dipindah(urutan: Sequence[str], perpindahan: Iterable[Perpindahan]) -> tuple[str, ...]:
    """The order after the moves."""
    order = list(urutan)
    for move in perpindahan:
        order.remove(move.usulan)
        order.insert(move.ke - 1, move.usulan)
    return tuple(order)


def lompatan(butir: Iterable[Butir], usulan: Iterable[Usulan]) -> tuple[Lompatan, ...]:
    """Every agreed usulan whose own origin ranked another one higher that is not agreed; the highest is named.

    In lists of real villages a second priority was taken and the first refused without a word: it needs one.
    """
    outputs = {item.usulan: item.keluaran for item in butir}
    ranked = [one for one in usulan if one.peringkat_asal is not None and one.asal_urut and one.id in outputs]
    refused: dict[str, Usulan] = {}
    for one in sorted(ranked, key=lambda one: (one.peringkat_asal or 0, one.nomor)):
        if outputs[one.id] == "belum_disepakati":
            refused.setdefault(one.asal_urut.casefold(), one)
    return tuple(Lompatan(one.id, first.id) for one in ranked if (first := _higher(one, outputs, refused)) is not None)


def _higher(one: Usulan, outputs: Mapping[str, Keluaran], refused: Mapping[str, Usulan]) -> Usulan | None:
    """The refused usulan of its origin that ranks above this agreed one."""
    first = refused.get(one.asal_urut.casefold())
    if outputs[one.id] == "belum_disepakati" or first is None:
        return None
    return first if (first.peringkat_asal or 0) < (one.peringkat_asal or 0) else None
