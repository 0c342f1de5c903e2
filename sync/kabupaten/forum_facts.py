"""What staff see of a forum beside its usulan: counts, ceilings, delegates, moves with their reason; no person.

Only what a village hangs on its notice board: who came is counted, a delegate is a man or a woman, a move says why and
by how many votes, not on whose wish.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from sync.kabupaten.models import Forum, Hadir, Usulan

#: An unsur that nobody wrote down.
UNKNOWN = "Tidak dicatat"


@dataclass(frozen=True, slots=True)
class Group:
    """Those present of one unsur."""

    unsur: str
    hadir: int
    laki: int
    perempuan: int


@dataclass(frozen=True, slots=True)
class Move:
    """One move in the agreed order: the usulan, from which place to which, the votes, the reason."""

    usulan: Usulan | None
    dari: int
    ke: int
    setuju: int
    alasan: str


@dataclass(frozen=True, slots=True)
class Facts:
    """``tanpa_jk`` are those present whose sex nobody recorded; ``delegasi`` counts all, men and women."""

    tanpa_jk: int
    unsur: tuple[Group, ...]
    delegasi: tuple[int, int, int]
    sumber: tuple[tuple[str, int | None], ...]
    pindah: tuple[Move, ...]


def read(forum: Forum) -> Facts:
    """The facts of one forum, in four queries."""
    present = Hadir.objects.filter(forum=forum, ada=True, hadir=True)
    counts = present.values("unsur").annotate(
        orang=Count("id"),
        laki=Count("id", filter=Q(jenis_kelamin="L")),
        perempuan=Count("id", filter=Q(jenis_kelamin="P")),
    )
    groups = tuple(
        Group(row["unsur"] or UNKNOWN, row["orang"], row["laki"], row["perempuan"])
        for row in counts.order_by("-orang", "unsur")
    )
    return Facts(
        tanpa_jk=sum(group.hadir - group.laki - group.perempuan for group in groups),
        unsur=groups,
        delegasi=_delegates(forum),
        sumber=tuple((str(name), amount) for name, amount in forum.pagu_sumber),
        pindah=_moves(forum.pindah, forum),
    )


def _delegates(forum: Forum) -> tuple[int, int, int]:
    chosen = Hadir.objects.filter(forum=forum, ada=True, id__in=forum.delegasi).values_list("jenis_kelamin", flat=True)
    letters = list(chosen)
    return len(letters), letters.count("L"), letters.count("P")


def _moves(moves: Mapping[str, list[object]], forum: Forum) -> tuple[Move, ...]:
    """In the order of time. An usulan that another village owns is not named."""
    rows = [moves[number] for number in sorted(moves, key=int)]
    usulan = Usulan.objects.filter(forum=forum).in_bulk([str(row[0]) for row in rows])
    return tuple(
        Move(usulan.get(str(row[0])), int(str(row[1])), int(str(row[2])), int(str(row[3])), str(row[4])) for row in rows
    )
