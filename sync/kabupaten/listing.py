"""Reading usulan for the pages, with a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from sync.kabupaten.models import SHOWN, Bukti, Desa, Forum, Hadir, Putusan, Usulan
from sync.kabupaten.status import TONES, Shown, Status, Step, joined, status, timeline
from sync.wire.news import receipt_prefix


@dataclass(frozen=True, slots=True)
class Attendance:
    """Only counts; no page of the server knows a name."""

    hadir: int
    laki: int
    perempuan: int


def shown(usulan: Sequence[Usulan], *, steps: bool = False) -> list[Shown]:
    """Each usulan with its status, and with its timeline when ``steps``."""
    family = _family(usulan)
    ids = list({row.id for row in usulan} | {row.id for row in family.values()})
    decisions: dict[str, list[Putusan]] = defaultdict(list)
    for decision in Putusan.objects.filter(usulan__in=ids).select_related("petugas").order_by("id"):
        decisions[decision.usulan].append(decision)
    receipts = Bukti.objects.in_bulk(ids) if steps else {}
    found = []
    for row in usulan:
        way = _steps(row, receipts, decisions[row.id]) if steps else []
        survivor = _survivor(row, family)
        on = None
        if survivor is not None:
            on = Shown(survivor, status(survivor, decisions[survivor.id]))
            way = joined(way, survivor, decisions[survivor.id]) if steps else way
        found.append(Shown(row, status(row, decisions[row.id]), way, on, _whole(row, family)))
    return found


def _family(usulan: Sequence[Usulan]) -> dict[str, Usulan]:
    """Every usulan of the forums in which something was merged or split; one query, none where nothing was."""
    forums = {row.forum_id for row in usulan if row.status == "digabung" or row.pisah_dari}
    rows = Usulan.objects.select_related("forum")
    return {row.id: row for row in rows.filter(forum__in=forums, ada=True)} if forums else {}


def _survivor(row: Usulan, family: Mapping[str, Usulan]) -> Usulan | None:
    """The usulan that goes on for a merged one, at the end of the chain; None when it leads nowhere or in a circle."""
    seen = {row.id}
    now: Usulan | None = row
    while now is not None and now.status == "digabung":
        now = family.get(now.gabung_ke)
        if now is None or now.id in seen or now.forum_id != row.forum_id:
            return None
        seen.add(now.id)
    return None if now is row else now


def _whole(row: Usulan, family: Mapping[str, Usulan]) -> Usulan | None:
    """The usulan of which this one was a part."""
    whole = family.get(row.pisah_dari) if row.pisah_dari else None
    return whole if whole is not None and whole.forum_id == row.forum_id and whole.id != row.id else None


def _steps(row: Usulan, receipts: Mapping[str, Bukti], decisions: Iterable[Putusan]) -> list[Step]:
    receipt = receipts.get(row.id)
    return timeline(row, row.forum, receipt, receipt_number(receipt) if receipt else "", decisions)


def receipt_number(receipt: Bukti) -> str:
    """``BT-3326082004-000187``, as on the village's own screen."""
    return f"{receipt_prefix(receipt.desa_id)}-{receipt.nomor:06d}"


def attendance(forum: Forum) -> Attendance:
    """How many came to a forum."""
    present = Q(hadir=True)
    counts = Hadir.objects.filter(forum=forum, ada=True).aggregate(
        orang=Count("id", filter=present),
        laki=Count("id", filter=present & Q(jenis_kelamin="L")),
        perempuan=Count("id", filter=present & Q(jenis_kelamin="P")),
    )
    return Attendance(counts["orang"], counts["laki"], counts["perempuan"])


def public_forums(desa: Desa | None = None) -> list[Forum]:
    """Forums that may be shown: real ones that were not taken back, newest plan first."""
    forums = Forum.objects.filter(**SHOWN, tahun_rencana__isnull=False).select_related("desa")
    if desa is not None:
        forums = forums.filter(desa=desa)
    return list(forums.order_by("-tahun_rencana", "tanggal", "id"))


def in_agreed_order(forum: Forum) -> list[Usulan]:
    """The usulan of a forum as the hall ordered them; those without a place come last, by number."""
    rows = Usulan.objects.filter(forum=forum, ada=True).select_related("forum")
    return sorted(rows, key=lambda row: (row.status != "aktif", row.urutan is None, row.urutan or 0, row.nomor, row.id))


def tally(items: Iterable[Shown]) -> list[tuple[Status, int]]:
    """How many stand where, best news first."""
    counts: dict[str, tuple[Status, int]] = {}
    for item in items:
        first, count = counts.get(item.status.kata, (item.status, 0))
        counts[item.status.kata] = (first, count + 1)
    return sorted(counts.values(), key=lambda entry: (TONES.index(entry[0].nada), -entry[1], entry[0].kata))
