"""Where an usulan stands, in the words of the public page, and the way it came there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sync.kabupaten import umum
from sync.kabupaten.models import Bukti, Forum, Putusan, Usulan
from sync.kabupaten.privacy import blur
from sync.wire.reasons import in_words

OFFICES = {"kecamatan": "Kecamatan", "opd": "Perangkat daerah", "bappeda": "Bappeda"}

#: Levels from the village upwards: the highest that has decided gives the status.
LEVELS = ("kecamatan", "opd", "bappeda")

DECISIONS = {
    "diterima": "Diterima",
    "diterima_perubahan": "Diterima dengan perubahan",
    "ditunda": "Ditunda",
    "dikembalikan": "Perlu diperbaiki",
    "ditolak": "Tidak diterima",
    "dibatalkan": "Putusan sebelumnya dibatalkan",
}

#: What colours a status, best news first.
TONES = ("baik", "jalan", "tunggu", "tolak")

_ACCEPTED = {"kecamatan": "Diterima kecamatan", "opd": "Diperiksa OPD", "bappeda": "Masuk RKPD"}
_SIDE = {
    "ditunda": ("Ditunda", "tunggu"),
    "dikembalikan": ("Perlu diperbaiki", "tunggu"),
    "ditolak": ("Tidak diterima", "tolak"),
}
#: What the forum said, with the place where it was held: *desa* or *kelurahan*.
_AGREED = {
    "ke_kecamatan": ("Disepakati {tempat}", "jalan"),
    "dana_desa": ("Dibiayai {tempat}", "baik"),
    "belum_disepakati": ("Belum disepakati {tempat}", "tunggu"),
}


@dataclass(frozen=True, slots=True)
class Status:
    """``kata`` is always shown; ``nada`` only colours it. ``alasan`` is written out beside it."""

    kata: str
    nada: str
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the timeline; ``waktu`` is a moment, or the ISO date of the forum."""

    waktu: datetime | str
    kata: str
    rincian: str = ""
    oleh: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One usulan as a page shows it. ``lanjutan`` is the one that goes on for a merged usulan, with its own status;
    ``induk`` the one of which it was a part.
    """

    usulan: Usulan
    status: Status
    langkah: Sequence[Step] = field(default=())
    lanjutan: Shown | None = None
    induk: Usulan | None = None


def current(decisions: Iterable[Putusan]) -> dict[str, Putusan]:
    """The decision of each level that stands: the last one, unless it takes the one before back."""
    last: dict[str, Putusan] = {}
    for decision in decisions:
        last[decision.tingkat] = decision
    return {level: decision for level, decision in last.items() if decision.putusan != "dibatalkan"}


def status(usulan: Usulan, decisions: Iterable[Putusan]) -> Status:
    """The word for where an usulan stands now."""
    if usulan.status == "batal":
        return Status(f"Ditarik {tempat(usulan.forum)}", "tolak", blur(usulan.alasan_batal))
    if usulan.status == "digabung":
        return Status("Digabung", "jalan")
    standing = current(decisions)
    for level in reversed(LEVELS):
        if decision := standing.get(level):
            return _decided(level, decision)
    kata, nada = _agreed(usulan)
    return Status(kata, nada, blur(usulan.alasan) if usulan.keluaran == "belum_disepakati" else "")


def tempat(forum: Forum) -> str:
    """What the place of a forum is called: ``desa`` or ``kelurahan``."""
    return "kelurahan" if forum.jenis == "kelurahan" else "desa"


def _agreed(usulan: Usulan) -> tuple[str, str]:
    kata, nada = _AGREED.get(usulan.keluaran, ("Dicatat", "jalan"))
    return kata.format(tempat=tempat(usulan.forum)), nada


def _decided(level: str, decision: Putusan) -> Status:
    reason = blur(in_words(decision.alasan_kode, decision.alasan))
    if decision.putusan in _SIDE:
        kata, nada = _SIDE[decision.putusan]
        return Status(kata, nada, reason)
    change = f"dengan perubahan: {reason}" if decision.putusan == "diterima_perubahan" else ""
    return Status(_ACCEPTED[level], "baik", change)


def joined(steps: Sequence[Step], survivor: Usulan, decisions: Iterable[Putusan]) -> list[Step]:
    """The way of a merged usulan, with the decisions about the one that goes on for it."""
    return [
        *steps,
        Step("", f"Digabung ke U-{survivor.nomor:03d}", umum.judul(survivor)),
        *map(_decision, decisions),
    ]


def timeline(
    usulan: Usulan, forum: Forum, receipt: Bukti | None, number: str, decisions: Iterable[Putusan]
) -> list[Step]:
    """Every step an usulan has taken, oldest first; nothing is ever left out."""
    steps = [Step(forum.tanggal, _agreed(usulan)[0], oleh=f"{tempat(forum).capitalize()} {blur(forum.nama)}")]
    if receipt is not None:
        steps.append(Step(receipt.waktu, "Diterima server kabupaten", f"bukti {number}"))
    return [*steps, *map(_decision, decisions)]


def _decision(decision: Putusan) -> Step:
    word = DECISIONS.get(decision.putusan, decision.putusan)
    reason = blur(in_words(decision.alasan_kode, decision.alasan))
    return Step(decision.waktu, word, reason, decision.petugas.instansi)
